import { pattern } from './folded'
import { isOutlet } from './outlets'

/** A way to a page is no longer than this, in UTF-16 units, and a part of it than that; the last may be the title. */
const LONGEST = 200
const LONGEST_PART = 30
/** An area within a part of a site that is known: udn / 地方 / 宜花東. */
const LONGEST_AREA = 5

const HERE = pattern(
  '^(?:(?:您|你)?(?:现在|当前|目前)?(?:所)?(?:在|的)?(?:的)?位置(?:是)?\\s?[:>]?|(?:您|你)(?:现)?在(?:这里)?\\s?:|you\\sare\\shere\\s?:?|現在(?:位置|地)\\s?:?|أنت هنا\\s?:?|현재\\s?위치\\s?:?|path\\s?:)\\s{0,3}',
)
const HOME = pattern(
  '^(?:(?:.{0,12})?(?:首页|主页)|home(?:page)?|ホーム|トップ(?:ページ)?|top|الرئيسية|الصفحة الرئيسية|홈|главная|startseite|accueil|inicio)$',
)
/** Whether folded words name the first page of a site. */
export const isHome = (words: string): boolean => HOME.test(words)

/** Parts that say nothing of where the page stands. */
const LEAF = pattern(
  '^(?:正文|内容|文章|详情|详细(?:内容|信息)?|文章(?:内容|详情|正文)|新闻(?:内容|详情|正文)|信息(?:内容|详情)|阅读正文|浏览文章|article|記事|本文|content|المقال)$',
)
const SITE = pattern(
  '(?:网|网站|在线|频道|新闻|日报|晚报|报社|中心|社区|论坛|政府|门户|文库|大全|news|online|ニュース|新聞)$',
)
/** The part of the site alone, as a link to it: ∙ 绿政公署 >. */
const ALONE = /^\s*[∙·•]\s?(\S[^>]{0,14}?)\s?>\s*$/u
const ARROWS = /\s?(?:>{1,3}|»|›|≫|→|⟩|➔|▶|▸|»)\s?/u
const STROKES = /\s[/|·•\\-]\s|\s?[/|·•\\]\s?/u

/** The way to the page, and the part of the site it says the page stands in. */
export interface Breadcrumb {
  /** Where the name of that part stands in the line: UTF-16 offsets; undefined when only the site is named. */
  readonly section?: readonly [start: number, end: number]
}

/** Whether a folded line is a way to the page; `title` is the page's own, folded, which may be its last part. */
export function breadcrumbIn(line: string, title: string): Breadcrumb | undefined {
  if (line.length > LONGEST || /[。!?！？;]\s|。/u.test(line)) return undefined
  const alone = ALONE.exec(line)?.[1]
  if (alone !== undefined) return { section: [line.indexOf(alone), line.indexOf(alone) + alone.length] }
  // 环球网 国内 >
  const two = /^\s*(\S{2,10}) (\S{2,6}) ?>\s*$/u.exec(line)
  if (two && SITE.test(two[1] as string)) {
    const from = line.indexOf(two[2] as string, line.indexOf(two[1] as string) + (two[1] as string).length)
    return { section: [from, from + (two[2] as string).length] }
  }
  const said = HERE.exec(line)?.[0] ?? ''
  const arrows = partsOf(line, said.length, ARROWS)
  const parts = arrows.length > 1 || (said !== '' && arrows.length > 0) ? arrows : partsOf(line, said.length, STROKES)
  const names = parts.map(([start, end]) => line.slice(start, end))
  if (names.length === 0 || names.slice(0, -1).some((name) => name.length > LONGEST_PART)) return undefined
  if (!names.some((name) => /\p{L}/u.test(name)) || names.some((name) => /[,，:：=]$/u.test(name))) return undefined
  const home = HOME.test(names[0] as string)
  const ends = /[>»›]\s*$/.test(line)
  if (said === '') {
    if (parts === arrows && arrows.length > 1) {
      const double = />>|»|›|≫/.test(line)
      const ways =
        home ||
        ends ||
        double ||
        names.length > 2 ||
        SITE.test(names[0] as string) ||
        SITE.test(names.at(-1) ?? '') ||
        LEAF.test(names.at(-1) ?? '')
      if (!ways || names.some((name) => /^[\d\s.+-]+$/.test(name))) return undefined
    } else if (!home || names.length < 2 || !LEAF.test(names.at(-1) ?? '')) {
      const short = names.length >= 2 && names.length <= 6 && / ?[/\\] ?/.test(line)
      // The name of the site, and parts of it: udn / 要聞 / 生活.
      const ofSite =
        names.length > 2 &&
        (names[0] as string).length <= 12 &&
        isMenuWord(names[1] as string) &&
        names.slice(2).every((name) => isMenuWord(name) || LEAF.test(name) || name.length <= LONGEST_AREA)
      if (!(short && (home || ofSite))) return undefined
    }
  }
  const places = parts.filter((_, at) => {
    const name = names[at] as string
    return (
      !LEAF.test(name) &&
      !/^(?:正文|详情)\s/u.test(name) &&
      !(at > 0 && title !== '' && (name === title || title.startsWith(name.replace(/[….]+$/u, ''))))
    )
  })
  const section = places.length > 1 ? places.at(-1) : undefined
  return section && !HOME.test(line.slice(section[0], section[1])) ? { section } : {}
}

