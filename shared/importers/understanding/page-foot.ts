import type { Debris } from '../../model/document'
import type { PageLine } from './line'
import { isText } from './line-shapes'
import { LONGEST_UNKNOWN, MOST_SHORT, MOST_UNKNOWN, type PageLines, plain, SHORT } from './page-lines'

/** A page is looked through from its end for so many lines. */
const FOOT = 200
const LONGEST_LINK = 90

const ENDS_LINKS: ReadonlySet<Debris> = new Set(['editor', 'source', 'footer'])
const namesSource = ({ said }: PageLine): boolean => said.some(({ field }) => field === 'source')

/**
 * Judges the lines below the text, which begins at the line `first`, undefined when no line is a sentence; gives the
 * place of its last paragraph.
 */
export const judgeFoot = (page: PageLines, first: number | undefined): number | undefined =>
  new Foot(page, first !== undefined).judge(first ?? 0)

class Foot {
  constructor(
    private readonly page: PageLines,
    private readonly hasText: boolean,
  ) {}

  judge(first: number): number | undefined {
    let last = this.page.lines.length - 1
    const stop = Math.max(first, this.page.lines.length - FOOT)
    for (; last > stop; last--) {
      if (this.page.isDebris(last) || this.page.reading(last)) continue
      if (isText(this.page.textAt(last))) break
    }
    const from = last + 1
    let anchor = from
    while (anchor < this.page.lines.length && !this.isAnchor(anchor)) anchor++
    anchor = this.topicsBefore(anchor, from)
    for (let at = anchor - 1; at >= from && (this.mayPrecede(at) || this.isBetweenWords(at, from, anchor)); at--) {
      if (anchor < this.page.lines.length || this.isNumberAtEnd(at))
        this.page.fold(at, this.page.reading(at) ?? plain('navigation'))
      else if (at === this.page.lines.length - 1 || this.page.folding.has(this.page.lines[at + 1] as number)) break
    }
    if (anchor === this.page.lines.length) {
      const run = this.runBefore(anchor, from)
      // The office that signs a notice and its day are of the text, whatever stands above them.
      const counted = run.filter((at) => this.page.reading(at)?.debris !== 'byline' || this.page.reading(at)?.sure)
      if (this.page.bearOut(counted))
        for (const at of run) this.page.fold(at, this.page.reading(at) ?? plain('navigation'))
    }
    this.behind(anchor)
    return last >= first ? last : undefined
  }

  /** Where a list of topics begins that ends right before the foot of the page: Topics, and each of them on a line. */
  private topicsBefore(anchor: number, from: number): number {
    for (let at = anchor - 1; at >= from && at >= anchor - MOST_SHORT && this.page.textAt(at).length <= SHORT; at--) {
      if (this.page.reading(at)?.opens && at < this.page.lines.length - 1) return at
    }
    return anchor
  }

  private isAnchor(at: number): boolean {
    const line = this.page.reading(at)
    return this.page.isDebris(at) || (line?.sure === true && !this.page.isPartOfForm(at)) || this.isNumberOfPage(at)
  }

  /** A long number alone on its line, a little before lines of the page: the page's own. */
  private isNumberOfPage(at: number): boolean {
    if (!/^\s*\d{4,40}\s*$/.test(this.page.textAt(at))) return false
    return this.page.lines
      .slice(at + 1, at + 1 + MOST_UNKNOWN)
      .some((_, i) => this.page.reading(at + 1 + i)?.sure === true)
  }

  /** Whether a doubtful line right before the foot of the page belongs to it: a count, not the day of a letter. */
  private mayPrecede(at: number): boolean {
    const line = this.page.reading(at)
    if (line?.debris !== 'byline') return line !== undefined
    return line.said.some(({ field }) => field === 'reporter') || /^\S+@\S+$/.test(this.page.textAt(at).trim())
  }

  /** A short line that nothing explains, between words of the page right before its foot. */
  private isBetweenWords(at: number, from: number, anchor: number): boolean {
    const text = this.page.textAt(at)
    if (anchor === this.page.lines.length || text.length > SHORT || isText(text)) return false
    return at > from && at < anchor - 1 && this.mayPrecede(at - 1) && this.mayPrecede(at + 1)
  }

  private isNumberAtEnd(at: number): boolean {
    return (
      at > 1 &&
      /^\D{0,2}\d{2,12}\D{0,2}$/.test(this.page.textAt(at).trim()) &&
      this.page.lines
        .slice(at + 1)
        .every((block) => this.page.folding.has(block) || this.page.blocks[block]?.debris !== undefined)
    )
  }

  private runBefore(end: number, from: number): number[] {
    const run: number[] = []
    for (let at = end - 1; at >= from && this.page.reading(at); at--) run.unshift(at)
    return run
  }

  /** Folds what stands at the end of the page from an offset on: all that is explained, links, and short lines between. */
  private behind(from: number): void {
    let links = false
    for (let at = from; at < this.page.lines.length; at++) {
      const line = this.page.reading(at)
      if (line) {
        this.page.fold(at, line.debris === 'byline' && namesSource(line) ? { ...line, debris: 'source' } : line)
        links = line.opens === true || (links && !ENDS_LINKS.has(line.debris))
      } else if (this.page.repeatsTitle(at)) this.page.fold(at, plain('repeated'))
      else if (links && this.page.textAt(at).length <= LONGEST_LINK) this.page.fold(at, plain('navigation'))
      else {
        const until = this.unknownUntil(at)
        if (until === undefined) return
        for (; at < until; at++) this.page.fold(at, plain('footer'))
        at--
      }
    }
  }

  /** Where a few short lines that nothing explains end, when a line of the page follows them. */
  private unknownUntil(from: number): number | undefined {
    let long = 0
    for (let at = from; at < this.page.lines.length && at <= from + MOST_SHORT; at++) {
      const line = this.page.reading(at)
      // Where the text is of short lines only, or after many, a word of the page may be a word of the text.
      if (line) return line.sure || (this.hasText && at <= from + MOST_UNKNOWN) ? at : undefined
      const { length } = this.page.textAt(at)
      if (length > SHORT) long++
      if (length > LONGEST_UNKNOWN || isText(this.page.textAt(at)) || (long > 0 && at >= from + MOST_UNKNOWN))
        return undefined
    }
    // A few last words of a long foot.
    const isLast = this.page.lines.length - from <= MOST_UNKNOWN && long === 0
    const foot = this.page.lines.slice(Math.max(0, from - MOST_UNKNOWN), from)
    return isLast && foot.length === MOST_UNKNOWN && foot.every((block) => this.page.folding.get(block)?.sure)
      ? this.page.lines.length
      : undefined
  }
}
