import { useLiveQuery } from 'dexie-react-hooks'
import { ChevronDown, Zap } from 'lucide-react'
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components'
import { themePathName } from '#shared/model/theme'
import { useActions } from '../actions/context'
import { useAnnotations } from '../analysis/annotations'
import { DialogPopover } from '../dialogs/dialog-popover'
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
  const { live } = useAnnotations()
  if (!open || open.themes.length + live.length === 0) return null
  const byPath = (a: { readonly path: string }, b: { readonly path: string }) => a.path.localeCompare(b.path, 'zh')
  const themes = [
    ...open.themes
      .map((theme) => ({ id: theme.id, path: themePathName(theme, open.themesById), isLive: false }))
      .sort(byPath),
    ...live.map(({ theme: { id, name } }) => ({ id, path: name, isLive: true })).sort(byPath),
  ]
  const known = new Set(themes.map(({ id }) => id))
  const there = chosen?.filter((id) => known.has(id)) ?? []
  return (
    <div className="reading-row">
      <span>{t('reading.stripesOf')}</span>
      <DialogTrigger>
        <Button className="select-button">
          {there.length === 0 ? t('reading.allThemes') : t('reading.chosenThemes', { count: there.length })}
          <ChevronDown size={13} aria-hidden="true" />
        </Button>
        <DialogPopover placement="bottom end" className="menu-popover">
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
                {({ id, path, isLive }) => (
                  <ListBoxItem id={id} textValue={path} className="striped-theme">
                    <span className="swatch" style={{ background: `var(--theme-${id})` }} />
                    {isLive && <Zap size={12} role="img" aria-label={t('live.one')} />}
                    <span className="striped-path">{path}</span>
                  </ListBoxItem>
                )}
              </ListBox>
            </Virtualizer>
          </Dialog>
        </DialogPopover>
      </DialogTrigger>
    </div>
  )
}
