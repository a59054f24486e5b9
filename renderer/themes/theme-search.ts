import type { ThemeId } from '#shared/model/ids'
import { type Theme, type ThemesById, themePathName } from '#shared/model/theme'
import { fold } from '#shared/queries/fold'
import { matchPinyin, type Readable, readable } from './pinyin-match'

/** Finds where Latin letters match a text's pinyin or its initials; null when they do not. */
export type PinyinMatch = (text: string, letters: string) => number[] | null

let loading: Promise<PinyinMatch> | null = null

/** How many texts are kept ready to be matched. */
const MOST_TEXTS = 20_000

/** The pinyin dictionary; it is large, so it is loaded after the first screen is drawn. */
export function loadPinyin(): Promise<PinyinMatch> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    const known = new Map<string, readonly string[]>()
    const readings = (character: string): readonly string[] => {
      const before = known.get(character)
      if (before) return before
      const found = /\p{Script=Han}/u.test(character)
        ? pinyin(character, { multiple: true, type: 'array', toneType: 'none', v: true })
        : []
      known.set(character, found)
      return found
    }
    const texts = new Map<string, Readable>()
    return (text, letters) => {
      const ready = texts.get(text) ?? readable(text, readings)
      if (texts.size < MOST_TEXTS) texts.set(text, ready)
      return matchPinyin(ready, letters)
    }
  })
  return loading
}

export interface FoundTheme {
  readonly theme: Theme
  /** The names above it, joined by ` / `; empty at the top of the tree. */
  readonly above: string
}

/** What is looked at when a theme is looked for, made once for each list of themes. */
interface Sought extends FoundTheme {
  readonly path: string
  readonly name: string
  readonly foldedPath: string
}

const known = new WeakMap<readonly Theme[], readonly Sought[]>()
const byPath = new Intl.Collator('zh', { numeric: true })

/** Every theme with its folded name and path, ordered by path. */
function soughtIn(themes: readonly Theme[], byId: ThemesById): readonly Sought[] {
  const before = known.get(themes)
  if (before) return before
  const sought = themes.map((theme): Sought => {
    const path = themePathName(theme, byId)
    const above = path.slice(0, Math.max(0, path.length - theme.name.length - 3))
    return { theme, above, path, name: fold(theme.name), foldedPath: fold(path) }
  })
  sought.sort((a, b) => byPath.compare(a.path, b.path))
  known.set(themes, sought)
  return sought
}

/** How well a theme answers what was typed; lower is better, null is not at all. */
function rank({ theme, name, foldedPath }: Sought, typed: string, letters: PinyinMatch | null): number | null {
  if (name === typed) return 0
  if (name.startsWith(typed)) return 1
  if (name.includes(typed)) return 2
  if (letters?.(theme.name, typed)) return 3
  return foldedPath.includes(typed) ? 4 : null
}

/**
 * Themes whose name, pinyin, pinyin initials or path answer what was `typed`, best first; among equals the last used
 * first, then by path. Script, width and case are overlooked. With nothing typed: the last used, then all others by
 * path.
 */
export function findThemes(
  themes: readonly Theme[],
  byId: ThemesById,
  typed: string,
  lastUsed: readonly ThemeId[],
  pinyin: PinyinMatch | null,
): FoundTheme[] {
  const wanted = fold(typed.trim())
  const letters = /^[a-z\s']+$/.test(wanted) ? pinyin : null
  const used = new Map(lastUsed.map((id, at) => [id, at]))
  const levels: Sought[][] = [[], [], [], [], []]
  for (const sought of soughtIn(themes, byId)) {
    const level = wanted === '' ? 0 : rank(sought, wanted, letters)
    if (level !== null) levels[level]?.push(sought)
  }
  return levels.flatMap((found) => {
    const last = found.filter(({ theme }) => used.has(theme.id))
    if (last.length === 0) return found
    last.sort((a, b) => (used.get(a.theme.id) ?? 0) - (used.get(b.theme.id) ?? 0))
    return [...last, ...found.filter(({ theme }) => !used.has(theme.id))]
  })
}
