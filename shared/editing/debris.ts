import { changes } from '../model/changes'
import type { Block, Debris, DocumentContent, SourceDocument } from '../model/document'
import { newId } from '../model/ids'
import type { Revision } from '../model/revision'
import type { By } from './by'
import type { ContentChanges } from './documents'
import { revised } from './revisions'

function judged(block: Block, debris: Debris | null): Block {
  if (debris === null) {
    const { debris: _before, ...proper } = block
    return block.debris === undefined ? block : proper
  }
  return block.debris === undefined && block.text.trim() !== '' ? { ...block, debris } : block
}

/**
 * Says of the blocks `first` to `last` (both included) that they are debris of the page, or, with null, that they belong
 * to the text. The words stay the same, so every position does. A block that was judged to be debris keeps its kind.
 * Changes nothing where all blocks are so already.
 */
export function judgeDebris(
  given: {
    readonly document: SourceDocument
    readonly content: DocumentContent
    readonly first: number
    readonly last: number
    readonly debris: Debris | null
    readonly revisions: readonly Revision[]
  },
  by: By,
): ContentChanges {
  const { document, content, first, last, debris } = given
  const blocks = content.blocks.map((block, at) => (at < first || at > last ? block : judged(block, debris)))
  const count = blocks.filter((block, at) => block !== content.blocks[at]).length
  const key = debris === null ? 'changes.belongsToText' : 'changes.setApart'
  const summary = { key, params: { count, title: document.title } } as const
  if (count === 0) return { changes: changes(summary, {}), contents: [], originals: [] }
  const after: DocumentContent = { ...content, id: newId(), blocks }
  const { parts } = revised({ document, content: after, kind: 'structure', by, revisions: given.revisions })
  return { changes: changes(summary, parts), contents: [after], originals: [] }
}
