import { mixed } from '../shingles'

/**
 * A hash of 64 bits in two numbers: of two different things they are the same in one case of 10^19. What is hashed is put
 * in unit by unit.
 */
export class Hash {
  one = 0
  other = 0

  start(): void {
    this.one = 0x811c9dc5 | 0
    this.other = 0x9e3779b9 | 0
  }

  add(unit: number): void {
    this.one = Math.imul(this.one ^ unit, 0x01000193)
    this.other = Math.imul(this.other ^ unit, 0x5bd1e995) ^ (this.other >>> 15)
  }

  /** Has to be called once all is put in. */
  end(): void {
    this.one = mixed(this.one) | 0
    this.other = mixed(this.other) | 0
  }
}

/** Gives each hash a number, from 0 in the order in which they came: 8 bytes for each, and 8 to 16 to find it by. */
export class HashIndex {
  /** How many there are. */
  length = 0
  private ones = new Int32Array(1024)
  private others = new Int32Array(1024)
  /** The numbers where their hashes point to, or the next free place behind; 0 is free, else one more. */
  private slots = new Uint32Array(2048)

  /** The number of a hash; -1 when it has none. */
  get(one: number, other: number): number {
    const { slots, ones, others } = this
    const mask = slots.length - 1
    for (let slot = one & mask; ; slot = (slot + 1) & mask) {
      const at = (slots[slot] as number) - 1
      if (at < 0 || (ones[at] === one && others[at] === other)) return at
    }
  }

  /** Gives a hash that has none the next number, and returns it. */
  add(one: number, other: number): number {
    if (this.length === this.ones.length) this.grow()
    const at = this.length++
    this.ones[at] = one
    this.others[at] = other
    this.place(at)
    return at
  }

  /** Keeps those whose number is marked by 1; they are numbered anew, in the same order. */
  keep(marks: Uint8Array): void {
    let kept = 0
    for (let at = 0; at < this.length; at++) {
      if (marks[at] !== 1) continue
      this.ones[kept] = this.ones[at] as number
      this.others[kept] = this.others[at] as number
      kept++
    }
    this.length = kept
    this.slots.fill(0)
    for (let at = 0; at < kept; at++) this.place(at)
  }

  private place(at: number): void {
    const { slots } = this
    const mask = slots.length - 1
    let slot = (this.ones[at] as number) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = at + 1
  }

  private grow(): void {
    const room = 2 * this.ones.length
    this.ones = widened(this.ones, room)
    this.others = widened(this.others, room)
    this.slots = new Uint32Array(2 * room)
    for (let at = 0; at < this.length; at++) this.place(at)
  }
}

/** A column with more room, and what was in it. */
export function widened<T extends Uint32Array | Int32Array>(column: T, room: number): T {
  const wider = new (column.constructor as new (length: number) => T)(room)
  wider.set(column)
  return wider
}

/** Columns of numbers that grow together, and are numbered anew together. */
export class Columns<Name extends string> {
  private room = 1024
  private readonly columns: Record<Name, Uint32Array>

  constructor(private readonly names: readonly Name[]) {
    this.columns = Object.fromEntries(names.map((name) => [name, new Uint32Array(1024)])) as Record<Name, Uint32Array>
  }

  /** A column. It is another one after `reserve`. */
  of(name: Name): Uint32Array {
    return this.columns[name]
  }

  /** Makes room for so many rows. Whether the columns are other ones now. */
  reserve(rows: number): boolean {
    if (rows <= this.room) return false
    this.room = Math.max(rows, 2 * this.room)
    for (const name of this.names) this.columns[name] = widened(this.columns[name], this.room)
    return true
  }

  /** Keeps the rows that are marked by 1; see `HashIndex.keep`. */
  keep(marks: Uint8Array, length: number): void {
    for (const name of this.names) {
      const column = this.columns[name]
      let kept = 0
      for (let at = 0; at < length; at++) if (marks[at] === 1) column[kept++] = column[at] as number
      column.fill(0, kept, length)
    }
  }
}
