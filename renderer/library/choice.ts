import type { DocumentId } from '#shared/model/ids'

/** The documents that are chosen together, to be put into a group or removed. */
export interface Choice {
  readonly chosen: ReadonlySet<DocumentId>
  /** From which one a stretch of the list is chosen. */
  readonly anchor: DocumentId | null
}

export const NONE_CHOSEN: Choice = { chosen: new Set(), anchor: null }

/** Adds a document to those that are chosen, or takes it away. */
export function toggled({ chosen }: Choice, id: DocumentId): Choice {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return { chosen: next, anchor: id }
}

/** Chooses all from the anchor to `to`, as the list stands, and no others; from `start` where nothing was chosen yet. */
export function stretched(
  { anchor }: Choice,
  list: readonly DocumentId[],
  to: DocumentId,
  start: DocumentId | null,
): Choice {
  const from = list.indexOf(anchor ?? start ?? to)
  const end = list.indexOf(to)
  if (end < 0) return NONE_CHOSEN
  const first = from < 0 ? end : from
  const chosen = new Set(list.slice(Math.min(first, end), Math.max(first, end) + 1))
  return { chosen, anchor: list[first] ?? null }
}

/** Those chosen that are still there. */
export const stillThere = (choice: Choice, there: ReadonlySet<DocumentId>): Choice =>
  [...choice.chosen].every((id) => there.has(id))
    ? choice
    : { ...choice, chosen: new Set([...choice.chosen].filter((id) => there.has(id))) }
