import { useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useDispatch, useSession } from '../app/session'
import { Sheet } from './sheet'

const FORMATS = [
  { id: 'markdown', label: 'exportDialog.markdown', about: 'exportDialog.aboutMarkdown', arranges: true },
  { id: 'csv', label: 'exportDialog.csv', about: 'exportDialog.aboutCsv', arranges: false },
  {
    id: 'web-annotation',
    label: 'exportDialog.webAnnotation',
    about: 'exportDialog.aboutWebAnnotation',
    arranges: false,
  },
] as const

/** Takes annotated notes out: in which format, of what, in which order. */
export function ExportDialog() {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const session = useSession()
  const open = useProject()
  const document = open?.documents.find(({ id }) => id === session.document)
  const [format, setFormat] = useState<(typeof FORMATS)[number]['id']>('markdown')
  const [scope, setScope] = useState(document ? 'document' : 'project')
  const [arrange, setArrange] = useState<'document' | 'theme'>('document')
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    setBusy(true)
    const wanted = scope === 'document' ? (document?.id ?? null) : null
    const saved = await actions.exportNotes({ format, arrange, document: wanted })
    setBusy(false)
    if (saved !== false) dispatch({ type: 'closeDialog' })
  }
  const arranges = FORMATS.find(({ id }) => id === format)?.arranges
  return (
    <Sheet title={t('exportDialog.title')}>
      <div className="form">
        <RadioGroup value={format} onChange={(value) => setFormat(value as typeof format)} className="choices">
          <Label>{t('exportDialog.format')}</Label>
          {FORMATS.map(({ id, label, about }) => (
            <Radio key={id} value={id} className="choice">
              <span className="choice-name">{t(label)}</span>
              <span className="quiet">{t(about)}</span>
            </Radio>
          ))}
        </RadioGroup>
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
        {arranges && (
          <RadioGroup value={arrange} onChange={(value) => setArrange(value as typeof arrange)} className="choices">
            <Label>{t('exportDialog.arrange')}</Label>
            <Radio value="document" className="choice">
              <span className="choice-name">{t('exportDialog.byDocument')}</span>
            </Radio>
            <Radio value="theme" className="choice">
              <span className="choice-name">{t('exportDialog.byTheme')}</span>
            </Radio>
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
