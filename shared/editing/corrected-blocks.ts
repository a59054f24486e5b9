import { boundAfter, type TextChanges } from '../anchoring/text-changes'
import { type Block, blockStarts, type InlineMark } from '../model/document'

/** A block as an editor leaves it. */
export type EditedBlock = Pick<Block, 'kind' | 'text' | 'level' | 'marker' | 'marks'> & {
  /** The index of the block before that it was, or was parted from; null for one that was put in. */
  readonly source: number | null
}

interface PageStart {
  readonly at: number
  readonly page: string
}

/** Where each page begins, in UTF-16 offsets of the plain text. */
function pageStarts(blocks: readonly Block[]): PageStart[] {
  const starts = blockStarts(blocks)
  const all = blocks.flatMap(({ page, pageBreaks = [] }, i) => {
    const start = starts[i] as number
    const inside = pageBreaks.map((each) => ({ at: start + each.at, page: each.page }))
    return page === undefined ? inside : [{ at: start, page }, ...inside]
  })
  return all.filter(({ page }, i) => page !== all[i - 1]?.page)
}

const sameMarks = (a: readonly InlineMark[] = [], b: readonly InlineMark[] = []): boolean =>
  a.length === b.length &&
  a.every((mark, i) => {
    const other = b[i] as InlineMark
    return mark.start === other.start && mark.end === other.end && mark.kind === other.kind && mark.href === other.href
  })

const isAsBefore = (edited: EditedBlock, before: Block): boolean =>
  edited.text === before.text &&
  edited.kind === before.kind &&
  edited.level === before.level &&
  edited.marker === before.marker &&
  sameMarks(edited.marks, before.marks)

/** Everything about the block but its pages. What was sure of its kind no longer is where a person has chosen another. */
function withSource({ source, ...edited }: EditedBlock, before: Block | undefined): Block {
  const {
    confidence,
    level: _level,
    marker: _marker,
    marks: _marks,
    page: _page,
    pageBreaks: _breaks,
    ...kept
  } = before ?? ({} as Partial<Block>)
  const asSure = confidence !== undefined && edited.kind === before?.kind && edited.level === before.level
  return { ...kept, ...edited, ...(asSure && { confidence }) }
}

/**
 * The blocks of a text that was edited. `before` are its blocks as they were, and `changes` lead from their plain text
 * to that of `edited`. Each block keeps speaker, time and all else of the one it comes from; pages begin where they
 * began, whatever was parted, joined or put in. A block that is as it was is the same object.
 */
export function correctedBlocks(
  before: readonly Block[],
  edited: readonly EditedBlock[],
  changes: TextChanges,
): readonly Block[] {
  const pages = pageStarts(before).map(({ at, page }) => ({ at: boundAfter(changes, at, 'end'), page }))
  const starts = blockStarts(edited)
  let next = 0
  let current: string | undefined
  return edited.map((each, i) => {
    const start = starts[i] as number
    const end = start + each.text.length
    const breaks = new Map<number, string>()
    for (; next < pages.length && (pages[next] as PageStart).at <= start; next += 1) current = pages[next]?.page
    const page = current
    for (; next < pages.length && (pages[next] as PageStart).at < end; next += 1) {
      const { at, page } = pages[next] as PageStart
      breaks.set(at - start, page)
      current = page
    }
    const source = each.source === null ? undefined : before[each.source]
    if (source && isAsBefore(each, source)) return source
    const pageBreaks = [...breaks].map(([at, page]) => ({ at, page }))
    return {
      ...withSource(each, source),
      ...(page !== undefined && { page }),
      ...(pageBreaks.length > 0 && { pageBreaks }),
    }
  })
}
