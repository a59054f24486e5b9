import type { Seen } from '#shared/corpus/search/seen'
import { deleteSearch, renameSearch, saveSearch } from '#shared/editing/saved-searches'
import type { ChangeSet } from '#shared/model/changes'
import type { SavedSearch, SavedSearchId, Sought } from '#shared/model/saved-search'
import { by, commit, type Desk, openProject, type Queue } from './desk'

/** What is done with searches that are kept. */
export function searchingActions(desk: Desk, queued: Queue) {
  const all = () => desk.store.read.savedSearches(openProject(desk).project.id)
  const withSaved = (id: SavedSearchId, work: (saved: SavedSearch, others: readonly SavedSearch[]) => ChangeSet) =>
    queued(async () => {
      const others = await all()
      const saved = others.find((each) => each.id === id)
      if (saved) await commit(desk, work(saved, others))
    })
  return {
    /** Keeps a search, with what was looked at of it; answers with its id, or null where it could not be kept. */
    saveSearch: (name: string, sought: Sought, seen: Seen | null) =>
      queued(async () => {
        const given = { project: openProject(desk).project.id, name, sought, others: await all() }
        const { changes, saved } = saveSearch(given, by(desk))
        if (seen) await desk.store.places.setSeenPlaces(saved.id, seen)
        await commit(desk, changes)
        return saved.id
      }),
    renameSearch: (id: SavedSearchId, name: string) =>
      withSaved(id, (saved, others) => renameSearch({ saved, name, others })),
    deleteSearch: (id: SavedSearchId) => withSaved(id, deleteSearch),
  }
}
