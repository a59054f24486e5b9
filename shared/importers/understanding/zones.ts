import type { Block, Debris } from '../../model/document'
import { folded, pattern } from './folded'
import type { PageLine } from './line'
import { lineWithin } from './line-within'

/** A page is looked through from its top for so many lines, and from its end for so many. */
const TOP = 60
const FOOT = 200
/** In the middle lines of no more than so many units are looked at, in a document of no more than so many blocks. */
const LONGEST_BETWEEN = 80
const MOST_BLOCKS = 20_000
/** A sentence of the text is at least so long, in UTF-16 units; Latin letters are half as wide. */
const SHORTEST_SENTENCE = 15
const SHORTEST_PARAGRAPH = 60
/** Lines that nothing explains, between lines of the page at its end, are no longer than this and no more in a row. */
const LONGEST_UNKNOWN = 40
const MOST_UNKNOWN = 3
const LONGEST_LINK = 90
const SHORT = 20

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
  return new Page(blocks, titleAt, folded(title).trim()).zones()
}

class Page {
  private readonly lines: number[] = []
  private readonly texts: readonly string[]
  private readonly readings = new Map<number, PageLine | undefined>()
  private readonly folding = new Map<number, PageLine>()

  constructor(
    private readonly blocks: readonly Block[],
    private readonly titleAt: number | undefined,
    private readonly title: string,
  ) {
    blocks.forEach(({ text, kind }, at) => {
      if (text.trim() !== '' && kind !== 'code' && kind !== 'footnote') this.lines.push(at)
    })
    this.texts = this.lines.map((at) => (blocks[at] as Block).text)
  }

  zones(): Zones {
    const first = this.head()
    const last = this.tail(first ?? 0)
    if (first !== undefined && this.blocks.length <= MOST_BLOCKS) this.between(first, last)
    // A page that has nothing else is its own text: a list of links, a menu.
    if (this.lines.every((block, at) => this.isTitle(at) || this.isDebris(at) || this.folding.has(block))) {
      this.folding.clear()
    }
    const judged = [...this.readings].flatMap(([block, line]): Judged[] =>
      line && this.blocks[block]?.debris === undefined
        ? [{ block, line: this.folding.get(block) ?? line, folds: this.folding.has(block) }]
        : [],
    )
    for (const [block, line] of this.folding) if (!this.readings.get(block)) judged.push({ block, line, folds: true })
    judged.push(...this.toldAround())
    const body = (at: number | undefined): number | undefined => (at === undefined ? undefined : this.lines[at])
    const [begins, ends] = [body(first), body(last)]
    return {
      judged: judged.sort((a, b) => a.block - b.block),
      ...(begins !== undefined && { first: begins }),
      ...(ends !== undefined && { last: ends }),
    }
  }

  /** What lines say of the origin that the format itself told from the text: the table above a notice, who edited it. */
  private toldAround(): Judged[] {
    const around = this.lines.flatMap((block, at) => (TELLING.has(this.blocks[block]?.debris ?? 'other') ? [at] : []))
    return around.slice(0, TOP).flatMap((at): Judged[] => {
      const block = this.lines[at] as number
      const line = lineWithin(this.texts, at, this.title)
      if (!line || line.said.length + Object.keys(line.others).length === 0) return []
      const said = line.said
        .filter(({ label }) => label !== undefined)
        .map((each) => ({ ...each, rank: each.rank + 1 }))
      const debris = (this.blocks[block] as Block).debris as Debris
      return [{ block, line: { ...line, debris, said }, folds: true }]
    })
  }

  private textAt(at: number): string {
    return this.texts[at] as string
  }

  private isDebris(at: number): boolean {
    return this.blocks[this.lines[at] as number]?.debris !== undefined
  }

  private isTitle(at: number): boolean {
    return this.lines[at] === this.titleAt
  }

  private reading(at: number): PageLine | undefined {
    const block = this.lines[at] as number
    if (!this.readings.has(block))
      this.readings.set(block, this.isTitle(at) ? undefined : lineWithin(this.texts, at, this.title))
    return this.readings.get(block)
  }

