/** The words of a heading that runs into its paragraph are no more than this, in UTF-16 units, if a clause is less. */
const LONGEST_SENTENCE = 64
/** A heading of one clause ends at a colon only when it has at least this many units before it. */
const SHORTEST = 2

const OPEN = '“‘「『（《〈【〔([{'
const CLOSE = '”’」』）》〉】〕)]}'
const SENTENCE_END = /[。！？!?；;｡؟]/
const CLAUSE_END = /[，,：:；;。！？!?，、؛،｡]/

/** The index of the first character from `from` to `to` at which `stops` says yes, not counting what is in brackets or quotes. */
function firstStop(text: string, from: number, to: number, stops: (at: number) => boolean): number | undefined {
  let depth = 0
  let quoted = false
  let inside: number | undefined
  for (let at = from; at < to; at++) {
    const sign = text[at] as string
    if (OPEN.includes(sign)) depth += 1
    else if (CLOSE.includes(sign)) depth = Math.max(0, depth - 1)
    else if (sign === '"') quoted = !quoted
    else if (stops(at)) {
      if (depth === 0 && !quoted) return at
      inside ??= at
    }
  }
  return depth > 0 || quoted ? inside : undefined
}

/** Whether a sentence ends at this character; a full point ends one only before a space and no digit. */
const endsSentence = (text: string) => (at: number) =>
  SENTENCE_END.test(text[at] as string) ||
  (text[at] === '.' &&
    /^\s+[\p{Lu}\p{Lo}\d“"]/u.test(text.slice(at + 1, at + 5)) &&
    /[\p{Ll}\d)”"]/u.test(text[at - 1] ?? ''))

/** Where the first sentence between `from` and `to` ends: at its stop, or at `to` when there is none. */
const sentenceEnd = (text: string, from: number, to: number): number =>
  firstStop(text, from, to, endsSentence(text)) ?? to

/** Whether there is more than one sentence between `from` and `to`. */
export function hasSentences(text: string, from: number, to = text.length): boolean {
  const end = sentenceEnd(text, from, to)
  return /[\p{L}\p{N}]/u.test(text.slice(end, to).replace(/^.["”’」』）)]*/u, ''))
}

/**
 * Where the words end that head what stands from `start` to `to` in `text`; `words` is where they begin behind their
 * number. They are the first sentence, or when `by` says so or the sentence is long, its first clause. A question
 * keeps its mark.
 */
export function headingEnd(text: string, words: number, to: number, by: 'sentence' | 'clause'): number {
  const sentence = sentenceEnd(text, words, to)
  const colon = firstStop(text, words + SHORTEST, sentence, (at) => text[at] === '：' || text[at] === ':')
  if (colon !== undefined && by === 'sentence' && colon - words <= LONGEST_SENTENCE) return trimmed(text, words, colon)
  if (by === 'sentence' && sentence - words <= LONGEST_SENTENCE * (isLatin(text, words) ? 2 : 1)) {
    return /[？?]/.test(text[sentence] ?? '') && sentence < to ? sentence + 1 : trimmed(text, words, sentence)
  }
  return trimmed(text, words, clauseEnd(text, words, sentence))
}

const clauseEnd = (text: string, from: number, to: number): number =>
  firstStop(text, from + 1, to, (at) => CLAUSE_END.test(text[at] as string) && text[at] !== '、') ?? to

const isLatin = (text: string, at: number): boolean =>
  /^\P{L}*[\p{sc=Latin}\p{sc=Cyrillic}]/u.test(text.slice(at, at + 8))

/** Without spaces and stops at the end. */
function trimmed(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /[\s\u3000。，,：:；;、.]/.test(text[end - 1] as string)) end -= 1
  return end
}
