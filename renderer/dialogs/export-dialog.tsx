import { useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import type { Arrangement } from '#shared/exporters/exporter'
import { EXPORT_FORMATS, type ExportFormat } from '#shared/exporters/formats'
import type { MessageKey } from '#shared/messages/keys'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useDispatch, useSession } from '../app/session'
import { Sheet } from './sheet'

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
  const actions = useActions()
  const dispatch = useDispatch()
  const session = useSession()
  const open = useProject()
  const document = open?.documents.find(({ id }) => id === session.document)
  const [format, setFormat] = useState<string>(EXPORT_FORMATS[0].id)
  const [wished, setWished] = useState<string>()
  const [scope, setScope] = useState(document ? 'document' : 'project')
  const [order, setOrder] = useState<Arrangement>()
  const [context, setContext] = useState<Context>('none')
  const [busy, setBusy] = useState(false)
  const variants = FORMATS.find(({ id }) => id === format)?.variants ?? []
  const variant = variants.find(({ id }) => id === wished) ?? variants[0]
  const arranges = variant?.arranges ?? []
  const arrange = arranges.find((each) => each === order) ?? arranges[0] ?? 'document'
  const save = async (): Promise<void> => {
    setBusy(true)
    const wanted = scope === 'document' ? (document?.id ?? null) : null
    const around = variant?.quotesInContext ? CONTEXTS[context] : 0
    const wish = { format, variant: variant?.id, arrange, context: around, document: wanted }
    const saved = await actions.exportNotes(wish)
    setBusy(false)
    if (saved !== false) dispatch({ type: 'closeDialog' })
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
        <footer className="form-foot">
          <Button className="button" onPress={() => dispatch({ type: 'closeDialog' })}>
            {t('dialogs.cancel')}
          </Button>
          <Button className="button primary" isDisabled={busy} onPress={() => void save()}>
            {t('exportDialog.save')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
