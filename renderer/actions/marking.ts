import {
  addThemes,
  markPassages,
  removeHighlights,
  removeTheme,
  resizeHighlight,
  tagPassage,
} from '#shared/editing/highlights'
import { makeThemePath } from '#shared/editing/themes'
import { merge } from '#shared/model/changes'
import type { HighlightId, ThemeId } from '#shared/model/ids'
import { passageOf } from '#shared/model/passage'
import type { Theme } from '#shared/model/theme'
import type { Box, TextRange } from '../app/session'
import type { Marked } from '../highlights/marked'
import { by, commit, type Desk, openProject } from './desk'

const rowsOf = (desk: Desk): readonly Marked[] => desk.text()?.marked.get().rows ?? []

const rowOf = (desk: Desk, id: HighlightId): Marked | undefined => rowsOf(desk).find((each) => each.highlight.id === id)

/** What is marked where the range is, as far as it may be used again. */
function standing(desk: Desk, range: TextRange) {
  const same = rowsOf(desk).filter(
    ({ highlight }) => highlight.passage.start === range.start && highlight.passage.end === range.end,
  )
  return { highlights: same.map(({ highlight }) => highlight), taggings: same.flatMap(({ taggings }) => taggings) }
}

/** Highlights the range and gives it these themes (none: it is only highlighted). Answers with the highlight there. */
export async function markRange(desk: Desk, range: TextRange, themes: readonly Theme[]): Promise<HighlightId | null> {
  const open = desk.text()
  if (!open) return null
  const { document, text } = open
  const passage = passageOf(text, range.start, range.end)
  const there = standing(desk, { start: passage.start, end: passage.end })
  const made =
    themes.length > 0
      ? tagPassage({ document, passage, themes, ...there }, by(desk))
      : markPassages({ document, passages: [passage], highlights: there.highlights }, by(desk))
  await commit(desk, made.changes)
  await remember(desk, themes)
  return made.highlights[0]?.id ?? null
}

/** Gives the passage of the box all of these themes. */
export async function giveThemes(desk: Desk, box: Box, themes: readonly Theme[]): Promise<HighlightId | null> {
  if (box.kind === 'range') return markRange(desk, box.range, themes)
  const row = rowOf(desk, box.id)
  if (!row) return null
  await commit(desk, addThemes({ highlights: [row.highlight], themes, taggings: row.taggings }, by(desk)))
  await remember(desk, themes)
  return row.highlight.id
}

const remember = (desk: Desk, themes: readonly Theme[]): Promise<void> =>
  themes.length > 0
    ? desk.store.places.noteUsedThemes(
        openProject(desk).project.id,
        themes.map(({ id }) => id),
      )
    : Promise.resolve()

/** Gives the passage of the box a theme, or takes it away where a highlight has it already. */
export async function chooseTheme(desk: Desk, box: Box, theme: ThemeId): Promise<HighlightId | null> {
  const found = openProject(desk).themesById.get(theme)
  if (!found) return null
  if (box.kind === 'range') return markRange(desk, box.range, [found])
  const row = rowOf(desk, box.id)
  if (!row) return null
  const { highlight, taggings } = row
  if (taggings.some((each) => each.theme === theme)) {
    await commit(desk, removeTheme({ highlights: [highlight], theme: found, taggings }))
  } else {
    await commit(desk, addThemes({ highlights: [highlight], themes: [found], taggings }, by(desk)))
    await remember(desk, [found])
  }
  return highlight.id
}

/** Makes the theme that the path names, where it is missing, and gives it to the passage of the box: one step. */
export async function makeAndChoose(desk: Desk, box: Box, path: string): Promise<HighlightId | null> {
  const { project, themes } = openProject(desk)
  const who = by(desk)
  const made = makeThemePath({ project: project.id, path, themes }, who)
  const open = desk.text()
  if (!open) return null
  if (box.kind === 'range') {
    const passage = passageOf(open.text, box.range.start, box.range.end)
    const there = standing(desk, { start: passage.start, end: passage.end })
    const marking = tagPassage({ document: open.document, passage, themes: [made.theme], ...there }, who)
    await commit(desk, merge(made.changes, marking.changes))
    await remember(desk, [made.theme])
    return marking.highlights[0]?.id ?? null
  }
  const row = rowOf(desk, box.id)
  if (!row) return null
  const added = addThemes({ highlights: [row.highlight], themes: [made.theme], taggings: row.taggings }, who)
  await commit(desk, merge(made.changes, added))
  await remember(desk, [made.theme])
  return row.highlight.id
}

/** Takes a theme away from a highlight, which stays. */
export async function takeAway(desk: Desk, highlight: HighlightId, theme: ThemeId): Promise<void> {
  const row = rowOf(desk, highlight)
  const found = openProject(desk).themesById.get(theme)
  if (row && found)
    await commit(desk, removeTheme({ highlights: [row.highlight], theme: found, taggings: row.taggings }))
}

/** Removes a highlight with its taggings and its note. */
export async function removeHighlight(desk: Desk, id: HighlightId): Promise<void> {
  const highlight = await desk.store.read.highlight(id)
  if (!highlight) return
  const belonging = await desk.store.read.belongingToHighlights([id])
  await commit(desk, removeHighlights({ highlights: [highlight], ...belonging }))
}

/** Gives a highlight the extent of the range. */
export async function resize(desk: Desk, id: HighlightId, range: TextRange): Promise<void> {
  const open = desk.text()
  const highlight = await desk.store.read.highlight(id)
  if (open && highlight) {
    await commit(desk, resizeHighlight({ highlight, passage: passageOf(open.text, range.start, range.end) }))
  }
}
