import { useEffect, useMemo, useState } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { MovedHighlight } from '#shared/editing/moved-highlights'
import { plainText } from '#shared/model/document'
import { useActions } from '../actions/context'
import type { Correction } from '../actions/correcting'
import { useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import { useDispatch } from '../app/session'
import { Sheet } from '../dialogs/sheet'
import { DiffView } from './diff-view'
import { MovedList } from './moved-list'
import { QuotePair } from './quote-pair'

/** What a correction changes and what it deletes, before it is saved; and why it was made. */
export function ReviewDialog({ correction }: { readonly correction: Correction }) {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const dispatch = useDispatch()
  const document = useProject()?.documents.find(({ id }) => id === correction.document)
  const [moved, setMoved] = useState<readonly MovedHighlight[] | null>(null)
  const [before, setBefore] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [saving, setSaving] = useState(false)
  const save = (): void => {
    setSaving(true)
    void actions.saveCorrection(correction, reason).then(() => setSaving(false))
  }
  const { edited } = correction
  const after = useMemo(() => plainText(edited.blocks), [edited])
  const close = (): void => dispatch({ type: 'closeDialog' })
  useEffect(() => {
    let here = true
    void actions.reviewCorrection(correction).then((found) => {
      if (!here) return
      if (found === null) dispatch({ type: 'closeDialog' })
      else setMoved(found)
    })
    store.read
      .content(correction.content)
      .then((found) => here && setBefore(found ? plainText(found.blocks) : ''), actions.report)
    return () => {
      here = false
    }
  }, [actions, store, correction, dispatch])
  const of = (state: MovedHighlight['state']): readonly MovedHighlight[] =>
    moved?.filter((each) => each.state === state) ?? []
  const kept = of('same').length
  const changed = of('changed')
  const lost = of('lost')
  const language = document?.language ?? 'und'
  const nowOf = (id: string): string => changed.find((each) => each.after.id === id)?.after.passage.quote ?? ''
  return (
    <Sheet title={t('correcting.review')} size="wide">
      <div className="form">
        {moved === null || before === null ? (
          <p className="quiet">{t('correcting.reviewing')}</p>
        ) : (
          <div className="review">
            {kept > 0 && <p>{t('correcting.kept', { count: kept })}</p>}
            <MovedList
              title={t('correcting.changed', { count: changed.length })}
              highlights={changed.map((each) => each.before)}
            >
              {({ id, passage }) => <QuotePair before={passage.quote} after={nowOf(id)} language={language} />}
            </MovedList>
            <MovedList
              title={t('correcting.lost', { count: lost.length })}
              text={t('correcting.lostMeans', { count: lost.length })}
              highlights={lost.map((each) => each.before)}
            >
              {({ passage }) => (
                <blockquote className="lost-quote" lang={language}>
                  {passage.quote}
                </blockquote>
              )}
            </MovedList>
            <section className="moved-list" aria-label={t('correcting.textChanges')}>
              <h3>{t('correcting.textChanges')}</h3>
              <DiffView before={before} after={after} changes={edited.changes} language={language} layout="inline" />
            </section>
          </div>
        )}
        <TextField value={reason} onChange={setReason} className="field" autoFocus>
          <Label>{t('correcting.reason')}</Label>
          <Input placeholder={t('correcting.reasonHint')} />
        </TextField>
        <footer className="form-foot">
          <Button className="button" onPress={close}>
            {t('correcting.back')}
          </Button>
          <Button className="button primary" isDisabled={moved === null || saving} onPress={save}>
            {t(saving ? 'correcting.saving' : 'correcting.saveNow')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}
