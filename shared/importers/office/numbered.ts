import { isCjk, lastCharacter } from '../cjk'
import { type DraftText, joined } from './draft'

/** A heading with the number that a program sets before it, which is part of its words: 一、总体要求. */
export function numbered(text: DraftText, marker: string | undefined): DraftText {
  if (marker === undefined) return text
  const gap = isCjk(lastCharacter(marker)) && /\p{P}$/u.test(marker) ? '' : ' '
  return joined([{ text: marker + gap, marks: [], points: [] }, text], '')
}
