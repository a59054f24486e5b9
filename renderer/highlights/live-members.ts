import { useRef } from 'react'
import type { DocumentId, HighlightId } from '#shared/model/ids'
import type { LiveTheme } from '#shared/model/live-theme'
import { type LivePassages, useAnnotations } from '../analysis/annotations'

/** The live themes that show each highlight of a document; one that none shows is not there. */
export type LiveMembers = ReadonlyMap<HighlightId, readonly LiveTheme[]>

export const NO_MEMBERS: LiveMembers = new Map()

/** Whether both name the same live themes in the same order. */
export const sameThemes = (one: readonly LiveTheme[] = [], other: readonly LiveTheme[] = []): boolean =>
  one.length === other.length && one.every((each, i) => each === other[i])

/**
 * The live themes of the highlights of a document. Lists that are as they were in `before` stay the same, and so does
 * the whole when all do: what names them is not drawn anew.
 */
export function membersIn(
  live: readonly Pick<LivePassages, 'theme' | 'byDocument'>[],
  document: DocumentId,
  before: LiveMembers,
): LiveMembers {
  const members = new Map<HighlightId, readonly LiveTheme[]>()
  for (const { theme, byDocument } of live) {
    for (const { highlight } of byDocument.get(document) ?? []) {
      members.set(highlight.id, [...(members.get(highlight.id) ?? []), theme])
    }
  }
  let isSame = members.size === before.size
  for (const [id, themes] of members) {
    const known = before.get(id)
    if (known && sameThemes(known, themes)) members.set(id, known)
    else isSame = false
  }
  return isSame ? before : members
}

/** The same as it is now, following what is written; none without a document. */
export function useLiveMembers(document: DocumentId | null): LiveMembers {
  const { live } = useAnnotations()
  const before = useRef(NO_MEMBERS)
  before.current = document === null || live.length === 0 ? NO_MEMBERS : membersIn(live, document, before.current)
  return before.current
}
