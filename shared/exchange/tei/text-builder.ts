import { firstCharacter, joint, lastCharacter } from '../../importers/cjk'
import type { Block, BlockKind } from '../../model/document'

/** A stretch of an element's content in the text that was made of it. */
export interface TeiPlace {
  /** UTF-16 offsets into the content as it is written, white space and all. */
  readonly rawStart: number
  readonly rawEnd: number
  /** UTF-16 offsets into the plain text of the blocks. */
  readonly start: number
  readonly end: number
  /** Which of the builder's runs are its own; the end is exclusive. */
  readonly runs: readonly [number, number]
}

/** Words that stand in the text as they are written. */
interface Run {
  readonly raw: number
  readonly at: number
  readonly length: number
}

type Open = { -readonly [K in keyof Block]: Block[K] }

/**
 * Builds the blocks of a text out of the content of elements, and remembers which written offset became which. White
 * space is one space, or none between two Chinese characters, unless it is to be preserved.
 */
export class TextBuilder {
  readonly blocks: Block[] = []
  private readonly pieces: string[] = []
  private rawLength = 0
  private readonly runs: Run[] = []
  private open: Open | undefined
  /** Where the block that is open, or the next one, begins. */
  private base = 0
  private space: { readonly hasLineEnd: boolean } | undefined
  private page: string | undefined
  private keepsEmpty = false

  /** Begins a block. One that stays empty is left out, unless `keepsEmpty`. */
  begin(kind: BlockKind, facts: Partial<Block> = {}, keepsEmpty = false): void {
    this.finish()
    this.open = { kind, text: '', ...facts, ...(this.page !== undefined && { page: this.page }) }
    this.page = undefined
    this.keepsEmpty = keepsEmpty
  }

  /** Ends the block that is open. */
  finish(): void {
    const block = this.open
    this.open = undefined
    this.space = undefined
    if (!block) return
    if (block.text === '' && !this.keepsEmpty) {
      this.page ??= block.page
      return
    }
    this.blocks.push(block)
    this.base += block.text.length + 1
  }

  get isOpen(): boolean {
    return this.open !== undefined
  }

  /** Adds words; in no block, they begin a paragraph, unless they are white space. */
  add(words: string, preserve: boolean): void {
    if (!this.open) {
      if (words.trim() === '') return
      this.begin('paragraph')
    }
    const raw = this.rawLength
    this.pieces.push(words)
    this.rawLength += words.length
    if (preserve) this.write(words.replace(/[\n\r\v\f\u0085\u2028\u2029]/g, ' '), raw)
    else {
      for (const { 0: part, index } of words.matchAll(/\s+|\S+/g)) {
        if (/^\s/.test(part)) this.part(/[\n\r]/.test(part))
        else {
          this.writeSpace(part)
          this.write(part, raw + index)
        }
      }
    }
  }

  /** A space that is written nowhere, as before the next line. */
  part(hasLineEnd: boolean): void {
    if (this.open) this.space ??= { hasLineEnd }
  }

  private writeSpace(next: string): void {
    const { text } = this.open as Open
    const isNeeded = this.space && text !== '' && !/\s$/.test(text)
    const sign = this.space?.hasLineEnd ? joint(lastCharacter(text), firstCharacter(next)) : ' '
    this.space = undefined
    if (isNeeded) (this.open as Open).text += sign
  }

  private write(words: string, raw: number): void {
    const block = this.open as Open
    this.runs.push({ raw, at: this.base + block.text.length, length: words.length })
    block.text += words
  }

  /** A page begins here. */
  turn(page: string): void {
    if (!this.open || this.open.text === '') {
      if (this.open) this.open.page = page
      else this.page = page
    } else this.open.pageBreaks = [...(this.open.pageBreaks ?? []), { at: this.open.text.length, page }]
  }

  /** Where the element that begins now begins, for `place`. */
  mark(): { readonly raw: number; readonly run: number; readonly at: number } {
    return { raw: this.rawLength, run: this.runs.length, at: this.base + (this.open?.text.length ?? 0) }
  }

  /** The place of the element that began there and ends now. */
  place(mark: ReturnType<TextBuilder['mark']>): TeiPlace {
    const [first, last] = [this.runs[mark.run], this.runs.at(-1)]
    const has = first !== undefined && last !== undefined
    return {
      ...{ rawStart: mark.raw, rawEnd: this.rawLength, runs: [mark.run, this.runs.length] },
      start: has ? first.at : mark.at,
      end: has ? last.at + last.length : mark.at,
    }
  }

  /** All that was added, as it is written. */
  raw(): string {
    return this.pieces.join('')
  }

  /**
   * The offset in the text of a written offset inside the element at `place`. What was left out there is where the words
   * before it end, or, for a `start`, where the next ones begin.
   */
  offset(raw: number, place: TeiPlace, side: 'start' | 'end'): number {
    if (raw <= place.rawStart) return place.start
    if (raw >= place.rawEnd) return place.end
    let [low, high] = place.runs
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.runs[middle] as Run).raw <= raw) low = middle + 1
      else high = middle
    }
    const before = low > place.runs[0] ? this.runs[low - 1] : undefined
    const after = low < place.runs[1] ? this.runs[low] : undefined
    if (before && raw < before.raw + before.length) return before.at + (raw - before.raw)
    if (side === 'start') return after?.at ?? place.end
    return before ? before.at + before.length : place.start
  }
}
