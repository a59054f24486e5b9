import type { Source } from './sources'

/** Why a search may have left something out: too many places, or an expression for which there was no more time. */
export type Stopped = 'limit' | 'patience' | null

const wider = (before: Uint32Array<ArrayBuffer>, length: number): Uint32Array<ArrayBuffer> => {
  const after = new Uint32Array(length)
  after.set(before)
  return after
}

/**
 * The places that a search found, as columns of numbers: a million of them are a few megabytes. A place is known by its
 * number, from 0, in the order in which it was found; those of one text follow each other, in text order.
 */
export class Found {
  readonly sources: Source[] = []
  /** How many of the texts match; some may have no place to show, as those that only lack a word. */
  matched = 0
  stopped: Stopped = null
  /** Documents that an expression was not tried on, since their paragraphs are too long for it. */
  unsearched = 0
  /** How many places there are. */
  length = 0
  /** The number of the first place of each source. */
  private readonly firsts: number[] = []
  private starts: Uint32Array<ArrayBuffer> = new Uint32Array(1024)
  private ends: Uint32Array<ArrayBuffer> = new Uint32Array(1024)

  /** Adds a text; the places that are added from now on are of it. */
  open(source: Source): void {
    this.sources.push(source)
    this.firsts.push(this.length)
  }

  /** Adds a place of the text that was added last; offsets are of that text. */
  add(start: number, end: number): void {
    if (this.length === this.starts.length) this.makeRoom(1)
    this.starts[this.length] = start
    this.ends[this.length] = end
    this.length++
  }

  /** `add` for many of the same length, `starts` from `from` to `until`, each less `by`. */
  addAll(starts: Uint32Array, from: number, until: number, by: number, length: number): void {
    this.makeRoom(until - from)
    const { starts: begins, ends } = this
    let at = this.length
    for (let i = from; i < until; i++, at++) {
      const start = (starts[i] as number) - by
      begins[at] = start
      ends[at] = start + length
    }
    this.length = at
  }

  /** The number of the first place of a source, and that after its last. */
  placesOf(source: number): readonly [from: number, until: number] {
    return [this.firsts[source] as number, this.firsts[source + 1] ?? this.length]
  }

  /** The index of the place's text in `sources`. */
  sourceOf(place: number): number {
    let [low, high] = [0, this.firsts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.firsts[middle] as number) <= place) low = middle + 1
      else high = middle
    }
    return low - 1
  }
  source(place: number): Source {
    return this.sources[this.sourceOf(place)] as Source
  }
  start(place: number): number {
    return this.starts[place] as number
  }
  end(place: number): number {
    return this.ends[place] as number
  }

  private makeRoom(more: number): void {
    const needed = this.length + more
    if (needed <= this.starts.length) return
    const length = Math.max(needed, this.starts.length * 2)
    this.starts = wider(this.starts, length)
    this.ends = wider(this.ends, length)
  }
}
