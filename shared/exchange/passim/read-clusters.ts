import { codePointIndex } from '../../model/code-points'
import type { Compared } from '../../queries/duplicates'
import { fold } from '../../queries/fold'
import { beside } from '../../queries/parallels/beside'
import { lettersOf } from '../../queries/parallels/letters'
import type { Parallel, ParallelPlace } from '../../queries/parallels/parallel'

/** What passim found, as parallels, and what of it could not be used. */
export interface PassimParallels {
  /** The longest first. */
  readonly parallels: readonly Parallel[]
  /** Lines that are no records of passim. */
  readonly unread: number
  /** Passages of documents that are not among those given, by their ids. */
  readonly strangers: readonly string[]
  /** Passages whose words do not stand in their documents where they are said to. */
  readonly displaced: number
  /** Clusters of which only the first 40 passages were compared with each other. */
  readonly large: number
}

/** A line longer than this, in UTF-16 units, is no record of a passage. */
const LONGEST_LINE = 4_000_000
/** Passages of a cluster that are paired: of forty, 780 pairs. */
const PAIRED = 40
/** How far from where it is said to be a passage is looked for, in UTF-16 units: passim has counted from 0 and from 1. */
const NEAR = 64

interface Passage extends ParallelPlace {
  readonly date: string
}

/**
 * Reads passim's output (the lines of its `out.json/part-*` files, one JSON record for each passage, with `cluster`, `id`,
 * `begin`, `end` and `text`; "Running passim" in its documentation) as parallels of the texts that it was given. `begin`
 * and `end` count code points, the end exclusive. Every two passages of a cluster that stand in two documents are a
 * parallel; how alike they are is reckoned here, as for those found here. `idOf` says the id of a text that passim was given
 * under another name.
 */
export function readPassimClusters(
  lines: Iterable<string>,
  texts: readonly Compared[],
  idOf: (name: string) => string | undefined = () => undefined,
): PassimParallels {
  const placeOf = new Map(texts.map(({ id }, i) => [id, i]))
  const clusters = new Map<string, Passage[]>()
  const strangers = new Set<string>()
  let [unread, displaced, large] = [0, 0, 0]
  for (const line of lines) {
    if (line.trim() === '') continue
    const record = recordOf(line)
    if (!record) {
      unread++
      continue
    }
    const text = placeOf.get(record.id) ?? placeOf.get(idOf(record.id) ?? '')
    if (text === undefined) {
      strangers.add(record.id)
      continue
    }
    const place = located(texts[text]?.text ?? '', record)
    if (!place) {
      displaced++
      continue
    }
    const passages = clusters.get(record.cluster) ?? []
    passages.push({ text, ...place, date: record.date })
    clusters.set(record.cluster, passages)
  }
  const parallels: Parallel[] = []
  for (const passages of clusters.values()) {
    if (passages.length > PAIRED) large++
    const sorted = passages.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.text - b.text))
    const some = sorted.slice(0, PAIRED)
    const spread = new Set(passages.map(({ text }) => text)).size
    for (const [i, one] of some.entries()) {
      for (const other of some.slice(i + 1)) {
        if (one.text !== other.text) parallels.push(parallelOf(one, other, texts, spread))
      }
    }
  }
  parallels.sort((one, other) => other.letters - one.letters || other.likeness - one.likeness)
  return { parallels, unread, strangers: [...strangers], displaced, large }
}

interface PassimRecord {
  readonly id: string
  readonly cluster: string
  readonly begin: number
  readonly end: number
  readonly text: string | null
  readonly date: string
}

function recordOf(line: string): PassimRecord | null {
  if (line.length > LONGEST_LINE) return null
  try {
    const { id, cluster, begin, end, text, date } = JSON.parse(line) as Record<string, unknown>
    if (typeof id !== 'string' || (typeof cluster !== 'number' && typeof cluster !== 'string')) return null
    if (!Number.isInteger(begin) || !Number.isInteger(end) || (begin as number) < 0) return null
    return {
      id,
      cluster: String(cluster),
      begin: begin as number,
      end: end as number,
      text: typeof text === 'string' ? text : null,
      date: typeof date === 'string' ? date : '\uffff',
    }
  } catch {
    return null
  }
}

/** Where a passage stands: where it is said to, or near by, by its words. */
function located(text: string, { begin, end, text: words }: PassimRecord): { start: number; end: number } | null {
  const index = codePointIndex(text)
  if (end > index.length + 1 || begin >= end) return null
  const start = index.offset(Math.min(begin, index.length))
  if (words === null) return { start, end: index.offset(Math.min(end, index.length)) }
  const folded = fold(text.slice(Math.max(0, start - NEAR), start + words.length + NEAR))
  const at = folded.indexOf(fold(words))
  if (at < 0) return null
  const found = Math.max(0, start - NEAR) + at
  return { start: found, end: found + words.length }
}

function parallelOf(one: Passage, other: Passage, texts: readonly Compared[], spread: number): Parallel {
  const places = [one, other].map(({ text, start, end }) => ({ text, start, end })) as [ParallelPlace, ParallelPlace]
  const [words, others] = places.map(({ text, start, end }) => texts[text]?.text.slice(start, end) ?? '') as [
    string,
    string,
  ]
  const [stretches] = beside(words, others)
  const letters = stretches.reduce((sum, each) => sum + (each.isSame ? lettersOf(each.words).length : 0), 0)
  const all = lettersOf(words).length + lettersOf(others).length
  return { places, letters, likeness: all === 0 ? 0 : (2 * letters) / all, texts: spread, kind: 'borrowing' }
}
