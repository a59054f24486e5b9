import { escapeMarkdown } from '../../exporters/escape-markdown'
import type { Draft } from './draft'

/** What a comment says as Markdown: its paragraphs, the items of its lists with their markers. Marks are left out. */
export const markdownOf = (drafts: readonly Draft[]): string =>
  drafts
    .filter(({ text }) => text !== '')
    .map(({ kind, text, marker }) => {
      const words = escapeMarkdown(text)
      if (kind !== 'listItem') return words
      return `${/^\d+[.)]$/.test(marker ?? '') ? marker : '-'} ${words}`
    })
    .join('\n\n')
