import type { Block, DocumentMetadata, Evidence, MetadataField } from '../../model/document'
import { ProblemError } from '../../result'
import { isoDate } from '../date'
import { nameWithoutExtension } from '../formats'
import { keptAddress } from '../html-elements'
import type { ReadDocument, Reading, ReadOptions, SourceFile, TableMapping } from '../importer'
import { languageOf } from '../language'
import { linesOf, withoutControls } from '../line-ends'
import { Remarks } from '../remarks'
import { columnLetters, suggestMapping } from './columns'
import { PREVIEW_ROWS } from './preview'
import type { Table, TableRow } from './table'

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
  const remarks = [...table.remarks, ...emptyRows(read.length - documents.length)]
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

function emptyRows(count: number): ReturnType<Remarks['all']> {
  const remarks = new Remarks()
  remarks.count('table.emptyRows', count)
  return remarks.all()
}

type RowDocument = Omit<ReadDocument, 'format'>

function rowDocument(file: SourceFile, { number, cells }: TableRow, mapping: TableMapping): RowDocument {
  const remarks = new Remarks()
  const cell = (column: number | undefined): string => {
    const words = column === undefined ? '' : withoutControls(cells[column] ?? '', remarks)
    return words.trim()
  }
  const blocks = mapping.text.flatMap((column) =>
    linesOf(cell(column))
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((text): Block => ({ kind: 'paragraph', text })),
  )
  const named = cell(mapping.title).replace(/\s+/gu, ' ')
  const metadata = origin({
    title: named,
    date: cell(mapping.date),
    author: cell(mapping.author),
    source: cell(mapping.source),
    url: cell(mapping.url),
  })
  const attributes = Object.fromEntries(
    mapping.attributes.map(({ column, name }) => [name, cell(column)]).filter(([, value]) => value !== ''),
  )
  return {
    title: named === '' ? `${nameWithoutExtension(file.name)} ${number}` : named,
    metadata,
    language: languageOf(blocks.map(({ text }) => text).join('\n')),
    blocks,
    remarks: remarks.all(),
    ...(Object.keys(attributes).length > 0 && { attributes }),
  }
}

/** What the cells say of a document's origin. A date or an address that is none is kept as it was written. */
function origin(written: Readonly<Record<'title' | 'date' | 'author' | 'source' | 'url', string>>): DocumentMetadata {
  const fields: { [F in MetadataField]?: string } = {}
  const evidence: { [F in MetadataField]?: Evidence } = {}
  const other: Record<string, string> = {}
  for (const [field, quote] of Object.entries(written) as [keyof typeof written, string][]) {
    if (quote === '') continue
    const value = field === 'date' ? isoDate(quote) : field === 'url' ? keptAddress(quote) : quote
    if (value === undefined) other[field] = quote
    else {
      fields[field] = value
      evidence[field] = { by: 'table', quote }
    }
  }
  return {
    ...fields,
    ...(Object.keys(other).length > 0 && { other }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
  }
}
