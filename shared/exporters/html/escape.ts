import { isRightToLeft } from '../direction'
import { legalXml } from '../legal-xml'

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as they stand in HTML, in text and in attributes between double quotes; what HTML may not contain is U+FFFD. */
export const escapeHtml = (words: string): string =>
  legalXml(words)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u007f-\u009f]/g, '\ufffd')
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] as string)

/** A day, `2026-11-22`, with no digit before and after it. */
const DAY = /(?<!\d)\d{4}-\d\d-\d\d(?!\d)/g

/** Words as `escapeHtml` writes them, with each day in them on one line. */
export const withWholeDays = (words: string): string => escapeHtml(words).replace(DAY, '<span class="day">$&</span>')

/** The attribute of an element whose words run from right to left; nothing for others. */
export const directionOf = (words: string): string => (isRightToLeft(words) ? ' dir="rtl"' : '')
