import { type Problem, ProblemError } from '../../result'
import type { ReadDocument, Reading, ReadOptions, SourceFile, TableMapping } from '../importer'
import { Remarks } from '../remarks'
import { columnLetters, suggestMapping } from './columns'
import { PREVIEW_ROWS } from './preview'
import { rowDocument } from './row-document'
import type { Table } from './table'

/** More documents than this at once are more than a person reads, and than a window can hold in one step. */
const MOST_DOCUMENTS = 50_000

/** One document for each row of a table, its columns taken as the options say, else as they are most likely meant. */
export function tableDocuments(file: SourceFile, table: Table, options: ReadOptions, format: string): Reading {
  const first = table.rows.slice(0, PREVIEW_ROWS + 1).map(({ cells }) => cells)
  const mapping = options.table ?? suggestMapping(first, { sheet: table.sheet })
  const width = first[0]?.length ?? 0
  const columns = [...mapping.text, ...mapping.attributes.map(({ column }) => column)]
  if (mapping.text.length === 0 || columns.some((column) => column >= width)) {
    throw new ProblemError({ key: 'table.noColumn', params: { name: file.name, columns: width } })
  }
  const rows = mapping.hasHeader ? table.rows.slice(1) : table.rows
  if (rows.length > MOST_DOCUMENTS) {
    const params = { name: file.name, rows: rows.length, most: MOST_DOCUMENTS }
    throw new ProblemError({ key: 'table.tooMany', params })
  }
  const named = { ...mapping, attributes: distinctNames(mapping.attributes) }
  const read = rows.map((row) => rowDocument(file, row, named))
  const documents = read.filter(({ blocks }) => blocks.length > 0)
  const remarks = [...table.remarks, ...guessedEncoding(table, options), ...emptyRows(read.length - documents.length)]
  return {
    documents: documents.map(
      (document, index): ReadDocument => ({
        ...document,
        format,
        ...(table.encoding && { encoding: table.encoding }),
        // What is to be said of the whole table is said once.
        remarks: index === 0 ? [...remarks, ...document.remarks] : document.remarks,
      }),
    ),
    failed: [],
  }
}

/** The attributes with names of which no two are the same: a column without a name, or with another's, has its letters. */
function distinctNames(attributes: TableMapping['attributes']): TableMapping['attributes'] {
  const taken = new Set<string>()
  return attributes.map(({ column, name }) => {
    const clean = name.trim().replace(/\s+/gu, ' ')
    const letters = columnLetters(column)
    const distinct = clean === '' ? letters : taken.has(clean) ? `${clean} (${letters})` : clean
    taken.add(distinct)
    return { column, name: distinct }
  })
}

/** What is to be said of an encoding that was guessed, unless the table was looked at before it came in. */
function guessedEncoding({ encoding }: Table, { table }: ReadOptions): Problem[] {
  if (encoding?.by !== 'detection' || table) return []
  return [{ key: 'table.guessedEncoding', params: { label: encoding.label } }]
}

function emptyRows(count: number): ReturnType<Remarks['all']> {
  const remarks = new Remarks()
  remarks.count('table.emptyRows', count)
  return remarks.all()
}
