import type { Location } from '../anchoring/locate'
import { changes, type Summary } from '../model/changes'
import { type DocumentContent, plainText, type SourceDocument } from '../model/document'
import type { Highlight } from '../model/highlight'
import { newId } from '../model/ids'
import { packOriginal } from '../model/original'
import { type Passage, passageOf } from '../model/passage'
import { same } from '../model/same'
import { ProblemError } from '../result'
import type { ContentChanges, ReadFile } from './documents'

/**
 * The passage of a highlight that was not found in the new text: where it was, with its quote and context kept, so
 * that it can still be found when the text is read as before. Only what would lie outside the text is drawn in.
 */
function keep(passage: Passage, length: number): Passage {
  const end = Math.min(passage.end, length)
  return { ...passage, start: Math.min(passage.start, end - 1), end }
}

/**
 * Shows a document as its file was read again, in another encoding for instance: a new content, and each highlight
 * where `locations` (one for each of `highlights`, in their order, found in the new text) says it is now. One whose
 * words have changed takes what they have become, and is in `changed`, for the reader to look at. One that was lost
 * keeps its quote and context and, as far as the text reaches, its offsets; it is in `unplaced`, and counted in the
 * summary. The title, and metadata that was corrected, stay.
 * Throws a ProblemError when there are highlights and the new text is empty.
 */
export function readAgain(
  given: {
    document: SourceDocument
    highlights: readonly Highlight[]
    locations: readonly Location[]
  } & ReadFile,
): ContentChanges & {
  readonly document: SourceDocument
  readonly changed: readonly Highlight[]
  readonly unplaced: readonly Highlight[]
} {
  const { document: before, read, highlights, locations } = given
  if (highlights.length !== locations.length) {
    throw new Error(`Expected a location for each of ${highlights.length} highlights, found ${locations.length}.`)
  }
  const text = plainText(read.blocks)
  if (text.length === 0 && highlights.length > 0) {
    throw new ProblemError({ key: 'changes.problems.readAgainEmpty', params: { title: before.title } })
  }
  const original = given.original ?? packOriginal(given.file.bytes)
  const content: DocumentContent = {
    id: newId(),
    project: before.project,
    blocks: read.blocks,
    original: original.hash,
  }
  const { encoding: _, ...rest } = before
  const document: SourceDocument = {
    ...rest,
    format: read.format,
    language: read.language,
    ...(read.encoding && { encoding: read.encoding }),
    content: content.id,
    length: text.length,
  }
  const changed: Highlight[] = []
  const unplaced: Highlight[] = []
  const moved = highlights.map((each, i) => {
    const location = locations[i] as Location
    const lost = location.state === 'lost'
    const passage = lost ? keep(each.passage, text.length) : passageOf(text, location.start, location.end)
    const after: Highlight = { ...each, passage }
    if (lost) unplaced.push(after)
    else if (location.state === 'changed') changed.push(after)
    return { before: each, after }
  })
  const title = before.title
  const summary: Summary =
    unplaced.length === 0
      ? { key: 'changes.readAgain', params: { title } }
      : { key: 'changes.readAgainUnplaced', params: { title, count: unplaced.length } }
  const updated = {
    documents: [{ before, after: document }],
    highlights: moved.filter((each) => !same(each.before, each.after)),
  }
  return {
    changes: changes(summary, { updated }),
    contents: [content],
    originals: [original],
    document,
    changed,
    unplaced,
  }
}
