import type { InlineMark } from '../model/document'
import { firstCharacter, joint, lastCharacter } from './cjk'
import { withoutControls } from './line-ends'
import type { Remarks } from './remarks'

type MarkKind = InlineMark['kind']
interface OpenMark {
  readonly kind: MarkKind
  readonly href?: string
  /** UTF-16 offset of the first character written since it was opened; null while there is none. */
  start: number | null
}

/** A finished stretch of text without line ends, and the marks inside it. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly InlineMark[]
}

const PIECES = /[ \t\n\r\v\f\u0085\u2028\u2029]+|[^ \t\n\r\v\f\u0085\u2028\u2029]+/g
const WHITE = /[ \t\n\r\v\f\u0085\u2028\u2029]/
const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/

/** Writes the text of one block as HTML shows it: white space collapsed, trimmed at both ends, with its marks. */
export class InlineText {
  private text = ''
  /** The last character of `text`: asking the text itself would copy all of it each time. */
  private last = ''
  private gap: 'none' | 'space' | 'line end' = 'none'
  private marks: InlineMark[] = []
  private readonly open: OpenMark[] = []

  constructor(private readonly remarks: Remarks) {}

  write(raw: string): void {
    for (const piece of withoutControls(raw, this.remarks).match(PIECES) ?? []) {
      if (WHITE.test(piece[0] as string)) {
        if (LINE_END.test(piece)) this.gap = 'line end'
        else if (this.gap === 'none') this.gap = 'space'
      } else {
        this.fillGap(piece)
        for (const mark of this.open) mark.start ??= this.text.length
        this.text += piece
        this.last = lastCharacter(piece)
      }
    }
  }

  /** What was written since the last `take`, as far as its white space is known. */
  get written(): string {
    return this.text
  }

  /** Opens a mark; marks of one kind inside each other are one mark, except links. */
  begin(kind: MarkKind, href?: string): void {
    this.open.push({ kind, ...(href === undefined ? {} : { href }), start: null })
  }

  /** Closes the mark opened last. */
  end(): void {
    const mark = this.open.pop()
    if (mark) this.keep(mark, this.open)
  }

  /** The text written since the last `take`. Marks still open end here and go on in what is written next. */
  take(): MarkedText {
    this.open.forEach((mark, index) => {
      this.keep(mark, this.open.slice(0, index))
    })
    const taken = trimmed(this.text, this.marks)
    for (const mark of this.open) mark.start = null
    this.text = ''
    this.gap = 'none'
    this.marks = []
    return taken
  }

  private fillGap(next: string): void {
    if (this.gap !== 'none' && this.text !== '') {
      this.text += this.gap === 'space' ? ' ' : joint(this.last, firstCharacter(next))
    }
    this.gap = 'none'
  }

  private keep({ kind, href, start }: OpenMark, outside: readonly OpenMark[]): void {
    const end = this.text.length
    if (start === null || start >= end) return
    if (kind !== 'link' && outside.some((outer) => outer.kind === kind)) return
    this.marks.push({ start, end, kind, ...(href === undefined ? {} : { href }) })
  }
}

/** `text` without white space (no-break and full-width space too) at its ends, and the marks moved accordingly. */
export function trimmed(text: string, marks: readonly InlineMark[]): MarkedText {
  const from = text.length - text.trimStart().length
  const kept = text.trim()
  const moved = marks
    .map((mark) => ({
      ...mark,
      start: Math.max(0, mark.start - from),
      end: Math.min(kept.length, mark.end - from),
    }))
    .filter((mark) => mark.start < mark.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  return { text: kept, marks: moved }
}
