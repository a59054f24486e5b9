import { splitsPair } from '../model/passage'
import { archiveWriter } from './archive-writer'
import { utf8Chunks } from './bytes'
import { legalXml } from './legal-xml'

/** A value in a cell; null leaves it empty. */
export type Cell = string | number | null

/** A table to be written as one sheet. Its rows are asked for once, one after the other. */
export interface Sheet {
  /** Up to 31 characters without `[]/\:*?`, and no other sheet's name. */
  readonly name: string
  readonly header: readonly string[]
  readonly rows: Iterable<readonly Cell[]>
}

/** Excel takes no longer text in a cell, and no more rows or columns in a sheet. */
const LONGEST = 32_767
const MOST_ROWS = 1_048_576
const MOST_COLUMNS = 16_384

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (words: string): string => words.replace(/[&<>"]/g, (sign) => SIGNS[sign] as string)

/** What Excel would take for a formula if the cell were typed again, also in the full-width forms. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/

/** The text of a cell: line ends as Excel has them, nothing that reads as one of its escapes (`_x000D_`). */
function cellText(words: string): string {
  let text = legalXml(words).replace(/\r\n?/g, '\n')
  if (text.length > LONGEST) {
    const end = splitsPair(text, LONGEST - 1) ? LONGEST - 2 : LONGEST - 1
    text = `${text.slice(0, end)}…`
  }
  return escaped(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'))
}

/** `A`, `Z`, `AA`: a column's letters; it counts from 0. */
function lettersOf(column: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  }
  return letters
}

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

function cellXml(cell: Cell, column: number, row: number, isHeader: boolean): string {
  if (cell === null || cell === '') return ''
  const at = `${lettersOf(column)}${row}`
  if (typeof cell === 'number') return Number.isFinite(cell) ? `<c r="${at}"><v>${cell}</v></c>` : ''
  const style = isHeader ? ' s="1"' : FORMULA.test(cell) ? ' s="2"' : ''
  return `<c r="${at}" t="inlineStr"${style}><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`
}

/** How many digits wide a column may be, and by how many rows that is decided: those after them are packed as they come. */
const NARROWEST = 7
const WIDEST = 48
const ROWS_FOR_WIDTH = 200

/** Characters that are as wide as two digits. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g

/** How wide words are, in digits. */
function breadth(cell: Cell): number {
  const line = String(cell ?? '').slice(0, WIDEST)
  return line.length + (line.match(WIDE)?.length ?? 0)
}

function columnsXml(rows: readonly (readonly Cell[])[], columns: number): string {
  const all = Array.from({ length: columns }, (_, at) => {
    const widest = rows.reduce((most, row) => Math.max(most, breadth(row[at] ?? null)), NARROWEST)
    return `<col min="${at + 1}" max="${at + 1}" width="${Math.min(WIDEST, widest) + 2}" customWidth="1"/>`
  })
  return all.length > 0 ? `<cols>${all.join('')}</cols>` : ''
}

/** Printed on its side (A4), as many pages high as it needs and one wide. */
const PRINTED = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'

function* sheetXml({ header, rows }: Sheet, isFirst: boolean, onRow: () => void): Generator<string> {
  const columns = Math.min(header.length, MOST_COLUMNS)
  const coming = rows[Symbol.iterator]()
  const ahead: (readonly Cell[])[] = []
  for (let next = coming.next(); !next.done; next = coming.next()) {
    ahead.push(next.value)
    if (ahead.length === ROWS_FOR_WIDTH) break
  }
  const selected = isFirst ? ' tabSelected="1"' : ''
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${selected} workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>${columnsXml([header, ...ahead], columns)}<sheetData>`
  let number = 0
  const rowXml = (cells: readonly Cell[]): string => {
    number += 1
    const inside = cells.slice(0, columns).map((cell, at) => cellXml(cell, at, number, number === 1))
    return `<row r="${number}">${inside.join('')}</row>`
  }
  yield rowXml(header)
  for (const cells of ahead) {
    yield rowXml(cells)
    onRow()
  }
  for (let next = coming.next(); !next.done && number < MOST_ROWS; next = coming.next()) {
    yield rowXml(next.value)
    onRow()
  }
  yield `</sheetData>${PRINTED}</worksheet>`
}

/**
 * The sheets as an XLSX file (ECMA-376, SpreadsheetML), each with its first row set bold, held in place and printed on every
 * page; columns are as wide as their first rows want. Every text is a text: none is a formula, nor becomes one when its cell is opened. What is larger than Excel takes (a text of 32,767
 * UTF-16 units, 1,048,576 rows, 16,384 columns) is cut there. The rows are packed as they come, so that what is held is
 * the packed file alone; `onRow` is told of each but the headers.
 */
export function spreadsheet(sheets: readonly Sheet[], onRow: () => void = () => {}): Uint8Array {
  const archive = archiveWriter()
  const add = (path: string, parts: Iterable<string>): void => archive.add(path, utf8Chunks(parts))
  const ids = sheets.map((_, at) => at + 1)
  const relations = ids.map(
    (id) => `<Relationship Id="rId${id}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${id}.xml"/>`,
  )
  const parts = ids.map(
    (id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  )
  const named = sheets.map(({ name }, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  add('[Content_Types].xml', [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/>${parts.join('')}</Types>`,
  ])
  add('_rels/.rels', [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ])
  const titles = sheets.map(
    ({ name }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">'${escaped(name.replaceAll("'", "''"))}'!$1:$1</definedName>`,
  )
  add('xl/workbook.xml', [
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${named.join('')}</sheets><definedNames>${titles.join('')}</definedNames></workbook>`,
  ])
  add('xl/_rels/workbook.xml.rels', [
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  ])
  add('xl/styles.xml', [STYLES])
  for (const [index, sheet] of sheets.entries()) {
    add(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index === 0, onRow))
  }
  return archive.end()
}
