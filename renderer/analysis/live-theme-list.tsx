import { Ellipsis, Zap } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components'
import { needsTexts } from '#shared/model/annotation-query'
import type { LiveThemeId } from '#shared/model/live-theme'
import { PIGMENTS, type Pigment } from '#shared/model/theme'
import { fold } from '#shared/queries/fold'
import { useActions } from '../actions/context'
import { useMessages } from '../app/language'
import { useDispatch, useSession } from '../app/session'
import { NameDialog } from '../dialogs/name-dialog'
import { cssColour } from '../themes/colours'
import { usePinyin } from '../themes/use-pinyin'
import { useAnnotations, useLiveTheme } from './annotations'
import './live-themes.css'

/** The live themes, under the tree: a click lists only the passages of one. `typed`: those whose names have it, or its pinyin. */
export function LiveThemeList({ typed }: { readonly typed: string }) {
  const t = useMessages()
  const dispatch = useDispatch()
  const actions = useActions()
  const { filter } = useSession()
  const { live, annotations, textShare } = useAnnotations()
  const wanted = fold(typed.trim())
  const pinyin = usePinyin(wanted !== '')
  const shown = live.filter(({ theme: { name } }) => fold(name).includes(wanted) || pinyin?.(name, wanted))
  if (shown.length === 0) return null
  const act = (id: LiveThemeId, what: unknown): void => {
    if (what === 'show') dispatch({ type: 'openDialog', dialog: { kind: 'analysis', live: id } })
    else if (what === 'rename') dispatch({ type: 'openDialog', dialog: { kind: 'renameLiveTheme', id } })
    else void actions.deleteLiveTheme(id)
  }
  return (
    <section className="live-themes" aria-label={t('live.label')}>
      <h3>
        <Zap size={12} aria-hidden="true" /> {t('live.label')}
      </h3>
      <ul>
        {shown.map(({ theme, passages }) => (
          <li key={theme.id} className="live-theme" data-filtered={filter === theme.id || undefined}>
            <button
              type="button"
              aria-pressed={filter === theme.id}
              onClick={() => dispatch({ type: 'filter', theme: filter === theme.id ? null : theme.id })}
            >
              <span className="swatch live" style={{ background: `var(--theme-${theme.id})` }} />
              <span className="theme-name" title={theme.name}>
                {theme.name}
              </span>
              <span className="count">
                {annotations && (textShare === 1 || !needsTexts(theme.query)) ? passages.length : '…'}
              </span>
            </button>
            <MenuTrigger>
              <Button className="icon-button" aria-label={t('themes.more', { theme: theme.name })}>
                <Ellipsis size={14} aria-hidden="true" />
              </Button>
              <Popover placement="bottom start" className="menu-popover">
                <Menu className="menu" onAction={(what) => act(theme.id, what)}>
                  <MenuItem id="show">{t('live.show')}</MenuItem>
                  <MenuItem id="rename">{t('live.rename')}</MenuItem>
                  <SubmenuTrigger>
                    <MenuItem id="colour">{t('themes.colour')}</MenuItem>
                    <Popover className="menu-popover">
                      <Menu
                        className="menu"
                        aria-label={t('themes.colour')}
                        onAction={(colour) => void actions.recolourLiveTheme(theme.id, colour as Pigment)}
                      >
                        {PIGMENTS.map((colour) => (
                          <MenuItem key={colour} id={colour} textValue={t(`pigments.${colour}`)}>
                            <span className="swatch" style={{ background: cssColour(colour) }} />
                            {t(`pigments.${colour}`)}
                          </MenuItem>
                        ))}
                      </Menu>
                    </Popover>
                  </SubmenuTrigger>
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
