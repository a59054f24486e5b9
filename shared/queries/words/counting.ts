import { Columns, Hash, HashIndex } from './hash-index'
import { hashKey, hashWritten, keyOf } from './keys'
import { type CountedText, type TokenOptions, Tokens, tokensOf } from './tokens'

/** How often words stand in groups of texts. */
export interface Counted {
  /** How many different words are held; they are numbered from 0. */
  readonly length: number
  /** For each word how often it stands, group by group. */
  readonly counts: readonly Uint32Array[]
  /** All tokens of each group. */
  readonly tokens: readonly number[]
  /** For each text, group after group, how many tokens it has. */
  readonly sizes: Uint32Array
  /** How many different ones there are; at least so many where some were let go. */
  readonly types: number
  /** By how much a count may fall short at most, since rare ones were let go on the way; 0: they are exact. */
  readonly short: number
  /** What a word is counted as; see `keyOf`. */
  key(word: number): string
  /** How it is written most often, or first of several. */
  written(word: number): string
  /** The number of a word by the hash of its key; -1 when it is not held. */
  find(hash: Hash): number
}

/** More different ones than this are not held at once: 70 to 140 bytes each. */
export const MOST_TYPES = 2_000_000
/** So many tokens are counted from one step to the next: a few milliseconds. */
const STEP = 8192

/**
 * Counts the words of groups of texts, in steps that say how much is done, 0 to 1. When there are too many different ones,
 * the rarest are let go (lossy counting: Manku and Motwani, Approximate frequency counts over data streams, 2002): what is
 * frequent is always among them, and no count is too high. Every way of writing a word is looked up by itself, so that
 * what a token is counted as need be found out only once for each.
 */
export function* countTexts(
  groups: readonly (readonly CountedText[])[],
  options: TokenOptions,
  mostTypes = MOST_TYPES,
): Generator<number, Counted> {
  const texts = groups.flat()
  const sizes = new Uint32Array(texts.length)
  const index = new HashIndex()
  const names = groups.map((_, group) => `in${group}` as const)
  const types = new Columns<'before' | `in${number}`>(['before', ...names])
  const forms = makeForms(2 * mostTypes)
  const totalOf = (type: number): number => names.reduce((sum, name) => sum + (types.of(name)[type] as number), 0)
  const hash = new Hash()
  const tokens = new Tokens()
  let short = 0

  /** Lets go what is rare until there is room. */
  const makeRoom = (): void => {
    while (index.length >= mostTypes) {
      short++
      const marks = new Uint8Array(index.length)
      const before = types.of('before')
      for (let type = 0; type < index.length; type++)
        if (totalOf(type) + (before[type] as number) > short) marks[type] = 1
      forms.keepOf(marks)
      types.keep(marks, index.length)
      index.keep(marks)
    }
  }

  const typeOf = (text: string, start: number, end: number): number => {
    hashKey(hash, text, start, end)
    const known = index.get(hash.one, hash.other)
    if (known >= 0) return known
    makeRoom()
    const type = index.add(hash.one, hash.other)
    types.reserve(index.length)
    types.of('before')[type] = short
    return type
  }

  let at = 0
  for (const [group, some] of groups.entries()) {
    const name = names[group] as `in${number}`
    for (const counted of some) {
      yield at / texts.length
      const { text } = counted
      tokensOf(counted, options, tokens)
      sizes[at] = tokens.length
      for (let i = 0; i < tokens.length; i++) {
        if (i % STEP === STEP - 1) yield at / texts.length
        const [start, end] = [tokens.starts[i] as number, tokens.ends[i] as number]
        hashWritten(hash, text, start, end)
        const [one, other] = [hash.one, hash.other]
        const form = forms.find(one, other)
        const type = form >= 0 ? forms.typeOf(form) : typeOf(text, start, end)
        if (form >= 0) forms.count(form)
        else forms.add(one, other, type, at, start, end)
        const column = types.of(name)
        column[type] = (column[type] as number) + 1
      }
      at++
    }
  }
  const best = forms.mostFrequent(index.length)
  const place = (type: number): readonly [text: string, start: number, end: number] => {
    const [text, start, end] = forms.place(best[type] as number)
    return [texts[text]?.text ?? '', start, end]
  }
  return {
    length: index.length,
    counts: names.map((name) => types.of(name)),
    tokens: groups.map((some, group) => {
      const from = groups.slice(0, group).reduce((sum, { length }) => sum + length, 0)
      return sizes.subarray(from, from + some.length).reduce((sum, size) => sum + size, 0)
    }),
    sizes,
    types: short > 0 ? Math.max(index.length, mostTypes) : index.length,
    short,
    key: (type) => keyOf(...place(type)),
    written(type) {
      const [text, start, end] = place(type)
      return text.slice(start, end)
    },
    find: ({ one, other }) => index.get(one, other),
  }
}

/** All ways in which words are written, at most `most`, with where each stands first. */
function makeForms(most: number) {
  const index = new HashIndex()
  const columns = new Columns(['type', 'count', 'text', 'start', 'end'])
  let [types, counts] = [columns.of('type'), columns.of('count')]
  return {
    find: (one: number, other: number): number => index.get(one, other),
    typeOf: (form: number): number => types[form] as number,
    count(form: number): void {
      counts[form] = (counts[form] as number) + 1
    },
    /** Where there are too many, each counts as the one that the word had first. */
    add(one: number, other: number, type: number, text: number, start: number, end: number): void {
      if (index.length >= most) return
      const form = index.add(one, other)
      columns.reserve(index.length)
      types = columns.of('type')
      counts = columns.of('count')
      types[form] = type
      counts[form] = 1
      columns.of('text')[form] = text
      columns.of('start')[form] = start
      columns.of('end')[form] = end
    },
    /** Keeps those of the types that are marked, which are numbered anew. */
    keepOf(marks: Uint8Array): void {
      const numbers = new Uint32Array(marks.length)
      for (let [type, kept] = [0, 0]; type < marks.length; type++) if (marks[type] === 1) numbers[type] = kept++
      const kept = new Uint8Array(index.length)
      for (let form = 0; form < index.length; form++) {
        const type = types[form] as number
        kept[form] = marks[type] as number
        types[form] = numbers[type] as number
      }
      columns.keep(kept, index.length)
      index.keep(kept)
    },
    /** For each type its most frequent form, or the first of several. */
    mostFrequent(length: number): Uint32Array {
      const best = new Uint32Array(length)
      const often = new Uint32Array(length)
      for (let form = 0; form < index.length; form++) {
        const type = types[form] as number
        if ((counts[form] as number) <= (often[type] as number)) continue
        often[type] = counts[form] as number
        best[type] = form
      }
      return best
    },
    place: (form: number): readonly [text: number, start: number, end: number] => [
      columns.of('text')[form] as number,
      columns.of('start')[form] as number,
      columns.of('end')[form] as number,
    ],
  }
}
