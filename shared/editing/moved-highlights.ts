import { placeAfter, type TextChanges } from '../anchoring/text-changes'
import type { Highlight } from '../model/highlight'
import type { Time } from '../model/ids'
import { passageOf } from '../model/passage'

/** What a new text makes of a highlight. */
export interface MovedHighlight {
  readonly before: Highlight
  readonly after: Highlight
  /**
   * *same*: it quotes the same words, wherever they are now and however they are parted into paragraphs; *changed*: it
   * quotes other words; *lost*: none of its words are there any more.
   */
  readonly state: 'same' | 'changed' | 'lost'
}

/** A quote without its line ends: joining and parting paragraphs changes no words. */
const words = (quote: string): string => quote.replaceAll('\n', '')

/** Whether two quotes are the same words, however they are parted into paragraphs. */
export const sameWords = (a: string, b: string): boolean => words(a) === words(b)

/** A highlight whose words are gone: it stands where it stood, with its quote and all that belongs to it. */
export const lose = (highlight: Highlight, now: Time): Highlight => ({ ...highlight, lost: now })

/** A highlight at a place of `text`; it is lost no longer. */
export function place(highlight: Highlight, text: string, { start, end }: { start: number; end: number }): Highlight {
  const { lost: _, ...rest } = highlight
  return { ...rest, passage: passageOf(text, start, end) }
}

/**
 * Where highlights are after `changes`, which lead to `text`. Those that were lost before are left out: they have no
 * place that could be followed.
 */
export function movedHighlights(
  highlights: readonly Highlight[],
  changes: TextChanges,
  text: string,
  now: Time,
): MovedHighlight[] {
  return highlights
    .filter(({ lost }) => lost === undefined)
    .map((before) => {
      const at = placeAfter(changes, before.passage)
      const after = at && place(before, text, at)
      if (!after || (after.passage.quote.trim() === '' && before.passage.quote.trim() !== ''))
        return { before, after: lose(before, now), state: 'lost' }
      return { before, after, state: sameWords(before.passage.quote, after.passage.quote) ? 'same' : 'changed' }
    })
}
