import { useEffect, useRef } from 'react'
import { useLanguage, useMessages } from '../app/language'
import type { Step } from '../store'
import { timeOf } from './time'

export interface StepRowProps {
  readonly step: Step
  /** The project is as it was after this step. */
  readonly present: boolean
  /** Who made it; null when it was nobody's in particular. */
  readonly coder: string | null
  /** To be told when it is drawn; null when nobody wants to know. */
  readonly onShown: (() => void) | null
}

/** One step as a sentence, with its time and coder. */
export function StepRow({ step, present, coder, onShown }: StepRowProps) {
  const t = useMessages()
  const language = useLanguage()
  const shown = useRef(onShown)
  shown.current = onShown
  const wanted = onShown !== null
  useEffect(() => {
    if (wanted) shown.current?.()
  }, [wanted])
  const time = timeOf(step.at, Date.now(), language)
  const undone = step.state === 'undone'
  return (
    <div className="step" data-state={step.state} data-present={present || undefined}>
      <span className="step-mark" aria-hidden="true" />
      <p className="step-said">{t(step.summary.key, step.summary.params)}</p>
      <p className="step-facts">
        <time dateTime={new Date(step.at).toISOString()}>
          {coder === null ? time : t('history.by', { time, coder })}
        </time>
        {present && <span className="step-now">{t('history.now')}</span>}
        {undone && <span>{t('history.undone')}</span>}
      </p>
    </div>
  )
}
