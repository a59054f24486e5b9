import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { Arrangement } from '#shared/exporters/exporter'
import { EXPORT_FORMATS, type ExportFormat } from '#shared/exporters/formats'
import { arrangeOf, CONTEXTS, type Context, type FormatWish, variantOf } from '#shared/exporters/wish'
import type { MessageKey } from '#shared/messages/keys'
import { useMessages } from '../app/language'
import { isDivided, type WishProps } from './format-list'

const FORMATS: readonly ExportFormat[] = EXPORT_FORMATS
const ARRANGED = {
  document: 'exportDialog.byDocument',
  theme: 'exportDialog.byTheme',
  time: 'exportDialog.byTime',
} as const satisfies Record<Arrangement, MessageKey>

/** How the chosen format is written: which kind of it, in which order, with how much around each quotation. */
export function FormatSettings({ wish, onChange }: WishProps) {
  const t = useMessages()
  const { format } = wish
  const own: FormatWish = wish.formats[format] ?? {}
  const set = (part: FormatWish): void =>
    onChange({ ...wish, formats: { ...wish.formats, [format]: { ...own, ...part } } })
  const variants = FORMATS.find(({ id }) => id === format)?.variants ?? []
  const variant = variantOf(wish)
  // Kinds that stand in the list of formats are told apart here.
  const about = isDivided(format)
    ? t(`exportFormats.${format}.${variant.id}` as MessageKey)
    : t(`exportFormats.${format}.about`)
  return (
    <>
      <p className="quiet export-about">{about}</p>
      {variants.length > 1 && !isDivided(format) && (
        <Choice
          label={t('exportDialog.variant')}
          value={variant.id ?? ''}
          options={variants.map(({ id }) => [id ?? '', t(`exportFormats.${format}.${id}` as MessageKey)] as const)}
          onChange={(value) => set({ variant: value })}
        />
      )}
      {variant.arranges.length > 1 && (
        <Choice
          label={t('exportDialog.arrange')}
          value={arrangeOf(variant, own)}
          options={variant.arranges.map((each) => [each, t(ARRANGED[each])] as const)}
          onChange={(value) => set({ arrange: value as Arrangement })}
        />
      )}
      {variant.quotesInContext && (
        <Choice
          label={t('exportDialog.context')}
          value={own.context ?? 'none'}
          options={(Object.keys(CONTEXTS) as Context[]).map(
            (each) => [each, t(`exportDialog.contexts.${each}`)] as const,
          )}
          onChange={(value) => set({ context: value as Context })}
        />
      )}
    </>
  )
}

export interface ChoiceProps {
  readonly label: string
  readonly value: string
  /** What may be chosen, each with its words. */
  readonly options: readonly (readonly [value: string, words: string])[]
  readonly onChange: (value: string) => void
}

/** One of a few. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <RadioGroup value={value} onChange={onChange} className="choices">
      <Label>{label}</Label>
      {options.map(([each, words]) => (
        <Radio key={each} value={each} className="choice">
          <span className="choice-name">{words}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
