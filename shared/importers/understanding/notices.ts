import type { Debris } from '../../model/document'
import { pattern } from './folded'

/** A notice is no longer than this, in UTF-16 units: a paragraph of conditions. */
const LONGEST = 600
/** An article of a law or a contract may forbid what a site forbids. */
const ARTICLE = pattern('^(?:第.{1,8}[条章款项]|[(]?[一二三四五六七八九十\\d]{1,3}[)、.])')

/** Who answers for the site, what it allows, and where it is registered. Each is looked for anywhere in a line. */
const SURE = [
  '版权所有|(?:本网|本站|本报|本刊|本文|稿件|作品)[^。]{0,16}版权[^。]{0,6}(?:归|属)[^。]{0,20}|(?:未经|非经|未获|未得)[^。]{0,24}(?:授权|许可|同意|允许)[^。]{0,24}(?:转载|摘编|镜像|引用|复制或)|(?:严禁|禁止|谢绝|请勿)[^。]{0,6}转载|无断转载|(?:無断|許可なく)[^。]{0,16}(?:転載|複製|転用)[^。]{0,20}禁|転載(?:を|は)?禁|(?:掲載|当サイト)[^。]{0,30}著作権|著作権[^。]{0,30}(?:帰属|属し)',
  'copyright\\s?(?:©|\\(c\\)|\\d{4})|©\\s?(?:copyright\\s)?\\d{4}|^.{0,7}©\\s?(?:copyright\\s)?[\\p{L}]|\\(c\\)\\s?\\d{4}|all\\srights\\sreserved|may\\snot\\sbe\\s(?:published|reproduced|copied|redistributed)[^.]{0,60}(?:permission|broadcast|rewritten|consent)|terms\\sof\\s(?:use|service)[^.]{0,40}privacy|جميع الحقوق محفوظة|حقوق (?:النشر|الطبع)[^.]{0,12}محفوظة|무단\\s?전재|저작권자|alle\\srechte\\svorbehalten|tous\\sdroits\\sréservés|todos\\slos\\sderechos\\sreservados|все права защищены',
  '[\\p{sc=Han}]?icp\\s?(?:备|证|许可)|公网安备|网安备\\d|互联网(?:新闻信息服务|宗教信息服务|出版|药品信息服务)许可证|信息网络传播视听节目许可证|增值电信业务[^。]{0,8}(?:许可证|:|[a-z]\\d)|广播电视节目制作经营许可证|网络文化经营许可证|网站标识码|统一社会信用代码\\s?:|国内统一(?:连续出版物号|刊号)',
  '(?:违法|不良|涉未成年人)[^。]{0,12}(?:信息|内容)[^。]{0,10}举报(?:电话|邮箱|热线|专区|中心)',
  '(?:张贴|发表|发布)(?:文章|留言|评论|帖子)[^。]{0,24}(?:不得|请勿|禁止|违反)[^。]{0,60}|the\\scontent\\sabove\\s[^.]{0,80}(?:uploaded|posted)|only\\sprovides\\sinformation\\sstorage|all\\scontent\\sis\\savailable\\sunder\\sthe[^.]{0,80}|crown\\scopyright|при\\s(?:полном|частичном|использовании|цитировании|перепечатке)[^.]{0,60}(?:ссылка|обязательна|запрещен)[^.]{0,60}|нашли\\s(?:ошибку|опечатку)[^.]{0,60}|заметили\\sошибку[^.]{0,60}',
  '^声明\\s?[:,][^。]{0,60}(?:观点|原创|转载|版权|授权|平台|本网|本站|删除)[^。]{0,80}',
  '以上(?:就是|是|为)[^。]{0,60}(?:全部内容|相关内容|范文)|免责声明|(?:特别|郑重|版权|本网|本站|平台)声明\\s?[:,]|转载(?:请)?(?:须|需|必须|务必|时)?(?:请)?(?:注明|标明)|如(?:有|涉及|涉|果)?[^。]{0,16}(?:侵权|侵犯|版权问题|版权等问题)[^。]{0,40}(?:联系|删除|告知|处理|致电)|侵权(?:请)?(?:联系)?(?:必)?删(?:除)?|侵删|不代表(?:本网|本站|本报|本刊|本平台|本号|本公众号|本社|该?网站|[^。]{2,8}(?:网|报|平台))[^。]{0,12}(?:观点|立场|意见)|(?:观点|立场|内容)[^。]{0,10}(?:与|和)(?:本网|本站|本平台)[^。]{0,8}无关|凡(?:本网|本站)[^。]{0,10}(?:注明|标注|转载)|(?:本文|文章|图片|内容|素材|文字|稿件)(?:及图片|、图片|和图片|内容)?(?:均)?(?:来自|来源于?|转自|转载自|源自|搜集自|收集自)(?:于)?(?:互联网|网络|网友)|据此(?:操作|入市)[^。]{0,6}(?:风险自担|责任自负|盈亏自负)',
  'our\\sstandards\\s?:|a\\sversion\\sof\\sthis\\s(?:article|story)\\s[^.]{0,30}in\\sprint|the\\sviews\\sexpressed\\s[^.]{0,60}(?:do\\snot|are\\sthose|are\\sthe\\sauthor)|this\\s(?:article|content|story|material)\\s(?:is\\s)?(?:copyright|republished|syndicated|licen[cs]ed)|reproduction\\s[^.]{0,30}(?:without|prohibited)|we\\sand\\sour\\spartners|(?:this\\s(?:site|website)\\suses?|use\\sof)\\scookies|(?:reach|contact|email|e-mail)\\s(?:him|her|them)\\s(?:at|on|via)\\s\\S{1,40}[@.]|can\\sbe\\sreached\\s(?:at|on|via)\\s\\S{1,40}[@.]|(?:请)?同意[^。]{0,12}(?:隐私|cookie)[^。]{0,40}',
].map((source) => pattern(source))

