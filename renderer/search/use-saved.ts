import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Seen } from '#shared/corpus/search/seen'
import { same } from '#shared/model/same'
import type { SavedSearch, SavedSearchId, Sought } from '#shared/model/saved-search'
import { useActions } from '../actions/context'
import { unwrap } from '../actions/desk'
import { useAnnotations } from '../analysis/annotations'
import { type OpenProject, useStore } from '../app/library'
import type { SearchState } from './use-search'
import { questionOf } from './wish'

/** The searches that are kept, and what came to them. */
export interface SavedState {
  readonly saved: readonly SavedSearch[]
  /** The one whose answer is shown; null: it is none that is kept. */
  readonly current: SavedSearch | null
  /** How many places of each were not looked at yet; those that were not counted are not there. */
  readonly fresh: ReadonlyMap<SavedSearchId, number>
  /** How many lines of the answer are new since it was looked at before the window opened; null where that is not known. */
  readonly news: number | null
}

const NONE: readonly SavedSearch[] = []
const NEVER: Seen = new Float64Array()

const soughtIn = ({ typed, exact, cased, wholeWords, scope }: Sought): Sought => ({
  typed,
  exact,
  cased,
  wholeWords,
  scope,
})

/** Whether both look for the same. */
export const isSameSearch = (one: Sought, other: Sought): boolean => same(soughtIn(one), soughtIn(other))

/** The saved searches with how many new places each has, and those of the one that is shown marked and then looked at. */
export function useSaved(open: OpenProject, { feed, progress, groups, answer, answered }: SearchState): SavedState {
  const store = useStore()
  const { report } = useActions()
  const { live, annotations } = useAnnotations()
  // A search inside a live theme cannot be counted before its passages are known.
  const isRead = annotations !== null || live.length === 0
  const showing = useRef(live)
  showing.current = live
  const project = open.project.id
  const saved = useLiveQuery(() => store.read.savedSearches(project), [store, project]) ?? NONE
  const current = useMemo(
    () => (answered && saved.find((each) => isSameSearch(each, answered))) ?? null,
    [saved, answered],
  )
  const isThere = progress.project === project && progress.done >= progress.all
  /** What had been looked at when this window opened: as long as it is open, what is new stays new. */
  const before = useRef(new Map<SavedSearchId, Seen>())
  const [marked, setMarked] = useState<{ readonly run: number; readonly count: number } | null>(null)
  const [looked, setLooked] = useState(0)
  const [fresh, setFresh] = useState<ReadonlyMap<SavedSearchId, number>>(new Map())
  const { revision } = progress
  const run = answer?.run
  const id = current?.id

  useEffect(() => {
    if (run === undefined || id === undefined || !isThere) return
    let here = true
    const look = async (): Promise<void> => {
      const seen = before.current.get(id) ?? (await store.places.seenPlaces(id)) ?? NEVER
      before.current.set(id, seen)
      const count = unwrap(await feed.jobs.search.mark(run, seen))
      const now = unwrap(await feed.jobs.search.seen(run))
      if (!here || !now) return
      await store.places.setSeenPlaces(id, now)
      setMarked({ run, count })
      setLooked((times) => times + 1)
    }
    look().catch(report)
    return () => {
      here = false
    }
  }, [run, id, isThere, store, feed, report])

  // biome-ignore lint/correctness/useExhaustiveDependencies: texts that came in, and places that were looked at, are reason to count again
  useEffect(() => {
    if (!isThere || !isRead || saved.length === 0) return
    let here = true
    const count = async (): Promise<void> => {
      const counts = new Map<SavedSearchId, number>()
      for (const each of saved) {
        const seen = (await store.places.seenPlaces(each.id)) ?? NEVER
        const question = await questionOf(each, store, open, groups, showing.current).catch(() => null)
        if (!here) return
        if (question) counts.set(each.id, unwrap(await feed.jobs.search.countFresh(question, seen)))
      }
      if (here) setFresh(counts)
    }
    count().catch(report)
    return () => {
      here = false
    }
  }, [saved, groups, isThere, isRead, revision, looked, store, feed, open, report])

  return { saved, current, fresh, news: current && marked?.run === run ? (marked?.count ?? null) : null }
}
