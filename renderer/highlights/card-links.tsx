import { useLiveQuery } from 'dexie-react-hooks'
import { ArrowDownUp, X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { relationFrom } from '#shared/messages/relation-name'
import type { DocumentId, HighlightId } from '#shared/model/ids'
import type { Actions } from '../actions'
import { useMessages } from '../app/language'
import { useStore } from '../app/library'
import { useOpenPlace } from '../notes/open-place'

export interface CardLinksProps {
  readonly highlight: HighlightId
  /** Where the highlight stands; passages of other documents are shown with their titles. */
  readonly document: DocumentId
  readonly actions: Actions
}

/** The passages that a highlight is linked with, in both directions. It reads them itself: only one card shows them. */
export function CardLinks({ highlight, document, actions }: CardLinksProps) {
  const t = useMessages()
  const store = useStore()
  const open = useOpenPlace()
  const links = useLiveQuery(async () => {
    const found = await store.read.linksOf(highlight)
    const others = found.map(({ from, to }) => (from === highlight ? to : from))
    const placed = new Map((await store.read.placedHighlights(others)).map((each) => [each.highlight.id, each]))
    return found.map((link, at) => ({ link, other: placed.get(others[at] ?? '') }))
  }, [store, highlight])
  if (!links || links.length === 0) return null
  return (
    <ul className="card-links" aria-label={t('coding.links')}>
      {links.map(({ link, other }) => (
        <li key={link.id}>
          <span className="relation">{relationFrom(link, highlight, t)}</span>
          {other ? (
            <Button
              className="card-link"
              aria-label={t('coding.follow', { quote: other.highlight.passage.quote })}
              onPress={() => open({ kind: 'highlight', id: other.highlight.id })}
            >
              <span className="words" lang={other.document.language}>
                {other.highlight.passage.quote}
              </span>
              {other.document.id !== document && <span className="quiet place">{other.document.title}</span>}
            </Button>
          ) : (
            <span className="quiet words">{t('coding.gone')}</span>
          )}
          <span className="link-tools">
            <Button aria-label={t('coding.turnLink')} onPress={() => void actions.turnLink(link)}>
              <ArrowDownUp size={12} aria-hidden="true" />
            </Button>
            <Button aria-label={t('coding.removeLink')} onPress={() => void actions.removeLink(link)}>
              <X size={12} aria-hidden="true" />
            </Button>
          </span>
        </li>
      ))}
    </ul>
  )
}
