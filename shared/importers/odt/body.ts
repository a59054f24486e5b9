import type { MessageKey } from '../../messages/keys'
import type { Draft } from '../office/draft'
import { Story } from '../office/story'
import type { StyleRole } from '../office/style-names'
import type { Attributes, XmlHandlers } from '../office/xml'
import type { Remarks } from '../remarks'
import { Lists } from './lists'
import type { OdtPages } from './pages'
import { draftOf, isOneLine, type OdtParagraph } from './paragraph'
import type { OdtStyle, OdtStyles } from './styles'
import { OdtWords } from './words'

/** A remark in the margin, and who made it when. */
export interface OdtComment {
  readonly id: string
  /** The one it answers, where it is an answer. */
  readonly parent?: string | undefined
  readonly drafts: readonly Draft[]
  author: string
  date: string
}

/** A note, with the sign that calls it. */
export interface OdtNote {
  readonly marker: string
  readonly page: number
  readonly drafts: readonly Draft[]
}

/** Elements in which nothing is text of the document. */
const PASSED_OVER = new Set(
  (
    'office:forms office:scripts office:settings office:font-face-decls text:sequence-decls text:variable-decls ' +
    'text:user-field-decls text:dde-connection-decls text:table-of-content-source text:alphabetical-index-source ' +
    'text:illustration-index-source text:table-index-source text:object-index-source text:user-index-source ' +
    'text:bibliography-source text:placeholder office:event-listeners office:binary-data office:dde-source text:number'
  ).split(' '),
)
const LEFT_OUT: Readonly<Record<string, MessageKey>> = {
  'draw:object': 'import.embedded',
  'draw:object-ole': 'import.embedded',
  'draw:plugin': 'import.embedded',
  'draw:applet': 'import.embedded',
  'draw:floating-frame': 'import.embedded',
  'text:ruby-text': 'import.ruby',
}

/** Reads a part of an OpenDocument text that holds text: its content, or the heads and feet of its pages. */
export class OdtBody implements XmlHandlers {
  readonly notes: OdtNote[] = []
  readonly comments: OdtComment[] = []
  /** Whether the document says where its pages begin. */
  saysPages = false
  private readonly stories: Story<OdtParagraph>[]
  private readonly lists: Lists
  private readonly words: OdtWords
  private readonly frames: { isObject: boolean }[] = []
  private readonly calls: { marker: string }[] = []
  private inStyles = 0
  private inContents = 0
  /** Whether a page begins before the next paragraph; whether one has begun at all. */
  private pageBreaksNext = false
  private begun = false
  /** The part of a note or a comment that is read, which is not its text. */
  private aside: 'citation' | 'author' | 'date' | undefined

  /** `pages` are followed where the document says where they begin. */
  constructor(
    private readonly styles: OdtStyles,
    private readonly remarks: Remarks,
    private readonly pages: OdtPages | undefined,
  ) {
    this.stories = [new Story(remarks)]
    this.lists = new Lists(styles)
    this.words = new OdtWords(remarks)
  }

  result(): readonly Draft[] {
    return this.story.end()
  }

  open(name: string, attributes: Attributes, parent: string): 'skip' | undefined {
    if (this.inStyles > 0 || name === 'office:automatic-styles' || name === 'office:styles') {
      this.inStyles += 1
      this.styles.open(name, attributes)
      return undefined
    }
    if (PASSED_OVER.has(name) || name.startsWith('?:')) return 'skip'
    if (name === 'text:tracked-changes') return undefined
    if (name === 'text:changed-region') {
      this.remarks.count('import.trackedChanges')
      return 'skip'
    }
    if (Object.hasOwn(LEFT_OUT, name)) {
      this.remarks.count(LEFT_OUT[name] as MessageKey)
      const frame = this.frames.at(-1)
      if (frame) frame.isObject = true
      return 'skip'
    }
    if (name === 'draw:image') {
      if (!this.frames.at(-1)?.isObject) this.remarks.count('import.images')
      return parent === 'draw:frame' ? 'skip' : undefined
    }
    this.structure(name, attributes)
    return undefined
  }

  text(words: string): void {
    if (this.inStyles > 0) return
    const comment = this.comments.at(-1)
    if (this.aside === 'citation') {
      const call = this.calls.at(-1)
      if (call) call.marker += words
    } else if (this.aside === 'author' && comment) comment.author += words
    else if (this.aside === 'date' && comment) comment.date += words
    else this.words.write(this.story.paragraph, words)
  }

