import { ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { type Theme, themePathName } from '#shared/model/theme'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'

const TOP = 'top'

/** Chooses what a theme stands under. Itself and what is under it are not offered. */
export function ParentPicker({ theme, themes }: { readonly theme: Theme; readonly themes: readonly Theme[] }) {
  const t = useMessages()
  const actions = useActions()
  const byId = new Map(themes.map((each) => [each.id, each]))
  const under = actions.withDescendants(theme.id)
  const others = themes
    .filter(({ id }) => !under.has(id))
    .map((each) => ({ id: each.id, path: themePathName(each, byId) }))
    .sort((a, b) => a.path.localeCompare(b.path, 'zh'))
  return (
    <Select
      value={theme.parent ?? TOP}
      onChange={(key) => void actions.moveTheme(theme.id, key === TOP ? null : String(key), null)}
    >
      <Label>{t('themes.parent')}</Label>
      <Button className="select-button">
        <SelectValue />
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className="menu-popover">
        <ListBox className="menu">
          <ListBoxItem id={TOP}>{t('themes.atTop')}</ListBoxItem>
          {others.map(({ id, path }) => (
            <ListBoxItem key={id} id={id} textValue={path}>
              {path}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
