import { ChevronRight, Ellipsis } from 'lucide-react'
import { useMessages } from '../app/language'
import { NameField } from './name-field'
import type { ThemeRow } from './theme-rows'

export interface ThemeLineProps {
  readonly row: ThemeRow
  /** Taggings of the theme and all under it. */
  readonly total: number
  readonly renaming: boolean
  /** The new name; null when the reader gave up. */
  readonly onRename: (name: string | null) => void
  readonly onToggle: () => void
  readonly onMenu: (at: HTMLElement) => void
}

/** One theme in the tree: its branch's handle, colour, name, shortcut and count. */
export function ThemeLine({ row, total, renaming, onRename, onToggle, onMenu }: ThemeLineProps) {
  const t = useMessages()
  const { theme, depth, hasChildren, open } = row
  return (
    <div
      className="theme-line"
      style={{ paddingInlineStart: depth * 15 }}
      data-archived={theme.archived !== undefined || undefined}
    >
      {hasChildren ? (
        <button
          type="button"
          className="chevron"
          tabIndex={-1}
          data-open={open || undefined}
          aria-label={t(open ? 'themes.close' : 'themes.open', { theme: theme.name })}
          onClick={onToggle}
        >
          <ChevronRight size={12} aria-hidden="true" />
        </button>
      ) : (
        <span className="chevron" />
      )}
      <span className="swatch" style={{ background: `var(--theme-${theme.id})` }} />
      {renaming ? (
        <NameField label={t('themes.rename')} name={theme.name} onDone={onRename} />
      ) : (
        <span className="theme-name" title={theme.name}>
          {theme.name}
        </span>
      )}
      {theme.shortcut && <span className="key theme-key">{theme.shortcut.toUpperCase()}</span>}
      <span className="count">{total}</span>
      <button
        type="button"
        className="icon-button theme-more"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={t('themes.more', { theme: theme.name })}
        onClick={(event) => onMenu(event.currentTarget)}
      >
        <Ellipsis size={14} aria-hidden="true" />
      </button>
    </div>
  )
}
