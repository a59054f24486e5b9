import { fold } from '../fold'
import { countingTable } from '../shingles'

/** A word or character of a text: UTF-16 offsets into it, `end` exclusive. */
export interface Token {
  readonly start: number
  readonly end: number
  /** What it is counted as: folded, so that both scripts, widths and cases are one. */
  readonly key: string
  /** The paragraph it stands in, from 0; nothing is counted across two. */
  readonly paragraph: number
}

/** What is counted. */
export interface TokenOptions {
  /** Words as `Intl.Segmenter` and the lexicon part them, or single characters. */
  readonly unit: 'word' | 'character'
  /** The language by which words are parted (BCP 47); Chinese without it. */
  readonly language?: string
  /** Words of one's own, in any script: they are never parted, the longest first. */
  readonly lexicon?: Lexicon
}

/** Words that are never parted. */
export interface Lexicon {
  /** The longest word that begins at a place of a folded text, in UTF-16 units; 0 when there is none. */
  longestAt(folded: string, at: number): number
}

/** Longer paragraphs are parted in pieces: some engines take ever longer over them (V8 before 2024: with their square). */
const LONGEST = 4000

/** A lexicon of words; spaces around them, and empty ones, make no difference. */
export function lexiconOf(words: Iterable<string>): Lexicon {
  const byFirst = new Map<string, string[]>()
  for (const word of words) {
    const folded = fold(word.trim())
    if (folded === '') continue
    const first = folded[0] as string
    byFirst.set(first, [...(byFirst.get(first) ?? []), folded])
  }
  for (const some of byFirst.values()) some.sort((one, other) => other.length - one.length)
  return {
    longestAt: (folded, at) =>
      byFirst.get(folded[at] as string)?.find((word) => folded.startsWith(word, at))?.length ?? 0,
  }
}

/** Words that are not to be listed, folded as tokens are. */
export const stopsOf = (words: Iterable<string>): ReadonlySet<string> =>
  new Set(Array.from(words, (word) => fold(word.trim())))

/** The words of a list that is written one to a line, or with commas between; what follows # is a remark. */
export const listed = (written: string): string[] =>
  written
    .split('\n')
    .flatMap((line) => line.replace(/#.*$/, '').split(/[,，、;；\t]/))
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** The words or characters of a text, in its order; spaces and punctuation are none. */
export function* tokensOf(text: string, { unit, language = 'zh', lexicon }: TokenOptions): Generator<Token> {
  const folded = fold(text)
  let [paragraph, start] = [0, 0]
  while (start <= text.length) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (unit === 'character') yield* charactersIn(text, folded, start, end, paragraph)
    else {
      for (let from = start; from < end; ) {
        const until = pieceEnd(text, from, end)
        yield* wordsIn(text, folded, from, until, paragraph, language, lexicon)
        from = until
      }
    }
    paragraph++
    start = end + 1
  }
}

/** Where a piece ends that is not too long: behind a stop when there is one. */
function pieceEnd(text: string, from: number, end: number): number {
  if (end - from <= LONGEST) return end
  for (let at = from + LONGEST; at > from + LONGEST / 2; at--)
    if (/[。！？；，.!?;,\s]/.test(text[at - 1] as string)) return at
  const isPair = /[\ud800-\udbff]/.test(text[from + LONGEST - 1] as string)
  return from + LONGEST - (isPair ? 1 : 0)
}

function* charactersIn(text: string, folded: string, from: number, until: number, paragraph: number): Generator<Token> {
  const counts = countingTable()
  for (let start = from; start < until; ) {
    const length = (text.codePointAt(start) as number) > 0xffff ? 2 : 1
    if (counts[text.charCodeAt(start)] !== 0) {
      yield { start, end: start + length, key: folded.slice(start, start + length), paragraph }
    }
    start += length
  }
}

/** One segmenter for each language: they are slow to make. */
const segmenters = new Map<string, Intl.Segmenter>()

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const made = new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, made)
  return made
}

/** Words of a stretch: those of the lexicon from left to right, and between them what the segmenter parts. */
function* wordsIn(
  text: string,
  folded: string,
  from: number,
  until: number,
  paragraph: number,
  language: string,
  lexicon: Lexicon | undefined,
): Generator<Token> {
  let unparted = from
  for (let at = from; lexicon && at < until; ) {
    const length = lexicon.longestAt(folded, at)
    if (length === 0 || at + length > until) {
      at++
      continue
    }
    yield* segmented(text, folded, unparted, at, paragraph, language)
    yield { start: at, end: at + length, key: folded.slice(at, at + length), paragraph }
    at += length
    unparted = at
  }
  yield* segmented(text, folded, unparted, until, paragraph, language)
}

function* segmented(
  text: string,
  folded: string,
  from: number,
  until: number,
  paragraph: number,
  language: string,
): Generator<Token> {
  if (from >= until) return
  for (const { index, segment, isWordLike } of segmenterOf(language).segment(text.slice(from, until))) {
    if (!isWordLike) continue
    const [start, end] = [from + index, from + index + segment.length]
    yield { start, end, key: folded.slice(start, end), paragraph }
  }
}

/** Stretches of `n` tokens that follow each other in one paragraph with nothing but spaces between them. */
export function* ngramsOf(text: string, tokens: Iterable<Token>, n: number): Generator<Token> {
  let last: Token[] = []
  for (const token of tokens) {
    const before = last.at(-1)
    const follows =
      before?.paragraph === token.paragraph && text.slice(before.end, token.start).trim() === '' ? last : []
    last = [...follows, token].slice(-n)
    if (last.length < n) continue
    const { start } = last[0] as Token
    yield { start, end: token.end, key: joined(last), paragraph: token.paragraph }
  }
}

/** The keys of tokens as one; in scripts with spaces with a space between. */
const joined = (tokens: readonly Token[]): string =>
  tokens
    .map(({ key }, i) =>
      i > 0 && /^[\p{L}\p{N}]/u.test(key) && !/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(key) ? ` ${key}` : key,
    )
    .join('')