  private fold(at: number, line: PageLine): void {
    if (!this.isDebris(at) && !this.isTitle(at)) this.folding.set(this.lines[at] as number, line)
  }

  /** Judges the lines above the text; gives the place of its first paragraph. */
  private head(): number | undefined {
    let run: number[] = []
    let seenTitle = false
    const close = (): void => {
      this.settle(run, 'head')
      run = []
    }
    for (let at = 0; at < Math.min(TOP, this.lines.length); at++) {
      if (this.isDebris(at)) continue
      if (this.isTitle(at)) seenTitle = true
      else if (this.repeatsTitle(at) && seenTitle) this.fold(at, plain('repeated'))
      else if (this.reading(at)) run.push(at)
      else if (isText(this.textAt(at))) {
        close()
        return at
      } else {
        if (!seenTitle && this.titleAt !== undefined && (isMotto(folded(this.textAt(at))) || this.isAboveMenu(at)))
          this.fold(at, plain('footer'))
        close()
      }
    }
    close()
    return undefined
  }

  /** Folds a run of neighbouring lines of the page when they bear each other out. */
  private settle(run: readonly number[], zone: 'head' | 'tail'): void {
    const lines = run.map((at) => this.reading(at) as PageLine)
    const sure = lines.some((line, i) => line.sure && !this.isPartOfForm(run[i] as number))
    const [only] = run
    if (!sure && run.length < 3 && !(run.length === 2 && lines.every(({ debris }) => debris === 'share'))) {
      if (run.length !== 1 || only === undefined || zone !== 'head') return
      if (!this.isLoneDate(only) && !this.isWayAbove(only)) return
    }
    run.forEach((at, i) => {
      if (!(zone === 'head' && isBracketedDate(this.textAt(at)))) this.fold(at, lines[i] as PageLine)
    })
  }

  /** When and where something took place, who took part: the head of a record. */
  private isPartOfForm(at: number): boolean {
    const near = [at - 1, at + 1].filter((each) => each >= 0 && each < this.lines.length)
    return WHEN.test(folded(this.textAt(at))) && near.some((each) => FORM.test(folded(this.textAt(each))))
  }

  /** A day alone on its line, the only one in the document that is so: else the days part the text, as in a diary. */
  private isLoneDate(at: number): boolean {
    const isDay = (text: string): boolean => DAY_ALONE.test(folded(text).trim())
    if (!isDay(this.textAt(at)) || this.reading(at)?.said.every(({ field }) => field !== 'date')) return false
    return this.lines.slice(0, MOST_BLOCKS).filter((block) => isDay((this.blocks[block] as Block).text)).length === 1
  }

  /** A word of a menu alone above the title. */
  private isWayAbove(at: number): boolean {
    const title = this.titleAt === undefined ? -1 : this.lines.indexOf(this.titleAt)
    return at < title && this.reading(at)?.debris === 'navigation'
  }

  /** The name of the site: a short line right above a menu, or above the way to the page. */
  private isAboveMenu(at: number): boolean {
    const next = at + 1 < this.lines.length ? this.reading(at + 1) : undefined
    const isMenu = next?.sure === true && (next.debris === 'navigation' || next.debris === 'breadcrumb')
    return isMenu && this.textAt(at).length <= LONGEST_UNKNOWN
  }

  private repeatsTitle(at: number): boolean {
    return this.title !== '' && !this.isTitle(at) && same(folded(this.textAt(at))) === same(this.title)
  }

