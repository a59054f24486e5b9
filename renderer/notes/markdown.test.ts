import fc from 'fast-check'
import type { Mark, Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { noteSchema } from './note-schema'
import { readMarkdown } from './read-markdown'
import { writeMarkdown } from './write-markdown'

const { nodes, marks } = noteSchema
const again = (markdown: string): string => writeMarkdown(readMarkdown(markdown))

describe('Markdown that is written as it was read', () => {
  test.each([
    'plain words',
    '“统筹”一词 appears *here*\n=1+1, "quoted" 𠮷😃',
    '**“强调”**后文',
    '前文**（强调）**后文，再*斜*体',
    'a_b and snake_case, 2*3*4? no: 2 * 3 * 4',
    'first\n\nsecond\nline',
    '- one\n- two\n  - deeper\n  - still\n- three',
    '1. one\n2. two',
    '3. three\n4. four',
    '> quoted\n> again\n>\n> and more',
    '# Heading\n\ntext',
    '```js\nlet a = `x`\n\nb\n```',
    'see [强首府](pingdian:theme/01900000-0000-7000-8000-000000000001) and [web](https://example.org/a?b=1&c=2)',
    '`code` and ``a ` b``',
    'before\n\n___\n\nafter',
    '> - in a quotation\n> - a list',
    'a <b>tag</b> & an ![image](https://example.org/a.png)',
    '　　全角缩进的段落',
    '***both** emphasis only*',
    '',
  ])('%s', (markdown) => expect(again(markdown)).toBe(markdown))
})

test('signs that were typed as signs stay signs', () => {
  const doc = (text: string): Node => nodes.doc.create(null, nodes.paragraph.create(null, noteSchema.text(text)))
  for (const text of [
    '*not emphasis*',
    '# not a heading',
    '- not a list',
    '1. nor this',
    '[[x]] [a](b)',
    '&amp; \\*',
    '> no',
    '```',
  ])
    expect(readMarkdown(writeMarkdown(doc(text))).textContent).toBe(text)
  expect(writeMarkdown(doc('1. nor this'))).toBe('1\\. nor this')
})

test('bold that begins with punctuation after a letter is kept, with references where nothing else helps', () => {
  const strong = [marks.strong.create()]
  const line = nodes.paragraph.create(null, [
    noteSchema.text('a'),
    noteSchema.text(', b', strong),
    noteSchema.text('c'),
  ])
  const doc = nodes.doc.create(null, line)
  expect(readMarkdown(writeMarkdown(doc)).eq(doc)).toBe(true)
})

const SIGNS = [
  ...'*_`#>-+~[]()<>&;!\\|=.0123456789 \n\tab“”，。（）中文强调　𠮷😃éא'.replace('𠮷😃', ''),
  '𠮷',
  '😃',
  '**',
  '\n\n',
  '- ',
  '1. ',
  '![',
  '](',
  '&amp;',
  'https://a.b/',
  '```',
]
const source = fc.oneof(
  fc.array(fc.constantFrom(...SIGNS), { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
)

test('what was written is read and written as itself', () => {
  fc.assert(
    fc.property(source, (markdown) => {
      const once = again(markdown)
      expect(again(once)).toBe(once)
    }),
    { numRuns: 60 },
  )
}, 20_000)

/** The characters of a text that Markdown has signs for: white space at the edges of lines is none of them. */
const characters = (text: string): string =>
  text
    .replace(/\0/g, '\uFFFD')
    .split(/\n|\r\n?/)
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((line) => line !== '')
    .join('\n')

const paragraphsOf = (text: string): Node =>
  nodes.doc.create(
    null,
    text.split('\n\n').map((part) => nodes.paragraph.create(null, part === '' ? [] : [noteSchema.text(part)])),
  )

test('no character of a plain text is lost', () => {
  fc.assert(
    fc.property(source, (text) => {
      const doc = paragraphsOf(text)
      const read = readMarkdown(writeMarkdown(doc))
      expect(characters(read.textBetween(0, read.content.size, '\n'))).toBe(
        characters(doc.textBetween(0, doc.content.size, '\n')),
      )
    }),
    { numRuns: 60 },
  )
}, 20_000)

const markSet = fc
  .subarray([
    marks.strong.create(),
    marks.emphasis.create(),
    marks.code.create(),
    marks.link.create({ href: 'https://a.b/?c=1&d' }),
  ])
  .map((set) => set.reduce((all, mark) => mark.addToSet(all), [] as readonly Mark[]))
const textNode = fc
  .tuple(
    fc.array(fc.constantFrom(...SIGNS.filter((sign) => !/[\n\t]/.test(sign))), { minLength: 1, maxLength: 6 }),
    markSet,
  )
  .map(([text, set]) => noteSchema.text(text.join(''), set))
const paragraph = fc.array(textNode, { maxLength: 4 }).map((inline) => nodes.paragraph.create(null, inline))
const block: fc.Arbitrary<Node> = fc.letrec<{ block: Node }>((tie) => {
  const content = (most: number) => fc.array(tie('block'), { minLength: 1, maxLength: most })
  const item = fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => nodes.listItem.create(null, [first, ...rest]))
  const items = fc.array(item, { minLength: 1, maxLength: 3 })
  return {
    block: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      paragraph,
      fc
        .tuple(paragraph, fc.integer({ min: 1, max: 6 }))
        .map(([{ content }, level]) => nodes.heading.create({ level }, content)),
      fc
        .string({ unit: fc.constantFrom('a', '`', '~', '\n', ' ', '>') })
        .map((text) => nodes.codeBlock.create({ info: 'x' }, text === '' ? [] : noteSchema.text(text))),
      fc.constant(nodes.rule.create()),
      content(3).map((inner) => nodes.quotation.create(null, inner)),
      items.map((all) => nodes.bulletList.create(null, all)),
      fc.tuple(items, fc.integer({ min: 0, max: 12 })).map(([all, start]) => nodes.orderedList.create({ start }, all)),
    ),
  }
}).block

test('any document is written so that it is read with all its characters, and then stays as it is', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (content) => {
      const doc = nodes.doc.create(null, content)
      const markdown = writeMarkdown(doc)
      const read = readMarkdown(markdown)
      const words = (node: Node): string => node.textBetween(0, node.content.size).replace(/\s/g, '')
      expect(words(read)).toBe(words(doc))
      expect(writeMarkdown(read)).toBe(markdown)
    }),
    { numRuns: 60 },
  )
}, 20_000)
