const CJK =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\u3000-\u303f\u30fb\u30fc\ufe10-\ufe1f\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/u
/** Punctuation that Chinese and Latin text share: it goes with whatever stands on the other side. */
const SHARED = /[“”‘’—…·]/

/** Whether `character` (one code point) is of Chinese or Japanese writing, its own punctuation included. */
export const isCjk = (character: string): boolean => CJK.test(character)

/** The last code point of `text`; empty for an empty text. */
export function lastCharacter(text: string): string {
  const last = text.slice(-1)
  return last >= '\udc00' && last <= '\udfff' ? text.slice(-2) : last
}

/** The first code point of `text`; empty for an empty text. */
export const firstCharacter = (text: string): string => {
  const point = text.codePointAt(0)
  return point === undefined ? '' : String.fromCodePoint(point)
}

/**
 * What stands between two characters when the line end between them is only the layout of the source: nothing
 * between two characters of Chinese or Japanese writing, else a space (the rule of CSS Text 3, section 4.1.3, and
 * shared punctuation beside such a character counts as one). Korean is written with spaces and keeps them.
 */
export function joint(before: string, after: string): '' | ' ' {
  const left = isCjk(before)
  const right = isCjk(after)
  if (left && right) return ''
  if ((left && SHARED.test(after)) || (right && SHARED.test(before))) return ''
  return ' '
}
