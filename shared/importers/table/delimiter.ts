import Papa from 'papaparse'

/** What parts the columns of a text table. */
const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

/** How much of the text is looked at, in UTF-16 units and in rows. */
const LOOKED_AT = 200_000
const ROWS = 50

/** A first line such as `sep=;`, which Excel writes and obeys, and what it says. */
const SAID = /^sep=([,;\t|])\n/i

/**
 * What parts the columns, and where the table begins (a UTF-16 offset): what a first line `sep=;` says; else the sign
 * that gives most rows the same number of columns, at least two; of equals the one that gives more columns, then the
 * commoner. A text that no sign parts has one column.
 */
export function delimiterOf(text: string): { readonly delimiter: Delimiter; readonly from: number } {
  const said = SAID.exec(text.slice(0, 10))
  if (said) return { delimiter: said[1] as Delimiter, from: said[0].length }
  const looked = text.slice(0, LOOKED_AT)
  let best: { delimiter: Delimiter; share: number; columns: number } = { delimiter: ',', share: 0, columns: 1 }
  for (const delimiter of DELIMITERS) {
    const { share, columns } = regularity(looked, delimiter)
    if (columns < 2) continue
    if (share > best.share || (share === best.share && columns > best.columns)) best = { delimiter, share, columns }
  }
  return { delimiter: best.delimiter, from: 0 }
}

/** The commonest number of columns when the text is parted so, and the share of rows that have it. */
function regularity(text: string, delimiter: Delimiter): { share: number; columns: number } {
  const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: ROWS, skipEmptyLines: 'greedy' })
  // The last record looked at may be cut.
  const rows = data.length > 2 && data.length < ROWS ? data.slice(0, -1) : data
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [columns, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most), [1, 0])
  return { share: rows.length === 0 ? 0 : count / rows.length, columns }
}