/** What a text may say too: contacts, hosts, reservations. */
const DOUBTFUL = [
  '仅供(?:读者|网友|学习|参考|个人|内部)|(?:仅|只)?代表(?:作者|本人|个人)[^。]{0,12}(?:观点|立场|意见)|风险自担|举报(?:电话|邮箱|热线)\\s?:|网站(?:总)?编辑部|营业执照',
  '(?:主办|承办|主管|协办|运营|运维|版权|技术支持|技术保障|网站维护)(?:单位|方|机构)?\\s?:|(?:建议|最佳)(?:使用|浏览|分辨率)[^。]{0,40}(?:浏览|分辨率|ie|chrome)|(?:联系|服务|咨询|热线|投诉|办公|值班|编辑部|客服|监督)(?:电话|热线)\\s?:|(?:^|\\s)(?:地址|邮编|邮政编码|传真|邮箱|电子邮箱|电话|总机|网址|通讯地址|单位地址|联系地址|联系方式|qq)\\s?:',
  '^(?=.{4,90}$)[^。]*(?:下载|打开|安装|扫码|使用)[^。]{0,12}(?:app|应用程序|客户端)(?![a-z])[^。]*$|^[^。]{0,20}(?:新闻信|电子报)[^。]{0,6}$|^[^。]{0,14}(?:ios|android|安卓|苹果)\\s?app[^。]{0,8}$',
  'reg(?:istered|\\.)?\\s(?:charity|company|office|no)[^.]{0,30}\\d|follow\\sthe\\stopics\\s',
].map((source) => pattern(source))

/** Where the text was taken from, said in a sentence. */
const SOURCE = [
  '^[(（【\\[※*—-]{0,3}\\s?(?:本文|原文|此文|文章|本稿|全文|该文)(?:原)?(?:来源|来自|转自|转载自|摘自|选自|节选自|摘编自|编选自|原载于?|首发于?|刊于|刊发于|发表于|刊载于|载于|源自|出自|原刊)[^。]{1,80}[。.]?[)）】\\]]?$',
  '^[(（【\\[]\\s?(?:摘自|选自|原载于?|转自|转载自|刊于|载于|首发于)[^。)]{2,50}[。.]?[)）】\\]]$',
  '^[(（【\\[]?\\s?(?:originally\\s(?:published|appeared)|first\\spublished|reprinted|republished|this\\s(?:article|story|essay|piece)\\s(?:was\\s)?(?:first|originally)\\s(?:published|appeared))\\s(?:in|on|by|at|from|with)\\s[^.]{2,100}\\.?\\s?[)）】\\]]?$',
].map((source) => pattern(source))

/** The kind of notice that a folded line is, and whether it is one wherever it stands; undefined when it is none. */
export function noticeIn(line: string): { readonly debris: Debris; readonly sure: boolean } | undefined {
  if (line.length > LONGEST || ARTICLE.test(line)) return undefined
  if (SOURCE.some((each) => each.test(line))) return { debris: 'source', sure: true }
  if (SURE.some((each) => each.test(line))) return { debris: 'footer', sure: true }
  return DOUBTFUL.some((each) => each.test(line)) ? { debris: 'footer', sure: false } : undefined
}
