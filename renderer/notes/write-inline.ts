import { Mark, type Node } from 'prosemirror-model'

/** A stretch of text with the same marks. */
export interface Piece {
  readonly text: string
  readonly marks: readonly Mark[]
}

const alike = (a: readonly Mark[], b: readonly Mark[]): boolean => Mark.sameSet(a, b)
const has = (piece: Piece | undefined, mark: Mark): boolean => piece !== undefined && mark.isInSet(piece.marks)
const isEmphasis = (mark: Mark): boolean => mark.type.name === 'strong' || mark.type.name === 'emphasis'
const isCode = (mark: Mark): boolean => mark.type.name === 'code'

/** A text as Markdown can hold it: U+0000 cannot be, and a carriage return is a line end. */
export const storable = (text: string): string => text.replace(/\0/g, '\uFFFD').replace(/\r\n?/g, '\n')

/** The pieces of a text block. Neighbours with the same marks are one. */
export const piecesOf = (block: Node): Piece[] =>
  joined(block.children.map(({ text = '', marks }) => ({ text: storable(text), marks })))

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (piece.text === '') continue
    if (last && alike(last.marks, piece.marks)) result[result.length - 1] = { ...last, text: last.text + piece.text }
    else result.push(piece)
  }
  return result
}

/**
 * The pieces as Markdown can hold them: no white space at the edges of a line or under the edge of an emphasis, and no
 * line end inside code.
 */
export function tidied(pieces: readonly Piece[]): Piece[] {
  const units = pieces.flatMap(({ text, marks }) =>
    text.split('').map((unit) => ({ text: unit === '\n' && marks.some(isCode) ? ' ' : unit, marks })),
  )
  const whole = units.map(({ text }) => text).join('')
  const kept = units.map(() => true)
  for (const { 0: found, index } of whole.matchAll(/^[ \t\n]+|[ \t]*\n[ \t]*|[ \t\n]+$/g)) {
    const inner = index > 0 && index + found.length < whole.length
    for (let at = index; at < index + found.length; at += 1) kept[at] = inner && whole[at] === '\n'
  }
  let left = units.filter((_unit, at) => kept[at])
  for (const mark of Mark.setFrom([...new Set(units.flatMap(({ marks }) => marks.filter(isEmphasis)))])) {
    const blank = (at: number): boolean => /\s/.test(left[at]?.text ?? '')
    for (const step of [1, -1]) {
      const from = step === 1 ? 0 : left.length - 1
      for (let at = from; at >= 0 && at < left.length; at += step) {
        const unit = left[at] as Piece
        if (has(unit, mark) && blank(at) && !has(left[at - step], mark))
          left = left.with(at, { ...unit, marks: mark.removeFromSet(unit.marks) })
      }
    }
  }
  return joined(left)
}

/** How characters that could be read as Markdown are written. */
export interface Style {
  readonly escape: boolean
  readonly emphasis: '*' | '_'
  /** Characters beside the signs of an emphasis are written as references, so that the signs are seen as such. */
  readonly edges: boolean
}

const reference = (unit: string): string => `&#x${(unit.codePointAt(0) as number).toString(16).toUpperCase()};`

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<]|&(?=[#\w])/g, '\\$&')
}

/** Escapes what begins a line as a list, heading, quotation or code would. */
const escapedLines = (markdown: string): string =>
  markdown.replace(/^([-+#>~])/gm, '\\$1').replace(/^(\d{1,9})([.)])/gm, '$1\\$2')

function codeOf(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$/.test(text) || (/^ .* $/.test(text) && text.trim() !== '') ? ' ' : ''
  return fence + pad + text + pad + fence
}

function addressOf({ href, title }: Mark['attrs'], style: Style): string {
  const plain = href !== '' && !/[\s()<>\\]/.test(href)
  const signs = style.escape ? /[<>\\]|&(?=[#\w])/g : /[<>\\]/g
  const words = String(href).replace(/\s/g, (space) => (space === ' ' ? space : encodeURIComponent(space)))
  const address = plain && !(style.escape && href.includes('&')) ? href : `<${words.replace(signs, '\\$&')}>`
  return title === null ? address : `${address} "${String(title).replace(/["\\]/g, '\\$&').replace(/\n+/g, ' ')}"`
}

/** Where text and signs follow each other; `sign` is set for the signs of an emphasis. */
interface Token {
  readonly text: string
  readonly kind: 'text' | 'sign' | 'verbatim'
}

function tokens(pieces: readonly Piece[], style: Style): Token[] {
  const result: Token[] = []
  for (let at = 0; at < pieces.length; ) {
    const { text, marks } = pieces[at] as Piece
    const outer = marks.filter((mark) => !isCode(mark))
    if (outer.length === 0) {
      result.push(marks.length > 0 ? { text: codeOf(text), kind: 'verbatim' } : { text, kind: 'text' })
      at += 1
      continue
    }
    const runs = outer.map((mark) => {
      const end = pieces.findIndex((piece, index) => index > at && !has(piece, mark))
      return { mark, end: end < 0 ? pieces.length : end }
    })
    const { mark, end } = runs.reduce((best, run) => (run.end > best.end ? run : best))
    const inside = pieces.slice(at, end).map((piece) => ({ ...piece, marks: mark.removeFromSet(piece.marks) }))
    const sign = mark.type.name === 'strong' ? '**' : style.emphasis
    const [open, close]: [Token, Token] = isEmphasis(mark)
      ? [
          { text: sign, kind: 'sign' },
          { text: sign, kind: 'sign' },
        ]
      : [
          { text: '[', kind: 'verbatim' },
          { text: `](${addressOf(mark.attrs, style)})`, kind: 'verbatim' },
        ]
    result.push(open, ...tokens(joined(inside), style), close)
    at = end
  }
  return result
}

function textOf(token: Token, before: Token | undefined, after: Token | undefined, style: Style): string {
  if (token.kind !== 'text' || !style.escape) return token.text
  if (!style.edges) return escaped(token.text)
  const units = [...token.text]
  const first = before?.kind === 'sign' && units[0] !== '\n' ? reference(units.shift() ?? '') : ''
  const last = after?.kind === 'sign' && units.length > 0 && units.at(-1) !== '\n' ? reference(units.pop() ?? '') : ''
  return first + escaped(units.join('')) + last
}

/** Tidied pieces as Markdown, in a style. */
export function inlineMarkdown(pieces: readonly Piece[], style: Style): string {
  const all = tokens(pieces, style)
  const markdown = all.map((token, at) => textOf(token, all[at - 1], all[at + 1], style)).join('')
  return style.escape ? escapedLines(markdown) : markdown
}

/** Every character that is no letter, number or control character as a reference: nothing of it can be read as Markdown. */
export const referencedText = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .replace(/[^\p{L}\p{N}\p{Cc}]|^\d/gmu, reference)
