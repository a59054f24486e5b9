import type { MessageKey } from '../../messages/keys'
import type { Draft } from '../office/draft'
import { type Attributes, readXml, type XmlHandlers } from '../office/xml'
import type { Context } from './context'
import type { Part } from './package'
import { isOneLine, paragraphDraft } from './paragraph'
import { WordStory } from './story'
import { Words } from './words'

/** A note or a comment: the attributes of its element, what it says, and the id of its last paragraph. */
export interface OwnText {
  readonly attributes: Attributes
  readonly drafts: readonly Draft[]
  readonly paragraph: string
}

/** What is read of a part that holds text. */
export interface PartText {
  readonly drafts: readonly Draft[]
  readonly texts: readonly OwnText[]
  /** The ids of the relations to the running heads and feet that its sections name. */
  readonly running: readonly string[]
}

/** Elements that say how a text looks or looked, or is operated: nothing in them is read. */
const PASSED_OVER = new Set(
  (
    'w:pPrChange w:rPrChange w:tblPrChange w:tcPrChange w:trPrChange w:sectPrChange w:numberingChange w:tblPr w:tblGrid ' +
    'w:trPr w:tcPr w:tblPrEx w:pBdr w:tabs w:ffData w:rubyPr mc:Fallback w:delInstrText w:delText'
  ).split(' '),
)
/** Elements that are left out, and the remarks that count them. */
const LEFT_OUT: Readonly<Record<string, MessageKey>> = {
  'w:object': 'import.embedded',
  'w:control': 'import.embedded',
  'w:altChunk': 'import.embedded',
  'w:subDoc': 'import.embedded',
  'c:chart': 'import.embedded',
  'dgm:relIds': 'import.embedded',
  'pic:pic': 'import.images',
  'v:imagedata': 'import.images',
  'w:rt': 'import.ruby',
}
const SEPARATORS = /^(?:separator|continuation)/

/**
 * Reads a part that holds text: the document, its notes, its comments, a running head (ECMA-376, 17.2 to 17.13). Pages are
 * followed in the main one. Throws as `readXml` does.
 */
export function readText(
  part: Part,
  context: Context,
  { isMain, onProgress }: { isMain: boolean; onProgress?: (done: number) => void },
): PartText {
  const body = new Body(part, context, isMain)
  readXml(part.place, part.bytes, body, onProgress)
  return body.result()
}

class Body implements XmlHandlers {
  private readonly stories: WordStory[]
  private readonly words: Words
  private readonly texts: OwnText[] = []
  private readonly running: string[] = []
  /** The comments that have a range. */
  private readonly anchored = new Set<string>()
  private section: { start?: number; format?: string } = {}
  private inParagraphProperties = false
  private reads: 'text' | 'instruction' | undefined
  /** Of the note or comment that is read. */
  private attributes: Attributes = {}
  private paragraphId = ''

  constructor(
    part: Part,
    private readonly context: Context,
    private readonly isMain: boolean,
  ) {
    this.stories = [new WordStory(context.remarks)]
    this.words = new Words(part, context)
  }

  result(): PartText {
    return { drafts: this.story.end(), texts: this.texts, running: this.running }
  }

  open(name: string, attributes: Attributes, parent: string): 'skip' | undefined {
    if (PASSED_OVER.has(name)) return 'skip'
    if (Object.hasOwn(LEFT_OUT, name)) {
      if (this.words.areIn(this.story)) this.context.remarks.count(LEFT_OUT[name] as MessageKey)
      return 'skip'
    }
    if (name === 'w:rPr') return parent === 'w:r' || parent === 'w:pPr' ? undefined : 'skip'
    if (parent === 'w:rPr') this.runProperty(name, attributes)
    else if (parent === 'w:sectPr') this.sectionProperty(name, attributes)
    else if (parent === 'w:sdtPr') this.words.formProperty(name)
    else if (parent === 'w:numPr' || (parent === 'w:pPr' && name !== 'w:numPr' && name !== 'w:sectPr')) {
      this.paragraphProperty(name, attributes)
    } else {
      if (SEPARATORS.test(attributes['w:type'] ?? '') && name.endsWith('note')) return 'skip'
      this.structure(name, attributes)
      return undefined
    }
    return 'skip'
  }

  text(words: string): void {
    if (this.reads === 'text') this.words.write(this.story, words)
    else if (this.reads === 'instruction') this.story.fields.instruct(words)
  }

  close(name: string): void {
    switch (name) {
      case 'w:t':
      case 'm:t':
      case 'w:instrText':
        this.reads = undefined
        break
      case 'w:r':
        this.words.closeRun()
        break
      case 'w:pPr':
        this.inParagraphProperties = false
        break
      case 'w:p':
        this.closeParagraph()
        break
      case 'w:tbl':
        this.closeParagraph()
        this.story.closeTable()
        break
      case 'w:tr':
        this.turnTo(this.story.closeRow(this.page))
        break
      case 'w:tc':
        this.closeParagraph()
        this.story.closeCell(this.page)
        break
      case 'w:hyperlink':
        this.words.closeLink()
        break
      case 'w:fldSimple':
        this.story.fields.end(this.context.remarks)
        break
      case 'w:del':
      case 'w:moveFrom':
        this.words.deletions -= 1
        break
      case 'w:sdt':
        this.words.closeForm()
        break
      case 'w:sectPr':
        if (this.story.paragraph && this.inParagraphProperties) this.story.paragraph.endsSection = true
        else this.endSection()
        break
      case 'w:txbxContent':
        this.closeBox()
        break
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        this.texts.push({ attributes: this.attributes, drafts: this.leaveStory(), paragraph: this.paragraphId })
        break
    }
  }

