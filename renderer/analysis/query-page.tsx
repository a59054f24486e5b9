import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Button, Input, TextField } from 'react-aria-components'
import { type AnnotationQuery, needsTexts } from '#shared/model/annotation-query'
import type { LiveThemeId } from '#shared/model/live-theme'
import { same } from '#shared/model/same'
import type { Annotations } from '#shared/queries/annotations/annotations'
import { passagesOf } from '#shared/queries/annotations/evaluate'
import { useActions } from '../actions/context'
import { useLanguage, useMessages } from '../app/language'
import { useAnnotations } from './annotations'
import { PassageList } from './passage-list'
import { QueryGroup } from './query-form'
import { QueryLine } from './query-line'

export interface QueryPageProps {
  readonly annotations: Annotations
  /** The live theme with whose query it begins. */
  readonly live: LiveThemeId | null
}

/** A query as a form and as a line of text, either of which changes the other, and beside it the passages. */
export function QueryPage({ annotations, live }: QueryPageProps) {
  const t = useMessages()
  const kept = useAnnotations()
  const begun = kept.live.find(({ theme }) => theme.id === live)?.theme
  const [query, setQuery] = useState<AnnotationQuery>(begun?.query ?? { kind: 'all' })
  const seen = useDeferredValue(query)
  const passages = useMemo(() => passagesOf(seen, annotations), [seen, annotations])
  const { readTexts, textShare } = kept
  const percent = new Intl.NumberFormat(useLanguage(), { style: 'percent' })
  const needs = needsTexts(query)
  useEffect(() => {
    if (needs) readTexts()
  }, [needs, readTexts])
  return (
    <div className="query-page">
      <section className="query-side" aria-label={t('analysis.query')}>
        <p className="quiet query-about">{t('analysis.queryAbout')}</p>
        <QueryGroup query={query} onChange={setQuery} annotations={annotations} />
        <QueryLine query={query} names={kept.names} onChange={setQuery} />
        <Keep query={query} live={live} onLoad={setQuery} />
      </section>
      {needsTexts(seen) && textShare < 1 ? (
        <p className="quiet analysis-reading" role="status">
          {t('analysis.readingTexts', { done: percent.format(textShare) })}
        </p>
      ) : (
        <PassageList passages={passages} empty={t('analysis.noPassages')} />
      )}
    </div>
  )
}

interface KeepProps {
  readonly query: AnnotationQuery
  readonly live: LiveThemeId | null
  readonly onLoad: (query: AnnotationQuery) => void
}

/** Keeps the query as a live theme, takes up one that was kept, and writes and reads them as text. */
function Keep({ query, live, onLoad }: KeepProps) {
  const t = useMessages()
  const actions = useActions()
  const { live: kept } = useAnnotations()
  const [name, setName] = useState('')
  const [taken, setTaken] = useState(live)
  const field = useRef<HTMLInputElement>(null)
  const theme = kept.find((each) => each.theme.id === taken)?.theme
  const keep = async (): Promise<void> => {
    if (name.trim() === '') return
    const made = await actions.makeLiveTheme(name, query)
    if (made === null) return
    setName('')
    // The button has nothing more to keep and no focus any more, and keys would go nowhere.
    field.current?.focus()
    setTaken(made)
  }
  return (
    <div className="query-keep">
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <TextField aria-label={t('live.name')} value={name} onChange={setName} className="field">
          <Input ref={field} placeholder={t('live.namePlaceholder')} />
        </TextField>
        <Button type="submit" className="button primary" isDisabled={name.trim() === ''}>
          {t('live.keep')}
        </Button>
      </form>
      {kept.length > 0 && (
        <p className="query-kept">
          <label>
            <span className="quiet">{t('live.label')}</span>
            <select
              value={taken ?? ''}
              onChange={(event) => {
                const found = kept.find((each) => each.theme.id === event.target.value)?.theme
                setTaken(found?.id ?? null)
                if (found) onLoad(found.query)
              }}
            >
              <option value="">{t('live.none')}</option>
              {kept.map((each) => (
                <option key={each.theme.id} value={each.theme.id}>
                  {each.theme.name}
                </option>
              ))}
            </select>
          </label>
          {theme && !same(theme.query, query) && (
            <Button className="link-button" onPress={() => void actions.changeLiveTheme(theme.id, query)}>
              {t('live.change', { theme: theme.name })}
            </Button>
          )}
        </p>
      )}
      <p className="query-files">
        <Button
          className="link-button"
          isDisabled={kept.length === 0}
          onPress={() =>
            void actions.saveQueries(
              kept.map((each) => each.theme),
              t('live.fileName'),
            )
          }
        >
          {t('live.saveText')}
        </Button>
        <Button className="link-button" onPress={() => void actions.readQueries()}>
          {t('live.readText')}
        </Button>
      </p>
    </div>
  )
}
