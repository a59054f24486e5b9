import type { Location } from '../anchoring/locate'
import { placeAfter, type TextChanges } from '../anchoring/text-changes'
import { changes as changeSet, type Summary } from '../model/changes'
import { type DocumentContent, plainText, type SourceDocument } from '../model/document'
import type { Highlight } from '../model/highlight'
import type { Revision } from '../model/revision'
import { same } from '../model/same'
import type { By } from './by'
import type { TextCorrection } from './corrections'
import { lose, type MovedHighlight, place, sameWords } from './moved-highlights'
import { joined, revised } from './revisions'

/**
 * What becomes of a highlight in a text that is made the present one again; null when it was lost and stays so. First what has become of its place, if the
 * same words stand there; else where its words are found; else what has become of its place, or something like it.
 */
function restored(
  before: Highlight,
  changes: TextChanges,
  location: Location,
  text: string,
  now: By['now'],
): MovedHighlight | null {
  const found = location.state === 'exact' || location.state === 'moved' ? place(before, text, location) : null
  if (before.lost !== undefined) return found && { before, after: found, state: 'same' }
  const at = placeAfter(changes, before.passage)
  const there = at && place(before, text, at)
  if (there && sameWords(there.passage.quote, before.passage.quote)) return { before, after: there, state: 'same' }
  if (found) return { before, after: found, state: 'same' }
  const like = there ?? (location.state === 'changed' ? place(before, text, location) : null)
  if (like && like.passage.quote.trim() !== '') return { before, after: like, state: 'changed' }
  return { before, after: lose(before, now), state: 'lost' }
}

/**
 * Makes an earlier state of a document's text the present one: a revision more, of kind `restoration`, that shows the
 * content of the earlier one. `changes` lead from the present text to that of `content`, and `locations` say where each
 * of `highlights`, all of the document's, is found there, in their order. Highlights that were lost are taken back where
 * their words are. Restoring what is shown changes nothing.
 */
export function restoreRevision(
  given: {
    readonly document: SourceDocument
    readonly content: DocumentContent
    readonly changes: TextChanges
    readonly highlights: readonly Highlight[]
    readonly locations: readonly Location[]
    readonly revisions: readonly Revision[]
    readonly reason?: string
  },
  by: By,
): TextCorrection {
  const { document: before, content, changes, highlights, locations, revisions, reason = '' } = given
  const { title } = before
  if (content.id === before.content) {
    const nothing = changeSet({ key: 'changes.restoredRevision', params: { title } }, {})
    return { changes: nothing, contents: [], originals: [], document: before, moved: [] }
  }
  const text = plainText(content.blocks)
  const moved = highlights.flatMap((each, i) => restored(each, changes, locations[i] as Location, text, by.now) ?? [])
  const { document, parts } = revised({ document: before, content, kind: 'restoration', reason, by, revisions })
  const updated = moved.filter((each) => !same(each.before, each.after)).map(({ before, after }) => ({ before, after }))
  const lost = moved.filter(({ state }) => state === 'lost').length
  const summary: Summary =
    lost === 0
      ? { key: 'changes.restoredRevision', params: { title } }
      : { key: 'changes.restoredRevisionLost', params: { title, count: lost } }
  const set = changeSet(summary, joined(parts, { updated: { highlights: updated } }))
  return { changes: set, contents: [], originals: [], document, moved }
}
