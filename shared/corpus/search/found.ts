import type { Source } from './sources'

/** Why a search may have left something out: too many places, or an expression for which there was no more time. */
export type Stopped = 'limit' | 'patience' | null

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
  private column = { source: new Uint32Array(64), start: new Uint32Array(64), end: new Uint32Array(64) }

  /** Adds a place of the source that was added last; offsets are of its text. */
  add(start: number, end: number): void {
    if (this.length === this.column.source.length) this.grow()
    this.column.source[this.length] = this.sources.length - 1
    this.column.start[this.length] = start
    this.column.end[this.length] = end
    this.length++
  }

  /** The index of the place's text in `sources`. */
  sourceOf(place: number): number {
    return this.column.source[place] as number
  }
  source(place: number): Source {
    return this.sources[this.sourceOf(place)] as Source
  }
  start(place: number): number {
    return this.column.start[place] as number
  }
  end(place: number): number {
    return this.column.end[place] as number
  }

  private grow(): void {
    const wider = (before: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const after = new Uint32Array(before.length * 2)
      after.set(before)
      return after
    }
    const { source, start, end } = this.column
    this.column = { source: wider(source), start: wider(start), end: wider(end) }
  }
}
