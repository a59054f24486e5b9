import type { Seen } from '#shared/corpus/search/seen'
import { deleteSearch, renameSearch, saveSearch } from '#shared/editing/saved-searches'
import { writeWords } from '#shared/editing/word-lists'
import type { ChangeSet } from '#shared/model/changes'
import type { SavedSearch, SavedSearchId, Sought } from '#shared/model/saved-search'
import type { WordListKind } from '#shared/model/word-list'
import { by, commit, type Desk, openProject, type Queue } from './desk'

/** What is done with searches that are kept, and with lists of words. */
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
    /** Asks a saved search again, in the window that searches. */
    openSearch: (id: SavedSearchId) =>
      queued(async () => {
        const saved = (await all()).find((each) => each.id === id)
        if (!saved) return
        const { typed, exact, cased, wholeWords, scope } = saved
        desk.dispatch({ type: 'wish', change: { typed, exact, cased, wholeWords, scope } })
        desk.dispatch({ type: 'openDialog', dialog: { kind: 'search' } })
      }),
    renameSearch: (id: SavedSearchId, name: string) =>
      withSaved(id, (saved, others) => renameSearch({ saved, name, others })),
    deleteSearch: (id: SavedSearchId) => withSaved(id, deleteSearch),
    /** Writes the words of one's own, or those left out, when words are counted. */
    writeWords: (kind: WordListKind, words: readonly string[]) =>
      queued(async () => {
        const project = openProject(desk).project.id
        const lists = await desk.store.read.wordLists(project)
        await commit(desk, writeWords({ project, kind, words, lists }, by(desk)))
      }),
  }
}
