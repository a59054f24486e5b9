import type { DocumentMetadata } from '../../model/document'

/** Longer lines are more than who and when, in UTF-16 units. */
const LONGEST = 120
/** Letters that may be left when everything that is known is taken out. */
const LEFT = 4
const SAYS_NOTHING =
  /(?<!\p{L})(?:by|and|on|at|published|posted|updated|gmt|utc|[ap]m|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?)(?!\p{L})|[来來]源|作者|[发發][布佈表][时時][间間]|[时時][间間]|日期|星期.|原[创創]|[发發]表[于於]\p{sc=Han}{2,4}$|[年月日时時分]|بقلم/giu

/** Arabic and full-width digits as 0 to 9. */
const westernDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String((digit.codePointAt(0) as number) & 15))

/** Whether a line tells nothing but who wrote the text, when and where, and all that is in the metadata already. */
export function isToldByline(text: string, { author, reporter, source, date, title }: DocumentMetadata): boolean {
  if (text.length > LONGEST || date === undefined || text === title) return false
  const hasTime = /\d\s*[:：]\s*\d\d/.test(text)
  if (hasTime && !date.includes('T')) return false
  const names = [author, reporter, source]
    .flatMap((each) => each?.split(/、|, /) ?? [])
    .sort((a, b) => b.length - a.length)
  let rest = text
  for (const name of names) rest = rest.replaceAll(name, ' ')
  const left = rest.replace(SAYS_NOTHING, ' ').match(/\p{L}/gu)?.length ?? 0
  return left <= LEFT && (rest !== text || westernDigits(text).includes(date.slice(0, 4)))
}
