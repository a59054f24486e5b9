import type { Node } from 'prosemirror-model'
import { readMarkdown } from './read-markdown'
import { inlineMarkdown, type Piece, piecesOf, referencedText, type Style, storable, tidied } from './write-inline'

/** From what reads best to what is surest. */
const STYLES: readonly Style[] = [
  { escape: false, emphasis: '*', edges: false },
  { escape: true, emphasis: '*', edges: false },
  { escape: true, emphasis: '_', edges: false },
  { escape: true, emphasis: '*', edges: true },
  { escape: true, emphasis: '_', edges: true },
]

const same = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  a.length === b.length && a.every(({ text, marks }, at) => text === b[at]?.text && marksAlike(marks, b[at]?.marks))
const marksAlike = (a: Piece['marks'], b: Piece['marks'] = []): boolean =>
  a.length === b.length && a.every((mark, at) => mark.eq(b[at] as Piece['marks'][number]))

/** Whether `markdown` is read as one block like this one with these pieces. */
function readsAs(markdown: string, block: Node, pieces: readonly Piece[]): boolean {
  const read = readMarkdown(markdown)
  const only = read.childCount === 1 ? read.firstChild : null
  return only?.sameMarkup(block) === true && same(piecesOf(only), pieces)
}

/**
 * A paragraph or heading. It is written plainly where that is read back as what it is, and with more escapes where it
 * is not. Where no signs can say an emphasis it is given up, never a character.
 */
function textBlock(block: Node): string {
  const isHeading = block.type.name === 'heading'
  const all = piecesOf(block)
  const pieces = tidied(isHeading ? all.map((piece) => ({ ...piece, text: piece.text.replace(/\n/g, ' ') })) : all)
  const sign = isHeading ? `${'#'.repeat(block.attrs.level)} ` : ''
  if (pieces.length === 0) return sign.trim()
  const bare = tidied(
    pieces.map(({ text, marks }) => ({ text, marks: marks.filter((mark) => mark.type.name === 'link') })),
  )
  for (const given of [pieces, bare]) {
    for (const style of STYLES) {
      const markdown = sign + inlineMarkdown(given, style)
      // As the first words of a list item a row of these signs would make a rule of it.
      if (!style.escape && /^[-*_ \t]+$/m.test(markdown)) continue
      if (readsAs(markdown, block, given)) return markdown
    }
  }
  return sign + referencedText(pieces)
}

const prefixed = (markdown: string, first: string, other: string): string =>
  markdown
    .split('\n')
    .map((line, at) => (at === 0 ? first + line : line === '' ? other.trimEnd() : other + line))
    .join('\n')

function codeBlock({ textContent, attrs }: Node): string {
  const text = storable(textContent)
  const sign = attrs.info.includes('`') ? '~' : '`'
  const runs = [...text.matchAll(new RegExp(`${sign}{3,}`, 'g'))].map(([run]) => run.length)
  const fence = sign.repeat(Math.max(2, ...runs) + 1)
  return [fence + attrs.info.replace(/\\|&(?=[#\w])/g, '\\$&'), ...(text === '' ? [] : [text]), fence].join('\n')
}

const isList = (node: Node | undefined): boolean =>
  node?.type.name === 'bulletList' || node?.type.name === 'orderedList'

/** Whether nothing of it is written. Bullets of which none has words are nothing: in a row they would be a rule. */
const isBlank = (node: Node): boolean =>
  node.type.name === 'bulletList' || node.type.name === 'listItem'
    ? node.children.every(isBlank)
    : isBlankParagraph(node)
const isBlankParagraph = (node: Node): boolean =>
  node.type.name === 'paragraph' && /^[ \t\r\n]*$/.test(node.textContent)

/** The first block of a list that has words. */
const firstWritten = (list: Node): Node | undefined =>
  (list.type.name === 'bulletList' ? list.children.find((item) => !isBlank(item)) : list.firstChild)?.children.find(
    (each) => !isBlank(each),
  )

/** Whether a list may follow a paragraph without an empty line between. */
const interrupts = (list: Node): boolean =>
  firstWritten(list)?.type.name === 'paragraph' && (list.type.name === 'bulletList' || list.attrs.start === 1)

function listMarkdown(list: Node, second: boolean): string {
  let tight = true
  const all = list.children
  const from = list.type.name === 'bulletList' ? all.findIndex((item) => !isBlank(item)) : 0
  const items = all.slice(from).map((item, at) => {
    const sign =
      list.type.name === 'bulletList' ? (second ? '*' : '-') : `${list.attrs.start + at}${second ? ')' : '.'}`
    const content = childrenMarkdown(item)
    if (content.includes('\n\n')) tight = false
    return prefixed(content, content === '' ? sign : `${sign} `, ' '.repeat(sign.length + 1))
  })
  return items.join(tight ? '\n' : '\n\n')
}

function childrenMarkdown(parent: Node): string {
  const inItem = parent.type.name === 'listItem'
  let result = ''
  let before: Node | undefined
  let second = false
  for (const child of parent.children.filter((each) => !isBlank(each))) {
    second = isList(child) && before?.type === child.type && !second
    const markdown = isList(child) ? listMarkdown(child, second) : blockMarkdown(child)
    const close = inItem && before?.type.name === 'paragraph' && isList(child) && interrupts(child)
    result += before ? (close ? '\n' : '\n\n') + markdown : markdown
    before = child
  }
  return result
}

const written = new WeakMap<Node, string>()

function blockMarkdown(block: Node): string {
  const known = written.get(block)
  if (known !== undefined) return known
  const markdown = compute(block)
  written.set(block, markdown)
  return markdown
}

function compute(block: Node): string {
  switch (block.type.name) {
    case 'paragraph':
      return paragraphs(block)
    case 'heading':
      return textBlock(block)
    case 'codeBlock':
      return codeBlock(block)
    case 'rule':
      return '___'
    default:
      return prefixed(childrenMarkdown(block), '> ', '> ').replace(/^> (?=\n|$)/, '>')
  }
}

/** A paragraph; where it holds an empty line, the paragraphs that it looks like. */
function paragraphs(block: Node): string {
  const parts: string[] = []
  let from = 0
  for (const { 0: gap, index } of block.textContent.matchAll(/[\n\r][ \t]*[\n\r]\s*/g)) {
    parts.push(textBlock(block.cut(from, index)))
    from = index + gap.length
  }
  parts.push(textBlock(block.cut(from)))
  return parts.filter((part) => part !== '').join('\n\n')
}

/**
 * A note's document as Markdown. `readMarkdown` gives the same document again, save what Markdown has no signs for:
 * white space at the edges of lines, and empty paragraphs.
 */
export const writeMarkdown = (doc: Node): string => childrenMarkdown(doc)
