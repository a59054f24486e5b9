import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'
import { expect, test } from 'vitest'
import { blockQuotation, escapeMarkdown, escapeWords } from './escape-markdown'

const parse = (markdown: string) =>
  fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

/** The quotation as a reader of Markdown sees it: nothing but paragraphs of plain text. */
function shown(markdown: string): string[] {
  const [quotation, ...others] = parse(markdown).children
  expect(others).toEqual([])
  if (quotation?.type !== 'blockquote') throw new Error(`A ${quotation?.type} stands where a quotation should.`)
  return quotation.children.map((child) => {
    if (child.type !== 'paragraph') throw new Error(`A ${child.type} stands in the quotation.`)
    return child.children.map(plain).join('')
  })
}
function plain(node: Nodes): string {
  if (node.type === 'text') return node.value
  // mdast's GFM extension makes links of addresses in finished text, whether they were escaped or not.
  if (node.type === 'link') return node.children.map(plain).join('')
  throw new Error(`A ${node.type} stands in the quotation.`)
}

test('text is escaped only where Markdown would take it', () => {
  expect(escapeMarkdown('3.5% of snake_case - a < b & c! 会议（一）“强首府”')).toBe(
    '3.5% of snake_case - a < b & c! 会议（一）“强首府”',
  )
  expect(escapeMarkdown('# 一、')).toBe('\\# 一、')
  expect(escapeMarkdown('1. 一')).toBe('1\\. 一')
  expect(escapeMarkdown('- 一 **二** <b> [三](四) &amp; ==五== $6')).toBe(
    '\\- 一 \\*\\*二\\*\\* \\<b> \\[三\\](四) \\&amp; \\=\\=五\\=\\= \\$6',
  )
  expect(escapeWords(' a \n b ')).toBe('a b')
})

test('a quotation of several paragraphs keeps them apart', () => {
  expect(blockQuotation('一\n\n二')).toBe('> 一\n>\n> 二')
})

const unit = fc.oneof(
  fc.constantFrom(
    ...'#>-+*_`~[]()<>!|\\&;=$%^:.1 \t\na字。“”'.split(''),
    '\u3000',
    '😃',
    '&lt;',
    'http://a.b',
    '---',
    '1. ',
    '    ',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2 }),
)

test('whatever is quoted is read back as it was', () => {
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 30 }), (parts) => {
      const quote = parts.join('').replaceAll('\u0000', '')
      const lines = quote.split(/\r\n|\r|\n/).filter((line) => /[^ \t]/.test(line))
      fc.pre(lines.length > 0)
      expect(shown(blockQuotation(quote))).toEqual(lines)
    }),
    { numRuns: 1500 },
  )
})