  /** Judges the lines below the text; gives the place of its last paragraph. */
  private tail(first: number): number | undefined {
    let last = this.lines.length - 1
    const stop = Math.max(first, this.lines.length - FOOT)
    for (; last > stop; last--) {
      if (this.isDebris(last) || this.reading(last)) continue
      if (isText(this.textAt(last))) break
    }
    const from = last + 1
    let anchor = from
    while (anchor < this.lines.length && !this.isAnchor(anchor)) anchor++
    for (let at = anchor - 1; at >= from && (this.mayPrecede(at) || this.isBetweenWords(at, from, anchor)); at--) {
      if (anchor < this.lines.length || this.isNumberAtEnd(at)) this.fold(at, this.reading(at) ?? plain('navigation'))
      else if (at === this.lines.length - 1 || this.folding.has(this.lines[at + 1] as number)) break
    }
    if (anchor === this.lines.length) this.settle(this.runBefore(anchor, from), 'tail')
    this.behind(anchor)
    return last >= first ? last : undefined
  }

  private isAnchor(at: number): boolean {
    const line = this.reading(at)
    return this.isDebris(at) || (line?.sure === true && !this.isPartOfForm(at)) || this.isNumberOfPage(at)
  }

  /** A long number alone on its line, a little before lines of the page: the page's own. */
  private isNumberOfPage(at: number): boolean {
    if (!/^\s*\d{4,40}\s*$/.test(this.textAt(at))) return false
    return this.lines.slice(at + 1, at + 1 + MOST_UNKNOWN).some((_, i) => this.reading(at + 1 + i)?.sure === true)
  }

  /** Whether a doubtful line right before the foot of the page belongs to it: a count, not the day of a letter. */
  private mayPrecede(at: number): boolean {
    const line = this.reading(at)
    return line !== undefined && line.debris !== 'byline'
  }

  /** A short line that nothing explains, between words of the page right before its foot. */
  private isBetweenWords(at: number, from: number, anchor: number): boolean {
    const text = this.textAt(at)
    if (anchor === this.lines.length || text.length > SHORT || isText(text)) return false
    return at > from && at < anchor - 1 && this.mayPrecede(at - 1) && this.mayPrecede(at + 1)
  }

  private isNumberAtEnd(at: number): boolean {
    return (
      at > 1 &&
      /^\D{0,2}\d{2,12}\D{0,2}$/.test(this.textAt(at).trim()) &&
      this.lines.slice(at + 1).every((block) => this.folding.has(block) || this.blocks[block]?.debris !== undefined)
    )
  }

  private runBefore(end: number, from: number): number[] {
    const run: number[] = []
    for (let at = end - 1; at >= from && this.reading(at); at--) run.unshift(at)
    return run
  }

  /** Folds what stands at the end of the page from an offset on: all that is explained, links, and short lines between. */
  private behind(from: number): void {
    let links = false
    for (let at = from; at < this.lines.length; at++) {
      const line = this.reading(at)
      if (line) {
        this.fold(at, line.debris === 'byline' && namesSource(line) ? { ...line, debris: 'source' } : line)
        links = line.opens === true || (links && line.debris === 'navigation')
      } else if (this.repeatsTitle(at)) this.fold(at, plain('repeated'))
      else if (links && this.textAt(at).length <= LONGEST_LINK) this.fold(at, plain('navigation'))
      else {
        const until = this.unknownUntil(at)
        if (until === undefined) return
        for (; at < until; at++) this.fold(at, plain('footer'))
        at--
      }
    }
  }

  /** Where a few short lines that nothing explains end, when a line of the page follows them. */
  private unknownUntil(from: number): number | undefined {
    for (let at = from; at < this.lines.length && at <= from + MOST_UNKNOWN; at++) {
      if (this.reading(at)) return at
      if (this.textAt(at).length > LONGEST_UNKNOWN || isText(this.textAt(at))) return undefined
    }
    return undefined
  }

  /** In the midst of the text only what can be nothing else is folded. */
  private between(first: number, last: number | undefined): void {
    for (let at = first; at < (last ?? this.lines.length); at++) {
      const { text, kind } = this.blocks[this.lines[at] as number] as Block
      if (text.length > LONGEST_BETWEEN || kind === 'heading' || kind === 'tableRow' || this.isDebris(at)) continue
      if (!HINT.test(folded(text))) continue
      const line = this.reading(at)
      if (line?.sure && BETWEEN.has(line.debris)) this.fold(at, line)
    }
  }
}

