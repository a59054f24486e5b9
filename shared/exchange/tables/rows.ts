import Papa from 'papaparse'
import { delimiterOf, unguarded } from '../../importers/codebook-csv'
import { decode } from '../../importers/encoding'
import type { SourceFile } from '../../importers/importer'
import { Remarks } from '../../importers/remarks'
import { WEIGHTS, type Weight } from '../../model/highlight'
import type { Time } from '../../model/ids'
import { momentOf } from '../moment'
import type { MarkColumn, TableHead } from './head'

/** One row of a table of passages or taggings. */
export interface MarkRow {
  /** Where it stands in the file, from 1, counted in rows. */
  readonly row: number
  readonly document: string
  /** Code points from 0, `end` exclusive; null where the passage is not in the text. */
  readonly start: number | null
  readonly end: number | null
  readonly quote: string
  readonly before: string
  readonly after: string
  /** Paths of themes; empty where there are none. Of a table of passages one cell with all of them. */
  readonly themes: string
  /** Empty where the file does not say. */
  readonly coder: string
  readonly note: string
  readonly time?: Time
  readonly star: boolean
  readonly weight?: Weight
}

const count = (cell: string): number | null => (/^\d{1,15}$/.test(cell.trim()) ? Number(cell) : null)

/** The rows below the first one. Those without a quote or a document are none. */
export function markRows(file: SourceFile, { kind, columns }: TableHead): MarkRow[] {
  const { text } = decode(file, {}, new Remarks())
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), newline: '\n' })
  return data.slice(1).flatMap((cells, at): MarkRow[] => {
    const cell = (column: MarkColumn): string => unguarded(cells[columns.get(column) ?? -1] ?? '')
    const [document, quote] = [cell('document'), cell('quote')]
    if (document === '' && quote === '') return []
    const time = momentOf(cell('time'))
    const weight = WEIGHTS.find((each) => String(each) === cell('weight').trim())
    const [start, end] = [count(cell('start')), count(cell('end'))]
    return [
      {
        ...{ row: at + 2, document, quote, start, end, before: cell('before'), after: cell('after') },
        themes: cell(kind === 'taggings' ? 'themePath' : 'themes') || cell('theme'),
        ...{ coder: cell('coder'), note: cell('note'), star: cell('star').trim() === '1' },
        ...(time !== undefined && { time }),
        ...(weight && { weight }),
      },
    ]
  })
}
