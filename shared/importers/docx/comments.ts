import type { ReadComment } from '../importer'
import { commentTime } from '../office/comment-time'
import type { Range } from '../office/finish'
import { markdownOf } from '../office/markdown'
import { children, type XmlElement } from '../office/xml-tree'
import type { OwnText } from './body'

/**
 * The comments of a document where they stand. An answer stands where the comment does that it answers, after it.
 * `extended` tells which comments are answers (commentsExtended, MS-DOCX 2.5.1). Those whose place is nowhere in the
 * text are left out: their number is given.
 */
export function commentsOf(
  texts: readonly OwnText[],
  ranges: ReadonlyMap<string, Range>,
  extended: XmlElement | undefined,
): { readonly comments: readonly ReadComment[]; readonly unplaced: number } {
  const parents = new Map(
    children(extended, 'w15:commentEx').map(({ attributes }) => [
      attributes['w15:paraId'],
      attributes['w15:paraIdParent'],
    ]),
  )
  const byParagraph = new Map(texts.map((text) => [text.paragraph, text]))
  const comments: ReadComment[] = []
  let unplaced = 0
  for (const text of texts) {
    const words = markdownOf(text.drafts)
    if (words === '') continue
    const parent = byParagraph.get(parents.get(text.paragraph) ?? '')
    const range = ranges.get(idOf(parent) ?? '') ?? ranges.get(idOf(text) ?? '')
    if (range) comments.push({ ...range, text: words, ...authorship(text) })
    else unplaced += 1
  }
  return { comments, unplaced }
}

const idOf = (text: OwnText | undefined): string | undefined => text?.attributes['w:id']

function authorship({ attributes }: OwnText): Pick<ReadComment, 'author' | 'at'> {
  const author = attributes['w:author']?.trim()
  const at = commentTime(attributes['w:date'])
  return { ...(author && { author }), ...(at !== undefined && { at }) }
}
