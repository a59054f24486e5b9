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
import type { Importer } from './importer'
import { languageOf } from './language'
import { linesOf, withoutControls } from './line-ends'
import { markdownHtml } from './markdown-html'
import { Remarks } from './remarks'

/** Reads CommonMark with GitHub's tables and footnotes, YAML front matter, and emphasis beside Chinese punctuation. */
export const markdown: Importer = {
  id: 'markdown',
  extensions: FORMATS.markdown,
  prose: true,
  read(file, options) {
    const remarks = new Remarks()
    const { text, encoding } = decode(file, options, remarks)
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
