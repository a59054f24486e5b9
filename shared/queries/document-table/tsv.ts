/** Cells as spreadsheets put them on the clipboard: tabs between them, a line end after each row. */
export const toTsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.map(quoted).join('\t')}\n`).join('')

const quoted = (cell: string): string => (/[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/**
 * The cells that a spreadsheet put on the clipboard. A cell that begins with a quotation mark ends at the next one that
 * is not doubled; a line end after the last row begins no further one.
 */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)|[^\t\r\n]*/y
  let at = 0
  while (at <= text.length) {
    cell.lastIndex = at
    const found = cell.exec(text)
    const words = found?.[0] ?? ''
    rows.at(-1)?.push(found?.[1] === undefined ? words : found[1].replaceAll('""', '"'))
    at += words.length
    const end = /^(?:\r\n|[\t\r\n])/.exec(text.slice(at, at + 2))?.[0]
    if (end === undefined) break
    at += end.length
    if (end !== '\t') {
      if (at >= text.length) break
      rows.push([])
    }
  }
  return rows
}
