import { Minus, Plus } from 'lucide-react'
import { Button, Dialog, Label, Radio, RadioGroup, Switch } from 'react-aria-components'
import type { MessageKey } from '#shared/messages/keys'
import type { Appearance } from '../store'
import { CHOICES, type Choice, resized } from './appearance'
import { useMessages } from './language'
import { StripedThemes } from './striped-themes'
import './reading-settings.css'
import { DialogPopover } from '../dialogs/dialog-popover'

export interface ReadingSettingsProps {
  readonly appearance: Appearance
  readonly onAppearance: (change: Partial<Appearance>) => void
}

const ROWS = [
  'scheme',
  'font',
  'measure',
  'spacing',
  'alignment',
  'stripes',
  'snap',
  'citation',
] as const satisfies readonly Choice[]

/** How the text is set: everything takes effect at once, behind the panel. */
export function ReadingSettings({ appearance, onAppearance }: ReadingSettingsProps) {
  const t = useMessages()
  return (
    <DialogPopover placement="bottom end" className="menu-popover reading-settings">
      <Dialog aria-label={t('reading.label')} className="reading-settings-inside">
        <div className="reading-row">
          <span>{t('reading.size')}</span>
          <span className="segments">
            <Button
              aria-label={t('reading.smaller')}
              onPress={() => onAppearance({ textSize: resized(appearance.textSize, -1) })}
            >
              <Minus size={14} aria-hidden="true" />
            </Button>
            <output aria-live="polite">{t('reading.percent', { size: Math.round(appearance.textSize * 100) })}</output>
            <Button
              aria-label={t('reading.larger')}
              onPress={() => onAppearance({ textSize: resized(appearance.textSize, 1) })}
            >
              <Plus size={14} aria-hidden="true" />
            </Button>
          </span>
        </div>
        {ROWS.map((what) => (
          <RadioGroup
            key={what}
            className="reading-row"
            orientation="horizontal"
            value={appearance[what]}
            onChange={(value) => onAppearance({ [what]: value })}
          >
            <Label>{t(`reading.${what}`)}</Label>
            <span className="segments">
              {CHOICES[what].map((value) => (
                <Radio key={value} value={value} data-value={value}>
                  {t(`reading.${value}` as MessageKey)}
                </Radio>
              ))}
            </span>
          </RadioGroup>
        ))}
        <Switch
          className="reading-row reading-switch"
          isSelected={appearance.numbers}
          onChange={(numbers) => onAppearance({ numbers })}
        >
          {t('reading.numbers')}
          <span className="switch" aria-hidden="true" />
        </Switch>
        <StripedThemes />
      </Dialog>
    </DialogPopover>
  )
}
