import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource-variable/source-sans-3'
import './styles/base.css'
import './styles/tokens.css'
import './styles/window.css'
import './styles/controls.css'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import type { Jobs } from '#shared/jobs'
import { chooseLanguage, LANGUAGES, messages, translator } from '#shared/messages/index'
import { problemOf } from './actions/desk'
import { App } from './app/app'
import { dress } from './app/appearance'
import { bridge } from './app/bridge'
import { Keys } from './app/keys'
import { StoreContext } from './app/library'
import { type Begin, whereToBegin } from './app/start'
import { type CorpusFeed, createCorpusFeed } from './corpus/corpus-feed'
import { type Appearance, askToPersist, openStore, type Store } from './store'
import { startJobs } from './worker/jobs'

interface Opened {
  readonly store: Store
  readonly jobs: Jobs
  readonly corpus: CorpusFeed
  readonly start: Begin
  readonly appearance: Appearance
}

/** When the library is tidied, in milliseconds after the first page is there: nothing can be written meanwhile. */
const TIDY_AFTER = 3000

const darkSystem = matchMedia('(prefers-color-scheme: dark)')

function Window({ store, jobs, corpus, start, ...opened }: Opened) {
  const [appearance, setAppearance] = useState(opened.appearance)
  const [systemIsDark, setSystemIsDark] = useState(darkSystem.matches)
  const language = appearance.language ?? chooseLanguage(navigator.languages)
  const instance = useMemo(() => messages(language), [language])
  useEffect(() => {
    const heard = (): void => setSystemIsDark(darkSystem.matches)
    darkSystem.addEventListener('change', heard)
    return () => darkSystem.removeEventListener('change', heard)
  }, [])
  const root = document.documentElement
  root.lang = language
  dress(root, appearance, systemIsDark)
  useEffect(() => bridge.zoom(appearance.zoom), [appearance.zoom])
  const change = (wanted: Partial<Appearance>): void => {
    setAppearance((before) => ({ ...before, ...wanted }))
    void store.places.setAppearance(wanted)
  }
  const tidied = useRef(false)
  const onDrawn = useCallback(() => {
    if (tidied.current) return
    tidied.current = true
    const tidy = (): void => {
      void askToPersist()
      void store.collectContents()
    }
    setTimeout(() => requestIdleCallback(tidy), TIDY_AFTER)
  }, [store])
  return (
    <I18nextProvider i18n={instance}>
      <I18nProvider locale={LANGUAGES[language].locale}>
        <StoreContext value={store}>
          <Keys>
            <App
              store={store}
              jobs={jobs}
              corpus={corpus}
              start={start}
              appearance={appearance}
              onAppearance={change}
              onDrawn={onDrawn}
            />
          </Keys>
        </StoreContext>
      </I18nProvider>
    </I18nextProvider>
  )
}

async function open(): Promise<Opened> {
  const outdated = (): void => location.reload()
  const store = await openStore(undefined, { onOutdated: outdated })
  const appearance = await store.places.appearance()
  const jobs = startJobs()
  const start = await whereToBegin(store, jobs, appearance.language ?? chooseLanguage(navigator.languages))
  return { store, jobs, corpus: createCorpusFeed(store), start, appearance }
}

const root = createRoot(document.getElementById('root') as HTMLElement)
open().then(
  (opened) => {
    root.render(<Window {...opened} />)
  },
  (error: unknown) => {
    const { key, params } = problemOf(error)
    root.render(
      <p className="fatal" role="alert">
        {translator(chooseLanguage(navigator.languages))(key, params)}
      </p>,
    )
  },
)
