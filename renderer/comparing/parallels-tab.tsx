import { useMemo, useState } from 'react'
import type { Travelling } from '#shared/corpus/comparing/jobs'
import type { PassimFound } from '#shared/corpus/comparing/passim'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { useLanguage, useMessages } from '../app/language'
import { useSession } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { Beside } from './beside'
import { Chooser } from './chooser'
import { Method } from './method'
import { ParallelMap } from './parallel-map'
import { PassimMenu, PassimTold } from './passim-menu'
import { byDate, type ComparingProps, type Stretch } from './stretch'
import { useAsked } from './use-asked'
import { Working } from './working'

export interface ParallelsTabProps extends ComparingProps {
  readonly selection: Stretch | null
}

type Scope = 'corpus' | 'document' | 'selection'

const keyOf = ({ places }: Travelling): string =>
  places.map(({ document, start, end }) => `${document} ${start} ${end}`).join(' ')

/** Passages that stand in several documents, in the same words or with changes: as a list, side by side, and as a map. */
export function ParallelsTab({ open, jobs, revision, selection }: ParallelsTabProps) {
  const t = useMessages()
  const language = useLanguage()
  const { document } = useSession()
  const [scope, setScope] = useState<Scope>(selection ? 'selection' : 'corpus')
  const [shortest, setShortest] = useState(0)
  const [likeness, setLikeness] = useState(60)
  const [withPhrases, setWithPhrases] = useState(false)
  const [isMap, setMap] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const of = scope === 'selection' ? selection : scope === 'document' && document ? { document } : null
  const asked = useAsked(
    revision === null ? null : `${revision} ${scope} ${of?.document} ${shortest} ${likeness}`,
    (told) =>
      jobs.parallels(
        { limit: LIMIT, likeness: likeness / 100, ...(shortest > 0 && { shortest }), ...(of && { of }) },
        told,
      ),
  )
  const documents = useMemo(
    () => new Map<DocumentId, SourceDocument>(open.documents.map((each) => [each.id, each])),
    [open.documents],
  )
  const [foundByPassim, setFoundByPassim] = useState<PassimFound | null>(null)
  const found = foundByPassim ?? asked.answer
  const all = useMemo(() => (found?.parallels ?? []).map((each) => inTime(each, documents)), [found, documents])
  const shown = useMemo(() => all.filter(({ kind }) => withPhrases || kind === 'borrowing'), [all, withPhrases])
  const current = shown.find((each) => keyOf(each) === chosen) ?? shown[0]
  const title = (id: DocumentId): string => documents.get(id)?.title ?? ''
  return (
    <>
      <div className="comparing-tools">
        {!foundByPassim && (
          <>
            <label className="comparing-choice">
              <span className="quiet">{t('comparing.parallels.of')}</span>
              <select value={scope} onChange={(event) => setScope(event.target.value as Scope)}>
                <option value="corpus">{t('comparing.parallels.corpus')}</option>
                {document && <option value="document">{t('comparing.parallels.document')}</option>}
                {selection && <option value="selection">{t('comparing.parallels.selection')}</option>}
              </select>
            </label>
            <Chooser
              label={t('comparing.parallels.shortest')}
              value={shortest}
              among={[0, 6, 8, 12, 20, 40]}
              name={(each) =>
                each === 0 ? t('comparing.parallels.usual', { number: asked.answer?.shortest ?? 8 }) : `${each}`
              }
              onChange={setShortest}
            />
            <Chooser
              label={t('comparing.parallels.likeness')}
              value={likeness}
              among={[50, 60, 70, 80, 90, 100]}
              name={(each) => `${each}%`}
              onChange={setLikeness}
            />
            <label className="comparing-choice">
              <input type="checkbox" checked={withPhrases} onChange={(event) => setWithPhrases(event.target.checked)} />
              {t('comparing.parallels.withPhrases')}
            </label>
          </>
        )}
        <label className="comparing-choice">
          <input type="checkbox" checked={isMap} onChange={(event) => setMap(event.target.checked)} />
          {t('comparing.parallels.map')}
        </label>
        <PassimMenu jobs={jobs} onFound={setFoundByPassim} />
        {foundByPassim && <PassimTold found={foundByPassim} onBack={() => setFoundByPassim(null)} />}
        {asked.answer && !foundByPassim && (
          <span className="count" role="status">
            {t('comparing.parallels.count', {
              count: shown.length,
              number: new Intl.NumberFormat(language).format(shown.length),
            })}
            {asked.answer.more > 0 && ` ${t('comparing.parallels.more', { count: asked.answer.more })}`}
          </span>
        )}
        <Working asked={asked} onGiveUp={() => void jobs.giveUp()} />
      </div>
      <div className="comparing-sides" data-even="">
        <div className="comparing-list">
          {found && shown.length === 0 ? (
            <p className="empty">{t('comparing.parallels.none')}</p>
          ) : (
            <VirtualRows
              items={shown}
              keyOf={keyOf}
              label={t('comparing.parallels.tab')}
              current={current ? keyOf(current) : null}
              estimate={62}
              onOpen={(each) => setChosen(keyOf(each))}
              onMove={(each) => setChosen(keyOf(each))}
            >
              {({ places: [earlier, later], letters, likeness: like, kind }) => (
                <div className="parallel-line">
                  <span className="words-serif" lang={documents.get(earlier.document)?.language}>
                    {earlier.words}
                  </span>
                  <span className="quiet">
                    <span lang={documents.get(earlier.document)?.language}>{title(earlier.document)}</span> →{' '}
                    <span lang={documents.get(later.document)?.language}>{title(later.document)}</span>
                  </span>
                  <span className="number">
                    {t('comparing.parallels.letters', { count: letters, percent: Math.round(like * 100) })}
                    {kind === 'phrase' && ` · ${t('comparing.parallels.phrase')}`}
                  </span>
                </div>
              )}
            </VirtualRows>
          )}
        </div>
        {isMap ? (
          <ParallelMap parallels={shown} documents={documents} />
        ) : (
          current && <Beside key={keyOf(current)} parallel={current} documents={documents} />
        )}
      </div>
      <Method of="parallels" />
    </>
  )
}

/** So many are listed, the longest. */
const LIMIT = 20_000

/** A parallel whose first place is in the earlier document. */
function inTime(parallel: Travelling, documents: ReadonlyMap<DocumentId, SourceDocument>): Travelling {
  const [one, other] = parallel.places
  const isTurned = byDate(documents.get(one.document), documents.get(other.document)) > 0
  return isTurned ? { ...parallel, places: [other, one] } : parallel
}
