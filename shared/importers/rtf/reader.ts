import { ProblemError } from '../../result'
import { keptAddress } from '../html-elements'
import type { Draft } from '../office/draft'
import { fieldAddress } from '../office/field-address'
import { plainMarker } from '../office/one-line'
import { Story } from '../office/story'
import type { Remarks } from '../remarks'
import { encodingOfCodePage } from './code-pages'
import type { RtfComment } from './comments'
import { HEADS, PASSED_OVER, SIGNS, STARRED, SYMBOLS } from './control-words'
import { Fonts } from './fonts'
import { Info } from './info'
import { RtfNotes } from './notes'
import { RtfParagraphs } from './paragraphs'
import type { RtfHandlers } from './scan'
import { type GroupState, lookWith, PARAGRAPH, PLAIN, type RtfParagraph, type Sink, SKIP, settingWith } from './state'
import { StyleSheet } from './style-sheet'
import { WordBuffer } from './words'

/** The longest books have some 50,000 paragraphs. */
const MOST_PARAGRAPHS = 1_000_000

/** Reads an RTF file into drafts; see `readRtf`. */
export class RtfReader implements RtfHandlers {
  readonly styles = new StyleSheet()
  readonly info = new Info()
  readonly notes = new RtfNotes()
  readonly comments: RtfComment[] = []
  readonly running: Draft[] = []
  private readonly fonts = new Fonts()
  private readonly paragraphs: RtfParagraphs
  private readonly words: WordBuffer
  private readonly groups: GroupState[] = []
  private readonly body: Story<RtfParagraph>
  /** Where the words go that are text. */
  private readonly text: Sink
  /** Where the words went before a group that gives them twice, for old readers and in Unicode. */
  private beforeChoice: Sink
  private state: GroupState
  /** Whether the control word that comes begins a group that old readers pass over. */
  private starred = false
  /** How many characters are to be passed over that stand for one in Unicode. */
  private fallbacks = 0
  /** Whether a note was called, and has not come yet. */
  private called = false
  private noteKind: 'footnote' | 'endnote' = 'footnote'
  private comment: RtfComment = emptyComment()
  private paragraphCount = 0

  /** `name` is the file's, for problems. */
  constructor(
    private readonly name: string,
    private readonly remarks: Remarks,
  ) {
    this.words = new WordBuffer(this.fonts, remarks, 'windows-1252')
    this.body = new Story(remarks)
    this.paragraphs = new RtfParagraphs(this.styles, remarks)
    this.state = {
      sink: { take: (text) => this.paragraphs.write(this.state, text) },
      look: PLAIN,
      setting: PARAGRAPH,
      fallback: 1,
      story: { story: this.body, isNote: false, end() {} },
      field: undefined,
      href: undefined,
      inObject: false,
    }
    this.text = this.state.sink
    this.beforeChoice = this.text
  }

  /** The drafts of the text itself. */
  drafts(): readonly Draft[] {
    this.flush()
    this.paragraphs.close(this.state)
    return this.body.end()
  }

  openGroup(): void {
    this.flush()
    this.fallbacks = 0
    this.groups.push(this.state)
  }

  closeGroup(): void {
    this.flush()
    this.fallbacks = 0
    this.starred = false
    const inner = this.state
    const outer = this.groups.pop() ?? inner
    if (inner.story !== outer.story) this.paragraphs.close(this.state)
    this.state = outer
    if (inner.story !== outer.story) inner.story.end(inner.story.story.end())
    if (inner.sink !== outer.sink) inner.sink.end?.()
  }

  bytes(bytes: Uint8Array): void {
    const skipped = Math.min(this.fallbacks, bytes.length)
    this.fallbacks -= skipped
    if (this.state.sink !== SKIP && bytes.length > skipped) this.words.bytes(bytes.subarray(skipped))
  }

  byte(byte: number): void {
    if (this.fallbacks > 0) this.fallbacks -= 1
    else if (this.state.sink !== SKIP) this.words.byte(byte)
  }

  symbol(sign: string): void {
    if (sign === '*') {
      this.starred = true
      return
    }
    if (this.fallbacks > 0) {
      this.fallbacks -= 1
      return
    }
    if (this.state.sink === SKIP) return
    if (sign === '\n' || sign === '\r') this.word('par', undefined)
    else if (Object.hasOwn(SYMBOLS, sign)) this.words.write(SYMBOLS[sign] as string, this.state.look)
  }

