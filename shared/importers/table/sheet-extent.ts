import { SaxesParser } from 'saxes'

/** How far a sheet reaches, from 1; 0 for an empty one. */
export interface SheetExtent {
  /** The last row that is named at all. */
  readonly named: number
  /** The last row and column of a cell with content. */
  readonly rows: number
  readonly columns: number
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * How far a sheet's cells reach, by the addresses they give themselves (`B12`); one that is none is endlessly far.
 * A few bytes can name a cell a thousand million rows away, and readers fill the rows before it.
 * `xml` is a sheet part of a workbook (ECMA-376, 18.3.1). Throws an Error when it is not well-formed.
 */
export function sheetExtent(xml: string): SheetExtent {
  let [named, rows, columns] = [0, 0, 0]
  let [row, column] = [0, 0]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = local(name)
    if (element !== 'c' && element !== 'row') {
      if (element === 'v' || element === 'is') [rows, columns] = [Math.max(rows, row), Math.max(columns, column)]
      return
    }
    for (const [attribute, value] of Object.entries(attributes)) {
      if (local(attribute) !== 'r') continue
      const [, letters = '', digits = '0'] = /^([A-Z]*)(\d*)$/.exec(value) ?? ['', '', 'Infinity']
      row = Math.max(row, Number(digits))
      if (letters !== '') column = [...letters].reduce((sum, each) => sum * 26 + each.charCodeAt(0) - 64, 0)
    }
    named = Math.max(named, row)
  })
  parser.write(xml).close()
  return { named, rows, columns }
}
