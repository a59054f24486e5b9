import type { Location } from '../anchoring/locate'
import { changes, type Summary } from '../model/changes'
import { type DocumentContent, plainText, type SourceDocument } from '../model/document'
import type { Highlight } from '../model/highlight'
import { type HighlightId, newId } from '../model/ids'
import { packOriginal } from '../model/original'
import type { Revision } from '../model/revision'
import { same } from '../model/same'
import { ProblemError } from '../result'
import type { By } from './by'
import type { TextCorrection } from './corrections'
import type { ReadFile } from './documents'
import { lose, type MovedHighlight, place } from './moved-highlights'
import { joined, revised } from './revisions'

/**
 * What a text that was read anew makes of highlights. `locations` says where each is found in `text`, in their order;
 * those in `refused` are lost although something like their words was found. One that was lost before is taken back
 * where its very words are found, and not where only something like them is.
 */
export function locatedHighlights(
  highlights: readonly Highlight[],
  locations: readonly Location[],
  text: string,
  { now, refused = new Set() }: { readonly now: By['now']; readonly refused?: ReadonlySet<HighlightId> },
): MovedHighlight[] {
  if (highlights.length !== locations.length) {
    throw new Error(`Expected a location for each of ${highlights.length} highlights, found ${locations.length}.`)
  }
  return highlights.flatMap((before, i): MovedHighlight[] => {
    const location = locations[i] as Location
    const gone = location.state === 'lost' || refused.has(before.id)
    if (before.lost !== undefined && (gone || location.state === 'changed')) return []
    if (gone) return [{ before, after: lose(before, now), state: 'lost' }]
    const state = location.state === 'changed' ? 'changed' : 'same'
    return [{ before, after: place(before, text, location), state }]
  })
}

const SUMMARIES = {
  reading: ['changes.readAgain', 'changes.readAgainUnplaced'],
  replacement: ['changes.replacedSource', 'changes.replacedSourceLost'],
} as const

function summaryOf(kind: keyof typeof SUMMARIES, title: string, lost: number): Summary {
  const [all, some] = SUMMARIES[kind]
  return lost === 0 ? { key: all, params: { title } } : { key: some, params: { title, count: lost } }
}

/**
 * Shows a document as a file was read: its own in another encoding (`reading`), or another one in its place
 * (`replacement`). It gets a new content with a revision that says so, and each highlight stands where `locations` (one
 * for each of `highlights`, in their order, found in the new text) says it is now. One whose words have changed takes
 * what they have become, unless it is in `refused`; one that was lost keeps its quote, context and offsets. Title and
 * metadata stay.
 * Throws a ProblemError when there are highlights and the new text is empty.
 */
export function readAgain(
  given: {
    readonly document: SourceDocument
    readonly kind: 'reading' | 'replacement'
    readonly highlights: readonly Highlight[]
    readonly locations: readonly Location[]
    readonly refused?: ReadonlySet<HighlightId>
    readonly revisions: readonly Revision[]
    readonly reason?: string
  } & ReadFile,
  by: By,
): TextCorrection {
  const { document: before, kind, read, highlights, locations, revisions, reason = '' } = given
  const text = plainText(read.blocks)
  const title = before.title
  if (text.length === 0 && highlights.length > 0) {
    throw new ProblemError({ key: 'changes.problems.readAgainEmpty', params: { title } })
  }
  const original = given.original ?? packOriginal(given.file.bytes)
  const content: DocumentContent = {
    id: newId(),
    project: before.project,
    blocks: read.blocks,
    original: original.hash,
  }
  const { language, format, encoding } = read
  const fields = { language, format, encoding, fileName: given.file.name }
  const { document, parts } = revised({ document: before, content, kind, reason, by, revisions, fields })
  const moved = locatedHighlights(highlights, locations, text, { now: by.now, ...(given.refused && given) })
  const placed = {
    updated: {
      highlights: moved
        .filter((each) => !same(each.before, each.after))
        .map(({ before, after }) => ({ before, after })),
    },
  }
  const lost = moved.filter(({ state }) => state === 'lost').length
  const set = changes(summaryOf(kind, title, lost), joined(parts, placed))
  return { changes: set, contents: [content], originals: [original], document, moved }
}
