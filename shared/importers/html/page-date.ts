import { isoDate } from '../date'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const TIME =
  '(?:,?\\s+(?:at\\s+)?(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*([ap]\\.?m\\.?)?\\s*(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?)?'
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,?\\s+)?'
/** RFC 5322, `25 November 2026`, and `November 25, 2026 at 6:37 p.m.` */
const DAY_FIRST = new RegExp(`^${WEEKDAY}(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})${TIME}$`, 'i')
const MONTH_FIRST = new RegExp(`^${WEEKDAY}${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})${TIME}$`, 'i')
const MONTH_ONLY = new RegExp(`^${MONTH},?\\s+(\\d{4})$`, 'i')
/** What `Date` prints: `Wed Nov 25 18:37:18 CST 2026`. Its zone has many meanings and is left out. */
const PRINTED = new RegExp(
  `^${WEEKDAY}${MONTH}\\s+(\\d{1,2})\\s+(\\d{1,2}:\\d{2}:\\d{2})\\s+(?:[A-Z]{3,4}\\s+)?(\\d{4})$`,
  'i',
)

/**
 * A date as the markup of pages has it, as ISO 8601: what `isoDate` reads, `2022-03-05-10:30:00` as gov.cn writes it,
 * `20220305`, English dates with the month's name, and dates of mail; undefined for anything else.
 */
export function pageDate(written: string): string | undefined {
  const plain = written.trim()
  const joined = plain
    .replace(/^(\d{4}-\d{1,2}-\d{1,2})-(?=\d{1,2}:)/, '$1 ')
    .replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
  const iso = isoDate(joined) ?? isoDate(joined.replace(/\s*(?:星期|周|週)[一二三四五六日天]\s*/, ' '))
  if (iso !== undefined) return iso
  const dayFirst = DAY_FIRST.exec(plain)
  if (dayFirst) return assembled(dayFirst[3], dayFirst[2], dayFirst[1], dayFirst[4], dayFirst[5], dayFirst[6])
  const monthFirst = MONTH_FIRST.exec(plain)
  if (monthFirst)
    return assembled(monthFirst[3], monthFirst[1], monthFirst[2], monthFirst[4], monthFirst[5], monthFirst[6])
  const month = MONTH_ONLY.exec(plain)
  if (month) return isoDate(`${month[2]}-${monthNumber(month[1])}`)
  const printed = PRINTED.exec(plain)
  return printed ? assembled(printed[4], printed[1], printed[2], printed[3]) : undefined
}

const monthNumber = (name = ''): number => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

function assembled(year = '', month = '', day = '', time?: string, half?: string, zone?: string): string | undefined {
  const date = `${year}-${monthNumber(month)}-${day}`
  if (time === undefined) return isoDate(date)
  const [hour = '', ...rest] = time.split(':')
  const shown = Number(hour)
  const hours = half === undefined ? shown : (shown % 12) + (/^p/i.test(half) ? 12 : 0)
  return isoDate(`${date} ${[String(hours), ...rest].join(':')} ${zone ?? ''}`)
}
