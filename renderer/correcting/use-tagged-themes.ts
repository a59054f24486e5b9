import { useLiveQuery } from 'dexie-react-hooks'
import { useMemo } from 'react'
import type { Highlight } from '#shared/model/highlight'
import type { HighlightId } from '#shared/model/ids'
import type { Theme } from '#shared/model/theme'
import { useProject, useStore } from '../app/library'

/** Tells the themes of each of these highlights; none until they are read. */
export function useTaggedThemes(highlights: readonly Highlight[]): (id: HighlightId) => readonly Theme[] {
  const store = useStore()
  const open = useProject()
  const ids = highlights.map(({ id }) => id).join(' ')
  const taggings = useLiveQuery(
    () => (ids === '' ? [] : store.read.belongingToHighlights(ids.split(' ')).then((found) => found.taggings)),
    [store, ids],
  )
  return useMemo(() => {
    const byHighlight = new Map<HighlightId, Theme[]>()
    for (const { highlight, theme } of taggings ?? []) {
      const found = open?.themesById.get(theme)
      const known = byHighlight.get(highlight) ?? []
      if (found && !known.includes(found)) byHighlight.set(highlight, [...known, found])
    }
    return (id) => byHighlight.get(id) ?? []
  }, [taggings, open?.themesById])
}
