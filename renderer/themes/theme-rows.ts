import type { ThemeId } from '#shared/model/ids'
import type { Theme } from '#shared/model/theme'

/** A theme as a row of the tree. */
export interface ThemeRow {
  readonly theme: Theme
  /** 0 at the top of the tree. */
  readonly depth: number
  readonly hasChildren: boolean
  readonly open: boolean
  /** Place among its siblings, from 1, and how many they are. */
  readonly place: number
  readonly siblings: number
}

export interface RowsWish {
  /** Themes whose branches are closed. */
  readonly closed: ReadonlySet<ThemeId>
  /** Only these, with all above them, their branches open; null: all. */
  readonly only: ReadonlySet<ThemeId> | null
}

/** The children of each theme (null: of the top), in the order of `themes`. */
export function childrenByParent(themes: readonly Theme[]): Map<ThemeId | null, Theme[]> {
  const ids = new Set(themes.map(({ id }) => id))
  const children = new Map<ThemeId | null, Theme[]>()
  for (const theme of themes) {
    const parent = theme.parent !== null && ids.has(theme.parent) ? theme.parent : null
    const list = children.get(parent)
    if (list) list.push(theme)
    else children.set(parent, [theme])
  }
  return children
}

/** The rows of the tree from top to bottom. `themes` stand in the order in which siblings are to be shown. */
export function themeRows(themes: readonly Theme[], { closed, only }: RowsWish): ThemeRow[] {
  const children = childrenByParent(themes)
  const wanted = only && withAncestors(themes, only)
  const rows: ThemeRow[] = []
  const add = (parent: ThemeId | null, depth: number): void => {
    const list = (children.get(parent) ?? []).filter(({ id }) => !wanted || wanted.has(id))
    list.forEach((theme, at) => {
      const under = (children.get(theme.id) ?? []).some(({ id }) => !wanted || wanted.has(id))
      const open = under && (wanted !== null || !closed.has(theme.id))
      rows.push({ theme, depth, hasChildren: under, open, place: at + 1, siblings: list.length })
      if (open) add(theme.id, depth + 1)
    })
  }
  add(null, 0)
  return rows
}

function withAncestors(themes: readonly Theme[], ids: ReadonlySet<ThemeId>): Set<ThemeId> {
  const byId = new Map(themes.map((theme) => [theme.id, theme]))
  const all = new Set<ThemeId>()
  for (const id of ids) {
    for (let at = byId.get(id); at && !all.has(at.id); at = at.parent === null ? undefined : byId.get(at.parent)) {
      all.add(at.id)
    }
  }
  return all
}

/** How many taggings each theme has together with all under it. */
export function totalCounts(themes: readonly Theme[], counts: ReadonlyMap<ThemeId, number>): Map<ThemeId, number> {
  const children = childrenByParent(themes)
  const totals = new Map<ThemeId, number>()
  const total = (theme: Theme): number => {
    const sum = (children.get(theme.id) ?? []).reduce((all, child) => all + total(child), counts.get(theme.id) ?? 0)
    totals.set(theme.id, sum)
    return sum
  }
  for (const theme of children.get(null) ?? []) total(theme)
  return totals
}

/** Where a theme that is dropped on a row goes. */
export interface DropPlace {
  readonly parent: ThemeId | null
  /** The sibling it stands before; null: the last. */
  readonly before: ThemeId | null
}

/** The place that a drop at `part` of a row's height (0 top, 1 bottom) means: before it, under it, or after it. */
export function dropPlace(rows: readonly ThemeRow[], index: number, part: number): DropPlace | null {
  const row = rows[index]
  if (!row) return null
  const { theme } = row
  if (part < 0.28) return { parent: theme.parent, before: theme.id }
  if (part < 0.72 || row.open) return { parent: theme.id, before: null }
  const next = rows.slice(index + 1).find(({ depth }) => depth <= row.depth)
  return { parent: theme.parent, before: next && next.depth === row.depth ? next.theme.id : null }
}

/** Where a theme goes when it is moved by keyboard: among its siblings, one level in or one level out. */
export function movedPlace(
  themes: readonly Theme[],
  theme: Theme,
  way: 'up' | 'down' | 'in' | 'out',
): DropPlace | null {
  const siblings = themes.filter(({ parent }) => parent === theme.parent)
  const at = siblings.findIndex(({ id }) => id === theme.id)
  const before = siblings[at - 1]
  if (way === 'up') return before ? { parent: theme.parent, before: before.id } : null
  if (way === 'down')
    return at + 1 < siblings.length ? { parent: theme.parent, before: siblings[at + 2]?.id ?? null } : null
  if (way === 'in') return before ? { parent: before.id, before: null } : null
  const parent = themes.find(({ id }) => id === theme.parent)
  if (!parent) return null
  const aunts = themes.filter((each) => each.parent === parent.parent)
  return { parent: parent.parent, before: aunts[aunts.findIndex(({ id }) => id === parent.id) + 1]?.id ?? null }
}
