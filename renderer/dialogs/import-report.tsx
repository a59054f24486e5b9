import { Button } from 'react-aria-components'
import { type ImportOutcome, needsReport } from '../actions/import-outcome'
import { useMessages } from '../app/language'
import { useDispatch } from '../app/session'
import { Sheet } from './sheet'

/** What became of each file. */
export function ImportReport({ outcomes }: { readonly outcomes: readonly ImportOutcome[] }) {
  const t = useMessages()
  const dispatch = useDispatch()
  const read = outcomes.filter(({ document }) => document !== null).length
  return (
    <Sheet title={t('report.title')}>
      <div className="form">
        <p>{t('report.summary', { count: read, all: outcomes.length })}</p>
        <ul className="report">
          {outcomes
            .filter((each) => needsReport([each]))
            .map(({ name, document, remarks }) => (
              <li key={document?.id ?? name}>
                <strong lang={document?.language}>{document?.title ?? name}</strong>
                {document?.encoding && (
                  <span className="quiet">{t('report.encoding', { label: document.encoding.label })}</span>
                )}
                <ul>
                  {remarks.map(({ key, params }) => (
                    <li key={key} className={document ? undefined : 'problem'}>
                      {t(key, params)}
                    </li>
                  ))}
                </ul>
                {document?.encoding && (
                  <Button
                    className="link-button"
                    onPress={() => dispatch({ type: 'openDialog', dialog: { kind: 'document', id: document.id } })}
                  >
                    {t('report.correct')}
                  </Button>
                )}
              </li>
            ))}
        </ul>
        <footer className="form-foot">
          <Button className="button primary" autoFocus onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.done')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