const TELLING: ReadonlySet<Debris> = new Set(['byline', 'editor', 'source', 'qrCode', 'share'])
const BETWEEN: ReadonlySet<Debris> = new Set(['qrCode', 'share', 'editor', 'advert', 'navigation'])
const HINT = pattern(
  '扫|二维码|长按|分享|收藏|打印|责编|编辑|编审|审核|校对|监制|广告|下载|关注|点击|阅读|上一|下一|返回|字号|advert|sponsor|share|read|related|subscribe|sign up|newsletter|click|editor|edit|story|シェア|広告|関連|続き|編集|اقرأ|إعلان|شارك|تحرير|관련|광고',
)
const WHEN = pattern('^\\s?(?:时\\s{0,4}间|日\\s{0,4}期|date|time|日時)\\s?:')
const FORM = pattern(
  '^\\s?(?:地\\s{0,4}点|人\\s{0,4}物|人\\s{0,4}员|主\\s{0,4}题|议\\s{0,4}题|主持(?:人)?|参加(?:人员)?|出席(?:人员)?|列席|记录(?:人)?|受访(?:人|者)|采访(?:人|者|对象|地点|时间)|访谈(?:人|对象|地点)|嘉\\s{0,4}宾|对\\s{0,4}象|会议|place|venue|location|present|attendees|interviewee|場所|出席者)[^:]{0,6}\\s?:',
)
const DAY_ALONE = pattern(
  '^[\\[]?\\d{4}\\s?[-/.年]\\s?\\d{1,2}\\s?[-/.月]\\s?\\d{1,2}\\s?日?[\\]]?$|^[a-z]{3,9}\\.? \\d{1,2},? \\d{4}$|^\\d{1,2} [a-z]{3,9}\\.? \\d{4}$',
)
const isBracketedDate = (text: string): boolean => /^[(（][^)）]*[)）]$/.test(text.trim()) && !/[:：|]/.test(text)

const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u

const NAMED_BEHIND = /(?<=[。．.!?！？”])\s?[(（【[〔][^()（）【】[\]〔〕。]{2,60}[)）】\]〕]\s?\d{0,8}$/u

/** Whether a line that nothing explains is a paragraph or a sentence of the text. */
function isText(line: string): boolean {
  // Who wrote or edited it may stand in brackets behind the last sentence.
  const text = line.trim().replace(NAMED_BEHIND, '')
  const width = WIDE.test(text.slice(0, 200)) ? 1 : 2
  if (text.length >= SHORTEST_PARAGRAPH * width * 1.5) return true
  if (/[。．｡؟۔।][”’」』）)"'\]]*$/u.test(text) || /[.][”’)"'\]]*$/u.test(text))
    return text.length >= SHORTEST_SENTENCE * width
  return /[!?！？…：:；;][”’」』）)"'\]]*$/u.test(text) && text.length >= 2 * SHORTEST_SENTENCE * width
}

const MOTTO = pattern(
  '[★☆◆◇♥❤✿※~]\\s?\\S{0,12}$|\\S\\s?[★☆◆◇♥❤✿]\\s?\\S|(?:网|论坛|文库|社区|之家|在线|大全|资源|范文|official site)\\s?(?:[-—–_|·]{1,3}|:)\\s?\\S|www\\.|\\.(?:com|cn|net|org)(?:$|[\\s/])|欢迎(?:访问|光临|来到|您)',
)
/** The name and motto of a site, above the title. */
const isMotto = (line: string): boolean => line.length <= 80 && !/。/.test(line) && MOTTO.test(line)

const namesSource = ({ said }: PageLine): boolean => said.some(({ field }) => field === 'source')

const same = (line: string): string => line.replace(/[\s\p{P}]/gu, '')

const plain = (debris: Debris): PageLine => ({ debris, sure: true, said: [], others: {} })
