import type { Remarks } from './remarks'

/**
 * The lines of a text. Beside `\n` and `\r`, Unicode's other mandatory breaks (UAX 14: vertical tab, form feed,
 * U+0085, U+2028, U+2029) end a line too, because a block's text may hold none of them.
 */
export const linesOf = (text: string): string[] => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/)

/** `text` without control characters (Unicode category Cc) other than tab and line ends; they are counted. */
export function withoutControls(text: string, remarks: Remarks): string {
  let dropped = 0
  const kept = text.replace(/(?![\t\n\v\f\r\u0085])\p{Cc}/gu, () => {
    dropped += 1
    return ''
  })
  remarks.count('import.controlCharacters', dropped)
  return kept
}