  /** An element that is no property and holds, or is, something of the text. */
  private structure(name: string, attributes: Attributes): void {
    switch (name) {
      case 'w:t':
      case 'm:t':
        this.reads = 'text'
        break
      case 'w:instrText':
        this.reads = 'instruction'
        break
      case 'w:r':
        this.words.openRun()
        break
      case 'w:pPr':
        this.inParagraphProperties = true
        break
      case 'w:p':
        this.closeParagraph()
        this.story.beginParagraph()
        this.paragraphId = attributes['w14:paraId'] ?? ''
        break
      case 'w:tbl':
        this.closeParagraph()
        this.story.openTable()
        break
      case 'w:tr':
        this.story.openRow(this.page)
        break
      case 'w:tc':
        this.turnTo(this.story.openCell(this.page))
        break
      case 'w:hyperlink':
        this.words.openLink(attributes['r:id'])
        break
      case 'w:del':
      case 'w:moveFrom':
        this.words.deletions += 1
        this.words.change(name, attributes)
        break
      case 'w:ins':
        this.words.change(name, attributes)
        break
      case 'w:sdt':
        this.words.openForm()
        break
      case 'w:txbxContent':
        this.stories.push(new WordStory(this.context.remarks))
        break
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        this.attributes = attributes
        this.stories.push(new WordStory(this.context.remarks))
        break
      case 'w:fldSimple':
      case 'w:fldChar':
        this.field(name === 'w:fldSimple' ? 'simple' : (attributes['w:fldCharType'] ?? ''), attributes)
        break
      default:
        this.sign(name, attributes)
    }
  }

  /** An element that stands for a sign in the text, or for a place in it. */
  private sign(name: string, attributes: Attributes): void {
    const id = attributes['w:id'] ?? ''
    switch (name) {
      case 'w:tab':
      case 'w:ptab':
        this.words.write(this.story, '\t')
        break
      case 'w:br':
      case 'w:cr':
        this.breakLine()
        break
      case 'w:noBreakHyphen':
        this.words.write(this.story, '\u2011')
        break
      case 'w:sym':
        this.words.writeSymbol(this.story, attributes)
        break
      case 'w:footnoteReference':
        this.words.callNote(this.story, 'footnote', attributes)
        break
      case 'w:endnoteReference':
        this.words.callNote(this.story, 'endnote', attributes)
        break
      case 'w:commentRangeStart':
        this.anchored.add(id)
        this.story.point('comment start', id)
        break
      case 'w:commentRangeEnd':
        this.story.point('comment end', id)
        break
      case 'w:commentReference':
        if (!this.anchored.has(id)) this.story.point('comment start', id)
        break
      case 'w:lastRenderedPageBreak':
        if (this.isMain && this.stories.length === 1) this.story.point('page', String(this.context.pages.turn()))
        break
    }
  }

  private get story(): WordStory {
    return this.stories.at(-1) as WordStory
  }

  private get page(): number {
    return this.context.pages.current
  }

  private turnTo(page: number): void {
    if (this.isMain && this.stories.length === 1) this.context.pages.current = page
  }

  private field(kind: string, attributes: Attributes): void {
    const { fields } = this.story
    if (kind === 'begin' || kind === 'simple') fields.begin()
    if (kind === 'simple') fields.instruct(attributes['w:instr'] ?? '')
    if (kind === 'separate' || kind === 'simple') fields.separate(this.context.remarks)
    if (kind === 'end') fields.end(this.context.remarks)
  }

  private runProperty(name: string, attributes: Attributes): void {
    if (!this.inParagraphProperties) this.words.runProperty(name, attributes)
    else if (name === 'w:del' || name === 'w:moveFrom') {
      if (this.story.paragraph) this.story.paragraph.joinsNext = true
      this.words.change(name, attributes)
    }
  }

  private paragraphProperty(name: string, { 'w:val': value }: Attributes): void {
    const { paragraph } = this.story
    if (!paragraph || value === undefined) return
    if (name === 'w:pStyle') paragraph.style = value
    else if (name === 'w:numId') paragraph.list.list = value
    else if (name === 'w:ilvl') paragraph.list.level = Number(value)
    else if (name === 'w:outlineLvl') paragraph.outline = value
    else if (name === 'w:jc') paragraph.centred = value === 'center'
  }

  private sectionProperty(name: string, attributes: Attributes): void {
    const id = attributes['r:id']
    if ((name === 'w:headerReference' || name === 'w:footerReference') && id !== undefined) this.running.push(id)
    if (name !== 'w:pgNumType') return
    const start = attributes['w:start']
    const format = attributes['w:fmt']
    this.section = {
      ...(start !== undefined && /^\d{1,6}$/.test(start) && { start: Number(start) }),
      ...(format !== undefined && { format }),
    }
  }

  private endSection(): void {
    if (this.isMain) this.context.pages.endSection(this.section)
    this.section = {}
  }

  private closeParagraph(): void {
    const { paragraph } = this.story
    if (!paragraph) return
    this.story.closeParagraph((open) => paragraphDraft(this.words.settled(open), open.writer.take()))
    if (paragraph.endsSection) this.endSection()
  }

  private breakLine(): void {
    const { paragraph } = this.story
    if (!paragraph || !this.words.areIn(this.story)) return
    const settled = this.words.settled(paragraph)
    if (paragraph.joinsNext || isOneLine(settled)) paragraph.writer.breakLine()
    else paragraph.lines.push(paragraphDraft(settled, paragraph.writer.take()))
  }

  /** What stands in the story that ends here; the outermost one does not end. */
  private leaveStory(): readonly Draft[] {
    this.closeParagraph()
    return this.stories.length > 1 ? (this.stories.pop() as WordStory).end() : []
  }

  private closeBox(): void {
    const drafts = this.leaveStory()
    this.story.pushBox(drafts)
  }
}
