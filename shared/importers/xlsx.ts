import { FORMATS } from './formats'
import type { Importer } from './importer'
import { tableDocuments } from './table/documents'
import { readXlsx } from './table/read-xlsx'

/** Reads a sheet of a workbook of Excel and its like: one document for each row. */
export const xlsx: Importer = {
  id: 'xlsx',
  extensions: FORMATS.xlsx,
  signature: 'XLSX (Excel)',
  prose: false,
  read: async (file, options) => tableDocuments(file, await readXlsx(file, options.table?.sheet), options, 'xlsx'),
}