  word(name: string, parameter: number | undefined): void {
    const { starred } = this
    this.starred = false
    if (this.state.sink === SKIP) return
    if (name === 'u') {
      this.words.unit(parameter ?? 0, this.state.look)
      this.fallbacks = this.state.fallback
      return
    }
    if (this.fallbacks > 0 && Object.hasOwn(SIGNS, name)) {
      this.fallbacks -= 1
      return
    }
    if (Object.hasOwn(SIGNS, name)) this.words.write(SIGNS[name] as string, this.state.look)
    else {
      this.flush()
      if (starred && !STARRED.has(name)) this.set({ sink: SKIP })
      else if (!this.state.sink.word?.(name, parameter)) this.control(name, parameter)
    }
  }

  /** A control word that is no character. */
  private control(name: string, parameter: number | undefined): void {
    const look = lookWith(this.state.look, name, parameter)
    const setting = settingWith(this.state.setting, name, parameter)
    if (look !== this.state.look || setting !== this.state.setting) this.set({ look, setting })
    else if (name === 'uc') this.set({ fallback: Math.max(0, Math.min(20, parameter ?? 1)) })
    else if (this.state.sink === this.text && this.layout(name)) return
    else this.destination(name, parameter)
  }

  /** A control word that ends paragraphs, cells and rows; whether it is one. */
  private layout(name: string): boolean {
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
      case 'column':
        this.countParagraph()
        if (name === 'par') this.paragraphs.end(this.state)
        else this.paragraphs.close(this.state)
        return true
      case 'line':
      case 'softline':
        this.paragraphs.breakLine(this.state)
        return true
      case 'cell':
      case 'nestcell':
        this.countParagraph()
        this.paragraphs.endCell(this.state, name === 'cell' ? 1 : Math.max(2, this.state.setting.tables))
        return true
      case 'row':
        this.paragraphs.endRow(this.state, 1)
        return true
      case 'chftn':
        if (!this.state.story.isNote) this.called = true
        return true
      case 'ftnalt':
        this.noteKind = 'endnote'
        return true
      default:
        return false
    }
  }

  /** A control word that says where the words of its group go, or how the file is written. */
  private destination(name: string, parameter: number | undefined): void {
    if (PASSED_OVER.has(name)) this.set({ sink: SKIP })
    else if (HEADS.test(name)) this.openStory(false, (drafts) => this.running.push(...drafts))
    else if (this.state.sink === this.info) this.set({ sink: this.info.sinkOf(name) })
    else if (!this.notes.word(name)) this.known(name, parameter)
  }

  private known(name: string, parameter: number | undefined): void {
    switch (name) {
      case 'ansicpg':
        this.words.encoding = encodingOfCodePage(parameter ?? 1252)
        break
      case 'mac':
        this.words.encoding = 'macintosh'
        break
      case 'fonttbl':
        this.set({ sink: this.fonts })
        break
      case 'stylesheet':
        this.set({ sink: this.styles })
        break
      case 'info':
        this.set({ sink: this.info })
        break
      case 'deff':
        this.fonts.standard = parameter
        break
      case 'footnote':
        this.openNote()
        break
      case 'listtext':
      case 'pntext':
        this.capture((text) => {
          this.paragraphs.marker = plainMarker(text)
        })
        break
      case 'field':
        this.set({ field: { instruction: '' } })
        break
      case 'fldinst': {
        const { field } = this.state
        this.capture((text) => {
          if (field) field.instruction = text
        })
        break
      }
      case 'fldrslt':
        this.openLink()
        break
      case 'pict':
        if (!this.state.inObject) this.remarks.count('import.images')
        this.set({ sink: SKIP })
        break
      case 'object':
        this.remarks.count('import.embedded')
        this.set({ inObject: true })
        break
      case 'company':
        this.set({ sink: SKIP })
        break
      case 'moMath':
        this.remarks.count('import.embedded')
        this.set({ sink: SKIP })
        break
      case 'shpinst':
      case 'nesttableprops':
        this.set({ sink: { take() {} } })
        break
      case 'nestrow':
        this.paragraphs.endRow(this.state, Math.max(2, this.state.setting.tables))
        break
      case 'shptxt':
        this.openBox()
        break
      case 'upr':
        this.beforeChoice = this.state.sink
        this.set({ sink: { take() {} } })
        break
      case 'ud':
        this.set({ sink: this.beforeChoice })
        break
      default:
        this.remark(name)
    }
  }

  /** The groups that belong to comments. */
  private remark(name: string): void {
    switch (name) {
      case 'atrfstart':
      case 'atrfend':
        this.capture((text) => {
          this.paragraphs.open(this.state)
          this.state.story.story.point(name === 'atrfstart' ? 'comment start' : 'comment end', `r${text.trim()}`)
        })
        break
      case 'atnauthor':
        this.capture((text) => {
          this.comment.author = text
        })
        break
      case 'annotation':
        this.openComment()
        break
      case 'atnid':
        this.set({ sink: SKIP })
        break
      case 'atnref':
      case 'atndate':
      case 'atnparent': {
        const comment = this.comments.at(-1)
        this.capture((text) => {
          if (!comment) return
          if (name === 'atnref') comment.id = `r${text.trim()}`
          else if (name === 'atndate') comment.date = text
          else comment.parent = text
        })
        break
      }
    }
  }

  /** Each paragraph takes about a kilobyte when it is read, and three bytes in the file. */
  private countParagraph(): void {
    this.paragraphCount += 1
    if (this.paragraphCount <= MOST_PARAGRAPHS) return
    throw new ProblemError({ key: 'import.tooManyParagraphs', params: { name: this.name, most: MOST_PARAGRAPHS } })
  }

  private set(change: Partial<GroupState>): void {
    this.state = { ...this.state, ...change }
  }

  /** The words of this group are kept; `done` gets them when it ends. */
  private capture(done: (text: string) => void): void {
    let text = ''
    this.set({
      sink: {
        take(more) {
          if (text.length < 10_000) text += more
        },
        end: () => done(text),
      },
    })
  }

  private flush(): void {
    const text = this.words.take(this.state.look)
    if (text !== '') this.state.sink.take(text)
  }

  private openStory(isNote: boolean, end: (drafts: readonly Draft[]) => void): void {
    const story = new Story<RtfParagraph>(this.remarks)
    this.paragraphs.marker = undefined
    this.set({ sink: this.text, story: { story, isNote, end }, look: PLAIN, setting: PARAGRAPH, href: undefined })
  }

  private openBox(): void {
    this.paragraphs.open(this.state)
    const { story } = this.state.story
    this.openStory(false, (drafts) => story.pushBox(drafts))
  }

  private openLink(): void {
    const { field } = this.state
    const written = fieldAddress(field?.instruction ?? '')
    const href = keptAddress(written)
    if (written !== undefined && href === undefined) this.remarks.count('import.addresses')
    this.set({ href: href ?? this.state.href, field: undefined })
  }

  /** A note is called where its group stands: by the sign before it, or by one that is counted. */
  private openNote(): void {
    const { raised } = this.paragraphs.open(this.state)
    const { called } = this
    this.called = false
    this.noteKind = 'footnote'
    this.openStory(true, (drafts) => {
      const kind = this.noteKind
      const own = called ? '' : raised.trim()
      const marker = own === '' ? this.notes.count(kind) : own
      const paragraph = this.paragraphs.open(this.state)
      paragraph.raised = ''
      if (own === '') paragraph.writer.write(marker, { kinds: ['superscript'] })
      this.notes[kind === 'footnote' ? 'footnotes' : 'endnotes'].push({ marker, drafts })
    })
  }

  private openComment(): void {
    this.paragraphs.open(this.state)
    const { comment } = this
    this.comment = emptyComment()
    const outer = this.state.story.story
    this.comments.push(comment)
    const place = `c${this.comments.length}`
    outer.point('comment start', place)
    this.openStory(true, (drafts) => {
      comment.drafts = drafts
      if (comment.id === '') comment.id = place
    })
  }
}

const emptyComment = (): RtfComment => ({ id: '', author: '', date: '', parent: '', drafts: [] })
