import { useEffect, useMemo, useState } from 'react'
import { Button, Input, SearchField, ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import type { DocumentId } from '#shared/model/ids'
import type { DuplicatesFound, ImportOutcome, ImportReport as Report } from '../actions/import-outcome'
import { useLanguage, useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { Sheet } from '../dialogs/sheet'
import { ReportEntry } from './report-entry'
import { chosen, counted, type Filter } from './report-filter'
import './report.css'

/** So many entries are seen at a glance; more can be filtered, and only those in view are drawn. */
const GLANCE = 8
const NONE: DuplicatesFound = new Map()

function useDuplicates({ duplicates }: Report): DuplicatesFound {
  const [found, setFound] = useState(NONE)
  useEffect(() => {
    let wanted = true
    // That it failed was told where it was begun.
    duplicates.then(
      (all) => wanted && setFound(all),
      () => undefined,
    )
    return () => {
      wanted = false
    }
  }, [duplicates])
  return found
}

/** What became of everything that was brought in together. */
export function ImportReport({ report }: { readonly report: Report }) {
  const t = useMessages()
  const language = useLanguage()
  const dispatch = useDispatch()
  const { outcomes } = report
  const duplicates = useDuplicates(report)
  const [filter, setFilter] = useState<Filter>('all')
  const [typed, setTyped] = useState('')
  const filters = useMemo(() => counted(outcomes, duplicates), [outcomes, duplicates])
  const left = useMemo(() => chosen(outcomes, filter, typed, duplicates), [outcomes, filter, typed, duplicates])
  const keys = useMemo(() => new Map(outcomes.map((each, at) => [each, String(at)])), [outcomes])
  const number = new Intl.NumberFormat(language)
  const isLong = outcomes.length > GLANCE
  const read = outcomes.filter(({ document }) => document !== null).length
  const openDocument = (id: DocumentId): void => {
    dispatch({ type: 'closeDialog' })
    dispatch({ type: 'openDocument', document: id })
  }
  const entry = (outcome: ImportOutcome) => (
    <ReportEntry
      outcome={outcome}
      duplicate={outcome.document ? duplicates.get(outcome.document.id) : undefined}
      onOpen={openDocument}
    />
  )
  return (
    <Sheet title={t('report.title')} size="wide">
      <div className="form">
        <p>{t('report.summary', { read, count: outcomes.length })}</p>
        {isLong && (
          <div className="report-narrow">
            <ToggleButtonGroup
              aria-label={t('report.narrow')}
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[filter]}
              onSelectionChange={(chosen) => setFilter([...chosen][0] as Filter)}
              className="report-filters"
            >
              {filters.map((each) => (
                <ToggleButton key={each.filter} id={each.filter} className="report-filter">
                  {t(`report.filters.${each.filter}`)} <span className="count">{number.format(each.count)}</span>
                </ToggleButton>
              ))}
            </ToggleButtonGroup>
            <SearchField aria-label={t('report.find')} value={typed} onChange={setTyped} className="report-find field">
              <Input placeholder={t('report.find')} />
            </SearchField>
          </div>
        )}
        {!isLong && (
          <ul className="report">
            {left.map((outcome) => (
              <li key={keys.get(outcome)}>{entry(outcome)}</li>
            ))}
          </ul>
        )}
        {isLong && left.length === 0 && <p className="quiet report-none">{t('report.none')}</p>}
        {isLong && left.length > 0 && (
          <div className="report-rows">
            <VirtualRows
              items={left}
              keyOf={(outcome) => keys.get(outcome) ?? ''}
              label={t('report.title')}
              current={null}
              estimate={64}
              onOpen={({ document }) => document && openDocument(document.id)}
            >
              {entry}
            </VirtualRows>
          </div>
        )}
        <footer className="form-foot">
          <Button className="button primary" autoFocus onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.done')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
