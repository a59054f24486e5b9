import { isCjk, joint, lastCharacter } from './cjk'
import { pageLine } from './understanding/line'

/** A line as it stands in the file, with its width in columns: East Asian characters take two. */
interface Line {
  readonly raw: string
  readonly text: string
  readonly width: number
  readonly indented: boolean
}

/** Text wrapped by a program is between these widths: punched cards, mail and Gutenberg at 60-80, 40 characters of Chinese. */
const NARROWEST = 40
const WIDEST = 110
/** A single pair of full lines may be chance. */
const FEWEST_FULL_LINES = 3
/** Of the line ends inside paragraphs this share must come at a full line; verse and lists are far below. */
const FULL_SHARE = 0.6
/** A line may end this many columns early and still be full: wrapping programs differ by a word's hyphen or quote. */
const SLACK = 3
/** Chinese numbers that begin a paragraph, however full the line before it is. */
const NUMBERED =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,5}[章节節条條]|[（(]?\d{1,2}[.．、）)]\s*\p{sc=Han})/u
/** No more line ends than this are looked at. */
const LOOKED_AT = 20_000
/** So many lines at the beginning and at the end may be of the page around the text, each for itself. */
const AROUND = 100

/**
 * The paragraphs of plain text, without indent and without the line ends that only wrap them.
 *
 * One line is one paragraph, unless the text is wrapped: then a line that is full (the next word would not have
 * fitted) goes on in the next one, joined by a space, or by nothing in Chinese and Japanese. A line that ended early
 * ended on purpose. A blank line always ends a paragraph, and so does an indent after a line without one.
 */
export function paragraphsOf(lines: readonly string[]): string[] {
  const page = new PageLines(lines)
  const width = wrapWidth(lines, page)
  if (width === undefined) return lines.map((line) => line.trim()).filter((line) => line !== '')
  // The pieces of each paragraph are joined at the end: a whole book may be one, and would be copied line by line.
  const paragraphs: string[][] = []
  let before: Line | undefined
  for (const [at, raw] of lines.entries()) {
    const line = lineOf(raw)
    if (line.text === '') before = undefined
    else {
      const goesOn =
        before !== undefined &&
        !page.has(at) &&
        !page.has(at - 1) &&
        !NUMBERED.test(line.text) &&
        isFull(before, line, width) &&
        (before.indented || !line.indented)
      if (goesOn || (before !== undefined && firstOfParagraph(before, line, width))) {
        paragraphs.at(-1)?.push(between(before?.text ?? '', line.text), line.text)
      } else paragraphs.push([line.text])
      before = line
    }
  }
  return paragraphs.map((pieces) => pieces.join(''))
}

/** Lines of the page around the text: they are whole, however full they are. Only those that are asked for are read. */
class PageLines {
  private readonly known = new Map<number, boolean>()

  constructor(private readonly lines: readonly string[]) {}

  has(at: number): boolean {
    const { length } = this.lines
    if (at < 0 || at >= length || (at >= AROUND && at < length - AROUND)) return false
    const known = this.known.get(at)
    if (known !== undefined) return known
    const is = pageLine((this.lines[at] as string).trim())?.sure === true
    this.known.set(at, is)
    return is
  }
}

/** A first line with an indent is followed by lines without one. */
const firstOfParagraph = (before: Line, line: Line, width: number): boolean =>
  before.indented && !line.indented && isFull(before, line, width)

function lineOf(raw: string): Line {
  const text = raw.trim()
  return { raw, text, width: widthOf(raw.trimEnd()), indented: /^(?:\u3000| {2}|\t)/.test(raw) }
}

function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += isCjk(character) ? 2 : 1
  return width
}

/** Whether the first word of `next` would not have fitted into `line`. */
function isFull(line: Line, next: Line, width: number): boolean {
  const [first = ''] = next.text
  const word = isCjk(first) ? first : (/^\S+/.exec(next.text)?.[0] ?? '')
  const space = joint(lastCharacter(line.text), first).length
  return line.width + space + widthOf(word) > width - SLACK
}

/** Whether most lines are wider than any that is wrapped: paragraphs, a line each. What they are need not be asked then. */
function isMostlyWide(lines: readonly string[]): boolean {
  const some = lines.slice(0, LOOKED_AT).filter((line) => line.trim() !== '')
  const wide = some.filter((line) => line.length > WIDEST || (line.length * 2 > WIDEST && widthOf(line) > WIDEST))
  return wide.length * 2 > some.length
}

/** The width at which the text was wrapped, in columns; undefined when it was not wrapped. */
function wrapWidth(lines: readonly string[], page: PageLines): number | undefined {
  if (isMostlyWide(lines)) return undefined
  const breaks: [Line, Line][] = []
  for (let at = 0; at + 1 < lines.length && breaks.length < LOOKED_AT; at++) {
    const [line, next] = [lines[at] as string, lines[at + 1] as string]
    if (line.trim() === '' || next.trim() === '' || page.has(at) || page.has(at + 1)) continue
    if (line.length > 2 * WIDEST) return undefined
    breaks.push([lineOf(line), lineOf(next)])
  }
  if (breaks.length < FEWEST_FULL_LINES) return undefined
  const widths = breaks.map(([line]) => line.width).sort((a, b) => a - b)
  const width = widths[Math.floor((widths.length - 1) * 0.95)] as number
  if (width < NARROWEST || width > WIDEST) return undefined
  const wider = breaks.filter(([line]) => line.width > 1.5 * width).length
  if (wider * 20 > breaks.length) return undefined
  const full = breaks.filter(([line, next]) => isFull(line, next, width)).length
  return full >= FEWEST_FULL_LINES && full >= breaks.length * FULL_SHARE ? width : undefined
}

/** What stands between a line and the next, where the line end only wraps them. */
function between(before: string, after: string): string {
  if (/[\p{L}\p{N}](?:-|--|—)$/u.test(before.slice(-4))) return ''
  const last = lastCharacter(before)
  const [first = ''] = after
  return isCjk(last) || isCjk(first) ? '' : joint(last, first)
}
