import { tagPassages } from '#shared/editing/highlights'
import { makeThemePath } from '#shared/editing/themes'
import { merge } from '#shared/model/changes'
import type { ThemeId } from '#shared/model/ids'
import { passageOf } from '#shared/model/passage'
import type { TextRange } from '../app/session'
import { by, commit, type Desk, openProject } from './desk'

/** A theme that is there, or the path of one that may have to be made. */
export type ThemeWanted = { readonly id: ThemeId } | { readonly path: string }

/** From this many passages on it takes longer than one would wait without a word. */
const MANY = 1000

/**
 * Tags the ranges of the open document, in one step that one undo takes back. A range which this coder has highlighted
 * already keeps its highlight.
 */
export async function tagHits(desk: Desk, ranges: readonly TextRange[], wanted: ThemeWanted): Promise<void> {
  const open = desk.text()
  if (!open || ranges.length === 0) return
  const { project, themes, themesById } = openProject(desk)
  const who = by(desk)
  const made = 'path' in wanted ? makeThemePath({ project: project.id, path: wanted.path, themes }, who) : null
  const theme = made?.theme ?? ('id' in wanted ? themesById.get(wanted.id) : undefined)
  if (!theme) return
  if (ranges.length >= MANY) {
    const said = { key: 'tagHits.working', params: { count: ranges.length } } as const
    desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
  }
  const { rows } = open.marked.get()
  const marking = tagPassages(
    {
      document: open.document,
      passages: ranges.map(({ start, end }) => passageOf(open.text, start, end)),
      themes: [theme],
      highlights: rows.map(({ highlight }) => highlight),
      taggings: rows.flatMap(({ taggings }) => taggings),
    },
    who,
  )
  await commit(desk, made ? merge(made.changes, marking.changes) : marking.changes)
  await desk.store.places.noteUsedThemes(project.id, [theme.id])
}
