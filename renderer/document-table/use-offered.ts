import type { Column } from '#shared/queries/document-table/columns'
import { valuesIn } from '#shared/queries/document-table/filter'
import { useCellText } from './cell-text'
import type { DocumentTable } from './use-document-table'

/** The languages that are offered before a document has them. */
const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en', 'ja', 'ko', 'fr', 'de', 'es', 'ru', 'ar']

/** A value that is offered for a cell, and how it is shown. */
export interface Offered {
  readonly words: string
  readonly name: string
}

/** What may be chosen in a cell: the values of a choice, languages; nothing where anything may be written. */
export function useOffered({ documents, facts }: DocumentTable, column: Column): readonly Offered[] {
  const cellText = useCellText()
  if (column.kind !== 'choice') return []
  const used = column.attribute
    ? []
    : valuesIn(documents, column, facts).flatMap(({ words }) => (words === '' ? [] : [words]))
  const all = column.attribute?.choices ?? [...new Set([...LANGUAGES, ...used])]
  return all.map((words) => ({ words, name: cellText(column, words) }))
}
