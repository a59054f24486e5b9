import { useEffect, useMemo, useState } from 'react'
import type { ThemeId, Time } from '#shared/model/ids'
import type { Theme } from '#shared/model/theme'
import { sortThemes, type ThemeSorting } from '#shared/queries/sort-themes'
import { useProject, useStore } from '../app/library'

const NONE: ReadonlyMap<ThemeId, Time> = new Map()

/** The themes in the order that is wanted; archived ones only where they are asked for. */
export function useSortedThemes(
  themes: readonly Theme[],
  sorting: ThemeSorting,
  totals: ReadonlyMap<ThemeId, number>,
  showsArchived: boolean,
): readonly Theme[] {
  const store = useStore()
  const project = useProject()?.project.id
  const [latest, setLatest] = useState(NONE)
  // Counts change with every tagging, so that the order by latest use is read anew when they do.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (sorting !== 'latest' || project === undefined) return
    let wanted = true
    void store.read.latestUses(project).then((found) => wanted && setLatest(found))
    return () => {
      wanted = false
    }
  }, [sorting, project, store, totals])
  const shown = useMemo(
    () => (showsArchived ? themes : themes.filter(({ archived }) => archived === undefined)),
    [themes, showsArchived],
  )
  // By hand and by name the counts do not matter, and a new tagging sorts nothing anew.
  const counts = sorting === 'count' ? totals : null
  return useMemo(
    () => (sorting === 'hand' ? shown : sortThemes(shown, sorting, counts ?? NONE, latest)),
    [shown, sorting, counts, latest],
  )
}
