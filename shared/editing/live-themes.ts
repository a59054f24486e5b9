import type { AnnotationQuery } from '../model/annotation-query'
import { type ChangeSet, changes } from '../model/changes'
import { newId, type ProjectId } from '../model/ids'
import type { LiveTheme } from '../model/live-theme'
import { same } from '../model/same'
import type { ThemeColour } from '../model/theme'
import { ProblemError } from '../result'
import type { By } from './by'
import { cleanName } from './names'

function liveName(name: string, others: readonly LiveTheme[]): string {
  const clean = cleanName(name)
  if (others.some((each) => each.name === clean)) {
    throw new ProblemError({ key: 'changes.problems.liveThemeNameTaken', params: { name: clean } })
  }
  return clean
}

/**
 * Keeps a query as a live theme, the last of the project's; `others` are all of them. Throws a ProblemError when the name
 * is empty or another live theme has it.
 */
export function makeLiveTheme(
  given: { project: ProjectId; name: string; query: AnnotationQuery; others: readonly LiveTheme[] },
  { coder, now }: By,
): { changes: ChangeSet; live: LiveTheme } {
  const live: LiveTheme = {
    id: newId(),
    project: given.project,
    name: liveName(given.name, given.others),
    query: given.query,
    order: given.others.reduce((last, { order }) => Math.max(last, order), -1) + 1,
    coder,
    created: now,
  }
  const summary = { key: 'changes.madeLiveTheme', params: { theme: live.name } } as const
  return { changes: changes(summary, { created: { liveThemes: [live] } }), live }
}

/** Gives a live theme another name. Throws as `makeLiveTheme` does; `others` may have it among them. */
export function renameLiveTheme(given: { live: LiveTheme; name: string; others: readonly LiveTheme[] }): ChangeSet {
  const { live } = given
  const name = liveName(
    given.name,
    given.others.filter(({ id }) => id !== live.id),
  )
  const updated = name === live.name ? [] : [{ before: live, after: { ...live, name } }]
  const summary = { key: 'changes.renamedLiveTheme', params: { from: live.name, to: name } } as const
  return changes(summary, { updated: { liveThemes: updated } })
}

/** Gives a live theme another query. */
export function changeLiveTheme({ live, query }: { live: LiveTheme; query: AnnotationQuery }): ChangeSet {
  const updated = same(query, live.query) ? [] : [{ before: live, after: { ...live, query } }]
  const summary = { key: 'changes.changedLiveTheme', params: { theme: live.name } } as const
  return changes(summary, { updated: { liveThemes: updated } })
}

/** Gives a live theme another colour. */
export function recolourLiveTheme({ live, colour }: { live: LiveTheme; colour: ThemeColour }): ChangeSet {
  const updated = colour === live.colour ? [] : [{ before: live, after: { ...live, colour } }]
  const summary = { key: 'changes.recolouredTheme', params: { theme: live.name } } as const
  return changes(summary, { updated: { liveThemes: updated } })
}

/** Deletes a live theme. The passages and their themes stay as they are. */
export const deleteLiveTheme = (live: LiveTheme): ChangeSet =>
  changes({ key: 'changes.deletedLiveTheme', params: { theme: live.name } }, { deleted: { liveThemes: [live] } })
