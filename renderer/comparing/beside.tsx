import { useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Travelling, TravelPlace } from '#shared/corpus/comparing/jobs'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { type BesideStretch, beside } from '#shared/queries/parallels/beside'
import { useActions } from '../actions/context'
import type { ThemeWanted } from '../actions/tag-hits'
import { useMessages } from '../app/language'
import { ThemeField } from '../finding/theme-field'
import { dayOf } from './stretch'

export interface BesideProps {
  /** The place in the earlier document first. */
  readonly parallel: Travelling
  readonly documents: ReadonlyMap<DocumentId, SourceDocument>
}

/** Both ends of a parallel side by side, aligned, with what differs marked; and what can be done with them. */
export function Beside({ parallel, documents }: BesideProps) {
  const t = useMessages()
  const actions = useActions()
  const [tagging, setTagging] = useState(false)
  const [earlier, later] = parallel.places
  const [one, other] = useMemo(() => beside(earlier.words, later.words), [earlier, later])
  const tag = (wanted: ThemeWanted | null): void => {
    if (!wanted) return
    setTagging(false)
    void actions.tagPlaces(parallel.places, wanted)
  }
  return (
    <section className="comparing-details" aria-label={t('comparing.parallels.beside')}>
      <div className="beside-sides">
        <Side place={earlier} stretches={one} document={documents.get(earlier.document)} />
        <Side place={later} stretches={other} document={documents.get(later.document)} />
      </div>
      <p className="quiet">
        {t('comparing.parallels.said', {
          letters: parallel.letters,
          percent: Math.round(parallel.likeness * 100),
          count: parallel.texts,
        })}
      </p>
      <p className="comparing-acts">
        <Button className="button" onPress={() => setTagging(true)}>
          {t('comparing.parallels.tagBoth')}
        </Button>
        <Button className="button" onPress={() => void actions.linkEchoes(later, earlier)}>
          {t('comparing.parallels.link')}
        </Button>
      </p>
      {tagging && (
        <ThemeField label={t('comparing.parallels.theme')} onChange={(theme) => theme && tag(theme)} onEnter={tag} />
      )}
    </section>
  )
}

interface SideProps {
  readonly place: TravelPlace
  readonly stretches: readonly BesideStretch[]
  readonly document: SourceDocument | undefined
}

function Side({ place, stretches, document }: SideProps) {
  const { showPlace } = useActions()
  return (
    <article className="beside-side">
      <h3>
        <Button className="link-button" onPress={() => showPlace(place)}>
          <span lang={document?.language}>{document?.title}</span>
        </Button>
        <span className="quiet">{dayOf(document)}</span>
      </h3>
      <p className="words-serif" lang={document?.language}>
        {stretches.map(({ words, isSame }, i) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no other name than their place
          isSame ? <span key={i}>{words}</span> : <mark key={i}>{words}</mark>,
        )}
      </p>
    </article>
  )
}
