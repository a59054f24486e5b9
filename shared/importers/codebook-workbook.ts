import Papa from 'papaparse'
import { fieldOf } from './codebook-words'
import { extensionOf } from './formats'
import type { SourceFile } from './importer'
import { readXlsx } from './table/read-xlsx'

/** Whether these names of columns are those of a codebook. */
const namesThemes = (header: readonly string[] = []): boolean =>
  header.some((label) => ['path', 'name'].includes(fieldOf(label) ?? ''))

/**
 * A workbook (`.xlsx`, as Taguette writes its codebook) as the table in it whose first row names the columns of a codebook,
 * or its first where none does; any other file as it is. Throws a ProblemError when the workbook is damaged.
 */
export async function tableOfWorkbook(file: SourceFile): Promise<SourceFile> {
  if (extensionOf(file.name) !== 'xlsx') return file
  let table = await readXlsx(file)
  const first = table
  for (let sheet = 0; !namesThemes(table.rows[0]?.cells) && sheet < first.sheets.length; sheet += 1)
    table = await readXlsx(file, sheet)
  const { rows } = namesThemes(table.rows[0]?.cells) ? table : first
  const text = Papa.unparse(
    rows.map(({ cells }) => [...cells]),
    { delimiter: ',', newline: '\n' },
  )
  return { name: file.name.replace(/\.xlsx$/i, '.csv'), bytes: new TextEncoder().encode(text) }
}
