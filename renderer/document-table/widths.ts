import type { Column } from '#shared/queries/document-table/columns'

/** How wide columns are in CSS pixels, where their kind does not say it. */
const WIDTHS: { readonly [id: string]: number } = {
  title: 300,
  source: 150,
  url: 190,
  groups: 170,
  fileName: 190,
  language: 120,
}
const BY_KIND = { text: 140, number: 96, date: 136, choice: 120, several: 170 } as const

/** The widths of the columns, after that of the ticks. */
export const widthsOf = (columns: readonly Column[]): number[] => [
  36,
  ...columns.map(({ id, kind }) => WIDTHS[id] ?? BY_KIND[kind]),
]
