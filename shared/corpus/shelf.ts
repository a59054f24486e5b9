import type { DocumentId } from '../model/ids'
import { fold } from '../queries/fold'
import type { HeldDocument } from './corpus'

/** A shelf takes no more documents when its texts are longer than this together, in UTF-16 units. */
const FULL = 2_000_000

/**
 * What stands between two texts on a shelf: a code that is no character, so that nothing one looks for goes on from one
 * text into the next.
 */
export const BETWEEN = '\uffff'

/**
 * Some documents of a corpus, their folded texts joined to one string: a search runs through few long strings much
 * faster than through many short ones. It is made when it is first asked for after a change.
 */
export class Shelf {
  private held: HeldDocument[] = []
  private readonly places = new Map<DocumentId, number>()
  private length = 0
  private joined: { readonly folded: string; readonly starts: Uint32Array } | null = null

  get documents(): readonly HeldDocument[] {
    return this.held
  }

  get isFull(): boolean {
    return this.length >= FULL
  }

  get(id: DocumentId): HeldDocument | undefined {
    return this.held[this.places.get(id) ?? -1]
  }

  add(held: HeldDocument): void {
    this.places.set(held.document.id, this.held.length)
    this.held.push(held)
    this.length += held.text.length
    this.joined = null
  }

  /** Puts a document in the place of the one with its id. */
  replace(held: HeldDocument): void {
    const at = this.placeOf(held.document.id)
    const before = this.held[at] as HeldDocument
    this.held[at] = held
    this.length += held.text.length - before.text.length
    if (held.text !== before.text) this.joined = null
  }

  remove(id: DocumentId): void {
    const at = this.placeOf(id)
    this.length -= (this.held[at] as HeldDocument).text.length
    this.held.splice(at, 1)
    this.places.clear()
    this.held.forEach(({ document }, i) => {
      this.places.set(document.id, i)
    })
    this.joined = null
  }

  /** The texts with everything overlooked that a search can overlook, one after the other, with `BETWEEN` in between. */
  folded(): string {
    return this.join().folded
  }

  /** Where each document begins in the folded string, in their order; after the last, where one more would begin. */
  starts(): Uint32Array {
    return this.join().starts
  }

  /** Cuts one document's part out of the folded string as it is now, when that is asked for; `at` is its place. */
  cutter(at: number): () => string {
    const { folded, starts } = this.join()
    const [from, until] = [starts[at] as number, (starts[at + 1] as number) - 1]
    return () => folded.slice(from, until)
  }

  /** One document's part of the folded string. */
  foldedText(id: DocumentId): string | undefined {
    const at = this.places.get(id)
    if (at === undefined) return undefined
    return this.cutter(at)()
  }

  private join(): { readonly folded: string; readonly starts: Uint32Array } {
    if (this.joined) return this.joined
    const starts = new Uint32Array(this.held.length + 1)
    this.held.forEach(({ text }, i) => {
      starts[i + 1] = (starts[i] as number) + text.length + 1
    })
    this.joined = { folded: fold(this.held.map(({ text }) => text).join(BETWEEN)), starts }
    return this.joined
  }

  private placeOf(id: DocumentId): number {
    const at = this.places.get(id)
    if (at === undefined) throw new Error(`The shelf was expected to hold ${id}.`)
    return at
  }
}
