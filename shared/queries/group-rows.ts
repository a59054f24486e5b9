import type { DocumentGroup } from '../model/document-group'
import type { DocumentId, GroupId } from '../model/ids'

/** A group as a line of the tree of groups. */
export interface GroupRow {
  readonly group: DocumentGroup
  /** 1 at the top. */
  readonly level: number
  /** The documents in it and in all groups below it, each once. */
  readonly documents: ReadonlySet<DocumentId>
  /** Whether groups stand below it. */
  readonly isBranch: boolean
}

/** The tree of groups as lines from the top, siblings in their order; what lies below a `folded` group is left out. */
export function groupRows(groups: readonly DocumentGroup[], folded: ReadonlySet<GroupId> = new Set()): GroupRow[] {
  const below = new Map<GroupId | null, DocumentGroup[]>()
  for (const group of groups.toSorted((a, b) => a.order - b.order))
    below.set(group.parent, [...(below.get(group.parent) ?? []), group])
  const walk = (group: DocumentGroup, level: number): { readonly rows: GroupRow[]; readonly all: Set<DocumentId> } => {
    const branches = (below.get(group.id) ?? []).map((each) => walk(each, level + 1))
    const all = new Set([...group.documents, ...branches.flatMap((branch) => [...branch.all])])
    const row = { group, level, documents: all, isBranch: branches.length > 0 }
    return { rows: [row, ...(folded.has(group.id) ? [] : branches.flatMap(({ rows }) => rows))], all }
  }
  return (below.get(null) ?? []).flatMap((group) => walk(group, 1).rows)
}
