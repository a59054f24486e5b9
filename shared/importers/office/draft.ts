import type { BlockKind, Debris, InlineMark } from '../../model/document'
import { splitsPair } from '../../model/passage'
import { firstCharacter, joint, lastCharacter } from '../cjk'
import { trimmed } from '../inline-text'
import { withoutControls } from '../line-ends'
import type { Remarks } from '../remarks'

/** A place in the text of a draft that must stay findable: where a comment starts or ends, or a page begins. */
export interface Point {
  /** UTF-16 offset inside the draft's own text; its length for a place after it. */
  readonly at: number
  readonly what: 'comment start' | 'comment end' | 'page'
  /** The comment's id, or the page's place in the file, from 0, as a number in digits. */
  readonly id: string
}

/** A stretch of text without line ends, with all that is tied to places in it. */
export interface DraftText {
  readonly text: string
  readonly marks: readonly InlineMark[]
  readonly points: readonly Point[]
}

/** A block of an office document as long as it is not known where it will stand in the whole. */
export interface Draft extends DraftText {
  /** `title` is the document's own title, set in a style for it; it heads all headings. */
  readonly kind: BlockKind | 'title'
  readonly level?: number
  readonly marker?: string
  readonly debris?: Debris
  /** Whether the paragraph is set in the middle of the line, as titles without a style are. */
  readonly centred?: boolean
  /** Whether a style says that it is the second line of the title. */
  readonly isSubtitle?: boolean
  /** Whether that it is the title was concluded, and not said by a style. */
  readonly inferred?: boolean
  /** The page it stands on, from 0, where it does not stand in the flow of the text (notes); none for what stands on many. */
  readonly page?: number | 'none'
}

type MarkKind = InlineMark['kind']

/** How the words that are written look. */
export interface Look {
  readonly kinds: readonly MarkKind[]
  /** The address of the link they are. */
  readonly href?: string | undefined
}

const PLAIN: Look = { kinds: [] }
const NONE: readonly never[] = []

/** Writes the text of one block: all white space as it is, except at the ends. */
export class DraftWriter {
  private parts: string[] = []
  private length = 0
  private last = ''
  private marks: InlineMark[] = []
  /** The places in `marks` of the last mark of each kind. */
  private latest: Map<string, number> | undefined
  private points: Point[] = []
  private pendingJoint = false

  constructor(private readonly remarks: Remarks) {}

  /** Whether nothing but white space was written. */
  get isBlank(): boolean {
    return this.parts.every((part) => part.trim() === '')
  }

  write(raw: string, look: Look = PLAIN): void {
    const text = withoutControls(raw, this.remarks).replace(/[\n\r\v\f\u0085\u2028\u2029]/g, ' ')
    if (text === '') return
    if (this.pendingJoint) this.push(this.last === '' ? '' : joint(this.last, firstCharacter(text)))
    this.pendingJoint = false
    const start = this.length
    this.push(text)
    for (const kind of look.kinds) this.mark({ start, end: this.length, kind })
    if (look.href !== undefined) this.mark({ start, end: this.length, kind: 'link', href: look.href })
  }

  /** A line end that is only layout: a space between words, nothing between characters of Chinese writing. */
  breakLine(): void {
    this.pendingJoint = true
  }

  point(what: Point['what'], id: string): void {
    this.points.push({ at: this.length, what, id })
  }

  /** What was written since the last `take`, without white space at its ends. */
  take(): DraftText {
    const whole = this.parts.length === 1 ? (this.parts[0] as string) : this.parts.join('')
    if (this.marks.length === 0 && this.points.length === 0) {
      this.begin()
      return { text: whole.trim(), marks: NONE, points: NONE }
    }
    const marks = this.marks.map((mark) => ({
      ...mark,
      start: mark.start - (splitsPair(whole, mark.start) ? 1 : 0),
      end: mark.end + (splitsPair(whole, mark.end) ? 1 : 0),
    }))
    const kept = trimmed(whole, marks)
    const cut = whole.length - whole.trimStart().length
    const points = this.points.map((point) => ({
      ...point,
      at: Math.max(0, Math.min(kept.text.length, point.at - cut)),
    }))
    this.begin()
    return { ...kept, points }
  }

  private begin(): void {
    this.parts = []
    this.length = 0
    this.last = ''
    this.marks = []
    this.latest = undefined
    this.points = []
    this.pendingJoint = false
  }

  private push(text: string): void {
    if (text === '') return
    this.parts.push(text)
    this.length += text.length
    this.last = lastCharacter(text)
  }

  /** Marks that go on where one of their kind ended are one mark. */
  private mark(mark: InlineMark): void {
    const kind = `${mark.kind} ${mark.href ?? ''}`
    this.latest ??= new Map()
    const at = this.latest.get(kind) ?? -1
    const before = this.marks[at]
    if (before?.end === mark.start) this.marks[at] = { ...before, end: mark.end }
    else {
      this.latest.set(kind, this.marks.length)
      this.marks.push(mark)
    }
  }
}

/** The texts as one, with `between` between them. */
export function joined(texts: readonly DraftText[], between: string): DraftText {
  let text = ''
  const marks: InlineMark[] = []
  const points: Point[] = []
  texts.forEach((each, index) => {
    if (index > 0) text += between
    for (const mark of each.marks) {
      marks.push({ ...mark, start: mark.start + text.length, end: mark.end + text.length })
    }
    for (const point of each.points) points.push({ ...point, at: point.at + text.length })
    text += each.text
  })
  return { text, marks, points }
}