function partsOf(line: string, from: number, sign: RegExp): [number, number][] {
  const parts: [number, number][] = []
  let start = from
  const add = (until: number): void => {
    const raw = line.slice(start, until)
    const begins = start + raw.length - raw.trimStart().length
    const ends = start + raw.trimEnd().length
    if (begins < ends) parts.push([begins, ends])
  }
  for (const { index, 0: found } of line.matchAll(new RegExp(sign.source, 'gu'))) {
    if (index < from) continue
    add(index)
    start = index + found.length
  }
  add(line.length)
  return parts
}

const MENU = pattern(
  '^(?:首页|主页|新闻|要闻|时政|国际|国内|英国|港闻|朝刊・夕刊|朝刊|夕刊|ストーリー|オピニオン|오피니언|칼럼|사설|정치|경제|사회|문화|국제|스포츠|연예|速报|صحة|社会|财经|经济|体育|娱乐|军事|科技|教育|文化|图片|视频|专题|评论|意见|论坛|博客|健康|旅游|汽车|房产|时尚|人事|理论|党建|法治|地方|港澳|台湾|滚动|直播|观点|生活|美食|历史|读书|政务|互动|服务|公开|政策|数据|机构|即时|言论|亚洲|非洲|欧洲|美洲|大洋洲|中东|东南亚|新加坡|中国|世界|两岸|港澳台|热点|politik|wirtschaft|kultur|panorama|wissen|gesellschaft|inland|ausland|meinung|startseite|politique|économie|culture|société|sciences|política|economía|cultura|sociedad|deportes|internacional|политика|экономика|общество|культура|спорт|наука|мир|россия|главная|新着|ビジネス|気象|災害|科学|科学・文化|気象・災害|主要|latest videos|live tv|watch live|podcasts|newsletters|home|news|world|politics|business|sports?|opinion|culture|arts|tech(?:nology)?|science|health|travel|video|style|food|weather|more|asia|africa|europe|americas|middle east|uk|us|china|local|national|lifestyle|money|books|environment|climate|education|media|law|society|ホーム|政治|経済|社会|国際|スポーツ|エンタメ|地域|天気|暮らし|الرئيسية|أخبار|الأخبار|رأي|سياسة|اقتصاد|رياضة|ثقافة|فيديو|مقالات|منوعات|العالم|تكنولوجيا)(?:网|频道)?$',
)

/** Whether a folded line is the name of a part of a site, and nothing else. */
export const isMenuWord = (line: string): boolean =>
  MENU.test(line.trim().replace(/^(\p{sc=Han}) {1,3}(\p{sc=Han})$/u, '$1$2'))

/** Whether a folded line is a menu: names of parts of a site, one after the other. */
export function isMenu(line: string): boolean {
  if (line.length > LONGEST) return false
  const parts = line.split(/[\s|·•/,、]+/u).filter((part) => part !== '')
  const known = parts.filter((part) => MENU.test(part)).length
  if (parts.length >= 2 && known === parts.length && /[|｜]/.test(line)) return true
  if (parts.length >= 3 && known >= 2 && known === parts.length - 1 && isOutlet(parts[0] as string)) return true
  const short = parts.every((part) => part.length <= 8)
  if (parts.length >= 4 && short && HOME.test(parts[0] as string) && /[|｜·]/.test(line)) return true
  return parts.length >= 4 && known >= 3 && known * 2 >= parts.length && parts.every((part) => part.length <= 14)
}
