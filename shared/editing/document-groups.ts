import { type ChangeSet, changes } from '../model/changes'
import type { SourceDocument } from '../model/document'
import type { DocumentGroup } from '../model/document-group'
import { type GroupId, newId, type ProjectId } from '../model/ids'
import { ProblemError } from '../result'
import type { By } from './by'
import { cleanName } from './names'

type Grouped = Pick<SourceDocument, 'id'>

/** The name as a group at this place may have it: `groups` are all of the project, the group itself aside. */
function groupName(name: string, parent: GroupId | null, others: readonly DocumentGroup[]): string {
  const clean = cleanName(name)
  if (others.some((each) => each.parent === parent && each.name === clean)) {
    throw new ProblemError({ key: 'changes.problems.documentGroupNameTaken', params: { name: clean } })
  }
  return clean
}

const without = ({ id }: DocumentGroup, groups: readonly DocumentGroup[]) => groups.filter((each) => each.id !== id)

const lastOrder = (parent: GroupId | null, groups: readonly DocumentGroup[]): number =>
  groups.filter((each) => each.parent === parent).reduce((last, { order }) => Math.max(last, order), -1)

const unique = (documents: readonly Grouped[]) => [...new Set(documents.map(({ id }) => id))]

/** A group and all groups below it, from the top. */
export function groupBranch(group: DocumentGroup, groups: readonly DocumentGroup[]): DocumentGroup[] {
  const branch = [group]
  for (const each of branch) branch.push(...groups.filter(({ parent }) => parent === each.id))
  return branch
}

/**
 * Makes a group of documents, as the last at its place. Throws a ProblemError when the name is empty or another group
 * at the same place has it.
 */
export function makeDocumentGroup(
  given: {
    project: ProjectId
    name: string
    parent: GroupId | null
    documents: readonly Grouped[]
    groups: readonly DocumentGroup[]
  },
  { now }: Pick<By, 'now'>,
): { readonly changes: ChangeSet; readonly group: DocumentGroup } {
  const { project, parent, groups } = given
  const group: DocumentGroup = {
    id: newId(),
    project,
    name: groupName(given.name, parent, groups),
    parent,
    documents: unique(given.documents),
    order: lastOrder(parent, groups) + 1,
    created: now,
  }
  const summary = { key: 'changes.madeDocumentGroup', params: { group: group.name } } as const
  return { changes: changes(summary, { created: { documentGroups: [group] } }), group }
}

/** Gives a group another name. Throws as `makeDocumentGroup` does; `groups` are all of the project. */
export function renameDocumentGroup(given: {
  group: DocumentGroup
  name: string
  groups: readonly DocumentGroup[]
}): ChangeSet {
  const { group: before, groups } = given
  const name = groupName(given.name, before.parent, without(before, groups))
  const updated = name === before.name ? [] : [{ before, after: { ...before, name } }]
  return changes(
    { key: 'changes.renamedDocumentGroup', params: { from: before.name, to: name } },
    { updated: { documentGroups: updated } },
  )
}

/**
 * Moves a group, with all that is below it, under another one, or to the top (null), as the last there.
 * Throws a ProblemError when it would come under itself, or its name is taken there. `groups` are all of the project.
 */
export function moveDocumentGroup(given: {
  group: DocumentGroup
  parent: GroupId | null
  groups: readonly DocumentGroup[]
}): ChangeSet {
  const { group: before, parent, groups } = given
  const summary = { key: 'changes.movedDocumentGroup', params: { group: before.name } } as const
  if (parent === before.parent) return changes(summary, {})
  if (groupBranch(before, groups).some(({ id }) => id === parent)) {
    throw new ProblemError({ key: 'changes.problems.documentGroupUnderItself', params: { name: before.name } })
  }
  groupName(before.name, parent, without(before, groups))
  const after = { ...before, parent, order: lastOrder(parent, groups) + 1 }
  return changes(summary, { updated: { documentGroups: [{ before, after }] } })
}

/** Deletes a group and all groups below it; their documents stay. `groups` are all of the project. */
export function deleteDocumentGroup(given: { group: DocumentGroup; groups: readonly DocumentGroup[] }): ChangeSet {
  const branch = groupBranch(given.group, given.groups)
  return changes(
    { key: 'changes.deletedDocumentGroup', params: { group: given.group.name, count: branch.length } },
    { deleted: { documentGroups: branch } },
  )
}

/** Adds documents to a group; those it has already stay. */
export function addToDocumentGroup(given: { group: DocumentGroup; documents: readonly Grouped[] }): ChangeSet {
  const { group: before } = given
  const there = new Set(before.documents)
  const added = unique(given.documents).filter((id) => !there.has(id))
  const after = { ...before, documents: [...before.documents, ...added] }
  return changes(
    { key: 'changes.addedToDocumentGroup', params: { group: before.name, count: added.length } },
    { updated: { documentGroups: added.length === 0 ? [] : [{ before, after }] } },
  )
}

/** Takes documents out of a group. The documents stay. */
export function removeFromDocumentGroup(given: { group: DocumentGroup; documents: readonly Grouped[] }): ChangeSet {
  const { group: before } = given
  const out = new Set(unique(given.documents))
  const after = { ...before, documents: before.documents.filter((id) => !out.has(id)) }
  const count = before.documents.length - after.documents.length
  return changes(
    { key: 'changes.removedFromDocumentGroup', params: { group: before.name, count } },
    { updated: { documentGroups: count === 0 ? [] : [{ before, after }] } },
  )
}
