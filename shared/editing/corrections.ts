import type { TextChanges } from '../anchoring/text-changes'
import { changes as changeSet, type Summary } from '../model/changes'
import { type Block, type DocumentContent, plainText, type SourceDocument } from '../model/document'
import type { Highlight } from '../model/highlight'
import { newId } from '../model/ids'
import type { Revision } from '../model/revision'
import { same } from '../model/same'
import { ProblemError } from '../result'
import type { By } from './by'
import type { ContentChanges } from './documents'
import { type MovedHighlight, movedHighlights } from './moved-highlights'
import { joined, revised } from './revisions'

/** A text as it was edited. */
export interface EditedText {
  readonly blocks: readonly Block[]
  /** What leads from the plain text before to that of `blocks`. */
  readonly changes: TextChanges
}

/** A ChangeSet for a text that has become another one, and what it makes of each highlight. */
export interface TextCorrection extends ContentChanges {
  readonly document: SourceDocument
  /** Each highlight that was in the text; those that were lost before are left as they are. */
  readonly moved: readonly MovedHighlight[]
}

function summaryOf(kind: Revision['kind'], title: string, lost: number): Summary {
  if (kind === 'structure') return { key: 'changes.correctedStructure', params: { title } }
  return lost === 0
    ? { key: 'changes.correctedText', params: { title } }
    : { key: 'changes.correctedTextLost', params: { title, count: lost } }
}

/**
 * Corrects the text of a document: a new content with a revision that says so, and each highlight on its words where
 * they are now. `content` is what the document shows, `highlights` are all of the document's. One whose words were all
 * deleted is lost: it keeps its quote and what belongs to it. Where only kinds of blocks differ, the revision is of
 * kind `structure`; where nothing does, nothing is changed.
 * Throws a ProblemError when no words would be left.
 */
export function correctText(
  given: {
    readonly document: SourceDocument
    readonly content: DocumentContent
    readonly edited: EditedText
    readonly highlights: readonly Highlight[]
    readonly revisions: readonly Revision[]
    /** Why, in the researcher's words. */
    readonly reason?: string
  },
  by: By,
): TextCorrection {
  const { document: before, content: old, edited, highlights, revisions, reason = '' } = given
  const text = plainText(edited.blocks)
  if (text.trim() === '')
    throw new ProblemError({ key: 'changes.problems.correctedEmpty', params: { title: before.title } })
  const moved = movedHighlights(highlights, edited.changes, text, by.now)
  const kind = text === plainText(old.blocks) ? 'structure' : 'correction'
  const lost = moved.filter(({ state }) => state === 'lost').length
  const summary = summaryOf(kind, before.title, lost)
  if (kind === 'structure' && same(edited.blocks, old.blocks))
    return { changes: changeSet(summary, {}), contents: [], originals: [], document: before, moved }
  const content: DocumentContent = { ...old, id: newId(), blocks: edited.blocks }
  const { document, parts } = revised({ document: before, content, kind, reason, by, revisions })
  const placed = { updated: { highlights: moved.filter((each) => !same(each.before, each.after)).map(pair) } }
  return { changes: changeSet(summary, joined(parts, placed)), contents: [content], originals: [], document, moved }
}

const pair = ({ before, after }: MovedHighlight) => ({ before, after })
