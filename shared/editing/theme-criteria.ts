import { type ChangeSet, changes } from '../model/changes'
import type { HighlightId } from '../model/ids'
import { same } from '../model/same'
import type { Theme } from '../model/theme'
import { ProblemError } from '../result'

const updated = (before: Theme, after: Theme) => ({
  updated: { themes: same(before, after) ? [] : [{ before, after }] },
})

/** Says when a passage belongs to a theme and when it does not; what is blank is taken away, what is not given stays. */
export function setCriteria(given: { theme: Theme; inclusion?: string; exclusion?: string }): ChangeSet {
  const { theme } = given
  const { inclusion: included, exclusion: excluded, ...rest } = theme
  const inclusion = given.inclusion ?? included ?? ''
  const exclusion = given.exclusion ?? excluded ?? ''
  const after: Theme = { ...rest, ...(inclusion.trim() && { inclusion }), ...(exclusion.trim() && { exclusion }) }
  return changes({ key: 'changes.describedTheme', params: { theme: theme.name } }, updated(theme, after))
}

/** Chooses the highlight that shows what a theme means; null for none. */
export function setExample({ theme, example }: { theme: Theme; example: HighlightId | null }): ChangeSet {
  const { example: _, ...rest } = theme
  const after: Theme = { ...rest, ...(example !== null && { example }) }
  return changes({ key: 'changes.choseExample', params: { theme: theme.name } }, updated(theme, after))
}

/**
 * Gives a theme the letter or digit that is to give it; null for none. Capitals are taken as small letters. `themes`
 * are all of the project.
 * Throws a ProblemError when it is neither one letter of the Latin alphabet nor one digit, or another theme in use has
 * it.
 */
export function setShortcut(given: { theme: Theme; shortcut: string | null; themes: readonly Theme[] }): ChangeSet {
  const { theme } = given
  const shortcut = given.shortcut?.trim().normalize('NFKC').toLowerCase() ?? null
  if (shortcut !== null && !/^[a-z0-9]$/.test(shortcut)) {
    throw new ProblemError({ key: 'changes.problems.shortcutNotOne', params: { shortcut } })
  }
  const other = given.themes.find(
    (each) => each.id !== theme.id && each.archived === undefined && each.shortcut === shortcut,
  )
  if (shortcut !== null && other) {
    throw new ProblemError({ key: 'changes.problems.shortcutTaken', params: { shortcut, theme: other.name } })
  }
  const { shortcut: _, ...rest } = theme
  const after: Theme = { ...rest, ...(shortcut !== null && { shortcut }) }
  return changes(
    shortcut === null
      ? { key: 'changes.tookShortcut', params: { theme: theme.name } }
      : { key: 'changes.gaveShortcut', params: { theme: theme.name, shortcut } },
    updated(theme, after),
  )
}
