import { useLiveQuery } from 'dexie-react-hooks'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import type { ThemeId } from '#shared/model/ids'
import type { Theme } from '#shared/model/theme'
import type { ThemeSorting } from '#shared/queries/sort-themes'
import { useActions } from '../actions/context'
import { LiveThemeList } from '../analysis/live-theme-list'
import { useMessages } from '../app/language'
import { useProject, useStore, useThemeCounts } from '../app/library'
import { useDispatch, useSession } from '../app/session'
import { VirtualRows } from '../app/virtual-rows'
import { NameField } from './name-field'
import { useThemeDragging } from './theme-dragging'
import { ThemeFilter, useFoundThemes } from './theme-filter'
import { ThemeLine } from './theme-line'
import { type ThemeAct, ThemeMenu } from './theme-menu'
import { movedPlace, type ThemeRow, themeRows, totalCounts } from './theme-rows'
import { useThemeSelection } from './theme-selection'
import { type TreeAct, TreeMenu } from './tree-menu'
import { useSortedThemes } from './use-sorted-themes'
import './themes.css'

/** So many themes are found at a glance; more get a field to filter them by. */
const AT_A_GLANCE = 12
const MOVES = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' } as const

/** Puts the focus on a row again, after what was typed in it has gone. */
const focusRow = (id: ThemeId): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`.theme-pane [data-key="${id}"]`)?.focus())
}

const focusFirst = (): void => document.querySelector<HTMLElement>('.theme-pane .theme-row')?.focus()

