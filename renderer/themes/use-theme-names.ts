import { useRef } from 'react'
import type { ThemeId } from '#shared/model/ids'

type Names = ReadonlyMap<ThemeId, string>

/** A theme, or a live theme. */
type Named = { readonly id: ThemeId; readonly name: string }

/**
 * The names of themes by id: `before` itself while every name is as it was. A theme that only moved in the tree changes
 * nothing for what names it, which would be all that is drawn in a text.
 */
export function namesOf(themes: readonly Named[], before: Names): Names {
  const same = themes.length === before.size && themes.every(({ id, name }) => before.get(id) === name)
  return same ? before : new Map(themes.map(({ id, name }) => [id, name]))
}

const NONE: Names = new Map()

/** `namesOf` these themes, the same map until a name changes. */
export function useThemeNames(themes: readonly Named[]): Names {
  const names = useRef(NONE)
  names.current = namesOf(themes, names.current)
  return names.current
}
