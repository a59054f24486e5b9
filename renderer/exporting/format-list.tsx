import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import {
  EXPORT_FORMATS,
  type ExportFormatId,
  FORMAT_GROUPS,
  type FormatGroup,
  groupOf,
} from '#shared/exporters/formats'
import { type ExportWish, variantOf } from '#shared/exporters/wish'
import type { MessageKey } from '#shared/messages/keys'
import { useMessages } from '../app/language'

/** Formats whose kinds are so different that each is chosen as a format of its own. */
const DIVIDED: readonly ExportFormatId[] = ['markdown']

interface Entry {
  readonly id: string
  readonly format: ExportFormatId
  readonly variant?: string
  readonly name: MessageKey
}

const entriesOf = (group: FormatGroup): Entry[] =>
  EXPORT_FORMATS.filter(({ id }) => groupOf(id) === group).flatMap(({ id, variants }): Entry[] =>
    DIVIDED.includes(id)
      ? variants.flatMap((variant) =>
          'id' in variant
            ? [
                {
                  id: `${id} ${variant.id}`,
                  format: id,
                  variant: variant.id,
                  name: `exportDialog.markdown.${variant.id}` as MessageKey,
                },
              ]
            : [],
        )
      : [{ id, format: id, name: `exportFormats.${id}.name` }],
  )

const ENTRIES = FORMAT_GROUPS.map((group) => ({ group, entries: entriesOf(group) }))

/** Whether the kinds of a format are chosen in the list of formats. */
export const isDivided = (format: ExportFormatId): boolean => DIVIDED.includes(format)

export interface WishProps {
  readonly wish: ExportWish
  readonly onChange: (wish: ExportWish) => void
}

/** Every format, under what it is for. */
export function FormatList({ wish, onChange }: WishProps) {
  const t = useMessages()
  const chosen = isDivided(wish.format) ? `${wish.format} ${variantOf(wish).id}` : wish.format
  const choose = (key: string): void => {
    const entry = ENTRIES.flatMap(({ entries }) => entries).find(({ id }) => id === key)
    if (!entry) return
    const { format, variant } = entry
    const own = { ...wish.formats[format], ...(variant !== undefined && { variant }) }
    onChange({ ...wish, format, formats: { ...wish.formats, [format]: own } })
  }
  return (
    <ListBox
      aria-label={t('exportDialog.format')}
      className="format-list"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      autoFocus
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : [...keys]
        if (key !== undefined) choose(String(key))
      }}
    >
      {ENTRIES.map(({ group, entries }) => (
        <ListBoxSection key={group} id={group}>
          <Header>{t(`exportDialog.groups.${group}`)}</Header>
          {entries.map(({ id, name }) => (
            <ListBoxItem key={id} id={id} textValue={t(name)} className="format-entry">
              {t(name)}
            </ListBoxItem>
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}
