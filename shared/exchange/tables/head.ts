import Papa from 'papaparse'
import { delimiterOf, isCodeList } from '../../importers/codebook-csv'
import { decode } from '../../importers/encoding'
import { extensionOf, FORMATS } from '../../importers/formats'
import type { SourceFile } from '../../importers/importer'
import { Remarks } from '../../importers/remarks'
import { LANGUAGES } from '../../messages'
import type en from '../../messages/en.json'

/** A column of the tables of passages and taggings that Pingdian writes. */
export type MarkColumn = keyof (typeof en)['export']['csv']

/** What a table holds, as its first row says. */
export interface TableHead {
  /** `taggings`: a row for each tagging; `passages`: a row for each passage, with its themes together. */
  readonly kind: 'taggings' | 'passages' | 'codebook'
  /** Which column is which, by its place from 0; empty for a codebook. */
  readonly columns: ReadonlyMap<MarkColumn, number>
}

/** So much of a file is looked at, in bytes. */
const LOOKED_AT = 16_384
/** What a table of passages cannot do without: where they are. */
const NEEDED: readonly MarkColumn[] = ['document', 'start', 'end', 'quote']

const plain = (label: string): string => label.trim().toLowerCase()
const ALL = Object.values(LANGUAGES).map(({ messages }) => messages)

/** The highlights that Taguette writes: a row for each tag of each, without where they stand. */
const TAGUETTE: readonly string[] = ['id', 'document', 'tag', 'content']
const TAGUETTE_COLUMNS: readonly (readonly [MarkColumn, number])[] = [
  ['document', 1],
  ['themePath', 2],
  ['quote', 3],
]

/** The labels of the codebooks of Pingdian in each language, of Taguette, and of lists for MAXQDA, in their order. */
const CODEBOOKS: readonly (readonly string[])[] = [
  ...ALL.map(({ codebook: { columns } }) => Object.values(columns).map(plain)),
  ['tag', 'description', 'number of highlights'],
  ['tag', 'description', 'color', 'number of highlights'],
  ['code', 'memo'],
]

/** The beginning of a table as rows of cells, its last row aside where it may be cut. */
function beginning({ name, bytes }: SourceFile): string[][] {
  const end = bytes.length > LOOKED_AT ? bytes.lastIndexOf(10, LOOKED_AT) + 1 : bytes.length
  const { text } = decode({ name, bytes: bytes.subarray(0, end) }, {}, new Remarks())
  return Papa.parse<string[]>(text, { delimiter: delimiterOf(text), newline: '\n' }).data
}

/**
 * What a table of another program, or of this one, holds of a project; undefined for tables that are documents. It is
 * known by its first row, in any language of the interface.
 */
export function tableHead(file: SourceFile): TableHead | undefined {
  if (!FORMATS.csv.some((extension) => extension === extensionOf(file.name))) return undefined
  const rows = beginning(file)
  const head = (rows[0] ?? []).map(plain)
  if (head.length === TAGUETTE.length && head.every((label, at) => label === TAGUETTE[at])) {
    return { kind: 'taggings', columns: new Map(TAGUETTE_COLUMNS) }
  }
  for (const messages of ALL) {
    const labels = Object.entries(messages.export.csv) as [MarkColumn, string][]
    const columns = new Map(
      labels.flatMap(([column, label]): [MarkColumn, number][] => {
        const at = head.indexOf(plain(label))
        return at === -1 ? [] : [[column, at]]
      }),
    )
    if (!NEEDED.every((column) => columns.has(column))) continue
    if (columns.has('themePath')) return { kind: 'taggings', columns }
    if (columns.has('themes')) return { kind: 'passages', columns }
  }
  const isCodebook = CODEBOOKS.some(
    (labels) => labels.length === head.length && labels.every((each, at) => each === head[at]),
  )
  return isCodebook || isCodeList(rows) ? { kind: 'codebook', columns: new Map() } : undefined
}
