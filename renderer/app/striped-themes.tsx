import { useLiveQuery } from 'dexie-react-hooks'
import { ChevronDown } from 'lucide-react'
import {
  Button,
  Dialog,
  DialogTrigger,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  Virtualizer,
} from 'react-aria-components'
import { themePathName } from '#shared/model/theme'
import { useActions } from '../actions/context'
import { useMessages } from './language'
import { useProject, useStore } from './library'

/** Chooses the themes that have stripes beside the text; choosing none of them is choosing all. */
export function StripedThemes() {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const open = useProject()
  const project = open?.project.id
  const chosen = useLiveQuery(() => (project ? store.places.stripedThemes(project) : null), [store, project])
  if (!open || open.themes.length === 0) return null
  const themes = open.themes
    .map((theme) => ({ id: theme.id, path: themePathName(theme, open.themesById) }))
    .sort((a, b) => a.path.localeCompare(b.path, 'zh'))
  const there = chosen?.filter((id) => open.themesById.has(id)) ?? []
  return (
    <div className="reading-row">
      <span>{t('reading.stripesOf')}</span>
      <DialogTrigger>
        <Button className="select-button">
          {there.length === 0 ? t('reading.allThemes') : t('reading.chosenThemes', { count: there.length })}
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
        <Popover placement="bottom end" className="menu-popover">
          <Dialog aria-label={t('reading.chooseThemes')} className="striped-themes">
            <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: 29 }}>
              <ListBox
                aria-label={t('reading.chooseThemes')}
                className="menu"
                selectionMode="multiple"
                items={themes}
                selectedKeys={there}
                onSelectionChange={(keys) => {
                  const ids = keys === 'all' ? themes.map(({ id }) => id) : [...keys].map(String)
                  const all = ids.length === 0 || ids.length === themes.length
                  void store.places.setStripedThemes(open.project.id, all ? null : ids).catch(actions.report)
                }}
              >
                {({ id, path }) => (
                  <ListBoxItem id={id} textValue={path} className="striped-theme">
                    <span className="swatch" style={{ background: `var(--theme-${id})` }} />
                    <span className="striped-path">{path}</span>
                  </ListBoxItem>
                )}
              </ListBox>
            </Virtualizer>
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  )
}
