import type { TextChange, TextChanges } from '../anchoring/text-changes'
import { readable } from '../anchoring/text-diff'

/** A piece of a text that is compared with another: the same in both, only before, or only after. */
export interface DiffPiece {
  readonly kind: 'same' | 'deleted' | 'inserted'
  readonly text: string
}

/** Paragraphs that stand beside each other. */
export type DiffRow =
  /** So many paragraphs are the same. */
  | { readonly kind: 'same'; readonly count: number }
  /** What is on either side, and both in one: what was deleted before what was put in its place. */
  | {
      readonly kind: 'changed'
      readonly before: readonly DiffPiece[]
      readonly after: readonly DiffPiece[]
      readonly both: readonly DiffPiece[]
    }

/** The two texts, and both in one, piece by piece. `changes` lead from `before` to `after`. */
export function diffPieces(
  before: string,
  after: string,
  changes: TextChanges,
): Omit<DiffRow & { kind: 'changed' }, 'kind'> {
  const [old, now, both]: DiffPiece[][] = [[], [], []]
  const add = (list: DiffPiece[] | undefined, kind: DiffPiece['kind'], text: string): void => {
    if (text !== '') list?.push({ kind, text })
  }
  let at = 0
  for (const { from, to, start, end } of changes) {
    const [same, deleted, inserted] = [before.slice(at, from), before.slice(from, to), after.slice(start, end)]
    for (const list of [old, now, both]) add(list, 'same', same)
    for (const list of [old, both]) add(list, 'deleted', deleted)
    for (const list of [now, both]) add(list, 'inserted', inserted)
    at = to
  }
  for (const list of [old, now, both]) add(list, 'same', before.slice(at))
  return { before: old ?? [], after: now ?? [], both: both ?? [] }
}

const lineEnds = (text: string): number[] => [...text.matchAll(/\n/g)].map(({ index }) => index)

/** How many line ends are before `offset`; they ascend. */
function linesBefore(ends: readonly number[], offset: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}

interface Hunk {
  readonly firstBefore: number
  readonly lastBefore: number
  readonly firstAfter: number
  readonly lastAfter: number
  readonly changes: readonly TextChange[]
}

/** The two texts paragraph by paragraph: those that differ, and how many between them are the same. */
export function diffRows(before: string, after: string, changes: TextChanges): DiffRow[] {
  const [endsBefore, endsAfter] = [lineEnds(before), lineEnds(after)]
  const hunks: Hunk[] = []
  for (const change of readable(changes)) {
    const hunk: Hunk = {
      firstBefore: linesBefore(endsBefore, change.from),
      lastBefore: linesBefore(endsBefore, change.to),
      firstAfter: linesBefore(endsAfter, change.start),
      lastAfter: linesBefore(endsAfter, change.end),
      changes: [change],
    }
    const last = hunks.at(-1)
    if (last && (hunk.firstBefore <= last.lastBefore || hunk.firstAfter <= last.lastAfter))
      hunks[hunks.length - 1] = {
        ...last,
        lastBefore: hunk.lastBefore,
        lastAfter: hunk.lastAfter,
        changes: [...last.changes, change],
      }
    else hunks.push(hunk)
  }
  const stretch = (text: string, ends: readonly number[], first: number, last: number): [number, number] => [
    first === 0 ? 0 : (ends[first - 1] as number) + 1,
    ends[last] ?? text.length,
  ]
  const rows: DiffRow[] = []
  const same = (count: number): void => {
    if (count > 0) rows.push({ kind: 'same', count })
  }
  let next = 0
  for (const { firstBefore, lastBefore, firstAfter, lastAfter, changes } of hunks) {
    same(firstBefore - next)
    next = lastBefore + 1
    const [from, to] = stretch(before, endsBefore, firstBefore, lastBefore)
    const [start, end] = stretch(after, endsAfter, firstAfter, lastAfter)
    const inside = changes.map((each) => ({
      from: each.from - from,
      to: each.to - from,
      start: each.start - start,
      end: each.end - start,
    }))
    rows.push({ kind: 'changed', ...diffPieces(before.slice(from, to), after.slice(start, end), inside) })
  }
  same(endsBefore.length + 1 - next)
  return rows
}
