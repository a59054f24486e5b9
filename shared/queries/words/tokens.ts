import { fold } from '../fold'
import { countingTable } from '../shingles'
import { lastOf } from '../steps'
import { boundAt, type WordBounds, wordBounds } from './bounds'
import { keyOf, spaceTable } from './keys'

/** The words or characters of a text in its order, as columns of numbers; spaces and punctuation are none. */
export class Tokens {
  /** How many there are; what lies behind them in the columns means nothing. */
  length = 0
  /** UTF-16 offsets into the text; ends are exclusive. */
  starts = new Uint32Array(1024)
  ends = new Uint32Array(1024)
  /** The paragraph in which each stands, from 0; nothing is counted across two. */
  paragraphs = new Uint32Array(1024)

  add(start: number, end: number, paragraph: number): void {
    if (this.length === this.starts.length) {
      const wider = new Tokens()
      const room = 2 * this.length
      for (const name of ['starts', 'ends', 'paragraphs'] as const) {
        wider[name] = new Uint32Array(room)
        wider[name].set(this[name])
        this[name] = wider[name]
      }
    }
    this.starts[this.length] = start
    this.ends[this.length] = end
    this.paragraphs[this.length++] = paragraph
  }
}

/** A text that is counted. */
export interface CountedText {
  readonly text: string
  /** The language by which its words are parted (BCP 47); Chinese without it. */
  readonly language?: string
  /** Where its words begin and end, when that is known; it is asked for only where words are counted. */
  readonly bounds?: () => WordBounds
}

/** What is counted. */
export interface TokenOptions {
  /** Words as `Intl.Segmenter` and the lexicon part them, or single characters. */
  readonly unit: 'word' | 'character'
  /** How many of them make one that is counted: 1 without it, 2 for pairs and so on. */
  readonly n?: number
  /** Words of one's own, in any script: they are never parted, the longest first. */
  readonly lexicon?: Lexicon
}

/** Words that are never parted. */
export interface Lexicon {
  /** The longest word that begins at a place of a folded text, in UTF-16 units; 0 when there is none. */
  longestAt(folded: string, at: number): number
}

/** A lexicon of words; spaces around them, and empty ones, make no difference. */
export function lexiconOf(words: Iterable<string>): Lexicon {
  const byFirst = new Map<string, string[]>()
  for (const word of words) {
    const folded = fold(word.trim())
    if (folded === '' || folded.includes('\n')) continue
    const first = folded[0] as string
    byFirst.set(first, [...(byFirst.get(first) ?? []), folded])
  }
  for (const some of byFirst.values()) some.sort((one, other) => other.length - one.length)
  return {
    longestAt: (folded, at) =>
      byFirst.get(folded[at] as string)?.find((word) => folded.startsWith(word, at))?.length ?? 0,
  }
}

/** Words that are not to be listed, as they are counted. */
export const stopsOf = (words: Iterable<string>): ReadonlySet<string> =>
  new Set(Array.from(words, (word) => keyOf(word, 0, word.length)))

/** The words of a list that is written one to a line, or with commas between; what follows # is a remark. */
export const listed = (written: string): string[] =>
  written
    .split('\n')
    .flatMap((line) => line.replace(/#.*$/, '').split(/[,，、;；\t]/))
    .map((word) => word.trim())
    .filter((word) => word !== '')

/** What is counted in a text. `into` is emptied and filled, so that one and the same may be used for many texts. */
export function tokensOf(of: CountedText, { unit, n = 1, lexicon }: TokenOptions, into = new Tokens()): Tokens {
  into.length = 0
  if (unit === 'character') addCharacters(of.text, into)
  else addWords(of, lexicon, into)
  if (n > 1) joinFollowing(of.text, into, n)
  return into
}

function addCharacters(text: string, into: Tokens): void {
  const counts = countingTable()
  let paragraph = 0
  for (let start = 0; start < text.length; ) {
    const unit = text.charCodeAt(start)
    const isPair = unit >= 0xd800 && unit < 0xdc00 && (text.codePointAt(start) as number) > 0xffff
    const end = start + (isPair ? 2 : 1)
    if (unit === 10) paragraph++
    else if (counts[unit] !== 0) into.add(start, end, paragraph)
    start = end
  }
}

/** The words of the lexicon from left to right, and between them, and of what they leave of others, those of the bounds. */
function addWords({ text, language, bounds }: CountedText, lexicon: Lexicon | undefined, into: Tokens): void {
  const marks = bounds ? bounds() : lastOf(wordBounds(text, language))
  const folded = lexicon ? fold(text) : ''
  let [paragraph, open, ownEnd, isInWord] = [0, -1, -1, false]
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) === 10) paragraph++
    const mark = boundAt(marks, at)
    if (at === ownEnd) open = isInWord ? at : -1
    const length = lexicon && at >= ownEnd ? lexicon.longestAt(folded, at) : 0
    if (length > 0) {
      if (open >= 0 && open < at) into.add(open, at, paragraph)
      into.add(at, at + length, paragraph)
      ownEnd = at + length
    }
    if (mark & 1) isInWord = true
    if (mark & 2) isInWord = false
    if (at < ownEnd) continue
    if (mark & 1) open = at
    if (mark & 2 && open >= 0) {
      into.add(open, at + 1, paragraph)
      open = -1
    }
  }
}

/**
 * Puts in the place of tokens the stretches of `n` that follow each other in one paragraph with only spaces between; what
 * is written lies before what is still to be read.
 */
function joinFollowing(text: string, tokens: Tokens, n: number): void {
  const { starts, ends, paragraphs } = tokens
  const isSpace = spaceTable()
  const follows = (at: number): boolean => {
    if (paragraphs[at] !== paragraphs[at - 1]) return false
    for (let i = ends[at - 1] as number; i < (starts[at] as number); i++) {
      if (isSpace[text.charCodeAt(i)] === 0) return false
    }
    return true
  }
  let [run, joined] = [0, 0]
  for (let at = 0; at < tokens.length; at++) {
    run = at > 0 && follows(at) ? run + 1 : 1
    if (run < n) continue
    starts[joined] = starts[at - n + 1] as number
    ends[joined] = ends[at] as number
    paragraphs[joined++] = paragraphs[at] as number
  }
  tokens.length = joined
}
