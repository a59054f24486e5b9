import type { Translate } from '../../messages'
import type { MarkedPassage, MarkedProject } from '../marked-documents'
import type { Cell } from '../spreadsheet'
import { utc } from '../times'
import { PLACE_COLUMNS, placesIn } from './places'
import type { SheetTable } from './table'

const notesOf = ({ notes }: MarkedPassage): string => notes.map(({ text }) => text.trim()).join('\n\n')

const countOf = ({ documents }: MarkedProject, rows: (passage: MarkedPassage) => number): number =>
  documents.reduce((sum, { passages }) => passages.reduce((all, each) => all + rows(each), sum), 0)

/** One row for each tagging, and one for each highlight without a theme. `time` is UTC. */
export function taggingsTable(project: MarkedProject, say: Translate): SheetTable {
  const columns = [...PLACE_COLUMNS, 'theme', 'themePath', 'coder', 'note', 'time'] as const
  return {
    header: columns.map((column) => say(`export.csv.${column}`)),
    count: countOf(project, ({ given }) => Math.max(1, given.length)),
    *rows(): Generator<Cell[]> {
      for (const document of project.documents) {
        const place = placesIn(document, say)
        for (const marked of document.passages) {
          const before = place(marked)
          const note = notesOf(marked)
          if (marked.given.length === 0) yield [...before, '', '', marked.coder, note, utc(marked.highlight.created)]
          for (const { theme, path, coder, tagging } of marked.given)
            yield [...before, theme.name, path, coder, note, utc(tagging.created)]
        }
      }
    },
  }
}

/** One row for each highlight, with all its themes together. */
export function passagesTable(project: MarkedProject, say: Translate): SheetTable {
  const columns = [...PLACE_COLUMNS, 'themes', 'coder', 'star', 'weight', 'note', 'time'] as const
  return {
    header: columns.map((column) => say(`export.csv.${column}`)),
    count: countOf(project, () => 1),
    *rows(): Generator<Cell[]> {
      for (const document of project.documents) {
        const place = placesIn(document, say)
        for (const marked of document.passages) {
          const { highlight, given, coder } = marked
          const themes = [...new Set(given.map(({ path }) => path))].join('; ')
          const star = highlight.star ? 1 : ''
          yield [...place(marked), themes, coder, star, highlight.weight ?? '', notesOf(marked), utc(highlight.created)]
        }
      }
    },
  }
}
