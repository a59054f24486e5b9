import { fold } from '../../queries/fold'

/**
 * A line as its habits are looked for: both scripts, both widths and all shapes of quotation marks are one, letters are
 * small, digits are 0-9, and what cannot be seen is a space. Offsets in it are offsets in the line itself.
 */
export const folded = (line: string): string =>
  fold(line)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/[\u200b-\u200f\u2060\ufeff\t]/g, ' ')

/**
 * A regular expression for folded lines; `source` may be written in either script. Letters must be small.
 * Quantifiers are bounded wherever they follow each other, so that the time grows with the line's length alone.
 */
export const pattern = (source: string, flags = ''): RegExp => new RegExp(fold(source, { case: false }), `${flags}u`)

/** Alternatives, the longest first, so that none hides behind its own beginning. */
export const anyOf = (words: readonly string[]): string =>
  `(?:${[...words].sort((a, b) => b.length - a.length).join('|')})`

/** The words of a list that is written with spaces between them; `_` stands for a space. */
export const words = (list: string): string[] =>
  list
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '))
