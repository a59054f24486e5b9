import { isoDate } from '../date'
import { CHINESE, chineseNumber } from '../outline/numerals'
import { ERAS, MONTHS, monthNumber } from './calendar'
import { anyOf, pattern } from './folded'

/** A date as it stands in a line. */
export interface WrittenDate {
  /** Where it stands: UTF-16 offsets in the line, end exclusive; its time of day belongs to it. */
  readonly start: number
  readonly end: number
  /** ISO 8601 as far as it is written; `--12-29` where the year is not. */
  readonly iso: string
}

const NUMERAL = `[${CHINESE}]`
const YEAR = `(?<year>(?:1[6-9]|20)\\d\\d|[一二][${CHINESE}o]{3})`
const ERA = `(?<era>${anyOf(Object.keys(ERAS))})\\s?(?<eraYear>元|\\d{1,3}|${NUMERAL}{1,4})`
const number = (name: string): string => `(?<${name}>\\d{1,2}|${NUMERAL}{1,3})`
const OF = '(?:st|nd|rd|th|er|º|\\.)?'
const NAMED = `(?<monthName>${anyOf(MONTHS)})(?![\\p{L}])\\.?(?:\\s?/\\s?${anyOf(MONTHS)}(?![\\p{L}]))?`

/** The ways to write a day. Those with signs first; each begins where it is looked for. */
const DAYS = [
  `(?:${YEAR}|${ERA})\\s?[年년]\\s?(?:${number('month')}\\s?[月월]\\s?(?:份|${number('day')}\\s?[日号일])?)?`,
  `${YEAR}(?<sign>[-/.])${number('month')}\\k<sign>${number('day')}(?!\\d)`,
  `${YEAR}\\s${number('month')}/${number('day')}(?![\\d/])`,
  `${number('month')}月${number('day')}[日号]`,
  // Days first or months first, where the day can be no month; with stops days are always first.
  `(?<day>1[3-9]|2\\d|3[01])[/-](?<month>\\d{1,2})[/-](?<year>20\\d\\d|1[6-9]\\d\\d)(?!\\d)`,
  `(?<month>\\d{1,2})[/-](?<day>1[3-9]|2\\d|3[01])[/-](?<year>20\\d\\d|1[6-9]\\d\\d)(?!\\d)`,
  `(?<day>\\d{1,2})\\.\\s?(?<month>\\d{1,2})\\.\\s?(?<year>20\\d\\d|1[6-9]\\d\\d)(?!\\d)`,
  `${NAMED}\\s(?<day>\\d{1,2})${OF},?\\s(?<year>(?:1[6-9]|20)\\d\\d)(?!\\d)`,
  `(?<day>\\d{1,2})${OF}\\s(?:de\\s)?${NAMED},?\\s(?:de\\s)?(?<year>(?:1[6-9]|20)\\d\\d)(?!\\d)`,
].map((source) => pattern(source, 'y'))
/** Days without a year in names; they are looked for in datelines only. */
const NAMED_DAYS = [`${NAMED}\\s(?<day>\\d{1,2})(?!\\d)`, `(?<day>\\d{1,2})\\s${NAMED}`].map((source) =>
  pattern(source, 'y'),
)

const WEEKDAY =
  '(?:\\s?[,(]?\\s?(?:星期|周|礼拜)[一二三四五六日天]\\s?\\)?|\\s?\\([月火水木金土日]\\)|,?\\s(?:mon|tues|wednes|thurs|fri|satur|sun)day)?'
const HOUR = pattern(
  `${WEEKDAY}[\\st,(|·-]{0,4}(?:(?:at|um|à|a las|في|الساعة)\\s)?(?<half>上午|下午|晚上|晚|凌晨|早上|中午|午前|午後|오전|오후)?\\s?(?<hour>\\d{1,2})\\s?(?::|时|点|시|h(?=\\d{2}\\b)|\\.(?=\\d{2}\\s?(?:[ap]\\.?m|[a-z]{2,3}t\\b|uhr)))\\s?(?<minute>\\d{2})?\\s?[分분]?(?::(?<second>\\d{2})(?:\\.\\d{1,6})?|(?<second2>\\d{1,2})秒)?(?:\\s?(?<pm>[ap])\\.?m\\b\\.?|\\s?(?<arabic>مساء|صباح|م|ص)\\p{M}?ا?\\p{M}?(?!\\p{L}))?(?:\\s?(?<zone>z|utc|gmt|[+-]\\d{2}:?\\d{2})(?![\\p{L}\\d]))?(?:\\s?(?:et|est|edt|bst|jst|cst|pst|北京时间)(?![\\p{L}]))?`,
  'y',
)

