import type { DuplicatesFound, ImportOutcome } from '../actions/import-outcome'

/** What a long report can be narrowed to. */
export const FILTERS = ['all', 'failed', 'duplicates', 'remarks', 'debris', 'comments', 'undated'] as const
export type Filter = (typeof FILTERS)[number]

/** Whether an outcome is one of those that a filter leaves. */
export function belongs(filter: Filter, outcome: ImportOutcome, duplicates: DuplicatesFound): boolean {
  const { document, remarks, debris, comments = 0 } = outcome
  switch (filter) {
    case 'all':
      return true
    case 'failed':
      return document === null
    case 'duplicates':
      return document !== null && duplicates.has(document.id)
    case 'remarks':
      return document !== null && (remarks.length > 0 || document.encoding?.by === 'detection')
    case 'debris':
      return (debris?.size ?? 0) > 0
    case 'comments':
      return comments > 0
    case 'undated':
      return document !== null && document.metadata.date === undefined
  }
}

/** How many outcomes each filter leaves; those that leave none are left out, all aside. */
export const counted = (
  outcomes: readonly ImportOutcome[],
  duplicates: DuplicatesFound,
): { readonly filter: Filter; readonly count: number }[] =>
  FILTERS.map((filter) => ({
    filter,
    count: outcomes.filter((each) => belongs(filter, each, duplicates)).length,
  })).filter(({ filter, count }) => count > 0 || filter === 'all')

/** The outcomes that a filter and the words that were typed leave; what failed comes first. */
export function chosen(
  outcomes: readonly ImportOutcome[],
  filter: Filter,
  typed: string,
  duplicates: DuplicatesFound,
): readonly ImportOutcome[] {
  const words = typed.trim().toLocaleLowerCase()
  const left = outcomes.filter(
    (each) =>
      belongs(filter, each, duplicates) &&
      (words === '' || `${each.document?.title ?? ''}\n${each.name}`.toLocaleLowerCase().includes(words)),
  )
  return left.toSorted((a, b) => Number(a.document !== null) - Number(b.document !== null))
}
