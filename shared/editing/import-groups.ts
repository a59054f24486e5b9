import type { DocumentGroup } from '../model/document-group'
import { type DocumentId, type GroupId, newId, type ProjectId, type Time } from '../model/ids'

/** A document and the names of the folders it came from, from the top. */
export interface InFolders {
  readonly document: DocumentId
  readonly folders: readonly string[]
}

/**
 * Puts documents into groups that are named as the folders they came from: the group of the innermost folder, below
 * those of the outer ones. A group that stands there already is used again. `groups` are all of the project.
 */
export function importGroups(
  given: { project: ProjectId; documents: readonly InFolders[]; groups: readonly DocumentGroup[] },
  { now }: { readonly now: Time },
): {
  readonly made: readonly DocumentGroup[]
  readonly updated: readonly { readonly before: DocumentGroup; readonly after: DocumentGroup }[]
} {
  const { project, groups } = given
  const place = (parent: GroupId | null, name: string): string => JSON.stringify([parent, name])
  const standing = new Map(groups.map((each) => [place(each.parent, each.name), each]))
  const last = new Map<GroupId | null, number>()
  for (const { parent, order } of groups) last.set(parent, Math.max(order, last.get(parent) ?? -1))
  const made: DocumentGroup[] = []
  const members = new Map<GroupId, DocumentId[]>()

  const groupAt = (parent: GroupId | null, name: string): DocumentGroup => {
    const there = standing.get(place(parent, name))
    if (there) return there
    const order = (last.get(parent) ?? -1) + 1
    last.set(parent, order)
    const group: DocumentGroup = { id: newId(), project, name, parent, documents: [], order, created: now }
    standing.set(place(parent, name), group)
    made.push(group)
    return group
  }

  for (const { document, folders } of given.documents) {
    let group: DocumentGroup | null = null
    for (const folder of folders) {
      const name = folder.trim().replace(/\s+/gu, ' ')
      if (name !== '') group = groupAt(group?.id ?? null, name)
    }
    if (!group) continue
    const list = members.get(group.id)
    if (list) list.push(document)
    else members.set(group.id, [document])
  }
  const filled = (group: DocumentGroup): DocumentGroup => ({
    ...group,
    documents: [...new Set([...group.documents, ...(members.get(group.id) ?? [])])],
  })
  return {
    made: made.map(filled),
    updated: groups.filter(({ id }) => members.has(id)).map((before) => ({ before, after: filled(before) })),
  }
}
