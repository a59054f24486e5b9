import { Ellipsis, Zap } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { LiveThemeId } from '#shared/model/live-theme'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useDispatch, useSession } from '../app/session'
import { NameDialog } from '../dialogs/name-dialog'
import { useAnnotations, useLiveTheme } from './annotations'
import './live-themes.css'

/** The live themes, under the tree: a click lists only the passages of one. */
export function LiveThemeList() {
  const t = useMessages()
  const dispatch = useDispatch()
  const actions = useActions()
  const { filter } = useSession()
  const { live } = useAnnotations()
  if (live.length === 0) return null
  const act = (id: LiveThemeId, what: unknown): void => {
    if (what === 'show') dispatch({ type: 'openDialog', dialog: { kind: 'analysis', live: id } })
    else if (what === 'rename') dispatch({ type: 'openDialog', dialog: { kind: 'renameLiveTheme', id } })
    else void actions.deleteLiveTheme(id)
  }
  return (
    <section className="live-themes" aria-label={t('live.label')}>
      <h3>{t('live.label')}</h3>
      <ul>
        {live.map(({ theme, passages }) => (
          <li key={theme.id} className="live-theme" data-filtered={filter === theme.id || undefined}>
            <button
              type="button"
              aria-pressed={filter === theme.id}
              onClick={() => dispatch({ type: 'filter', theme: filter === theme.id ? null : theme.id })}
            >
              <Zap size={12} aria-hidden="true" />
              <span className="theme-name" title={theme.name}>
                {theme.name}
              </span>
              <span className="count">{passages.length}</span>
            </button>
            <MenuTrigger>
              <Button className="icon-button" aria-label={t('themes.more', { theme: theme.name })}>
                <Ellipsis size={14} aria-hidden="true" />
              </Button>
              <Popover placement="bottom start" className="menu-popover">
                <Menu className="menu" onAction={(what) => act(theme.id, what)}>
                  <MenuItem id="show">{t('live.show')}</MenuItem>
                  <MenuItem id="rename">{t('live.rename')}</MenuItem>
                  <MenuItem id="delete">{t('live.delete')}</MenuItem>
                </Menu>
              </Popover>
            </MenuTrigger>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Asks for another name of a live theme. */
export function RenameLiveTheme({ id }: { readonly id: LiveThemeId }) {
  const t = useMessages()
  const actions = useActions()
  const live = useLiveTheme(id)
  if (!live) return null
  return (
    <NameDialog
      title={t('live.rename')}
      label={t('live.name')}
      name={live.theme.name}
      onDone={(name) => void actions.renameLiveTheme(id, name)}
    />
  )
}
