import type { Block } from '../model/document'
import type { DocumentId } from '../model/ids'
import { type Fingerprint, fingerprintOf } from './shingles'

/** A text that is to be compared with others. */
export interface Compared {
  readonly id: DocumentId
  readonly text: string
}

/** That a document is one that was there before it. */
export interface Duplicate {
  readonly document: DocumentId
  /** The earlier one that it is most like. */
  readonly of: DocumentId
  /**
   * `same`: all letters and digits are the same; script, width, case, spaces and punctuation may differ.
   * `nearly`: of each, at least `NEARLY` stands in the other.
   * `within`: of it at least `WITHIN` stands in the other, which is longer.
   * `around`: of the other, which is shorter, at least `WITHIN` stands in it.
   */
  readonly kind: 'same' | 'nearly' | 'within' | 'around'
  /** The part that stands in the other, 0 to 1: of the longer for `nearly`, of the shorter for `within` and `around`. */
  readonly share: number
}

/** Two reports of one event by one agency share about this much; two editions of one text far more. */
export const NEARLY = 0.8
export const WITHIN = 0.9
/** With fewer stretches in its sample than this (some hundred letters) a text is only compared as a whole. */
const FEWEST = 12
/** Texts shorter than this, in letters and digits, are alike by chance: a heading, a date. */
const SHORTEST = 8

/** A stretch is remembered of so many documents: what stands in more of them is found in the first. */
const MOST_HOLDERS = 64

/** The text of a document that is compared: without what was judged to be debris of the page around it. */
export const comparedText = (blocks: readonly Block[]): string =>
  blocks
    .filter(({ debris }) => debris === undefined)
    .map(({ text }) => text)
    .join('\n')

/** Which of these documents are the same as an earlier one, or nearly; see `duplicatesAmong`. */
export const findDuplicates = (documents: readonly Compared[], asked?: ReadonlySet<DocumentId>): Duplicate[] =>
  duplicatesAmong(
    documents.map(({ id, text }) => ({ id, print: fingerprintOf(text) })),
    asked,
  )

/** A document by its fingerprint. */
export interface Printed {
  readonly id: DocumentId
  readonly print: Fingerprint
}

/**
 * Which documents are the same as an earlier one, or nearly, each with the one it is most like. Earlier are those
 * before it in `documents`; only those in `asked` (all, without it) are answered for.
 */
export function duplicatesAmong(documents: readonly Printed[], asked?: ReadonlySet<DocumentId>): Duplicate[] {
  const found: Duplicate[] = []
  const whole = new Map<string, DocumentId>()
  const kept: Printed[] = []
  const holders = new Map<number, number[]>()

  const mostLike = (print: Fingerprint): Omit<Duplicate, 'document'> | undefined => {
    if (print.sample.length < FEWEST) return undefined
    const shared = new Map<number, number>()
    for (const hash of print.sample) {
      for (const at of holders.get(hash) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    }
    let best: Omit<Duplicate, 'document'> | undefined
    for (const [at, count] of shared) {
      const { id, print: other } = kept[at] as (typeof kept)[number]
      const likeness = likenessOf(print, other, count)
      if (likeness && isMore(likeness, best)) best = { of: id, ...likeness }
    }
    return best
  }

  for (const { id, print } of documents) {
    if (print.length < SHORTEST) continue
    const same = whole.get(print.hash)
    const isAsked = !asked || asked.has(id)
    if (same !== undefined) {
      if (isAsked) found.push({ document: id, of: same, kind: 'same', share: 1 })
      continue
    }
    const like = isAsked ? mostLike(print) : undefined
    if (like) found.push({ document: id, ...like })
    whole.set(print.hash, id)
    for (const hash of print.sample) {
      const list = holders.get(hash)
      if (list && list.length < MOST_HOLDERS) list.push(kept.length)
      else if (!list) holders.set(hash, [kept.length])
    }
    kept.push({ id, print })
  }
  return found
}

/** How a text is like an earlier one with which it shares so many stretches of the samples; undefined when it is not. */
function likenessOf(
  print: Fingerprint,
  earlier: Fingerprint,
  shared: number,
): Pick<Duplicate, 'kind' | 'share'> | undefined {
  const [mine, its] = [print.sample.length, earlier.sample.length]
  if (its < FEWEST) return undefined
  const ofLonger = shared / Math.max(mine, its)
  if (ofLonger >= NEARLY) return { kind: 'nearly', share: ofLonger }
  const ofShorter = shared / Math.min(mine, its)
  return ofShorter >= WITHIN ? { kind: mine <= its ? 'within' : 'around', share: ofShorter } : undefined
}

const isMore = (
  one: Pick<Duplicate, 'kind' | 'share'>,
  other: Pick<Duplicate, 'kind' | 'share'> | undefined,
): boolean =>
  !other || (one.kind === 'nearly') === (other.kind === 'nearly')
    ? one.share > (other?.share ?? 0)
    : one.kind === 'nearly'
