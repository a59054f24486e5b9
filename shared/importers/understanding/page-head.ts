import { isCaption } from './caption'
import { ALONE } from './explained'
import { folded } from './folded'
import type { PageLine } from './line'
import { isBracketedDate, isDay, isLeadLong, isMotto, isPartOfSite, isText } from './line-shapes'
import { nameBeside } from './names'
import { LONGEST_UNKNOWN, type PageLines, plain } from './page-lines'

/** A page is looked through from its top for so many lines. */
const TOP = 60
/** In a document of more blocks than this no others are looked for that are a day alone. */
const MOST_BLOCKS = 20_000
/** Between a name and the day of the page stand fewer lines than this, which are of the page. */
const BESIDE_DAY = 3
/** The line that gives the author is no further below a lead than this. */
const BELOW_LEAD = 5

const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u
const WRITERS: ReadonlySet<string> = new Set(['author', 'reporter'])

/** Judges the lines above the text; gives the place of its first paragraph, undefined when there is none. */
export const judgeHead = (page: PageLines): number | undefined => new Head(page).judge()

class Head {
  constructor(private readonly page: PageLines) {}

  judge(): number | undefined {
    let run: number[] = []
    let seenTitle = false
    const close = (): void => {
      this.settle(run)
      run = []
    }
    for (let at = 0; at < Math.min(TOP, this.page.lines.length); at++) {
      if (this.page.isDebris(at)) continue
      if (this.page.isTitle(at)) seenTitle = true
      else if (this.page.repeatsTitle(at) && seenTitle) this.page.fold(at, plain('repeated'))
      else if (this.page.reading(at) || this.isSection(at, seenTitle) || (seenTitle && this.isWriter(at))) run.push(at)
      else if (seenTitle && isCaption(this.page.textAt(at))) continue
      else if (run.length > 0 && !/[\p{L}\p{N}]/u.test(this.page.textAt(at))) continue
      else if (isText(this.page.textAt(at))) {
        close()
        if (!seenTitle || !this.isLead(at)) return at
      } else {
        if (
          !seenTitle &&
          this.page.titleAt !== undefined &&
          (isMotto(folded(this.page.textAt(at))) || this.isAboveMenu(at))
        )
          this.page.fold(at, plain('footer'))
        close()
      }
    }
    close()
    return undefined
  }

  /** Folds a run of neighbouring lines of the page when they bear each other out, or are what stands alone there. */
  private settle(run: readonly number[]): void {
    const [only] = run
    const isAlone = run.length === 1 && only !== undefined && (this.isLoneDate(only) || this.isWayAbove(only))
    const isSite = run.length === 2 && this.isNameOfSite(run)
    if (!this.page.bearOut(run) && !isAlone && !isSite) return
    for (const at of run) {
      const line = this.page.reading(at)
      if (line && !isBracketedDate(this.page.textAt(at))) this.page.fold(at, line)
    }
  }

  /** Names of a site and of its parts, above the title. */
  private isNameOfSite(run: readonly number[]): boolean {
    const title = this.page.titleAt === undefined ? -1 : this.page.lines.indexOf(this.page.titleAt)
    const isName = (line: PageLine | undefined): boolean =>
      line?.debris === 'navigation' ||
      (line !== undefined && line.said.length > 0 && line.said.every(({ rank }) => rank === ALONE))
    return run.every((at) => at < title && isName(this.page.reading(at)))
  }

  /** The name of a part of the site that nothing explains, right below a menu or the site's name, above the title. */
  private isSection(at: number, seenTitle: boolean): boolean {
    if (seenTitle || this.page.titleAt === undefined || at === 0 || !isPartOfSite(this.page.textAt(at))) return false
    if (!this.isNameOfSite([at - 1])) return false
    this.page.take(at, { ...plain('navigation'), sure: false })
    return true
  }

  /** A name alone on its line, right above or below the only day of the page. */
  private isWriter(at: number): boolean {
    const isDated = (near: number): boolean => {
      const line =
        near >= 0 && near < this.page.lines.length && !this.page.isTitle(near) ? this.page.reading(near) : undefined
      const date = line?.debris === 'byline' ? line.said.find(({ field }) => field === 'date') : undefined
      if (!date || isBracketedDate(this.page.textAt(near)) || line?.said.some(({ field }) => WRITERS.has(field)))
        return false
      return (
        nameBeside(this.page.textAt(at), date.value.includes('T'), KANA.test(this.page.title)) &&
        (date.value.includes('T') || this.isLoneDate(near))
      )
    }
    const reaches = (step: 1 | -1): boolean => {
      for (let near = at + step; Math.abs(near - at) <= BESIDE_DAY; near += step) {
        if (isDated(near)) return true
        if (
          near < 0 ||
          near >= this.page.lines.length ||
          this.page.isTitle(near) ||
          this.page.reading(near)?.debris !== 'byline'
        )
          return false
      }
      return false
    }
    // The name of a column stands above the title as well.
    if (
      this.page.lines.slice(0, at).some((_, before) => this.page.textAt(before).trim() === this.page.textAt(at).trim())
    )
      return false
    if (!reaches(1) && !reaches(-1)) return false
    const quote = this.page.textAt(at).trim()
    const value = quote.replace(/ in \p{Lu}.*$/u, '')
    const said = [{ field: 'author', value, quote, rank: 4 } as const]
    this.page.take(at, { ...plain('byline'), said })
    return true
  }

  /** What leads from the headline to the line that says who wrote the text. */
  private isLead(at: number): boolean {
    if (isLeadLong(this.page.textAt(at))) return false
    let lines = 0
    let sure = false
    for (let below = at + 1; below < this.page.lines.length && below <= at + BELOW_LEAD; below++) {
      const line = this.page.reading(below)
      if (line?.debris === 'byline') {
        if (line.sure && line.said.some(({ field }) => WRITERS.has(field))) return true
        lines++
        sure ||= line.sure
      } else if (!line && isText(this.page.textAt(below)) && !isCaption(this.page.textAt(below))) break
    }
    return sure && lines > 2
  }

  /** A day alone on its line, the only one in the document that is so: else the days part the text, as in a diary. */
  private isLoneDate(at: number): boolean {
    if (!isDay(this.page.textAt(at)) || this.page.reading(at)?.said.every(({ field }) => field !== 'date')) return false
    return (
      this.page.lines.slice(0, MOST_BLOCKS).filter((block) => isDay(this.page.blocks[block]?.text ?? '')).length === 1
    )
  }

  /** A word of a menu alone above the title. */
  private isWayAbove(at: number): boolean {
    const title = this.page.titleAt === undefined ? -1 : this.page.lines.indexOf(this.page.titleAt)
    return at < title && this.page.reading(at)?.debris === 'navigation'
  }

  /** The name of the site: a short line right above a menu, or above the way to the page. */
  private isAboveMenu(at: number): boolean {
    const next = at + 1 < this.page.lines.length ? this.page.reading(at + 1) : undefined
    const isMenu = next?.sure === true && (next.debris === 'navigation' || next.debris === 'breadcrumb')
    return isMenu && this.page.textAt(at).length <= LONGEST_UNKNOWN
  }
}
