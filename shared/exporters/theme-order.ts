import { byOrder, type Theme, type ThemesById } from '../model/theme'

/** What of a project has its themes. */
export interface ThemesOf {
  readonly snapshot: { readonly themes: readonly Theme[] }
  readonly themes: ThemesById
}

/** Every theme in the order of the tree, with its depth from 0. A theme whose parent is missing stands at the top. */
export function inTreeOrder({ snapshot, themes }: ThemesOf): { theme: Theme; depth: number }[] {
  const children = new Map<string | null, Theme[]>()
  for (const theme of snapshot.themes.toSorted(byOrder)) {
    const parent = theme.parent !== null && themes.has(theme.parent) ? theme.parent : null
    const siblings = children.get(parent)
    if (siblings) siblings.push(theme)
    else children.set(parent, [theme])
  }
  const walk = (parent: string | null, depth: number): { theme: Theme; depth: number }[] =>
    (children.get(parent) ?? []).flatMap((theme) => [{ theme, depth }, ...walk(theme.id, depth + 1)])
  return walk(null, 0)
}
