import { useState } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import { RECORD_KINDS } from '#shared/model/changes'
import type { Problem } from '#shared/result'
import { useActions } from '../actions/context'
import type { IntoProject, Offered } from '../actions/taking-in'
import { useMessages } from '../app/language'
import { useProject } from '../app/library'
import { useDispatch } from '../app/session'
import { Sheet } from './sheet'
import './take-in.css'

const SHOWN = ['documents', 'themes', 'highlights', 'taggings', 'notes', 'links', 'coders', 'attributes'] as const

/** What a project's file holds, what was put right and what cannot be kept; stored only when the reader says so. */
export function TakeInDialog({ offered }: { readonly offered: Offered }) {
  const t = useMessages()
  const actions = useActions()
  const dispatch = useDispatch()
  const open = useProject()
  const [into, setInto] = useState<IntoProject>('open')
  const { report, records } = offered.incoming
  const isEmpty = RECORD_KINDS.every((kind) => (records[kind] ?? []).length === 0)
  const { files, next } = offered
  const about = [
    ...(report.name === '' ? [] : [t('takeIn.named', { name: report.name })]),
    ...(report.origin ? [t('takeIn.from', { origin: report.origin })] : []),
    ...(next.length > 0 ? [t('takeIn.next', { count: next.length })] : []),
  ]
  const leave = (): void => {
    dispatch({ type: 'closeDialog' })
    if (next.length > 0) void actions.offer(next)
  }
  const go = (): void => {
    void actions.takeIn(offered, into)
    leave()
  }
  return (
    <Sheet title={t('takeIn.title', { name: files[0].name })} onClose={leave}>
      <div className="form">
        {about.length > 0 && <p className="quiet">{about.join(' ')}</p>}
        <dl className="take-in-counts" aria-label={t('takeIn.holds')}>
          {SHOWN.filter((kind) => (records[kind]?.length ?? 0) > 0).map((kind) => (
            <div key={kind}>
              <dt>{t(`takeIn.${kind}`)}</dt>
              <dd>{records[kind]?.length}</dd>
            </div>
          ))}
        </dl>
        {isEmpty && <p>{t('takeIn.nothing')}</p>}
        {report.missing.length + report.unrepresented.length + report.repaired.length > 0 && (
          <div className="take-in-report">
            <Told title={t('takeIn.missing')} told={report.missing} />
            <Told title={t('takeIn.unrepresented')} told={report.unrepresented} />
            <Told title={t('takeIn.repaired')} told={report.repaired} />
          </div>
        )}
        {!isEmpty && (
          <RadioGroup value={into} onChange={(value) => setInto(value as IntoProject)} className="choices">
            <Label>{t('takeIn.where')}</Label>
            <Radio value="open" className="choice">
              <span className="choice-name">{t('takeIn.intoOpen', { name: open?.project.name ?? '' })}</span>
              <span className="quiet">{t('takeIn.aboutOpen')}</span>
            </Radio>
            <Radio value="new" className="choice">
              <span className="choice-name">{t('takeIn.intoNew')}</span>
            </Radio>
          </RadioGroup>
        )}
        <footer className="form-foot">
          <Button className="button" onPress={leave}>
            {t('dialogs.cancel')}
          </Button>
          <Button className="button primary" isDisabled={isEmpty} onPress={go}>
            {t('takeIn.do')}
          </Button>
        </footer>
      </div>
    </Sheet>
  )
}

/** So many sentences of a kind are shown; the rest is counted. */
const MOST = 50

function Told({ title, told }: { readonly title: string; readonly told: readonly Problem[] }) {
  const t = useMessages()
  if (told.length === 0) return null
  return (
    <section className="take-in-told">
      <h3>{title}</h3>
      <ul>
        {told.slice(0, MOST).map((each) => {
          const sentence = t(each.key, each.params)
          return <li key={sentence}>{sentence}</li>
        })}
        {told.length > MOST && <li>{t('takeIn.more', { count: told.length - MOST })}</li>}
      </ul>
    </section>
  )
}
