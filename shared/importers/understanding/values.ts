import { dateAt, hasYear } from './dates'
import { folded, pattern } from './folded'
import { isOffice, isSurelyName } from './names'
import { isPlace } from './places'

/** What stands behind a label where nothing is said. */
export const EMPTY_VALUE = pattern(
  '^(?:未知|不详|佚名|无|暂无|none|unknown|n/a|null|网络|互联网|本站|本网|本站原创|原创|网友投稿|网友供稿)$',
)

/** A day whose year is not said, or of which nothing says whether the month stands first: it is of the page, and tells no date. */
export const AMBIGUOUS_DAY = pattern(
  '^(?:\\d{1,2}/\\d{1,2}\\s?\\([月火水木金土日]\\)|(?:0?[1-9]|1[0-2])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19|20)\\d\\d)(?:[\\s,-]{0,4}\\d{1,2}:\\d{2}(?:\\s?[مص](?![\\p{L}]))?(?:\\s?\\([^()]{2,30}\\))?)?(?![\\d:])',
)

/** A source without the province from which it was sent, as platforms give it behind: 江边周刊 湖北. */
const withoutPlace = (value: string): string => {
  const [, name, place] = /^(\S{2,30})\s+(\p{sc=Han}{2,3})$/u.exec(value) ?? []
  return name !== undefined && place !== undefined && isPlace(folded(place)) ? name : value
}

/** Words of the page that are written right behind the source. */
const WIDGETS = /(?:参与互动|參與互動|我要评论|我要評論|分享到)+$/u

/** A source, and the part of it that is named behind a point: 澎湃新闻 ∙ 文化课. */
const withSection = (value: string): [string, string?] => {
  const [, source, section] = /^(\S{2,20})\s[∙·•・]\s(\S{2,12})$/u.exec(value) ?? []
  return source !== undefined && section !== undefined ? [source, section] : [value]
}

/** Whether a whole day begins at an offset, right behind a mark or a word. */
export function isDayBehind(fold: string, at: number): boolean {
  if (!/\d/.test(fold[at] as string) || /[\p{N}\s.:/-]/u.test(fold[at - 1] as string)) return false
  const date = dateAt(fold, at)
  return date !== undefined && hasYear(date) && date.iso.length >= 10
}

/** A value without the marks around all of it. */
export const unbracketed = (value: string): string =>
  /^[《〈「『“"]\s?([^《》〈〉「」『』“”"]+)[》〉」』”"](?:$|\d|[（(，,])/u.exec(value)?.[1] ??
  value.replace(/(?<=[报報])[数數]字[报報]$/u, '')

/** A source as it is kept, and the part of it that is named behind it. */
export function sourceIn(written: string): { readonly source: string; readonly section?: string } {
  const [source, section] = withSection(written.replace(WIDGETS, ''))
  return { source: unbracketed(withoutPlace(source)), ...(section !== undefined && { section }) }
}

/** Whether a name is one of a person or an office for certain, or in letters. */
export const named = (name: string): boolean => {
  const fold = folded(name)
  return !/^\p{sc=Han}+$/u.test(fold) || isSurelyName(fold) || isOffice(fold)
}
