import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly'

/**
 * What a note has no use for is read as the characters it is made of: raw HTML, images, definitions, code by
 * indentation (people indent) and headings by underlining (people draw lines).
 */
const LITERAL = ['htmlFlow', 'htmlText', 'labelStartImage', 'definition', 'codeIndented', 'setextUnderline']

/**
 * A note's Markdown as a tree of paragraphs, headings, quotations, lists, code, rules, and of text with emphasis, code
 * and links. Bold beside Chinese punctuation is bold (`**“强调”**后文`), which plain CommonMark does not see.
 */
export const noteTree = (markdown: string): Root =>
  fromMarkdown(markdown.replace(/\r\n?/g, '\n'), {
    extensions: [cjkFriendlyExtension(), { disable: { null: LITERAL } }],
  })
