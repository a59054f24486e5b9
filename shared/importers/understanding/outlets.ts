import { anyOf, pattern, words } from './folded'

/** Papers, agencies and broadcasters whose names do not say that they are one; `_` stands for a space. Folded. */
const KNOWN = words(
  `南方周末 文汇 大公 端传媒 学习强国 今日头条 百家号 搜狐 搜狐号 网易 网易号 新浪 凤凰 知乎 豆瓣 香港01 hk01 信报 星岛 东网 财新 虎嗅 界面 观察者 美国之音 共同通信 时事通信 时事ドットコム 自由亚洲电台 法广 德国之声 yahoo!ニュース yahoo gov.uk
  nhk nhk_news_web news_web dw dw.com rfi voa abc nbc cbs npr pbs cnn rtl zdf ard tagesschau tass afp dpa efe ansa aljazeera al_jazeera
  bbc bbc_news bbc_中文 bbc_news_中文 bbc_news,_中文 bbc_news_عربي bbc_عربي bbc_news,_عربي bbc_mundo bbc_news_mundo xinhua reuters associated_press ap_news the_guardian guardian
  le_monde le_figaro libération mediapart france_24 france_info der_spiegel spiegel die_zeit zeit_online die_welt faz frankfurter_allgemeine süddeutsche_zeitung taz
  el_país el_mundo la_vanguardia la_repubblica corriere_della_sera politico axios vox time the_atlantic the_economist financial_times
  тасс риа_новости интерфакс коммерсантъ известия ведомости рбк газета.ru лента.ру лента медуза новая_газета
  연합뉴스 뉴시스 뉴스1 한겨레 경향신문 조선일보 중앙일보 동아일보 한국일보 오마이뉴스 노컷뉴스
  واس وام قنا بترا سانا رويترز شينخوا الأناضول الجزيرة الجزيرة_نت العربية الشرق_الأوسط الأهرام النهار القدس_العربي سكاي_نيوز_عربية`,
).map((name) => name.replace(/\./g, '\\.'))

/** The names of papers and sites by what they end in, and those that are known. */
export const OUTLETS = `(?:《\\s?[^》]{2,20}》|${anyOf(KNOWN)}|\\p{sc=Han}{2,8}[网报社]讯|[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}]{1,12}(?:新聞)?(?:デジタル|オンライン|ニュース|新聞)|(?:the\\s)?[a-z]{2,14}(?:\\s[a-z]{2,14}){0,2}\\s(?:daily|news|times|post|journal|herald|tribune|press|agency|gazette|chronicle|observer|weekly|magazine|review)|(?:the\\s)?(?:american\\s|british\\s|international\\s)?journal\\sof\\s[a-z]{3,14}(?:\\s[a-z]{2,14}){0,4}|[\\p{sc=Han}a-z·]{1,16}(?:网|网站|报|日报|晚报|早报|晨报|时报|周报|导报|商报|电视台|广播电台|电台|通讯社|新华社|中新社|社|客户端|公众号|融媒体?(?:中心)?|杂志|周刊|月刊|在线|频道|新闻(?:中心)?|发布|平台|数字报|传媒|党校|政府网?|委员会|办公室|宣传部|新闻))`

const OUTLET = pattern(`^${OUTLETS}$`)

/** Whether folded words are the name of a paper or a site, and nothing else. */
export const isOutlet = (name: string): boolean => OUTLET.test(name)
