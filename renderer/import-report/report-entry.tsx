import { Button } from 'react-aria-components'
import { METADATA_FIELDS, type SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import type { Duplicate } from '#shared/queries/duplicates'
import type { ImportOutcome } from '../actions/import-outcome'
import { useLanguage, useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useDispatch } from '../app/session'

/** The fields that a report shows; the title stands above them, and an address says little. */
const FIELDS = METADATA_FIELDS.filter((field) => field !== 'title' && field !== 'url')

export interface ReportEntryProps {
  readonly outcome: ImportOutcome
  /** The earlier document that it is the same as, or nearly. */
  readonly duplicate: Duplicate | undefined
  readonly onOpen: (document: DocumentId) => void
}

/** What came in of one document, or why nothing did. */
export function ReportEntry({ outcome, duplicate, onOpen }: ReportEntryProps) {
  const t = useMessages()
  const dispatch = useDispatch()
  const { name, document, remarks, debris, comments = 0 } = outcome
  const lines = [...(debris?.values() ?? [])].reduce((sum, count) => sum + count, 0)
  const kinds = [...(debris ?? [])].map(([kind, count]) => t('report.kind', { kind: t(`debris.kinds.${kind}`), count }))
  return (
    <article className="report-entry">
      {document ? (
        <Button className="report-title" onPress={() => onOpen(document.id)}>
          <span lang={document.language}>{document.title}</span>
        </Button>
      ) : (
        <span className="report-title">{name}</span>
      )}
      {document && <Facts document={document} />}
      {duplicate && <Likeness duplicate={duplicate} onOpen={onOpen} />}
      {lines > 0 && <p>{t('report.debris', { count: lines, kinds: kinds.join(t('report.comma')) })}</p>}
      {comments > 0 && <p>{t('report.comments', { count: comments })}</p>}
      {remarks.map(({ key, params }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the remarks of an outcome never change
        <p key={at} className={document ? undefined : 'problem'}>
          {t(key, params)}
        </p>
      ))}
      {document && (
        <Button
          className="link-button report-about"
          aria-label={t('library.about', { title: document.title })}
          onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'document', id: document.id } })}
        >
          {t('report.correct')}
        </Button>
      )}
    </article>
  )
}

/** Its origin as far as it was found, its language, and how its bytes were read. */
function Facts({ document }: { readonly document: SourceDocument }) {
  const t = useMessages()
  const names = new Intl.DisplayNames([useLanguage()], { type: 'language' })
  const { metadata, language, encoding } = document
  const found = FIELDS.flatMap((field) => {
    const value = metadata[field]
    if (value === undefined) return []
    // Seconds and time zones say nothing at a glance.
    return [{ field, value: field === 'date' ? value.slice(0, 16).replace('T', ' ') : value }]
  })
  return (
    <p className="report-facts">
      {found.map(({ field, value }) => (
        <span key={field}>
          <span className="quiet">{t(`document.${field}`)}</span> <span lang={language}>{value}</span>
        </span>
      ))}
      <span>{language === 'und' ? t('report.unknownLanguage') : (names.of(language) ?? language)}</span>
      {encoding && (
        <span>
          {t(encoding.by === 'detection' ? 'report.guessedEncoding' : 'report.encoding', { label: encoding.label })}
        </span>
      )}
    </p>
  )
}

/** The earlier document that this one is like, and how much. */
function Likeness({ duplicate, onOpen }: { readonly duplicate: Duplicate } & Pick<ReportEntryProps, 'onOpen'>) {
  const t = useMessages()
  const percent = new Intl.NumberFormat(useLanguage(), { style: 'percent' })
  const other = useProject()?.documents.find(({ id }) => id === duplicate.of)
  const title = other?.title ?? t('report.removed')
  return (
    <p className="report-likeness">
      {t(`report.likeness.${duplicate.kind}`, {
        title,
        share: percent.format(Math.floor(duplicate.share * 100) / 100),
      })}{' '}
      {other && (
        <Button className="link-button" onPress={() => onOpen(other.id)}>
          {t('report.openOther')}
        </Button>
      )}
    </p>
  )
}
