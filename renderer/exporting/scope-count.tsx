import { useMemo } from 'react'
import { narrowedBy } from '#shared/exporters/formats'
import { passagesIn, type Scopable } from '#shared/exporters/scope'
import type { ExportOrder } from '../actions/exporting'
import { useLanguage, useMessages } from '../app/language'
import type { OpenProject } from '../app/library'

export interface OrderProps {
  readonly order: ExportOrder
  readonly open: OpenProject
  /** null until it is read. */
  readonly project: Scopable | null
}

/** How many passages of how many documents are taken out. */
export function ScopeCount({ order: { format, scope }, open, project }: OrderProps) {
  const t = useMessages()
  const language = useLanguage()
  const key = JSON.stringify(scope)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scope is a new one each time, its words are not
  const counted = useMemo(() => {
    if (!project) return null
    const { highlights } = passagesIn(project, scope)
    return { passages: highlights.length, documents: new Set(highlights.map(({ document }) => document)).size }
  }, [project, key])
  const number = new Intl.NumberFormat(language)
  const narrowed = narrowedBy(format)
  const all = scope.documents?.length ?? open.documents.length
  const words = !narrowed.documents
    ? ''
    : !narrowed.passages
      ? t('exportDialog.countedDocuments', { count: all, number: number.format(all) })
      : counted &&
        t('exportDialog.counted', {
          count: counted.passages,
          number: number.format(counted.passages),
          documents: number.format(counted.documents),
          all: number.format(all),
        })
  return (
    <p role="status" className="export-said">
      {words}
    </p>
  )
}
