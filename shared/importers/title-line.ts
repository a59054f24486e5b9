import { endsWithStop } from './final-stop'
import { ALONE } from './understanding/explained'
import { pageLine } from './understanding/line'

/** A title is no longer than this, in UTF-16 units: a long Chinese headline has about 60, a Latin one 100. */
const LONGEST = 100
/** Titles of collections are repeated above the text; this many paragraphs are searched for that. */
const NEAR = 15
/** A sentence of the text is at least so long. */
const SENTENCE = 15

const BREAD_CRUMB = /[>＞»›]/
const ORIGIN =
  /^(?:\d{4}\s*[年\-/.]\s*\d{1,2}|(?:来源|來源|作者|时间|時間|日期|发布|發布|原标题|原標題|source|author|date|by)\s*[:：])|(?:来源|來源|时间|時間)\s*[:：]/i
/** What is said of a text before it begins. */
const ABSTRACT = /^[【[]?(?:核心提示|内容提要|內容提要|提要|摘要|导读|導讀|编者按|編者按|阅读提示)[】\]]?\s*[:：]?/u
/** Slogans of web pages are set off with ornaments, and addresses with slashes. */
const ORNAMENT = /[\p{So}~|│￨※*_=#<]|—\s+—|https?:|www\./u
const NUMBER_ONLY = /^[\d\s\p{P}]*$/u

/** Whether a line near the beginning of a text can be its title. */
function canBeTitle(line: string): boolean {
  if (line.length > LONGEST || (endsWithStop(line) && !/[？！?!]$/.test(line))) return false
  return !isDebris(line)
}

const isDebris = (line: string): boolean =>
  BREAD_CRUMB.test(line) || ORIGIN.test(line) || ORNAMENT.test(line) || NUMBER_ONLY.test(line) || isOfPage(line)

/** Whether a line is of the page around the text, or says where the text is from. */
function isOfPage(line: string): boolean {
  const page = pageLine(line)
  return page !== undefined && (page.sure || page.said.some(({ rank }) => rank < ALONE))
}

/** Whether the text has begun: nothing below it is a title. */
const isText = (line: string): boolean =>
  line.length > LONGEST || (line.length >= SENTENCE && endsWithStop(line) && !isDebris(line) && !ABSTRACT.test(line))

/** Whether a line is a menu or the way to the page: the name of the site stands above it, the title below. */
function isMenu(line: string): boolean {
  const page = pageLine(line)
  return page?.sure === true && (page.debris === 'breadcrumb' || page.debris === 'navigation')
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
  for (let at = 0; at < Math.min(NEAR, paragraphs.length - 1); at++) {
    const line = paragraphs[at] as string
    if (canBeTitle(line)) {
      const page = pageLine(line)
      if (!page && paragraphs.slice(at + 1, NEAR).includes(line)) return at
      // Words of a page are a title only where there is no page.
      if (page) name ??= page.debris === 'byline' || !seen ? at : undefined
      else if (above === undefined || !/^[（(—–-]/.test(line)) first ??= at
    } else if (isMenu(line)) {
      seen = true
      above ??= first
      first = undefined
    } else if (isOfPage(line)) seen = true
    else if (isText(line) || (first === undefined && !isDebris(line) && !ABSTRACT.test(line))) break
  }
  return first ?? above ?? name
}
