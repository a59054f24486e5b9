import { useMemo } from 'react'
import { type CellValue, cellWords } from '#shared/queries/document-table/cells'
import type { Column } from '#shared/queries/document-table/columns'
import { useLanguage, useMessages } from '../app/language'

/** What a column is called. */
export function useColumnName(): (column: Column) => string {
  const t = useMessages()
  return ({ id, attribute }) => attribute?.name ?? t(`documents.columns.${id as 'title'}`)
}

/** How a value is shown in a column: languages by name, times without their seconds. */
export function useCellText(): (column: Column, value: CellValue) => string {
  const language = useLanguage()
  return useMemo(() => {
    const names = new Intl.DisplayNames([language], { type: 'language' })
    const numbers = new Intl.NumberFormat(language)
    const nameOf = (tag: string): string => {
      try {
        return names.of(tag) ?? tag
      } catch {
        return tag
      }
    }
    return (column, value) => {
      const words = cellWords(value)
      if (words === '') return ''
      if (column.id === 'language') return nameOf(words)
      if (column.kind === 'date') return words.slice(0, 16).replace('T', ' ')
      return column.kind === 'number' && !column.edits ? numbers.format(Number(words)) : words
    }
  }, [language])
}
