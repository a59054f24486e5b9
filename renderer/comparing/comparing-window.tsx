import { X } from 'lucide-react'
import { Button, Heading, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import type { OpenProject } from '../app/library'
import { useDispatch } from '../app/session'
import { useCorpus } from '../corpus/use-corpus'
import { LIST_KEYS, SheetKeys } from '../dialogs/sheet-keys'
import { SheetSaid } from '../dialogs/sheet-said'
import { WideSheet } from '../dialogs/wide-sheet'
import type { ComparingTab } from './comparing-tab'
import { ParallelsTab } from './parallels-tab'
import { PhrasesTab } from './phrases-tab'
import type { Stretch } from './stretch'
import { WordsTab } from './words-tab'
import './comparing.css'

export interface ComparingWindowProps {
  readonly open: OpenProject
  readonly tab: ComparingTab
  /** The stretch of the open document that was selected, if any. */
  readonly selection: Stretch | null
}

/** What the documents of a project have in common, and what tells them apart: their words, set phrases and parallels. */
export function ComparingWindow({ open, tab, selection }: ComparingWindowProps) {
  const t = useMessages()
  const dispatch = useDispatch()
  const { report } = useActions()
  const { feed, progress } = useCorpus(open.project.id, report)
  const isThere = progress.project === open.project.id && progress.done >= progress.all
  const close = (): void => {
    void feed.jobs.comparing.giveUp()
    dispatch({ type: 'closeDialog' })
  }
  // The menu leads to a part of this window too while it is open.
  const show = (next: ComparingTab): void =>
    dispatch({ type: 'openDialog', dialog: { kind: 'comparing', tab: next, selection } })
  const given = { open, jobs: feed.jobs.comparing, revision: isThere ? progress.revision : null }
  return (
    <WideSheet className="comparing-window" onClose={close}>
      <Tabs selectedKey={tab} onSelectionChange={(key) => show(key as ComparingTab)} className="comparing-tabs">
        <header className="documents-head">
          <Heading slot="title">{t('comparing.title')}</Heading>
          <TabList aria-label={t('comparing.title')} className="wide-tabs">
            <Tab id="words">{t('comparing.words.tab')}</Tab>
            <Tab id="phrases">{t('comparing.phrases.tab')}</Tab>
            <Tab id="parallels">{t('comparing.parallels.tab')}</Tab>
          </TabList>
          {!isThere && (
            <span className="quiet" role="status">
              {t('comparing.filling', { done: progress.done, all: progress.all })}
            </span>
          )}
          <SheetSaid />
          <SheetKeys keys={LIST_KEYS} />
          <Button className="icon-button" aria-label={t('dialogs.close')} onPress={close}>
            <X size={16} aria-hidden="true" />
          </Button>
        </header>
        <TabPanel id="words" className="comparing-panel">
          <WordsTab {...given} />
        </TabPanel>
        <TabPanel id="phrases" className="comparing-panel">
          <PhrasesTab {...given} />
        </TabPanel>
        <TabPanel id="parallels" className="comparing-panel">
          <ParallelsTab {...given} selection={selection} />
        </TabPanel>
      </Tabs>
    </WideSheet>
  )
}
