import { type ChangeSet, changes } from '../model/changes'
import { newId, type ProjectId } from '../model/ids'
import type { Theme } from '../model/theme'
import type { ThemeGroup } from '../model/theme-group'
import { ProblemError } from '../result'
import type { By } from './by'
import { cleanName } from './names'

function groupName(name: string, others: readonly ThemeGroup[]): string {
  const clean = cleanName(name)
  if (others.some((each) => each.name === clean)) {
    throw new ProblemError({ key: 'changes.problems.groupNameTaken', params: { name: clean } })
  }
  return clean
}

const unique = (themes: readonly Theme[]) => [...new Set(themes.map(({ id }) => id))]

/**
 * Makes a group of themes, as the last of the project's. Throws a ProblemError when the name is empty or another group
 * has it.
 */
export function makeGroup(
  given: { project: ProjectId; name: string; themes: readonly Theme[]; groups: readonly ThemeGroup[] },
  { now }: Pick<By, 'now'>,
): { changes: ChangeSet; group: ThemeGroup } {
  const group: ThemeGroup = {
    id: newId(),
    project: given.project,
    name: groupName(given.name, given.groups),
    themes: unique(given.themes),
    order: given.groups.reduce((last, { order }) => Math.max(last, order), -1) + 1,
    created: now,
  }
  const summary = { key: 'changes.madeGroup', params: { group: group.name } } as const
  return { changes: changes(summary, { created: { themeGroups: [group] } }), group }
}

/** Gives a group another name. Throws as `makeGroup` does; `groups` are all of the project. */
export function renameGroup(given: { group: ThemeGroup; name: string; groups: readonly ThemeGroup[] }): ChangeSet {
  const { group } = given
  const name = groupName(
    given.name,
    given.groups.filter(({ id }) => id !== group.id),
  )
  const updated = name === group.name ? [] : [{ before: group, after: { ...group, name } }]
  return changes(
    { key: 'changes.renamedGroup', params: { from: group.name, to: name } },
    { updated: { themeGroups: updated } },
  )
}

/** Adds themes to a group, at its end; those it has already stay where they are. */
export function addToGroup({ group, themes }: { group: ThemeGroup; themes: readonly Theme[] }): ChangeSet {
  const added = unique(themes).filter((id) => !group.themes.includes(id))
  const after = { ...group, themes: [...group.themes, ...added] }
  return changes(
    { key: 'changes.addedToGroup', params: { group: group.name, count: added.length } },
    { updated: { themeGroups: added.length === 0 ? [] : [{ before: group, after }] } },
  )
}

/** Takes themes out of a group. The themes stay. */
export function removeFromGroup({ group, themes }: { group: ThemeGroup; themes: readonly Theme[] }): ChangeSet {
  const out = new Set(unique(themes))
  const after = { ...group, themes: group.themes.filter((id) => !out.has(id)) }
  const count = group.themes.length - after.themes.length
  return changes(
    { key: 'changes.removedFromGroup', params: { group: group.name, count } },
    { updated: { themeGroups: count === 0 ? [] : [{ before: group, after }] } },
  )
}

/** Deletes a group. Its themes stay. */
export const deleteGroup = (group: ThemeGroup): ChangeSet =>
  changes({ key: 'changes.deletedGroup', params: { group: group.name } }, { deleted: { themeGroups: [group] } })
