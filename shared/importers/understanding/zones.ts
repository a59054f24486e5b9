import type { Block, Debris } from '../../model/document'
import { folded, pattern } from './folded'
import type { PageLine } from './line'
import { isPicturePlace, isText } from './line-shapes'
import { judgeFoot } from './page-foot'
import { judgeHead } from './page-head'
import { PageLines, plain } from './page-lines'

/** What the format told from the text is asked for its origin in so many lines. */
const MOST_AROUND = 60
/** In the middle lines of no more than so many units are looked at, in a document of no more than so many blocks. */
const LONGEST_BETWEEN = 80
const MOST_BLOCKS = 20_000
/** A day with its weather is no longer than this; more of them than this are a diary. */
const LONGEST_DAY = 24
const MOST_DAYS = 2

/** A line of the page with its block, and what it was judged to be. */
export interface Judged {
  readonly block: number
  readonly line: PageLine
  /** Whether it is debris; else it only says something about the origin. */
  readonly folds: boolean
}

/** What was found out about the lines of a page. */
export interface Zones {
  readonly judged: readonly Judged[]
  /** The index of the first paragraph of the text, and of its last; undefined when there is none. */
  readonly first?: number
  readonly last?: number
}

/** Tells the lines of the page around a text from the text. `titleAt` is the index of the block that is the title. */
export function zonesOf(blocks: readonly Block[], titleAt: number | undefined, title: string): Zones {
  return new Page(new PageLines(blocks, titleAt, folded(title).trim())).zones()
}

class Page {
  constructor(private readonly page: PageLines) {}

  zones(): Zones {
    const first = judgeHead(this.page)
    const last = judgeFoot(this.page, first)
    if (first !== undefined && this.page.blocks.length <= MOST_BLOCKS) this.between(first, last)
    if (this.page.blocks.length <= MOST_BLOCKS) this.pictures()
    // A page that has nothing else is its own text: a list of links, a menu.
    if (
      this.page.lines.every(
        (block, at) => this.page.isTitle(at) || this.page.isDebris(at) || this.page.folding.has(block),
      )
    ) {
      this.page.folding.clear()
    }
    const inDays = this.isPartedByDays()
    const judged = [...this.page.readings].flatMap(([block, line]): Judged[] =>
      // A sentence that was only asked for says nothing of the page, nor does one of the days of a diary.
      line &&
      this.page.blocks[block]?.debris === undefined &&
      (this.page.folding.has(block) || (!inDays && !isText(this.page.blocks[block]?.text ?? '')))
        ? [{ block, line: this.page.folding.get(block) ?? line, folds: this.page.folding.has(block) }]
        : [],
    )
    for (const [block, line] of this.page.folding)
      if (!this.page.readings.get(block)) judged.push({ block, line, folds: true })
    judged.push(...this.toldAround())
    const body = (at: number | undefined): number | undefined => (at === undefined ? undefined : this.page.lines[at])
    const [begins, ends] = [body(first), body(last)]
    return {
      judged: judged.sort((a, b) => a.block - b.block),
      ...(begins !== undefined && { first: begins }),
      ...(ends !== undefined && { last: ends }),
    }
  }

  /** What lines say of the origin that the format itself told from the text: the table above a notice, who edited it. */
  private toldAround(): Judged[] {
    const around = this.page.lines.flatMap((block, at) =>
      TELLING.has(this.page.blocks[block]?.debris ?? 'other') ? [at] : [],
    )
    return around.slice(0, MOST_AROUND).flatMap((at): Judged[] => {
      const block = this.page.lines[at] as number
      const line = this.page.readingAt(at)
      if (!line || line.said.length + Object.keys(line.others).length === 0) return []
      const said = line.said
        .filter(({ label }) => label !== undefined || line.debris === 'breadcrumb')
        .map((each) => ({ ...each, rank: each.rank + 1 }))
      const debris = (this.page.blocks[block] as Block).debris as Debris
      return [{ block, line: { ...line, debris, said }, folds: true }]
    })
  }

  /** Whether days part the text, each alone on its line or with the weather: a diary. */
  private isPartedByDays(): boolean {
    const days = new Set<string>()
    for (const [at] of this.page.lines.slice(0, MOST_BLOCKS).entries()) {
      const line = this.page.textAt(at).trim()
      if (line.length <= LONGEST_DAY && BEGINS_WITH_DAY.test(folded(line)) && !isText(line)) days.add(line)
      if (days.size > MOST_DAYS) return true
    }
    return false
  }

  /** The link below the words that announce it, in the midst of the text: Related article. */
  private isLinkWithin(at: number): boolean {
    const [text, next] = [this.page.textAt(at), this.page.textAt(at + 1)]
    const above = this.page.folding.get(this.page.lines[at - 1] as number)
    return above?.opens === true && text.length <= LONGEST_BETWEEN && !isText(text) && isText(next)
  }

  /** A short line between two that advertise, in the midst of the text. */
  private isInBox(at: number): boolean {
    const text = this.page.textAt(at)
    const isAdvert = (near: number): boolean =>
      this.page.folding.get(this.page.lines[near] as number)?.debris === 'advert'
    return text.length <= LONGEST_BETWEEN && !isText(text) && isAdvert(at - 1) && isAdvert(at + 1)
  }

  /** Marks that a picture stood there, where the page has several. */
  private pictures(): void {
    const places = this.page.lines.flatMap((_, at) => (isPicturePlace(this.page.textAt(at)) ? [at] : []))
    if (places.length > 1) for (const at of places) this.page.fold(at, plain('navigation'))
  }

  /** In the midst of the text only what can be nothing else is folded. */
  private between(first: number, last: number | undefined): void {
    for (let at = first; at < (last ?? this.page.lines.length); at++) {
      const { text, kind } = this.page.blocks[this.page.lines[at] as number] as Block
      if ((text.length > LONGEST_BETWEEN && !LONG_NOTICE.test(text)) || kind === 'tableRow' || this.page.isDebris(at))
        continue
      if (!HINT.test(folded(text))) continue
      const line = this.page.reading(at)
      if (line?.sure && (kind === 'heading' ? line.debris === 'advert' : BETWEEN.has(line.debris)))
        this.page.fold(at, line)
    }
    for (let at = first + 1; at < (last ?? this.page.lines.length - 1); at++)
      if (this.isLinkWithin(at)) this.page.fold(at, plain('navigation'))
    for (let at = first + 1; at + 1 < (last ?? this.page.lines.length); at++)
      if (this.isInBox(at)) this.page.fold(at, plain('advert'))
  }
}

/** What stands below a form for one's address is longer than other lines of a page in the midst of a text. */
const LONG_NOTICE = /^privacy notice:/i
const TELLING: ReadonlySet<Debris> = new Set([
  'byline',
  'editor',
  'source',
  'qrCode',
  'share',
  'breadcrumb',
  'navigation',
])
const BEGINS_WITH_DAY = pattern('^\\D{0,2}(?:\\d{4}\\s?[年/.-]\\s?)?\\d{1,2}\\s?[月/.-]\\s?\\d{1,2}(?!\\d)')
const BETWEEN: ReadonlySet<Debris> = new Set(['qrCode', 'share', 'editor', 'advert', 'navigation'])
const HINT = pattern(
  '扫|二维码|长按|分享|收藏|打印|责编|编辑|编审|审核|校对|监制|广告|下载|关注|点击|阅读|上一|下一|返回|字号|advert|sponsor|share|read|related|subscribe|sign up|privacy notice|newsletter|click|editor|edit|story|シェア|広告|関連|続き|編集|اقرأ|إعلان|شارك|تحرير|관련|광고',
)
