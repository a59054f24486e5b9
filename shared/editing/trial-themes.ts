import { type ChangeSet, steps } from '../model/changes'
import type { Theme } from '../model/theme'
import type { By } from './by'
import { makeThemePath } from './themes'

// For tests of what is done with themes.

export const TRIAL_CODER: By = { coder: 'lin', now: 5 }

/** The themes after a change. */
export function after(themes: readonly Theme[], set: ChangeSet): Theme[] {
  const byId = new Map(themes.map((each) => [each.id, each]))
  for (const [id, step] of steps(set, 'themes')) {
    if (step.after) byId.set(id, step.after)
    else byId.delete(id)
  }
  return [...byId.values()]
}

/** The themes that these paths make. */
export function tree(...paths: string[]): Theme[] {
  let themes: Theme[] = []
  for (const path of paths) themes = after(themes, makeThemePath({ project: 'p', path, themes }, TRIAL_CODER).changes)
  return themes
}

export const named = (themes: readonly Theme[], name: string): Theme =>
  themes.find((each) => each.name === name) as Theme
