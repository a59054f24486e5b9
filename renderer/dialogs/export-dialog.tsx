import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button, Label, ProgressBar, Radio, RadioGroup } from 'react-aria-components'
import type { Arrangement } from '#shared/exporters/exporter'
import { EXPORT_FORMATS, type ExportFormat } from '#shared/exporters/formats'
import type { MessageKey } from '#shared/messages/keys'
import type { Problem } from '#shared/result'
import { useActions } from '../actions/context'
import { problemOf } from '../actions/desk'
import type { ExportStage } from '../actions/exporting'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useDispatch, useSession } from '../app/session'
import { Sheet } from './sheet'
import './export.css'

const FORMATS: readonly ExportFormat[] = EXPORT_FORMATS
/** How much of the text stands around a quote, in UTF-16 units. */
const CONTEXTS = { none: 0, line: 40, paragraph: 160 } as const
type Context = keyof typeof CONTEXTS
const ARRANGED = {
  document: 'exportDialog.byDocument',
  theme: 'exportDialog.byTheme',
  time: 'exportDialog.byTime',
} as const satisfies Record<Arrangement, MessageKey>

/** Takes annotated notes out: in which format, of what, in which order. */
export function ExportDialog() {
  const t = useMessages()
  const { exporting } = useActions()
  const stage = useSyncExternalStore(exporting.subscribe, exporting.get)
  const [problem, setProblem] = useState<Problem | null>(null)
  useEffect(() => exporting.stop, [exporting])
  const dispatch = useDispatch()
  const session = useSession()
  const open = useProject()
  const document = open?.documents.find(({ id }) => id === session.document)
  const [format, setFormat] = useState<string>(EXPORT_FORMATS[0].id)
  const [wished, setWished] = useState<string>()
  const [scope, setScope] = useState(document ? 'document' : 'project')
  const [order, setOrder] = useState<Arrangement>()
  const [context, setContext] = useState<Context>('none')
  const variants = FORMATS.find(({ id }) => id === format)?.variants ?? []
  const variant = variants.find(({ id }) => id === wished) ?? variants[0]
  const arranges = variant?.arranges ?? []
  const arrange = arranges.find((each) => each === order) ?? arranges[0] ?? 'document'
  const save = async (): Promise<void> => {
    setProblem(null)
    const wanted = scope === 'document' ? (document?.id ?? null) : null
    const around = variant?.quotesInContext ? CONTEXTS[context] : 0
    const wish = { format, variant: variant?.id, arrange, context: around, document: wanted }
    try {
      if (await exporting.save(wish)) dispatch({ type: 'closeDialog' })
    } catch (error) {
      setProblem(problemOf(error))
    }
  }
  return (
    <Sheet title={t('exportDialog.title')}>
      <div className="form">
        <RadioGroup value={format} onChange={setFormat} className="choices">
          <Label>{t('exportDialog.format')}</Label>
          {EXPORT_FORMATS.map(({ id }) => (
            <Radio key={id} value={id} className="choice">
              <span className="choice-name">{t(`exportFormats.${id}.name`)}</span>
              <span className="quiet">{t(`exportFormats.${id}.about`)}</span>
            </Radio>
          ))}
        </RadioGroup>
        {variant?.id !== undefined && (
          <RadioGroup value={variant.id} onChange={setWished} className="choices">
            <Label>{t('exportDialog.variant')}</Label>
            {variants.map(({ id }) => (
              <Radio key={id} value={id ?? ''} className="choice">
                <span className="choice-name">{t(`exportFormats.${format}.${id}` as MessageKey)}</span>
              </Radio>
            ))}
          </RadioGroup>
        )}
        <RadioGroup value={scope} onChange={setScope} className="choices">
          <Label>{t('exportDialog.scope')}</Label>
          {document && (
            <Radio value="document" className="choice">
              <span className="choice-name">{t('exportDialog.thisDocument', { title: document.title })}</span>
            </Radio>
          )}
          <Radio value="project" className="choice">
            <span className="choice-name">
              {t('exportDialog.allDocuments', { count: open?.documents.length ?? 0 })}
            </span>
          </Radio>
        </RadioGroup>
        {arranges.length > 0 && (
          <RadioGroup value={arrange} onChange={(value) => setOrder(value as Arrangement)} className="choices">
            <Label>{t('exportDialog.arrange')}</Label>
            {arranges.map((each) => (
              <Radio key={each} value={each} className="choice">
                <span className="choice-name">{t(ARRANGED[each])}</span>
              </Radio>
            ))}
          </RadioGroup>
        )}
        {variant?.quotesInContext && (
          <RadioGroup value={context} onChange={(value) => setContext(value as Context)} className="choices">
            <Label>{t('exportDialog.context')}</Label>
            {(Object.keys(CONTEXTS) as Context[]).map((each) => (
              <Radio key={each} value={each} className="choice">
                <span className="choice-name">{t(`exportDialog.contexts.${each}`)}</span>
              </Radio>
            ))}
          </RadioGroup>
        )}
        {problem && (
          <p role="alert" className="export-problem">
            {t(problem.key, problem.params)}
          </p>
        )}
        <footer className="form-foot">
          {stage && <Progress stage={stage} />}
          <Button
            className="button"
            isDisabled={stage?.at === 'saving'}
            onPress={() => (stage ? exporting.stop() : dispatch({ type: 'closeDialog' }))}
          >
            {t(stage ? 'exportDialog.stop' : 'dialogs.cancel')}
          </Button>
          <Button className="button primary" isDisabled={stage !== null} onPress={() => void save()}>
            {t('exportDialog.save')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}

/** How far it is, and what is being done. */
function Progress({ stage: { at, share } }: { readonly stage: ExportStage }) {
  const t = useMessages()
  return (
    <div className="export-progress">
      <ProgressBar
        aria-label={t(`exportDialog.stages.${at}`)}
        isIndeterminate={share === null}
        value={(share ?? 0) * 100}
        className="export-bar"
      >
        <span style={{ inlineSize: share === null ? undefined : `${share * 100}%` }} />
      </ProgressBar>
      <span className="quiet">{t(`exportDialog.stages.${at}`)}</span>
    </div>
  )
}
