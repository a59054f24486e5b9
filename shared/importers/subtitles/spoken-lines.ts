import type { InlineMark, TimeSpan } from '../../model/document'
import { InlineText, type MarkedText } from '../inline-text'
import type { Remarks } from '../remarks'
import type { Cue } from './cues'

/** A line of a subtitle, or the part of one that a voice says, without tags. */
export interface SpokenLine extends MarkedText {
  /** The place of its subtitle in the file, from 0. */
  readonly cue: number
  readonly time?: TimeSpan
  /** As a voice tag gives it (`<v 王芳>`). */
  readonly voice?: string
  /** Whether the file says that another one speaks from here: by `>>`, or by dashes before the lines of a subtitle. */
  readonly turn: boolean
}

const TAG =
  /<(\/?)([a-z]+|\d[\d:.]*)(?:\.[^\s<>]{0,100})?(?:[ \t]([^<>]{0,200}))?\/?>|\{\\[^{}]{0,100}\}|&(?:[a-z]{2,6}|#\d{1,7}|#x[\da-f]{1,6});/giu
const KINDS: Readonly<Record<string, InlineMark['kind']>> = {
  i: 'emphasis',
  em: 'emphasis',
  b: 'strong',
  strong: 'strong',
}
/** Tags of both formats that say nothing that is kept; what else looks like a tag is text. */
const DROPPED = /^(?:u|s|c|lang|ruby|rt|font|span|\d[\d:.]*)$/i
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  lrm: '\u200e',
  rlm: '\u200f',
}
/** Signs that another one speaks: `>>` in American captions, a dash where two speak in one subtitle. */
const CHEVRONS = /^\s*(?:>{2,3}|＞{2,3}|》{2,3})\s*/u
const DASH = /^\s*[-‐–—－]\s*(?=\S)/u

/** What is said in a subtitle, line by line, and by each voice of it in turn; what is empty is left out. */
export function spokenLines({ time, lines }: Cue, cue: number, remarks: Remarks): SpokenLine[] {
  const dashes = lines.filter((line) => DASH.test(withoutTags(line))).length > 1
  const voices = new Voices(remarks, { cue, ...(time && { time }) })
  for (const line of lines) {
    const words = withoutTags(line)
    const sign = CHEVRONS.exec(words)?.[0] ?? (dashes ? DASH.exec(words)?.[0] : undefined)
    if (sign !== undefined) voices.turn()
    writeLine(sign === undefined ? line : withoutSign(line, sign.trim()), voices)
    voices.endLine()
  }
  return voices.done
}

const withoutTags = (line: string): string =>
  line.replace(TAG, (tag) => (tag.startsWith('&') ? (entity(tag) ?? tag) : ''))

/** The line without the first sign in it; tags may stand before, and entities in it. */
const withoutSign = (line: string, sign: string): string => {
  const escaped = sign.replaceAll('>', '&gt;')
  return line.includes(escaped) ? line.replace(escaped, '') : line.replace(sign, '')
}

function writeLine(line: string, voices: Voices): void {
  let from = 0
  for (const match of line.matchAll(TAG)) {
    const [tag, slash, name, words] = match
    voices.write(line.slice(from, match.index))
    from = match.index + tag.length
    if (tag.startsWith('&')) voices.write(entity(tag) ?? tag)
    else if (name === undefined || DROPPED.test(name)) continue
    else if (/^br$/i.test(name)) voices.write('\n')
    else if (/^v$/i.test(name)) voices.voice(slash ? undefined : words?.trim())
    else if (KINDS[name.toLowerCase()]) voices.mark(KINDS[name.toLowerCase()] as InlineMark['kind'], slash === '')
    else voices.write(tag)
  }
  voices.write(line.slice(from))
}

function entity(written: string): string | undefined {
  const name = written.slice(1, -1)
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()]
  const point = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  const isCharacter = point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
  return isCharacter ? String.fromCodePoint(point) : '\ufffd'
}

/** Collects what each voice of one subtitle says. */
class Voices {
  readonly done: SpokenLine[] = []
  private readonly text: InlineText
  private open: InlineMark['kind'][] = []
  private speaker: string | undefined
  private turned = false

  constructor(
    remarks: Remarks,
    private readonly of: Pick<SpokenLine, 'cue' | 'time'>,
  ) {
    this.text = new InlineText(remarks)
  }

  write(words: string): void {
    this.text.write(words)
  }

  turn(): void {
    this.endLine()
    this.turned = true
  }

  voice(name: string | undefined): void {
    this.endLine()
    this.speaker =
      name === undefined
        ? undefined
        : withoutTags(name)
            .replace(/\s+/gu, ' ')
            .replace(/\p{Cc}/gu, '')
            .trim() || undefined
  }

  /** Tags that cross each other end together: marks are closed in the order in which they were opened. */
  mark(kind: InlineMark['kind'], begins: boolean): void {
    if (begins) {
      if (this.open.length > 20) return
      this.open.push(kind)
      this.text.begin(kind)
      return
    }
    const at = this.open.lastIndexOf(kind)
    if (at < 0) return
    const crossed = this.open.slice(at + 1)
    for (let n = this.open.length; n > at; n--) this.text.end()
    for (const each of crossed) this.text.begin(each)
    this.open = [...this.open.slice(0, at), ...crossed]
  }

  endLine(): void {
    const { text, marks } = this.text.take()
    if (text === '') return
    this.done.push({
      ...this.of,
      text,
      marks,
      ...(this.speaker !== undefined && { voice: this.speaker }),
      turn: this.turned,
    })
    this.turned = false
  }
}
