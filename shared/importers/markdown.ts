import { fromHtml } from 'hast-util-from-html'
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { type Block, plainText } from '../model/document'
import { decode } from './encoding'
import { FORMATS, nameWithoutExtension } from './formats'
import { type FrontMatter, frontMatter } from './front-matter'
import { htmlBlocks } from './html-blocks'
import type { Importer, ReadDocument, ReadOptions, SourceFile } from './importer'
import { languageOf } from './language'
import { linesOf, withoutControls } from './line-ends'
import { markdownHtml } from './markdown-html'
import { readPlainText } from './plain-text'
import { Remarks } from './remarks'

/** Reads CommonMark with GitHub's tables and footnotes, YAML front matter, and emphasis beside Chinese punctuation. */
export const markdown: Importer = {
  id: 'markdown',
  extensions: FORMATS.markdown,
  prose: true,
  read(file, options) {
    const remarks = new Remarks()
    const { text, encoding } = decode(file, options, remarks)
    if (isTooLarge(text)) return asPlainText(file, options)
    const tree = fromMarkdown(text, {
      extensions: [frontmatter(['yaml']), gfm({ singleTilde: false }), cjkFriendlyExtension()],
      mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmFromMarkdown()],
    })
    const front = readFrontMatter(tree, remarks)
    const blocks = [...front.unread, ...htmlBlocks(fromHtml(markdownHtml(tree), { fragment: true }), remarks)]
    const headline = blocks.find((block) => block.kind === 'heading' && block.level === 1)?.text
    return {
      title: front.metadata.title ?? headline ?? nameWithoutExtension(file.name),
      metadata: front.metadata,
      language: languageOf(plainText(blocks), front.language),
      format: 'markdown',
      encoding,
      blocks,
      remarks: remarks.all(),
    }
  },
}

/** Larger texts would take minutes and gigabytes to be read as Markdown (in UTF-16 units). */
const LONGEST = 2_000_000
/** So would a longer stretch without a blank line, or one with more brackets: the time grows with their square. */
const LONGEST_STRETCH = 200_000
const MOST_BRACKETS = 4_000
/** And so would quotations and lists that stand in each other this often. */
const DEEPEST = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){100}/m

const isTooLarge = (text: string): boolean =>
  text.length > LONGEST ||
  DEEPEST.test(text) ||
  text
    .split(/\n[ \t]*\n/)
    .some((stretch) => stretch.length > LONGEST_STRETCH || stretch.split('[').length > MOST_BRACKETS)

function asPlainText(file: SourceFile, options: ReadOptions): ReadDocument {
  const read = readPlainText(file, options)
  return { ...read, remarks: [{ key: 'import.asPlainText', params: { name: file.name } }, ...read.remarks] }
}

/** The front matter of the tree; when it cannot be read it is kept as blocks of code and told in a remark. */
function readFrontMatter(tree: Root, remarks: Remarks): FrontMatter & { readonly unread: readonly Block[] } {
  const first = tree.children[0]
  if (first?.type !== 'yaml') return { metadata: {}, unread: [] }
  const read = frontMatter(first.value)
  if ('metadata' in read) return { ...read, unread: [] }
  remarks.add({ key: 'import.frontMatter', params: { line: read.line } })
  const lines = linesOf(withoutControls(first.value, remarks)).filter((line) => line.trim() !== '')
  return { metadata: {}, unread: lines.map((text) => ({ kind: 'code', text })) }
}
