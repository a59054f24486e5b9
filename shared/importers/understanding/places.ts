import { pattern } from './folded'

/** The provinces and cities whose names stand most in datelines without a word that makes them places, folded. */
const PLACES = pattern(
  '^(?:北京|上海|天津|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|石家庄|太原|沈阳|大连|长春|哈尔滨|南京|苏州|杭州|宁波|温州|合肥|福州|厦门|南昌|济南|青岛|郑州|武汉|长沙|广州|深圳|珠海|东莞|佛山|南宁|桂林|海口|成都|贵阳|昆明|西安|兰州|西宁|银川|乌鲁木齐|拉萨|呼和浩特|台北|高雄|台中|台南|新北|桃园|华盛顿|纽约|伦敦|巴黎|东京|莫斯科|柏林|日内瓦|曼谷|新加坡)$',
)

/** Whether folded words are surely the name of a place. */
export const isPlace = (words: string): boolean => PLACES.test(words)
