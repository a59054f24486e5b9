import type { SourceCount } from '#shared/corpus/search/jobs'
import type { DocumentId } from '#shared/model/ids'
import { useLanguage, useMessages } from '../app/language'
import { useDocumentLanguages } from '../app/use-document-languages'
import { VirtualRows } from '../app/virtual-rows'

export interface CountListProps {
  readonly counts: readonly SourceCount[]
  /** The documents that the search keeps to; none: to all. */
  readonly only: readonly DocumentId[]
  readonly onOnly: (documents: readonly DocumentId[]) => void
}

/** How much was found in each text; ticking documents keeps the search to them. */
export function CountList({ counts, only, onOnly }: CountListProps) {
  const languages = useDocumentLanguages()
  const t = useMessages()
  const number = new Intl.NumberFormat(useLanguage())
  const toggle = ({ kind, id }: SourceCount): void => {
    if (kind !== 'document' && kind !== 'metadata') return
    onOnly(only.includes(id) ? only.filter((each) => each !== id) : [...only, id])
  }
  return (
    <section className="search-counts" aria-label={t('search.counts')}>
      <h3>{t('search.counts')}</h3>
      <p className="quiet">{t('search.onlyHere')}</p>
      <VirtualRows
        items={counts}
        keyOf={({ kind, id }) => `${kind} ${id}`}
        label={t('search.counts')}
        current={null}
        estimate={28}
        isMulti
        rowAttributes={({ id }) => ({ 'aria-selected': only.includes(id) })}
        onOpen={toggle}
      >
        {(each) => (
          <span className="search-count">
            <input type="checkbox" tabIndex={-1} aria-hidden="true" readOnly checked={only.includes(each.id)} />
            <span className="search-count-title" lang={languages.get(each.id)}>
              {each.kind !== 'document' && <em>{t(`search.kinds.${each.kind}`)} </em>}
              {each.title}
            </span>
            <span className="count">{number.format(each.count)}</span>
          </span>
        )}
      </VirtualRows>
    </section>
  )
}
