import { FORMATS } from './formats'
import type { Importer } from './importer'
import { tableDocuments } from './table/documents'
import { readCsv } from './table/read-csv'

/** Reads a text table: one document for each row. */
export const csv: Importer = {
  id: 'csv',
  extensions: FORMATS.csv,
  prose: false,
  read: (file, options) => tableDocuments(file, readCsv(file, options), options, 'csv'),
}
