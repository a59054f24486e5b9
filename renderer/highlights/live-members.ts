import type { DocumentId, HighlightId } from '#shared/model/ids'
import type { LiveTheme } from '#shared/model/live-theme'
import type { LivePassages } from '../analysis/annotations'

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
