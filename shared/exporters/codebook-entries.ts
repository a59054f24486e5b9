import type { CodebookEntry } from '../model/codebook'
import type { Id } from '../model/ids'
import { byOrder, type Theme, themePath } from '../model/theme'
import type { ProjectSnapshot } from './exporter'

/** What a codebook is made from. */
export type CodebookSnapshot = Pick<ProjectSnapshot, 'project' | 'themes' | 'taggings' | 'highlights'>

/** A theme as a codebook shows it. */
export interface ShownTheme extends Required<CodebookEntry> {
  /** The words of its example; empty where there is none. */
  readonly example: string
  /** How many taggings it has, whoever gave them; those of highlights that are lost do not count. */
  readonly count: number
}

/** Every theme of the project in the order of the tree, parents before children; archived ones too. */
export function codebookEntries({ themes, taggings, highlights }: CodebookSnapshot): ShownTheme[] {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const quotes = new Map(highlights.map(({ id, passage }) => [id, passage.quote]))
  const counts = new Map<Id, number>()
  const lost = new Set(highlights.flatMap((each) => (each.lost === undefined ? [] : [each.id])))
  for (const { theme, highlight } of taggings) if (!lost.has(highlight)) counts.set(theme, (counts.get(theme) ?? 0) + 1)
  const children = new Map<Id | null, Theme[]>()
  for (const theme of themes.toSorted(byOrder)) {
    const row = children.get(theme.parent)
    if (row) row.push(theme)
    else children.set(theme.parent, [theme])
  }
  const under = (parent: Id | null): ShownTheme[] =>
    (children.get(parent) ?? []).flatMap((theme) => [
      {
        path: themePath(theme, byId).map(({ name }) => name),
        colour: theme.colour,
        description: theme.description,
        inclusion: theme.inclusion ?? '',
        exclusion: theme.exclusion ?? '',
        example: (theme.example && quotes.get(theme.example)) ?? '',
        count: counts.get(theme.id) ?? 0,
      },
      ...under(theme.id),
    ])
  return under(null)
}
