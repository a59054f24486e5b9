import { useMemo } from 'react'
import { Menu, MenuItem, Popover, Separator, SubmenuTrigger } from 'react-aria-components'
import type { Theme } from '#shared/model/theme'
import type { ThemeGroup } from '#shared/model/theme-group'
import { useMessages } from '../app/language'

export type ThemeAct =
  | 'edit'
  | 'rename'
  | 'under'
  | 'top'
  | 'delete'
  | 'duplicate'
  | 'duplicateTagged'
  | 'split'
  | 'archive'
  | 'unarchive'
  | 'merge'
  | 'deleteAll'
  | 'newGroup'
  | `group:${string}`

export interface ThemeMenuProps {
  readonly theme: Theme
  /** What it stands at. */
  readonly at: HTMLElement
  /** How many themes are selected, this one among them. */
  readonly selected: number
  /** Taggings of the theme and all under it. */
  readonly taggings: number
  readonly groups: readonly ThemeGroup[]
  readonly onAct: (what: ThemeAct) => void
  readonly onClose: () => void
}

/** What can be done with a theme, or with several that are selected. */
export function ThemeMenu({ theme, at, selected, taggings, groups, onAct, onClose }: ThemeMenuProps) {
  const t = useMessages()
  const anchor = useMemo(() => ({ current: at }), [at])
  const several = selected > 1
  const act = (key: string | number): void => {
    onClose()
    onAct(String(key) as ThemeAct)
  }
  return (
    <Popover
      aria-label={t('themes.more', { theme: theme.name })}
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
      className="menu-popover"
    >
      <Menu
        aria-label={t('themes.more', { theme: theme.name })}
        className="menu"
        autoFocus="first"
        onClose={onClose}
        onAction={act}
      >
        {several ? (
          <MenuItem id="merge">{t('themes.merge', { count: selected, theme: theme.name })}</MenuItem>
        ) : (
          <>
            <MenuItem id="edit">{t('themes.edit')}</MenuItem>
            <MenuItem id="rename">{t('themes.rename')}</MenuItem>
            <MenuItem id="under">{t('themes.under')}</MenuItem>
            {theme.parent !== null && <MenuItem id="top">{t('themes.toTop')}</MenuItem>}
            <Separator />
            <MenuItem id="split">{t('themes.split')}</MenuItem>
            <MenuItem id="duplicate">{t('themes.duplicate')}</MenuItem>
            <MenuItem id="duplicateTagged">{t('themes.duplicateTagged')}</MenuItem>
          </>
        )}
        <SubmenuTrigger>
          <MenuItem id="group">{t('themes.addToGroup')}</MenuItem>
          <Popover className="menu-popover">
            <Menu className="menu" aria-label={t('themes.addToGroup')} onAction={act}>
              {groups.map(({ id, name }) => (
                <MenuItem key={id} id={`group:${id}`}>
                  {name}
                </MenuItem>
              ))}
              <MenuItem id="newGroup">{t('themes.newGroup')}</MenuItem>
            </Menu>
          </Popover>
        </SubmenuTrigger>
        {!several && (
          <MenuItem id={theme.archived === undefined ? 'archive' : 'unarchive'}>
            {t(theme.archived === undefined ? 'themes.archive' : 'themes.unarchive')}
          </MenuItem>
        )}
        <Separator />
        {several ? (
          <MenuItem id="deleteAll">{t('themes.deleteAll', { count: selected })}</MenuItem>
        ) : (
          <MenuItem id="delete">{t('themes.delete', { count: taggings })}</MenuItem>
        )}
      </Menu>
    </Popover>
  )
}
