import { useState } from 'react'
import type { ThemeId } from '#shared/model/ids'

/** Which themes of the tree are selected; a plain click selects none. */
export interface ThemeSelection {
  readonly ids: ReadonlySet<ThemeId>
  /** Ctrl/Cmd+click or Ctrl+Space: adds or takes away one. */
  readonly toggle: (id: ThemeId) => void
  /** Shift+click or Shift+arrows: all from where the selection began to here. */
  readonly extend: (id: ThemeId, order: readonly ThemeId[]) => void
  readonly clear: () => void
}

/** The stretch of `order` between two ids, both included, in either direction. */
export function between(order: readonly ThemeId[], from: ThemeId, to: ThemeId): ThemeId[] {
  const a = order.indexOf(from)
  const b = order.indexOf(to)
  if (a < 0 || b < 0) return [to]
  return order.slice(Math.min(a, b), Math.max(a, b) + 1)
}

/** A selection that begins empty. */
export function useThemeSelection(): ThemeSelection {
  const [ids, setIds] = useState<ReadonlySet<ThemeId>>(new Set())
  const [anchor, setAnchor] = useState<ThemeId | null>(null)
  return {
    ids,
    toggle: (id) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      setIds(next)
      setAnchor(id)
    },
    extend: (id, order) => {
      setIds(new Set(between(order, anchor ?? id, id)))
      if (anchor === null) setAnchor(id)
    },
    clear: () => {
      setIds(new Set())
      setAnchor(null)
    },
  }
}
