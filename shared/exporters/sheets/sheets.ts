import type { Translate } from '../../messages'
import { codebookEntries } from '../codebook-entries'
import type { MarkedProject } from '../marked-documents'
import { attributesTable, countsTable } from './documents'
import type { SheetTable } from './table'
import { passagesTable, taggingsTable } from './taggings'

const CODEBOOK = ['path', 'name', 'colour', 'description', 'inclusion', 'exclusion', 'example', 'count'] as const

function codebookTable({ snapshot }: MarkedProject, say: Translate): SheetTable {
  return {
    header: CODEBOOK.map((column) => say(`codebook.columns.${column}`)),
    count: snapshot.themes.length,
    rows: () =>
      codebookEntries(snapshot).map(({ path, colour, description, inclusion, exclusion, example, count }) => [
        path.join(' / '),
        path.at(-1) ?? '',
        colour,
        description,
        inclusion,
        exclusion,
        example,
        count,
      ]),
  }
}

/** The tables of a project, in the order in which a workbook has them. */
export const TABLES = {
  taggings: taggingsTable,
  passages: passagesTable,
  codebook: codebookTable,
  attributes: attributesTable,
  counts: countsTable,
} as const satisfies Readonly<Record<string, (project: MarkedProject, say: Translate) => SheetTable>>
export type TableId = keyof typeof TABLES
export const TABLE_IDS = Object.keys(TABLES) as readonly TableId[]
