import { type ChangeSet, changes } from '../model/changes'
import { newId, type ProjectId } from '../model/ids'
import type { SavedSearch, Sought } from '../model/saved-search'
import { ProblemError } from '../result'
import type { By } from './by'
import { cleanName } from './names'

function searchName(name: string, others: readonly SavedSearch[]): string {
  const clean = cleanName(name)
  if (others.some((each) => each.name === clean)) {
    throw new ProblemError({ key: 'changes.problems.savedSearchNameTaken', params: { name: clean } })
  }
  return clean
}

/**
 * Keeps a search under a name, as the last of the project's; `others` are all of them. Throws a ProblemError when the name
 * is empty or another saved search has it.
 */
export function saveSearch(
  given: { project: ProjectId; name: string; sought: Sought; others: readonly SavedSearch[] },
  { coder, now }: By,
): { changes: ChangeSet; saved: SavedSearch } {
  const { typed, exact, cased, wholeWords, scope } = given.sought
  const saved: SavedSearch = {
    id: newId(),
    project: given.project,
    name: searchName(given.name, given.others),
    typed,
    exact,
    cased,
    wholeWords,
    scope,
    order: given.others.reduce((last, { order }) => Math.max(last, order), -1) + 1,
    coder,
    created: now,
  }
  const summary = { key: 'changes.savedSearch', params: { search: saved.name } } as const
  return { changes: changes(summary, { created: { savedSearches: [saved] } }), saved }
}

/** Gives a saved search another name. Throws as `saveSearch` does; `others` may have it among them. */
export function renameSearch(given: { saved: SavedSearch; name: string; others: readonly SavedSearch[] }): ChangeSet {
  const { saved } = given
  const name = searchName(
    given.name,
    given.others.filter(({ id }) => id !== saved.id),
  )
  const updated = name === saved.name ? [] : [{ before: saved, after: { ...saved, name } }]
  const summary = { key: 'changes.renamedSearch', params: { from: saved.name, to: name } } as const
  return changes(summary, { updated: { savedSearches: updated } })
}

/** Deletes a saved search; nothing else depends on it. */
export const deleteSearch = (saved: SavedSearch): ChangeSet =>
  changes({ key: 'changes.deletedSearch', params: { search: saved.name } }, { deleted: { savedSearches: [saved] } })
