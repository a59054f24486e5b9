import { X } from 'lucide-react'
import { useState } from 'react'
import { Button, Heading, type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { LiveThemeId } from '#shared/model/live-theme'
import { useLanguage, useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { LIST_KEYS, SheetKeys, TABLE_KEYS } from '../dialogs/sheet-keys'
import { SheetSaid } from '../dialogs/sheet-said'
import { WideSheet } from '../dialogs/wide-sheet'
import { useAnnotations } from './annotations'
import { ComparisonPage } from './comparison-page'
import { PortraitPage } from './portrait-page'
import { QueryPage } from './query-page'
import { TablesPage } from './tables-page'
import './analysis.css'
import './tables.css'
import './charts.css'

const PAGES = ['query', 'tables', 'portrait', 'comparison'] as const

/** Queries over passages, tables and charts of them, the portrait of a document, and groups of documents side by side. */
export function AnalysisWindow({ live }: { readonly live: LiveThemeId | null }) {
  const t = useMessages()
  const dispatch = useDispatch()
  const percent = new Intl.NumberFormat(useLanguage(), { style: 'percent' })
  const { annotations, share } = useAnnotations()
  const [page, setPage] = useState<Key>('query')
  const close = (): void => dispatch({ type: 'closeDialog' })
  return (
    <WideSheet className="analysis-window" onClose={close}>
      <Tabs selectedKey={page} onSelectionChange={setPage} className="analysis-tabs">
        <header className="analysis-head">
          <Heading slot="title">{t('analysis.title')}</Heading>
          <TabList aria-label={t('analysis.title')} className="wide-tabs">
            {PAGES.map((each) => (
              <Tab key={each} id={each}>
                {t(`analysis.pages.${each}`)}
              </Tab>
            ))}
          </TabList>
          <SheetSaid />
          <SheetKeys keys={page === 'tables' ? TABLE_KEYS : LIST_KEYS} />
          <Button className="icon-button" aria-label={t('dialogs.close')} onPress={close}>
            <X size={16} aria-hidden="true" />
          </Button>
        </header>
        {!annotations && (
          <p className="quiet analysis-reading" role="status">
            {t('analysis.reading', { done: percent.format(share) })}
          </p>
        )}
        {annotations && (
          <>
            <TabPanel id="query" className="analysis-page">
              <QueryPage annotations={annotations} live={live} />
            </TabPanel>
            <TabPanel id="tables" className="analysis-page">
              <TablesPage annotations={annotations} />
            </TabPanel>
            <TabPanel id="portrait" className="analysis-page">
              <PortraitPage annotations={annotations} />
            </TabPanel>
            <TabPanel id="comparison" className="analysis-page">
              <ComparisonPage annotations={annotations} />
            </TabPanel>
          </>
        )}
      </Tabs>
    </WideSheet>
  )
}
