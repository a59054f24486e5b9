import { escapeHtml } from '../html/escape'

/** Words of a citation that are set alike. */
export interface CitedWords {
  readonly text: string
  readonly italic?: true
}

/** The words without their manner. */
export const plainCitation = (words: readonly CitedWords[]): string => words.map(({ text }) => text).join('')

/** The words as HTML, addresses as they are. */
export const htmlCitation = (words: readonly CitedWords[]): string =>
  words.map(({ text, italic }) => (italic ? `<i>${escapeHtml(text)}</i>` : escapeHtml(text))).join('')

/** Words with a full stop, unless they end with a stop of their own. */
export const stopped = (words: string): string => (/[.?!。？！…]$/u.test(words) ? words : `${words}.`)

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
/** A month's name in English, from 1. */
export const monthName = (month: number): string => MONTHS[month - 1] ?? String(month)

/** Given names as initials: `Jane Mary` → `J. M.` */
export const initials = (given: string, stop = '.'): string =>
  given
    .split(/[\s.]+/)
    .filter((part) => part !== '')
    .map((part) =>
      part
        .split('-')
        .map((each) => `${[...each][0]?.toUpperCase() ?? ''}${stop}`)
        .join('-'),
    )
    .join(' ')