  close(name: string): void {
    if (this.inStyles > 0) {
      this.inStyles -= 1
      this.styles.close(name)
      return
    }
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.closeParagraph()
        break
      case 'text:span':
      case 'text:a':
        this.words.closeSpan()
        break
      case 'text:list':
        this.lists.closeList()
        break
      case 'table:table':
        this.story.closeTable()
        break
      case 'table:table-row':
        this.turnTo(this.story.closeRow(this.page))
        break
      case 'table:table-cell':
        this.closeParagraph()
        this.story.closeCell(this.page)
        break
      case 'draw:frame':
        this.frames.pop()
        break
      case 'draw:text-box':
        this.closeBox()
        break
      case 'text:note-citation':
      case 'dc:creator':
      case 'dc:date':
        this.aside = undefined
        break
      case 'text:note-body':
        this.closeNote()
        break
      case 'office:annotation':
        this.closeComment()
        break
      case 'text:section':
        this.words.closeSection()
        break
      case 'text:table-of-content':
        this.inContents -= 1
        break
    }
  }

  /** An element that holds, or is, something of the text. */
  private structure(name: string, attributes: Attributes): void {
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.openParagraph(name === 'text:h' ? Number(attributes['text:outline-level'] ?? 1) : undefined, attributes)
        break
      case 'text:span':
        this.words.openSpan(this.styles.text(attributes['text:style-name']))
        break
      case 'text:a':
        this.words.openLink(attributes['xlink:href'])
        break
      case 'text:list':
        this.lists.openList(attributes)
        break
      case 'text:list-item':
        this.lists.openItem(attributes)
        break
      case 'text:list-header':
        this.lists.openHeader()
        break
      case 'table:table':
        this.closeParagraph()
        this.story.openTable()
        break
      case 'table:table-row':
        this.story.openRow(this.page)
        break
      case 'table:table-cell':
        this.turnTo(this.story.openCell(this.page))
        break
      case 'office:text':
        this.saysPages = attributes['text:use-soft-page-breaks'] === 'true'
        break
      case 'draw:frame':
        this.frames.push({ isObject: false })
        break
      case 'draw:text-box':
        this.stories.push(new Story(this.remarks))
        break
      case 'text:section':
        this.words.openSection(attributes['text:display'] === 'none')
        break
      case 'text:table-of-content':
        this.inContents += 1
        break
      default:
        this.sign(name, attributes)
    }
  }

  /** An element that stands for a sign in the text, or for a place in it. */
  private sign(name: string, attributes: Attributes): void {
    switch (name) {
      case 'text:s':
        this.words.writeSign(this.story.paragraph, ' '.repeat(Math.min(40, Number(attributes['text:c'] ?? 1) || 1)))
        break
      case 'text:tab':
        this.words.writeSign(this.story.paragraph, '\t')
        break
      case 'text:line-break':
        this.breakLine()
        break
      case 'text:soft-page-break':
        if (this.pages && this.stories.length === 1) this.story.point('page', String(this.pages.turn()))
        break
      case 'text:note':
        this.calls.push({ marker: '' })
        break
      case 'text:note-citation':
        this.aside = 'citation'
        break
      case 'text:note-body':
        this.openNote()
        break
      case 'office:annotation':
        this.openComment(attributes['office:name'], attributes['loext:parent-name'])
        break
      case 'office:annotation-end':
        this.story.point('comment end', attributes['office:name'] ?? '')
        break
      case 'dc:creator':
        this.aside = 'author'
        break
      case 'dc:date':
        this.aside = 'date'
        break
    }
  }

  private get story(): Story<OdtParagraph> {
    return this.stories.at(-1) as Story<OdtParagraph>
  }

  private get page(): number {
    return this.pages?.current ?? 0
  }

  private turnTo(page: number): void {
    if (this.pages && this.stories.length === 1) this.pages.current = page
  }

  private openParagraph(outline: number | undefined, attributes: Attributes): void {
    this.closeParagraph()
    const style = this.styles.paragraph(attributes['text:style-name'])
    const level = Math.max(1, Math.min(10, Math.trunc(outline ?? 1) || 1))
    const role: StyleRole | undefined =
      outline !== undefined && style.role?.kind !== 'title' ? { kind: 'heading', level } : style.role
    if (this.stories.length === 1) this.pageBefore(style)
    const isHeading = outline !== undefined && attributes['text:is-list-header'] !== 'true'
    const marker = this.lists.next(style.list) ?? (isHeading ? this.lists.nextHeading(level) : undefined)
    this.story.openParagraph((begun) => ({
      ...begun,
      role,
      style,
      depth: this.lists.depth,
      marker,
      afterSpace: true,
      inHidden: false,
    }))
  }

  private pageBefore({ breaksBefore, breaksAfter, pageNumber }: Partial<OdtStyle>): void {
    const turns = breaksBefore || this.pageBreaksNext
    if (this.pages && turns && this.begun) this.story.point('page', String(this.pages.turn(pageNumber)))
    else this.pages?.startAt(pageNumber)
    this.pageBreaksNext = breaksAfter === true
    this.begun = true
  }

  private closeParagraph(): void {
    const { story, inContents } = this
    story.closeParagraph((open) => {
      const draft = draftOf(open)
      const { text, marks, points } = draft
      return inContents > 0 ? { kind: 'paragraph', text, marks, points, debris: 'navigation' } : draft
    })
  }

  private breakLine(): void {
    const { paragraph } = this.story
    if (!paragraph) return
    paragraph.afterSpace = true
    if (isOneLine(paragraph)) paragraph.writer.breakLine()
    else paragraph.lines.push(draftOf(paragraph))
  }

  private leaveStory(): readonly Draft[] {
    this.closeParagraph()
    return this.stories.length > 1 ? (this.stories.pop() as Story<OdtParagraph>).end() : []
  }

  private closeBox(): void {
    const drafts = this.leaveStory()
    this.story.pushBox(drafts)
  }

  private openNote(): void {
    const call = this.calls.at(-1)
    if (call) {
      call.marker = call.marker.trim() || String(this.notes.length + 1)
      this.words.writeSign(this.story.paragraph, call.marker, { raised: true })
    }
    this.stories.push(new Story(this.remarks))
  }

  private closeNote(): void {
    const drafts = this.leaveStory()
    const call = this.calls.pop()
    if (call) this.notes.push({ marker: call.marker, page: this.page, drafts })
  }

  private openComment(name: string | undefined, parent: string | undefined): void {
    const id = name ?? `\0${this.comments.length}`
    this.story.point('comment start', id)
    this.comments.push({ id, parent, drafts: [], author: '', date: '' })
    this.stories.push(new Story(this.remarks))
  }

  private closeComment(): void {
    const drafts = this.leaveStory()
    const comment = this.comments.at(-1)
    if (comment) this.comments[this.comments.length - 1] = { ...comment, drafts }
  }
}
