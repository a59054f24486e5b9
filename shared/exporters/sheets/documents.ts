import type { Translate } from '../../messages'
import type { Id } from '../../model/ids'
import { themePathName } from '../../model/theme'
import type { MarkedProject } from '../marked-documents'
import type { Cell } from '../spreadsheet'
import { inTreeOrder } from '../theme-order'
import type { SheetTable } from './table'

const FACTS = ['author', 'reporter', 'editor', 'source', 'date', 'place', 'section', 'url'] as const

function groupNames({ snapshot }: MarkedProject): Map<Id, string[]> {
  const names = new Map<Id, string[]>()
  for (const { name, documents } of snapshot.documentGroups ?? []) {
    for (const id of documents) {
      const own = names.get(id)
      if (own) own.push(name)
      else names.set(id, [name])
    }
  }
  return names
}

/** One row for each document: what is known of its origin, its groups, and the project's own attributes. */
export function attributesTable(project: MarkedProject, say: Translate): SheetTable {
  const attributes = (project.snapshot.attributes ?? []).toSorted((a, b) => a.order - b.order)
  const facts = ['title', ...FACTS, 'language', 'groups', 'characters', 'passages'] as const
  return {
    header: [...facts.map((fact) => say(`export.facts.${fact}`)), ...attributes.map(({ name }) => name)],
    count: project.documents.length,
    *rows(): Generator<Cell[]> {
      const groups = groupNames(project)
      for (const { document, passages, text } of project.documents) {
        const { title, metadata, language, id } = document
        yield [
          title,
          ...FACTS.map((fact) => metadata[fact] ?? ''),
          language === 'und' ? '' : language,
          (groups.get(id) ?? []).join('; '),
          text.length,
          passages.length,
          ...attributes.map((attribute) => document.attributes?.[attribute.id] ?? ''),
        ]
      }
    },
  }
}

/** How often each document has each theme: documents down, themes across in the order of the tree. Lost highlights do not count. */
export function countsTable(project: MarkedProject, say: Translate): SheetTable {
  const themes = inTreeOrder(project).map(({ theme }) => theme)
  return {
    header: [
      say('export.facts.title'),
      ...themes.map((theme) => themePathName(theme, project.themes)),
      say('export.facts.sum'),
    ],
    count: project.documents.length,
    *rows(): Generator<Cell[]> {
      for (const { document, passages } of project.documents) {
        const counts = new Map<Id, number>()
        for (const { highlight, given } of passages) {
          if (highlight.lost !== undefined) continue
          for (const { theme } of given) counts.set(theme.id, (counts.get(theme.id) ?? 0) + 1)
        }
        const sum = [...counts.values()].reduce((all, each) => all + each, 0)
        yield [document.title, ...themes.map(({ id }) => counts.get(id) ?? 0), sum]
      }
    },
  }
}
