import { type Credits, creditsIn } from './credits'
import { datesIn, hasYear, type WrittenDate } from './dates'
import { folded, pattern } from './folded'
import type { Said } from './line'

/** What the beginning of a report says of its origin. */
export interface Dateline extends Credits {
  /** A day without its year, and the words that give it. */
  readonly day?: { readonly iso: string; readonly quote: string }
}

/** A dateline and the names behind it are found in so many UTF-16 units. */
const NEAR = 160

const OWN = '本报|本网|本台|本刊|本社|本站'
const AGENCY = `(?<agency>${OWN}|新华社|中新社|中新网|中央社|人民网|新华网|央视网|[\\p{sc=Han}]{2,8}(?:社|网|报|电视台|客户端))`
const DAY = '(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日'
const HEADS = [
  `^[\\s(]{0,2}${AGENCY}记者(?<name>\\p{sc=Han}{2,3})(?<place>\\p{sc=Han}{2,4})(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日专?电`,
  `^[\\s【\\[(〔]{0,3}${AGENCY}\\s?(?<place>(?!记者)\\p{sc=Han}{2,12}?)?\\s?(?<day>${DAY})?\\s?(?:专?电|讯|消息)`,
  `^[【\\[(〔]?\\s?(?:${OWN}|\\p{sc=Han}{2,6})?记者\\s?(?<name>\\p{sc=Han}{2,4}(?:[、,]\\p{sc=Han}{2,4}){0,3})\\s?/\\s?(?<place>\\p{sc=Han}{2,6}?)(?:综合)?报导[】\\])〕]?`,
  `^【(?<place>[^】=]{1,10})(?<agency>共同|時事|afp|ロイター)(?:=[^】]{1,10})?】`,
  `^【(?<place>[^】=]{1,10})=(?<name>[\\p{sc=Han}\\p{sc=Katakana}・ ]{2,12})】`,
  `^\\[(?<place>[^\\]\\s\\d]{1,12})\\s(?<day>\\d{1,2}日)\\s(?<agency>[^\\]]{2,10})\\]\\s?[-–]`,
  `^(?<place>[\\u0600-\\u06ff]{3,14}(?: [\\u0600-\\u06ff]{2,14}){0,2})\\s?(?:[-–—،,]\\s?)?(?:(?<day>\\d{1,2} [\\u0600-\\u06ff ]{3,16}(?: \\d{4})?)\\s?)?\\((?<agency>[\\u0600-\\u06ff ]{3,20})\\)\\s?[-–—:]`,
  `^(?<place>[\\u0600-\\u06ff]{3,14}(?: [\\u0600-\\u06ff]{2,14})?)\\s?[-–—]\\s?(?<agency>رويترز|شينخوا|أ ف ب|وكالات|واس|قنا|وام|سانا|د ب أ|الأناضول|بترا)\\s?[-–—:]`,
  `^[\\[(](?<place>[가-힣]{2,6})=(?:(?<agency>[가-힣]{2,10}) )?(?<name>[가-힣]{2,4}) ?(?:기자|특파원)[\\])]`,
  `^[\\[(](?<place>[가-힣]{2,6})=(?<agency>[가-힣]{2,12})[\\])] ?(?<name>[가-힣]{2,4}) ?(?:기자|특파원) ?=`,
].map((source) => pattern(source))
const RUSSIAN =
  /^(?<place>[А-ЯЁ][А-ЯЁ -]{2,30}), (?<day>\d{1,2} [а-я]{3,9}(?: \d{4})?)(?: (?:года?|г))?\.?\s?(?:[—–-]|\/(?:[Кк]орр(?:\.|еспондент)\s?(?:(?<agency>[А-ЯЁ]\p{L}+)\s)?(?<name>[А-ЯЁ]\p{L}+ [А-ЯЁ]\p{L}+)|(?<agency2>[^/]{2,40}))\/\.?)\s/u
const LATIN =
  /^(?<place>\p{Lu}[\p{Lu}.' -]{2,30}(?:, \p{Lu}[\p{L}.]{1,14}(?: \p{Lu}[\p{L}.]{1,14})?)?)(?:,? (?<day>\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})?))?(?: \((?<agency>\p{Lu}[\p{L} ]{1,24})\))? ?(?:—|–|--|-) /u

/** What the first paragraph of a report begins with: place, day, agency, and who reports. */
export function datelineOf(paragraph: string): Dateline {
  const line = paragraph.slice(0, NEAR)
  const fold = folded(line)
  const head =
    RUSSIAN.exec(line) ?? LATIN.exec(line) ?? HEADS.map((each) => each.exec(fold)).find((found) => found !== null)
  const said: Said[] = []
  const others: Record<string, string> = {}
  let end = 0
  if (head) {
    end = head[0].length
    const quote = line.slice(0, end).trim()
    const { place, agency2, agency = agency2, name } = head.groups as Record<string, string | undefined>
    const own = (words: string): string =>
      line.slice(fold.indexOf(folded(words)), fold.indexOf(folded(words)) + words.length)
    if (place) said.push({ field: 'place', value: own(place).trim(), quote, rank: 2 })
    if (name) said.push({ field: 'reporter', value: own(name).replace(/[,，]/g, '、'), quote, rank: 2 })
    if (agency && !IS_OWN.test(folded(agency))) said.push({ field: 'source', value: own(agency), quote, rank: 5 })
  }
  const reports = creditsBehind(line, fold, end)
  if (reports) {
    said.push(...reports.said)
    Object.assign(others, reports.others)
    end = Math.max(end, reports.end)
  }
  const date = firstDate(fold, head?.[0].length ?? 0, end)
  if (!date) return { said, others }
  const quote = line.slice(date.start, date.end)
  if (!hasYear(date)) return { said, others, day: { iso: date.iso, quote } }
  return {
    said:
      head && date.end <= head[0].length
        ? [...said, { field: 'date', value: date.iso, quote: line.slice(0, head[0].length).trim(), rank: 5 }]
        : said,
    others,
  }
}
const IS_OWN = pattern(`^(?:${OWN})$`)

const BRACKETED = /[(（[【〔]([^()（）[\]【】〔〕]{2,60})[)）\]】〕]/gu
const OPEN = pattern(
  '^[\\s,:]{0,3}((?:首席|特约|见习|实习)?(?:本报|本台|本网)?(?:见习|实习)?记者[\\s/:]{0,2}[^,，。:]{2,40}?)(?:综合|摄影)?(?:报道|从|日前|近日)',
)

/** Who reports, in brackets or before 报道, not far behind the head of a report. */
function creditsBehind(line: string, fold: string, end: number): (Credits & { readonly end: number }) | undefined {
  for (const { index, 0: whole, 1: inner } of line.matchAll(BRACKETED)) {
    if (index > end + 60) break
    const credits = REPORTER.test(folded(inner as string)) ? creditsIn(inner as string, whole) : undefined
    if (credits) return { ...credits, end: index + whole.length }
  }
  const open = OPEN.exec(fold.slice(end))
  if (!open || (end === 0 && open.index > 0)) return undefined
  const start = end + open[0].indexOf(open[1] as string)
  const quote = line.slice(start, start + (open[1] as string).length)
  const credits = creditsIn(quote)
  return credits && { ...credits, end: start + quote.length }
}
const REPORTER = pattern('记者|通讯员|采写')

/** The date in the head, or the one with which the text begins right behind it. */
function firstDate(fold: string, head: number, end: number): WrittenDate | undefined {
  const [first] = datesIn(fold.slice(0, end + 24), true)
  if (!first) return undefined
  return first.end <= head || (first.start <= end + 3 && first.start >= end - 1) ? first : undefined
}