/** The date that begins at an offset of a folded line, with its time of day; undefined when none does. */
export function dateAt(line: string, at: number, withNames = false): WrittenDate | undefined {
  if (at > 0 && /[\d-]/.test(line[at] ?? '') && /(?:\d[./]|[\d-])$/.test(line.slice(Math.max(0, at - 2), at)))
    return undefined
  for (const day of withNames ? [...DAYS, ...NAMED_DAYS] : DAYS) {
    day.lastIndex = at
    const found = day.exec(line)
    const read = found && dayOf(found.groups as Groups)
    if (found && read) return withTime(line, at, at + found[0].trimEnd().length, read)
  }
  return undefined
}

/** Every date in a folded line, in its order. */
export function datesIn(line: string, withNames = false): WrittenDate[] {
  const found: WrittenDate[] = []
  BEGINNING.lastIndex = 0
  for (let start = BEGINNING.exec(line); start; start = BEGINNING.exec(line)) {
    const date = dateAt(line, start.index, withNames)
    if (date) found.push(date)
    BEGINNING.lastIndex = date ? date.end : start.index + (/\d/.test(start[0]) ? start[0].length : 1)
  }
  return found
}
/** Where a date may begin. */
const BEGINNING = pattern(`\\d{1,4}|[${CHINESE}]|${anyOf(Object.keys(ERAS))}|(?<![\\p{L}])${anyOf(MONTHS)}`, 'g')

type Groups = Readonly<Record<string, string | undefined>>

function dayOf(groups: Groups): string | undefined {
  const year = yearOf(groups)
  const month = groups.monthName === undefined ? numberOf(groups.month) : monthNumber(groups.monthName)
  const day = numberOf(groups.day)
  if (year === undefined && (month === undefined || day === undefined)) return undefined
  if (month === undefined) return year
  // A leap year, so that the 29th of February of an unknown year is one.
  const written = [year ?? '2000', month, ...(day === undefined ? [] : [day])].join('-')
  const iso = isoDate(written)
  return iso !== undefined && year === undefined ? `--${iso.slice(5)}` : iso
}

function yearOf({ year, era, eraYear }: Groups): string | undefined {
  if (era !== undefined && eraYear !== undefined) {
    const before = ERAS[era] as number
    const count = eraYear === '元' ? 1 : numberOf(eraYear)
    return count === undefined || count < 1 || count > 150 ? undefined : String(before + count)
  }
  const value = numberOf(year?.replace(/o/g, '〇'))
  return value !== undefined && value > 1600 && value < 2100 ? String(value) : undefined
}

const numberOf = (numeral: string | undefined): number | undefined =>
  numeral === undefined ? undefined : /^\d+$/.test(numeral) ? Number(numeral) : chineseNumber(numeral)

function withTime(line: string, start: number, end: number, day: string): WrittenDate {
  const plain = { start, end, iso: day }
  if (!/\d\d-\d\d$/.test(day)) return plain
  HOUR.lastIndex = end
  const found = HOUR.exec(line)
  const { half = '', hour = '', minute, second, second2, pm, arabic, zone = '' } = (found?.groups ?? {}) as Groups
  if (!found || (minute === undefined && !/[时点시]/u.test(found[0]))) return plain
  const later = pm === 'p' || arabic?.startsWith('م') || /^(?:下午|晚上?|午后|오후)$/.test(half)
  const hours =
    later && Number(hour) < 12
      ? Number(hour) + 12
      : (pm === 'a' || arabic?.startsWith('ص')) && hour === '12'
        ? 0
        : Number(hour)
  const seconds = second ?? second2
  const clock = `${hours}:${minute ?? '00'}${seconds === undefined ? '' : `:${seconds.padStart(2, '0')}`}`
  const time = isoDate(`2000-01-01T${clock}${zone === '' ? '' : ` ${zone.toUpperCase()}`}`)?.slice(10)
  return time === undefined ? plain : { start, end: end + found[0].trimEnd().length, iso: day + time }
}

/** Whether the year of a date is known. */
export const hasYear = ({ iso }: WrittenDate): boolean => !iso.startsWith('--')
