import type { Block, DocumentMetadata, Evidence, MetadataField } from '../../model/document'
import { isoDate } from '../date'
import { nameWithoutExtension } from '../formats'
import { keptAddress } from '../html-elements'
import type { ReadDocument, SourceFile, TableMapping } from '../importer'
import { languageOf } from '../language'
import { linesOf, withoutControls } from '../line-ends'
import { Remarks } from '../remarks'
import type { TableRow } from './table'

/** What a row of a table says of a document. */
export type RowDocument = Omit<ReadDocument, 'format'>

/** The document that a row is, its columns taken as `mapping` says. Its text has no blocks where those columns are empty. */
export function rowDocument(
  { name }: Pick<SourceFile, 'name'>,
  { number, cells }: TableRow,
  mapping: TableMapping,
): RowDocument {
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
    title: named === '' ? `${nameWithoutExtension(name)} ${number}` : named,
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