/** The themes of the open project. A click shows only the passages of a theme; drag, keys or the menu rearrange. */
export function ThemeTree() {
  const t = useMessages()
  const store = useStore()
  const open = useProject()
  const actions = useActions()
  const dispatch = useDispatch()
  const { filter } = useSession()
  const project = open?.project.id ?? ''
  const counts = useThemeCounts(project)
  const groups = useLiveQuery(() => store.read.themeGroups(project), [store, project]) ?? []
  const all = useMemo(() => open?.themes ?? [], [open])
  const [typed, setTyped] = useState('')
  const [sorting, setSorting] = useState<ThemeSorting>('hand')
  const [groupId, setGroup] = useState<string | null>(null)
  const [showsArchived, setShowsArchived] = useState(false)
  const [closed, setClosed] = useState<ReadonlySet<ThemeId>>(new Set())
  const [renaming, setRenaming] = useState<ThemeId | null>(null)
  const [making, setMaking] = useState<{ readonly parent: ThemeId | null } | null>(null)
  const [menu, setMenu] = useState<{ readonly theme: Theme; readonly at: HTMLElement } | null>(null)
  const selection = useThemeSelection()

  const totals = useMemo(() => totalCounts(all, counts), [all, counts])
  const themes = useSortedThemes(all, sorting, totals, showsArchived)
  const found = useFoundThemes(themes, open?.themesById, typed)
  const group = groups.find(({ id }) => id === groupId)
  const only = useMemo(() => {
    if (!group) return found
    return new Set(group.themes.filter((id) => !found || found.has(id)))
  }, [group, found])
  const rows = useMemo(() => themeRows(themes, { closed, only }), [themes, closed, only])
  const archived = useMemo(() => all.filter((theme) => theme.archived !== undefined).length, [all])
  const dragging = useThemeDragging(rows, (id, place) => void actions.moveTheme(id, place.parent, place.before))

  const toggle = (id: ThemeId, isOpen: boolean): void => {
    const next = new Set(closed)
    if (isOpen) next.add(id)
    else next.delete(id)
    setClosed(next)
  }
  const chosen = (theme: Theme): ThemeId[] => (selection.ids.has(theme.id) ? [...selection.ids] : [theme.id])
  const act = (theme: Theme, what: ThemeAct): void => {
    const { id } = theme
    if (what === 'edit') dispatch({ type: 'openDialog', dialog: { kind: 'theme', id } })
    else if (what === 'rename') setRenaming(id)
    else if (what === 'under') {
      toggle(id, false)
      setMaking({ parent: id })
    } else if (what === 'top') void actions.moveTheme(id, null, null)
    else if (what === 'delete') void actions.deleteTheme(id)
    else if (what === 'duplicate' || what === 'duplicateTagged')
      void actions.duplicateTheme(id, what === 'duplicateTagged')
    else if (what === 'split') dispatch({ type: 'openDialog', dialog: { kind: 'splitTheme', id } })
    else if (what === 'archive') void actions.archiveTheme(id)
    else if (what === 'unarchive') void actions.unarchiveTheme(id)
    else if (what === 'newGroup') dispatch({ type: 'openDialog', dialog: { kind: 'newGroup', themes: chosen(theme) } })
    else if (what === 'merge') void actions.mergeThemes(chosen(theme), id).then(selection.clear)
    else if (what === 'deleteAll') void actions.deleteThemes(chosen(theme)).then(selection.clear)
    else void actions.addToGroup(what.slice('group:'.length), chosen(theme))
  }
  const actOnTree = (what: TreeAct): void => {
    if (what === 'closeAll') setClosed(new Set(all.map(({ id }) => id)))
    else if (what === 'openAll') setClosed(new Set())
    else if (what === 'showArchived') setShowsArchived(!showsArchived)
    else if (what === 'groups') dispatch({ type: 'openDialog', dialog: { kind: 'groups' } })
    else if (what === 'import') void actions.importCodebook()
    else if (what === 'copy') dispatch({ type: 'openDialog', dialog: { kind: 'copyThemes' } })
    else if (what === 'print' || what === 'pdf') void actions.printCodebook(what === 'pdf' ? 'pdf' : 'printer')
    else void actions.exportCodebook(what === 'exportCsv' ? 'csv' : 'markdown')
  }
  const onOpen = ({ theme }: ThemeRow, event: KeyboardEvent | MouseEvent): void => {
    if (event.ctrlKey || event.metaKey) return selection.toggle(theme.id)
    if (event.shiftKey) {
      return selection.extend(
        theme.id,
        rows.map((row) => row.theme.id),
      )
    }
    selection.clear()
    dispatch({ type: 'filter', theme: filter === theme.id ? null : theme.id })
  }
  const onKey = ({ theme, open: isOpen, hasChildren }: ThemeRow, event: KeyboardEvent): void => {
    const way = MOVES[event.key as keyof typeof MOVES]
    if (event.altKey && way) {
      const place = movedPlace(all, theme, way)
      if (place) void actions.moveTheme(theme.id, place.parent, place.before).then(() => focusRow(theme.id))
    } else if (event.key === 'ArrowRight' && hasChildren && !isOpen) toggle(theme.id, false)
    else if (event.key === 'ArrowLeft' && isOpen) toggle(theme.id, true)
    else if (event.key === 'ArrowLeft' && theme.parent !== null) focusRow(theme.parent)
    else if (event.key === 'F2') act(theme, 'rename')
    else if (event.key === 'Escape' && selection.ids.size > 0) selection.clear()
    else if (event.key === 'Delete') act(theme, selection.ids.size > 1 ? 'deleteAll' : 'delete')
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      setMenu({ theme, at: event.target as HTMLElement })
    } else return
    event.preventDefault()
  }
  const rowAttributes = (row: ThemeRow, index: number) => ({
    className: 'row theme-row',
    'aria-level': row.depth + 1,
    'aria-posinset': row.place,
    'aria-setsize': row.siblings,
    ...(row.hasChildren ? { 'aria-expanded': row.open } : {}),
    'aria-selected': selection.ids.has(row.theme.id) || filter === row.theme.id,
    'data-filtered': filter === row.theme.id || undefined,
    'data-selected': selection.ids.has(row.theme.id) || undefined,
    draggable: renaming !== row.theme.id,
    onContextMenu: (event: MouseEvent<HTMLElement>) => {
      event.preventDefault()
      setMenu({ theme: row.theme, at: event.currentTarget })
    },
    ...dragging(row, index),
  })

  return (
    <section className="pane theme-pane" aria-label={t('themes.label')} data-pane="themes">
      <header className="pane-head">
        <h2>{group ? group.name : t('themes.title')}</h2>
        <span className="count">{themes.length}</span>
        <TreeMenu
          sorting={sorting}
          onSort={setSorting}
          groups={groups}
          group={group?.id ?? null}
          onGroup={setGroup}
          archived={archived}
          showsArchived={showsArchived}
          onAct={actOnTree}
        />
        <Button className="icon-button" aria-label={t('themes.new')} onPress={() => setMaking({ parent: null })}>
          <Plus size={15} aria-hidden="true" />
        </Button>
      </header>
      <div className="theme-tools">
        {(all.length > AT_A_GLANCE || typed !== '') && (
          <ThemeFilter typed={typed} onType={setTyped} onDown={focusFirst} />
        )}
        {making && (
          <NameField
            label={t('themes.new')}
            placeholder={
              making.parent === null
                ? t('themes.newName')
                : t('themes.newUnder', { theme: open?.themesById.get(making.parent)?.name ?? '' })
            }
            name=""
            onDone={(name) => {
              const { parent } = making
              setMaking(null)
              if (name) void actions.makeTheme(name, parent)
            }}
          />
        )}
      </div>
      {rows.length === 0 ? (
        !making && <p className="empty">{t(all.length === 0 ? 'themes.empty' : 'themes.noneFound')}</p>
      ) : (
        <VirtualRows
          items={rows}
          keyOf={({ theme }) => theme.id}
          label={t('themes.label')}
          role="treegrid"
          current={null}
          estimate={26}
          onOpen={onOpen}
          onKey={onKey}
          rowAttributes={rowAttributes}
        >
          {(row) => (
            <ThemeLine
              row={row}
              total={totals.get(row.theme.id) ?? 0}
              renaming={renaming === row.theme.id}
              onRename={(name) => {
                setRenaming(null)
                focusRow(row.theme.id)
                if (name !== null) void actions.renameTheme(row.theme.id, name)
              }}
              onToggle={() => toggle(row.theme.id, row.open)}
              onMenu={(at) => setMenu({ theme: row.theme, at })}
            />
          )}
        </VirtualRows>
      )}
      <LiveThemeList typed={typed} />
      {menu && (
        <ThemeMenu
          theme={menu.theme}
          at={menu.at}
          selected={chosen(menu.theme).length}
          taggings={totals.get(menu.theme.id) ?? 0}
          groups={groups}
          onAct={(what) => act(menu.theme, what)}
          onClose={() => setMenu(null)}
        />
      )}
    </section>
  )
}
