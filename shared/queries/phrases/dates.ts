import type { Hit } from '../find'

const DIGIT = '[0-9０-９]'
const NUMERAL = '[〇零○一二三四五六七八九十廿卅]'
const YEAR = `(?:${DIGIT}{1,4}|(?:${NUMERAL}|元){1,6}) ?年 ?`
const MONTH = `(?:${DIGIT}{1,2}|[正腊臘]|[闰閏]?${NUMERAL}{1,3}) ?月 ?`
const DAY = `(?:${DIGIT}{1,2}|初?${NUMERAL}{1,3}) ?[日号號]`
/** Days and months, with a year or without; a year by itself is none (2035年远景目标), nor is 三月 or 八月 alone. */
const DATE = new RegExp(
  `(?<!${DIGIT})${YEAR}${MONTH}(?:${DAY})?|${MONTH}${DAY}|(?<!${DIGIT})${DIGIT}{1,2} ?月|(?<!${DIGIT})${DIGIT}{1,2} ?日`,
  'gu',
)

/** Where dates stand in a text of Chinese or Japanese, in text order. */
export function datesIn(text: string): Hit[] {
  if (!/[月日]/.test(text)) return []
  return Array.from(text.matchAll(DATE), ({ 0: date, index }) => ({ start: index, end: index + date.length }))
}
