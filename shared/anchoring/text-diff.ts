import { diffArrays } from 'diff'
import type { TextChange, TextChanges } from './text-changes'

/**
 * What is compared as one: a Chinese character, a kana or a syllable of hangul; a word of other scripts; a space; any
 * other character. Surrogate pairs stay whole.
 */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{M}\p{N}'’])+|[\s\S]/gu

/** So many differing lines, or tokens between two lines that are the same, are looked into; more is one change. */
const MOST_LINES = 1500
const MOST_TOKENS = 1500

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? []
const lengthOf = (parts: readonly string[]): number => parts.reduce((sum, part) => sum + part.length, 0)

/** The changes between two lists of pieces; null when they differ in more than `most`. */
function between(before: readonly string[], after: readonly string[], most: number): TextChange[] | null {
  const parts = diffArrays([...before], [...after], { maxEditLength: most })
  if (!parts) return null
  const found: TextChange[] = []
  let [from, start] = [0, 0]
  let open: TextChange | null = null
  for (const { added, removed, value } of parts) {
    const length = lengthOf(value)
    if (added || removed) {
      open ??= { from, to: from, start, end: start }
      if (removed) from += length
      else start += length
      open = { ...open, to: from, end: start }
      continue
    }
    if (open) found.push(open)
    open = null
    from += length
    start += length
  }
  return open ? [...found, open] : found
}

/** A text as its lines, each but the last with its line end. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/**
 * What is between two texts: by lines first, and where these differ by words, or by characters where the script does not
 * part its words. Texts that have little in common are one change.
 */
export function textDiff(before: string, after: string): TextChange[] {
  const whole: TextChange = { from: 0, to: before.length, start: 0, end: after.length }
  if (before === after) return []
  const lines = between(linesOf(before), linesOf(after), MOST_LINES) ?? [whole]
  return lines.flatMap((hunk) => {
    const [old, now] = [before.slice(hunk.from, hunk.to), after.slice(hunk.start, hunk.end)]
    const inside = between(tokensOf(old), tokensOf(now), MOST_TOKENS)
    if (!inside) return [hunk]
    return inside.map(({ from, to, start, end }) => ({
      from: hunk.from + from,
      to: hunk.from + to,
      start: hunk.start + start,
      end: hunk.start + end,
    }))
  })
}

/** A stretch that was replaced is looked into where both its words are at least so many UTF-16 units, and at most so many. */
const WORTH_COMPARING = { least: 24, most: 100_000 }

/**
 * `changes` in which long stretches that were replaced by others of like words (pasted over, say) are only the changes
 * inside of them. `before` and `after` are the texts.
 */
export const refined = (changes: TextChanges, before: string, after: string): TextChange[] =>
  changes.flatMap((change) => {
    const [old, now] = [before.slice(change.from, change.to), after.slice(change.start, change.end)]
    const { least, most } = WORTH_COMPARING
    if (Math.min(old.length, now.length) < least || Math.max(old.length, now.length) > most) return [change]
    return textDiff(old, now).map(({ from, to, start, end }) => ({
      from: change.from + from,
      to: change.from + to,
      start: change.start + start,
      end: change.start + end,
    }))
  })

/**
 * Changes to be read by a person: where what is the same between two changes is shorter than either of them, they are
 * one; else a rewritten sentence would be a litter of single characters.
 */
export function readable(changes: TextChanges): TextChange[] {
  const joined: TextChange[] = []
  for (const change of changes) {
    const last = joined.at(-1)
    const size = ({ from, to, start, end }: TextChange): number => Math.max(to - from, end - start)
    const gap = last ? change.from - last.to : Number.POSITIVE_INFINITY
    if (last && gap <= 2 && gap < Math.min(size(last), size(change)))
      joined[joined.length - 1] = { from: last.from, to: change.to, start: last.start, end: change.end }
    else joined.push(change)
  }
  return joined
}
