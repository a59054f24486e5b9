import { useMemo } from 'react'
import type { TextChanges } from '#shared/anchoring/text-changes'
import { diffRows } from '#shared/queries/diff-rows'
import { useLanguage, useMessages } from '../app/language'
import { DiffText } from './diff-text'

export interface DiffViewProps {
  readonly before: string
  readonly after: string
  readonly changes: TextChanges
  /** BCP 47, of the texts. */
  readonly language: string
  readonly layout: 'sideBySide' | 'inline'
}

/** So many rows are drawn at once; a text that is another throughout needs no more to be seen to be one. */
const MOST_ROWS = 400

/** Two texts, paragraph by paragraph, with what is the same between them left out. */
export function DiffView({ before, after, changes, language, layout }: DiffViewProps) {
  const t = useMessages()
  const number = new Intl.NumberFormat(useLanguage())
  const rows = useMemo(() => diffRows(before, after, changes).slice(0, MOST_ROWS), [before, after, changes])
  const inserted = changes.reduce((sum, { start, end }) => sum + end - start, 0)
  const deleted = changes.reduce((sum, { from, to }) => sum + to - from, 0)
  if (changes.length === 0) return <p className="quiet">{t('revisions.same')}</p>
  let at = 0
  return (
    <>
      <p className="quiet">
        {t('revisions.facts', {
          count: changes.length,
          inserted: number.format(inserted),
          deleted: number.format(deleted),
        })}
      </p>
      <div className="diff-rows" data-layout={layout}>
        {rows.map((row) => {
          at += 1
          if (row.kind === 'same')
            return (
              <p key={at} className="diff-same">
                {t('revisions.sameParagraphs', { count: row.count })}
              </p>
            )
          return layout === 'inline' ? (
            <p key={at} className="diff-both" lang={language}>
              <DiffText pieces={row.both} />
            </p>
          ) : (
            <div key={at} className="diff-pair" lang={language}>
              <p>
                <DiffText pieces={row.before} />
              </p>
              <p>
                <DiffText pieces={row.after} />
              </p>
            </div>
          )
        })}
      </div>
    </>
  )
}
