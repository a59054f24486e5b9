import { Redo2, Undo2 } from 'lucide-react'
import { Button } from 'react-aria-components'
import type { BlockKind } from '#shared/model/document'
import { KeyHint } from '../app/key-hint'
import { useLanguage, useMessages } from '../app/language'
import type { ChosenKind } from '../reader/correcting-keys'
import type { CorrectorState } from '../reader/corrector'

export interface CorrectBarProps {
  readonly state: CorrectorState
  readonly onKind: (kind: ChosenKind) => void
  readonly onUndo: () => void
  readonly onRedo: () => void
  readonly onLeave: () => void
  readonly onDiscard: () => void
  readonly onSave: () => void
}

const LEVELLED: readonly BlockKind[] = ['heading', 'listItem', 'quotation']
const CHOICES: readonly ChosenKind[] = [
  { kind: 'paragraph', level: null },
  ...[1, 2, 3, 4, 5, 6].map((level): ChosenKind => ({ kind: 'heading', level })),
  { kind: 'listItem', level: 1 },
  { kind: 'quotation', level: 1 },
]

const nameOf = ({ kind, level }: ChosenKind): string => (kind === 'heading' ? `${kind} ${level ?? 1}` : kind)

/** The bar above a text that is being corrected: that it is, what has changed, and how to go on. */
export function CorrectBar({ state, onKind, onUndo, onRedo, onLeave, onDiscard, onSave }: CorrectBarProps) {
  const t = useMessages()
  const number = new Intl.NumberFormat(useLanguage())
  const { changed, inserted, deleted, kind } = state
  const amount = { inserted: number.format(inserted), deleted: number.format(deleted) }
  const choices = CHOICES.some((each) => nameOf(each) === nameOf(kind)) ? CHOICES : [...CHOICES, kind]
  return (
    <div className="correct-bar" role="group" aria-label={t('correcting.bar')}>
      <strong className="correct-title">{t('correcting.title')}</strong>
      <span className="correct-facts">
        {changed === 0 ? (
          <>
            {t('correcting.nothing')} <span className="correct-stay">{t('correcting.staysOn')}</span>
          </>
        ) : (
          <>
            {t('correcting.changes', { count: changed })}
            {inserted + deleted > 0 && (
              <span className="correct-amount" title={t('correcting.amount', amount)}>
                <ins>{t('correcting.inserted', { number: amount.inserted })}</ins>{' '}
                <del>{t('correcting.deleted', { number: amount.deleted })}</del>
              </span>
            )}
          </>
        )}
      </span>
      <span className="correct-acts">
        <select
          className="correct-kind"
          aria-label={t('correcting.kind')}
          value={nameOf(kind)}
          onChange={(event) => {
            const chosen = choices.find((each) => nameOf(each) === event.target.value)
            if (chosen) onKind(LEVELLED.includes(chosen.kind) ? chosen : { kind: chosen.kind, level: null })
          }}
        >
          {choices.map((each) => (
            <option key={nameOf(each)} value={nameOf(each)}>
              {t(`correcting.kinds.${each.kind}`, { level: each.level ?? 1 })}
            </option>
          ))}
        </select>
        <Button className="icon-button" aria-label={t('correcting.undo')} isDisabled={!state.canUndo} onPress={onUndo}>
          <Undo2 size={15} aria-hidden="true" />
        </Button>
        <Button className="icon-button" aria-label={t('correcting.redo')} isDisabled={!state.canRedo} onPress={onRedo}>
          <Redo2 size={15} aria-hidden="true" />
        </Button>
        {changed === 0 ? (
          <Button className="button" onPress={onLeave}>
            {t('correcting.leave')} <KeyHint keys="Esc" />
          </Button>
        ) : (
          <Button className="button" onPress={onDiscard}>
            {t('correcting.discard')}
          </Button>
        )}
        <Button className="button primary" isDisabled={changed === 0} onPress={onSave}>
          {t('correcting.save')} <KeyHint keys="Mod+S" />
        </Button>
      </span>
    </div>
  )
}
