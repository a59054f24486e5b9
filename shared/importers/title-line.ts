import { endsWithStop } from './final-stop'
import { ALONE } from './understanding/explained'
import type { PageLine } from './understanding/line'
import { lineWithin } from './understanding/line-within'
import { nameBeside } from './understanding/names'

/** A title is no longer than this, in UTF-16 units: a long Chinese headline has about 60, a Latin one 100. */
const LONGEST = 100
/** Titles of collections are repeated above the text; this many paragraphs are searched for that. */
const NEAR = 15
/** Lines of the page above it are not counted, as far as this. */
const FURTHEST = 40
/** The name of a column above a title has no more Chinese characters than this; the title below it has at least so many. */
const COLUMN = 4
const HEADLINE = 12
/** What leads from a headline to the line that gives date or author is no longer than this. */
const LONGEST_LEAD = 240
/** A sentence of the text is at least so long. */
const SENTENCE = 15

const BREAD_CRUMB = /[>＞»›]/
const ORIGIN =
  /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{4}$|\d{4}\s*[年\-/.]\s*\d{1,2}|(?:来源|來源|作者|时间|時間|日期|发布|發布|原标题|原標題|source|author|date|by)\s*[:：])|(?:来源|來源|时间|時間)\s*[:：]/i
/** What is said of a text before it begins. */
const ABSTRACT = /^[【[]?(?:核心提示|内容提要|內容提要|提要|摘要|导读|導讀|编者按|編者按|阅读提示)[】\]]?\s*[:：]?/u
/** Slogans of web pages are set off with ornaments, and addresses with slashes. */
const ORNAMENT = /[\p{So}~|│￨※*_=#<]|—\s+—|https?:|www\./u
const NUMBER_ONLY = /^[\d\s\p{P}]*$/u

/** Whether a line near the beginning of a text can be its title. */
function canBeTitle(line: string, page: PageLine | undefined): boolean {
  if (line.length > LONGEST || (endsWithStop(line) && !/[？！?!]$/.test(line))) return false
  return !isDebris(line, page)
}

/** What happened on a day is told in a title that begins with it: 2022年7月14日外交部发言人主持例行记者会. */
const DATED_TITLE = /^\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?\s?\p{sc=Han}{6,}[^：:|]*$/u

const isDebris = (line: string, page: PageLine | undefined): boolean =>
  BREAD_CRUMB.test(line) ||
  (ORIGIN.test(line) && !DATED_TITLE.test(line)) ||
  ORNAMENT.test(line) ||
  NUMBER_ONLY.test(line) ||
  isOfPage(page)

/** Whether a line is of the page around the text, or says where the text is from. */
const isOfPage = (page: PageLine | undefined): boolean =>
  page !== undefined && (page.sure || page.said.some(({ rank }) => rank < ALONE))

/** Whether the text has begun: nothing below it is a title. */
const isText = (line: string, page: PageLine | undefined): boolean =>
  line.length > LONGEST ||
  (line.length >= SENTENCE && endsWithStop(line) && !isDebris(line, page) && !ABSTRACT.test(line))

/** Whether a line is a menu or the way to the page: the name of the site stands above it, the title below. */
const isMenu = (page: PageLine | undefined): boolean =>
  page?.sure === true && (page.debris === 'breadcrumb' || page.debris === 'navigation')

/** Whether a line is as short as the name of a part of a site, and another is as long as a headline beside it. */
function isPartOfSite(line: string, next: string): boolean {
  const isWide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u
  if (isWide.test(next))
    return isWide.test(line) && line.replace(/[・·&]/gu, '').length <= COLUMN && next.length >= 2 * line.length + 2
  const [words, more] = [line.split(/\s+/).length, next.split(/\s+/).length]
  return words <= 2 && more >= 4 && next.length >= 1.5 * line.length && !/[.:,]$/.test(line)
}

/**
 * Whether a line below the name of a site is the name of a part of it: the title stands below that, and the page's own
 * lines at most a lead and a name further down.
 */
function isSection(paragraphs: readonly string[], at: number): boolean {
  const [line, next = ''] = [paragraphs[at] as string, paragraphs[at + 1]]
  if (!isPartOfSite(line, next) || /^[（(—–-]/.test(next) || !canBeTitle(next, lineWithin(paragraphs, at + 1)))
    return false
  return [2, 3, 4, 5].some((by) => {
    const behind = at + by < paragraphs.length ? lineWithin(paragraphs, at + by) : undefined
    return behind?.debris === 'byline' && behind.said.some(({ rank }) => rank < ALONE)
  })
}

/** Whether a line is a name right above or below a day: that of the author, which may stand below the text once more. */
function isNameBesideDay(paragraphs: readonly string[], at: number): boolean {
  if (!nameBeside(paragraphs[at] as string, true, false)) return false
  return [at - 1, at + 1].some(
    (near) =>
      paragraphs[near] !== undefined && lineWithin(paragraphs, near)?.said.some(({ field }) => field === 'date'),
  )
}

/** Whether a line is the name of a column, such as 直击现场: the title stands between it and the page's own lines. */
function isColumn(paragraphs: readonly string[], at: number): boolean {
  const [line, next = ''] = [paragraphs[at] as string, paragraphs[at + 1]]
  if (!/^\p{sc=Han}+$/u.test(line) || line.length > COLUMN || next.length < HEADLINE || at + 2 >= paragraphs.length)
    return false
  const behind = lineWithin(paragraphs, at + 2)
  return (
    !/^[（(—–-]/.test(next) &&
    canBeTitle(next, lineWithin(paragraphs, at + 1)) &&
    behind?.debris === 'byline' &&
    behind.said.length > 0
  )
}

/** A line above the headline itself, which ends in what it announces: 全省现场会强调. */
const OVERLINE = /(?:强调|強調|指出|要求|提出|宣布|表示|致辞|致辭|主持|作出批示|寄语|寄語|号召|號召|吁请|籲請)$/u

/** Whether a line only leads to the headline below it. */
function isOverline(paragraphs: readonly string[], at: number): boolean {
  const [line, next = ''] = [paragraphs[at] as string, paragraphs[at + 1]]
  if (!OVERLINE.test(line.trim()) || next.length < COLUMN * 2 || at + 2 >= paragraphs.length) return false
  return !/^[（(—–-]/.test(next) && canBeTitle(next, lineWithin(paragraphs, at + 1))
}

/**
 * In pages in Latin letters the part of the site and the kind of the text (Speech) stand above the title: it is the last
 * of a few lines above one that gives date or origin, when that is by far the longest.
 */
function below(paragraphs: readonly string[], at: number): number | undefined {
  const line = paragraphs[at] as string
  if (/[\p{sc=Han}\p{sc=Hangul}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(line)) return undefined
  let last = at
  while (
    last < at + 3 &&
    last + 1 < paragraphs.length &&
    canBeTitle(paragraphs[last + 1] as string, lineWithin(paragraphs, last + 1))
  )
    last++
  const lead = (paragraphs[last + 1] ?? '').length <= LONGEST_LEAD && endsWithStop(paragraphs[last + 1] ?? '') ? 1 : 0
  const behind = last > at && last + 1 + lead < paragraphs.length ? lineWithin(paragraphs, last + 1 + lead) : undefined
  const isLonger = (paragraphs[last] as string).length >= 1.5 * line.length
  return behind?.debris === 'byline' && isLonger && line.split(' ').length <= 5 ? last : undefined
}

/**
 * The index of the title among a text's paragraphs; undefined when none is certain enough. It is the first short line
 * without a final stop, bread crumbs, ornaments and lines about date or origin not counted; of several such lines
 * the one that is repeated further down, else one below a menu, else one that is more than the name of a paper or of a
 * part of a site. Something must follow it.
 */
export function titleIndex(paragraphs: readonly string[]): number | undefined {
  let first: number | undefined
  let above: number | undefined
  let name: number | undefined
  let seen = false
  let dated = false
  let siteAt: number | undefined
  let near = NEAR
  for (let at = 0; at < Math.min(near, paragraphs.length - 1); at++) {
    const line = paragraphs[at] as string
    const page = lineWithin(paragraphs, at)
    // The lines of a table above the text are counted for nothing.
    if (page?.sure) near = Math.min(FURTHEST, near + 1)
    if (canBeTitle(line, page)) {
      const isRepeated = !page && paragraphs.slice(at + 1, near).includes(line)
      if (isRepeated && isNameBesideDay(paragraphs, at)) continue
      if (isRepeated && !(siteAt !== undefined && isSection(paragraphs, at))) return at
      // Words of a page are a title only where there is no page.
      if (page) siteAt ??= at
      if (page) name ??= page.debris === 'byline' || !seen ? at : undefined
      else if (above === undefined || !/^[（(—–-]/.test(line)) first ??= at
    } else if (isMenu(page)) {
      seen = true
      siteAt ??= at
      // A title has its date below it: a menu further down is not above another.
      if (!dated) [above, first] = [above ?? first, undefined]
    } else if (isOfPage(page)) {
      seen = true
      dated ||= first !== undefined && page?.said.some(({ field }) => field === 'date') === true
    } else if (isText(line, page) || (first === undefined && !page && !isDebris(line, page) && !ABSTRACT.test(line)))
      break
  }
  const found = first ?? above ?? name
  if (found === undefined) return undefined
  const isBelowSite = siteAt !== undefined && siteAt < found
  return (
    (isColumn(paragraphs, found) || isOverline(paragraphs, found) || (isBelowSite && isSection(paragraphs, found))
      ? found + 1
      : undefined) ??
    below(paragraphs, found) ??
    found
  )
}
