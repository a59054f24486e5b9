import { changes } from '../model/changes'
import {
  type Block,
  blockAt,
  blockStarts,
  type DocumentContent,
  type RunInHeading,
  type SourceDocument,
} from '../model/document'
import { newId } from '../model/ids'
import { HIGHEST, LOWEST, type OutlineWord } from '../model/outline'
import type { Revision } from '../model/revision'
import type { By } from './by'
import type { ContentChanges } from './documents'
import { revised } from './revisions'

/** A new heading in a text without any stands below the title. */
const FIRST = 2

/**
 * Corrects the outline where the stretch from `start` to `end` lies (UTF-16 offsets into the plain text; both alike for a
 * caret): the headings that run into a paragraph there, else the blocks themselves. What is said of a heading is certain
 * from then on. The words stay the same, so every position does. Changes nothing where nothing is different.
 */
export function correctOutline(
  given: {
    readonly document: SourceDocument
    readonly content: DocumentContent
    readonly start: number
    readonly end: number
    readonly word: OutlineWord
    readonly revisions: readonly Revision[]
  },
  by: By,
): ContentChanges {
  const { document, content, start, end, word } = given
  const starts = blockStarts(content.blocks)
  const first = blockAt(starts, start)
  const last = blockAt(starts, Math.max(start, end - 1))
  const blocks = content.blocks.map((block, at) => {
    if (at < first || at > last || block.debris || block.text.trim() === '') return block
    const from = starts[at] as number
    return corrected(block, start - from, end - from, word, levelAbove(content.blocks, at))
  })
  const count = blocks.filter((block, at) => block !== content.blocks[at]).length
  const summary = { key: 'changes.outline', params: { count, title: document.title } } as const
  if (count === 0) return { changes: changes(summary, {}), contents: [], originals: [] }
  const after: DocumentContent = { ...content, id: newId(), blocks }
  const { parts } = revised({ document, content: after, kind: 'structure', by, revisions: given.revisions })
  return { changes: changes(summary, parts), contents: [after], originals: [] }
}

/** The level of the nearest heading above a block that is not the title. */
function levelAbove(blocks: readonly Block[], at: number): number {
  for (let index = at - 1; index >= 0; index--) {
    const { kind, level = 1, debris } = blocks[index] as Block
    if (kind === 'heading' && level > 1 && !debris) return level
  }
  return FIRST
}

const moved = (level: number, word: OutlineWord): number =>
  word === 'raise' ? Math.max(HIGHEST, level - 1) : word === 'lower' ? Math.min(LOWEST, level + 1) : level

function corrected(block: Block, start: number, end: number, word: OutlineWord, above: number): Block {
  if (block.kind === 'heading') return word === 'make' ? block : correctedHeading(block, word)
  const touched = (block.outline ?? []).filter((each) => each.start <= Math.max(start, end - 1) && each.end > start)
  if (touched.length > 0 && word !== 'make') return correctedRunIns(block, touched, word)
  if (word !== 'raise' && word !== 'make') return block
  const { outline: _outline, marker: _marker, confidence: _confidence, ...rest } = block
  return { ...rest, kind: 'heading', level: above }
}

function correctedHeading(block: Block, word: OutlineWord): Block {
  const { confidence, level = 1, ...rest } = block
  if (word === 'plain') return { ...plain(rest), kind: 'paragraph' }
  const next = moved(level, word)
  return next === level && confidence === undefined ? block : { ...rest, level: next }
}

/** The block without a level, which only headings, list items and quotations have. */
const plain = ({ level: _level, ...rest }: Block): Block => rest

function correctedRunIns(block: Block, touched: readonly RunInHeading[], word: OutlineWord): Block {
  const { outline = [], ...rest } = block
  const kept = outline.flatMap((each): RunInHeading[] => {
    if (!touched.includes(each)) return [each]
    if (word === 'plain') return []
    const { confidence, ...certain } = each
    const level = moved(each.level, word)
    return [level === each.level && confidence === undefined ? each : { ...certain, level }]
  })
  if (kept.length === 0) return rest
  return kept.length === outline.length && kept.every((each, at) => each === outline[at])
    ? block
    : { ...rest, outline: kept }
}
