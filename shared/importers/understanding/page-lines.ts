import type { Block, Debris } from '../../model/document'
import { folded } from './folded'
import type { PageLine } from './line'
import { isOfRecord, isWhen } from './line-shapes'
import { lineWithin } from './line-within'

/** Lines that nothing explains, between lines of the page, are no longer than this and no more in a row. */
export const LONGEST_UNKNOWN = 40
export const MOST_UNKNOWN = 3
/** Of lines that are as short as this in any page, so many. */
export const SHORT = 20
export const MOST_SHORT = 12

/** A line of the page that says nothing of its origin. */
export const plain = (debris: Debris): PageLine => ({ debris, sure: true, said: [], others: {} })

const same = (line: string): string => line.replace(/[\s\p{P}]/gu, '')

/** The lines of a document that have words, what each of them may be, and which were judged to be of the page. */
export class PageLines {
  /** The index of the block of each line. */
  readonly lines: readonly number[]
  readonly readings = new Map<number, PageLine | undefined>()
  readonly folding = new Map<number, PageLine>()
  private readonly texts: readonly string[]

  /** `titleAt` is the index of the block that is the title, `title` its words, folded. */
  constructor(
    readonly blocks: readonly Block[],
    readonly titleAt: number | undefined,
    readonly title: string,
  ) {
    this.lines = blocks.flatMap(({ text, kind }, at) =>
      text.trim() !== '' && kind !== 'code' && kind !== 'footnote' ? [at] : [],
    )
    this.texts = this.lines.map((at) => (blocks[at] as Block).text)
  }

  /** What a line is by itself and its neighbours, whatever it was judged to be. */
  readingAt(at: number): PageLine | undefined {
    return lineWithin(this.texts, at, this.title)
  }

  textAt(at: number): string {
    return this.texts[at] as string
  }

  isDebris(at: number): boolean {
    return this.blocks[this.lines[at] as number]?.debris !== undefined
  }

  isTitle(at: number): boolean {
    return this.lines[at] === this.titleAt
  }

  reading(at: number): PageLine | undefined {
    const block = this.lines[at] as number
    if (!this.readings.has(block)) this.readings.set(block, this.isTitle(at) ? undefined : this.readingAt(at))
    return this.readings.get(block)
  }

  fold(at: number, line: PageLine): void {
    if (!this.isDebris(at) && !this.isTitle(at)) this.folding.set(this.lines[at] as number, line)
  }

  /** Says what a line is that nothing explains by itself. */
  take(at: number, line: PageLine): void {
    this.readings.set(this.lines[at] as number, line)
  }

  /** Whether a run of neighbouring lines of the page bear each other out. */
  bearOut(run: readonly number[]): boolean {
    if (run.length > 2 || run.some((at) => this.reading(at)?.sure && !this.isPartOfForm(at))) return true
    return run.length === 2 && run.every((at) => this.reading(at)?.debris === 'share')
  }

  /** When and where something took place, who took part: the head of a record. */
  isPartOfForm(at: number): boolean {
    const near = [at - 1, at + 1].filter((each) => each >= 0 && each < this.lines.length)
    return isWhen(this.textAt(at)) && near.some((each) => isOfRecord(this.textAt(each)))
  }

  repeatsTitle(at: number): boolean {
    return this.title !== '' && !this.isTitle(at) && same(folded(this.textAt(at))) === same(this.title)
  }
}
