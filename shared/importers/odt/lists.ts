import { plainMarker } from '../office/one-line'
import type { Attributes } from '../office/xml'
import { markerOf, type OdtStyles, OUTLINE } from './styles'

interface OpenList {
  readonly style: string | undefined
  readonly numbers: (number | undefined)[]
}

/** The lists around the place that is read, and the numbers of their items (OpenDocument 1.3, 5.3). */
export class Lists {
  private readonly open: OpenList[] = []
  private readonly byId = new Map<string, (number | undefined)[]>()
  private readonly byStyle = new Map<string, (number | undefined)[]>()
  private readonly headings: (number | undefined)[] = []
  /** Whether an item began, and no paragraph of it was read yet. */
  private fresh = false
  private startValue: number | undefined

  constructor(private readonly styles: OdtStyles) {}

  /** How many lists are around this place. */
  get depth(): number {
    return this.open.length
  }

  openList(attributes: Attributes): void {
    const outer = this.open.at(-1)
    const style = attributes['text:style-name'] ?? outer?.style
    const before =
      this.byId.get(attributes['text:continue-list'] ?? '') ??
      (attributes['text:continue-numbering'] === 'true' ? this.byStyle.get(style ?? '') : undefined)
    const numbers = outer?.numbers ?? before ?? []
    this.open.push({ style, numbers })
    this.byStyle.set(style ?? '', numbers)
    const id = attributes['xml:id']
    if (id !== undefined) this.byId.set(id, numbers)
  }

  closeList(): void {
    this.open.pop()
    this.fresh = false
  }

  openItem({ 'text:start-value': start = '' }: Attributes): void {
    this.fresh = true
    this.startValue = /^\d{1,9}$/.test(start) ? Number(start) : undefined
  }

  /** A header of a list is one of its paragraphs that has no number. */
  openHeader(): void {
    this.fresh = false
  }

  /** What stands before a paragraph here: its marker, when it is the first of an item. `own` is the list of its style. */
  next(own: string | undefined): string | undefined {
    const list = this.open.at(-1)
    if (!list || !this.fresh) return undefined
    this.fresh = false
    return this.count(list.style ?? own, list.numbers, this.depth, this.startValue)
  }

  /** The number before a heading of this level, where headings are numbered. */
  nextHeading(level: number): string | undefined {
    return this.count(OUTLINE, this.headings, level, undefined)
  }

  private count(
    style: string | undefined,
    numbers: (number | undefined)[],
    depth: number,
    startValue: number | undefined,
  ): string | undefined {
    const level = this.styles.level(style, depth)
    numbers[depth] = startValue ?? (numbers[depth] ?? (level?.start ?? 1) - 1) + 1
    numbers.length = depth + 1
    if (!level) return style === OUTLINE ? undefined : '•'
    const known = Array.from(numbers, (number, at) => number ?? this.styles.level(style, at)?.start ?? 1)
    return plainMarker(markerOf(level, known, (at) => this.styles.level(style, at)))
  }
}
