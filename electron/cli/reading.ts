import type { ReadComment } from '#shared/importers/importer'
import type { Translate } from '#shared/messages/index'
import { type CodePointIndex, codePointIndex } from '#shared/model/code-points'
import { type Block, blockStarts, type Debris, plainText } from '#shared/model/document'
import { outlineOf } from '#shared/model/outline'
import type { Problem } from '#shared/result'
import type { Found } from './documents'

type At = CodePointIndex['codePoint']

/**
 * What `read` prints about one document, or about a file that could not be read, by `reading.schema.json`. All offsets
 * are Unicode code points into the plain text, which is the blocks' texts joined by line feeds, or, in marks and page
 * breaks, into the block's own text.
 */
export function readingOf(found: Found, t: Translate) {
  const { path, inside } = found
  const place = { file: path, ...(inside !== undefined && { inside }) }
  if ('problem' in found) return { ...place, read: false, error: told(found.problem, t) }
  const { title, metadata, language, format, encoding, blocks, remarks, comments, attributes } = found.document
  const { length, codePoint } = codePointIndex(plainText(blocks))
  const starts = blockStarts(blocks)
  return {
    ...place,
    read: true,
    title,
    language,
    format,
    ...(encoding && { encoding }),
    metadata,
    ...(attributes && { attributes }),
    length,
    outline: outlineOf(blocks).map(({ level, text, confidence, runIn, block, start, end }) => ({
      level,
      text,
      ...(confidence !== undefined && { confidence }),
      runIn,
      block,
      start: codePoint(start),
      end: codePoint(end),
    })),
    blocks: blocks.map((block, index) => blockOf(block, index, starts[index] as number, codePoint)),
    debris: blocks.flatMap(({ debris, text }, block) =>
      debris && text.trim() !== '' ? [folded(block, debris, text)] : [],
    ),
    ...(comments && { comments: comments.map((comment) => commentOf(comment, codePoint)) }),
    warnings: remarks.map((remark) => told(remark, t)),
  }
}
/** What `read` prints about one document or file. */
export type ReadingEntry = ReturnType<typeof readingOf>

const told = (problem: Problem, t: Translate) => ({ key: problem.key, message: t(problem.key, problem.params) })
const folded = (block: number, kind: Debris, text: string) => ({ block, kind, text })

function blockOf({ outline: _, marks, pageBreaks, ...block }: Block, index: number, from: number, at: At) {
  const own = (offset: number): number => at(from + offset) - at(from)
  return {
    index,
    start: at(from),
    end: at(from + block.text.length),
    ...block,
    ...(marks && { marks: marks.map((mark) => ({ ...mark, start: own(mark.start), end: own(mark.end) })) }),
    ...(pageBreaks && { pageBreaks: pageBreaks.map((each) => ({ ...each, at: own(each.at) })) }),
  }
}

const commentOf = ({ at: when, ...comment }: ReadComment, at: At) => ({
  ...comment,
  start: at(comment.start),
  end: at(comment.end),
  ...(when !== undefined && { at: new Date(when).toISOString() }),
})
