import { zipSync } from 'fflate'
import readWorkbook from 'read-excel-file/universal'
import { ProblemError } from '../../result'
import type { SourceFile } from '../importer'
import { OFFICE_LIMITS, openZip } from '../zip'
import { cellWords } from './cell-words'
import { type SheetExtent, sheetExtent } from './sheet-extent'
import { refuseTooFar, type Table, tableRows } from './table'

/**
 * Reads one sheet of a workbook (XLSX), the first that holds words unless `sheet` (from 0) says which. Dates become
 * ISO 8601, formulas what they last came to.
 * Throws a ProblemError when the file is damaged, its sheets reach too far, or it has no such sheet.
 */
export async function readXlsx(file: SourceFile, sheet?: number): Promise<Table> {
  const sheets = await sheetsOf(file)
  const tables = sheets.map(({ rows }) => tableRows(file, rows))
  const chosen =
    sheet ??
    Math.max(
      0,
      tables.findIndex((rows) => rows.length > 0),
    )
  const rows = tables[chosen]
  if (!rows) throw new ProblemError({ key: 'table.noSheet', params: { name: file.name, sheet: chosen + 1 } })
  return { sheets: sheets.map(({ name }) => name), sheet: chosen, rows, remarks: [] }
}

interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

async function sheetsOf(file: SourceFile): Promise<Sheet[]> {
  const workbook = checkedWorkbook(file)
  try {
    const sheets = await readWorkbook(workbook, { trim: false })
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      // A sheet that is a diagram has no data.
      rows: ((data ?? []) as readonly (readonly unknown[])[]).map((row) => row.map(cellWords)),
    }))
  } catch (error) {
    throw damaged(file, error)
  }
}

/**
 * The parts of a workbook that its reader needs, packed again without compression: so the limits on what is unpacked
 * are ours, and the reader starts no workers of its own. The sheets are looked through before.
 */
function checkedWorkbook(file: SourceFile): ArrayBuffer {
  const zip = openZip(file.name, file.bytes, OFFICE_LIMITS)
  const parts: Record<string, Uint8Array> = {}
  for (const path of zip.entries.keys()) {
    if (!/^xl\/.*\.(?:xml|xml\.rels)$/i.test(path) || /^xl\/(?:drawings|charts|media|theme)\//i.test(path)) continue
    parts[path] = zip.read(path) as Uint8Array
    checkPart(file, path, parts[path])
  }
  return zipSync(parts, { level: 0 }).buffer as ArrayBuffer
}

function checkPart(file: SourceFile, path: string, bytes: Uint8Array): void {
  const xml = new TextDecoder().decode(bytes)
  if (xml.includes('<!DOCTYPE')) throw new ProblemError({ key: 'table.doctype', params: { name: file.name, path } })
  const { named, rows, columns } = extentOf(file, xml)
  refuseTooFar(file, named, 1)
  refuseTooFar(file, rows, columns)
}

function extentOf(file: SourceFile, xml: string): SheetExtent {
  try {
    return sheetExtent(xml)
  } catch (error) {
    throw damaged(file, error)
  }
}

/** The reader of workbooks ends in errors of many kinds when a part is missing or wrong; all mean this. */
const damaged = ({ name }: SourceFile, error: unknown): ProblemError =>
  new ProblemError({
    key: 'table.damaged',
    params: { name, detail: error instanceof Error ? error.message : String(error) },
  })
