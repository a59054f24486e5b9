import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { SourceDocument } from '#shared/model/document'
import type { Coder, Project } from '#shared/model/project'
import { byOrder, type Theme, type ThemesById } from '#shared/model/theme'
import type { Counts, Live, Store } from '../store'

/** The open library. */
export const StoreContext = createContext<Store | null>(null)

/** The open library's store; throws outside of <App>, which never draws before it is open. */
export function useStore(): Store {
  const store = useContext(StoreContext)
  if (!store) throw new Error('The library is not open: this part of the screen stands outside <App>.')
  return store
}

/** Everything about the open project but its documents' texts and highlights. */
export interface OpenProject {
  readonly project: Project
  readonly coders: readonly Coder[]
  readonly documents: readonly SourceDocument[]
  readonly themes: readonly Theme[]
  readonly themesById: ThemesById
}

/** The open project; null until it has been read. */
export const ProjectContext = createContext<OpenProject | null>(null)
export const useProject = (): OpenProject | null => useContext(ProjectContext)

/** Reads the project with this id and keeps it up to date. */
export function useOpenProject(id: string | null): OpenProject | null {
  const store = useStore()
  const project = useLiveQuery(() => (id ? store.read.project(id) : undefined), [store, id])
  const coders = useLiveQuery(() => (id ? store.read.coders(id) : []), [store, id])
  const { ready, rows: documents } = useLive(() => store.liveDocuments(id ?? ''), id ?? '')
  const themes = useLiveQuery(() => (id ? store.read.themes(id) : []), [store, id])
  return useMemo(() => {
    if (!project || !coders || !ready || !themes || project.id !== id) return null
    const sorted = [...themes].sort(byOrder)
    return { project, coders, documents, themes: sorted, themesById: new Map(sorted.map((each) => [each.id, each])) }
  }, [project, coders, ready, documents, themes, id])
}

/** Follows a live value made by `make`; a new one is made when `key` changes, and the old one ended. */
export function useLive<S, D>(make: () => Live<S, D>, key: string): S {
  const [made, setMade] = useState<{ key: string; live: Live<S, D> }>(() => ({ key, live: make() }))
  let live = made.live
  if (made.key !== key) {
    live = make()
    setMade({ key, live })
  }
  useEffect(() => live.close, [live])
  return useSyncExternalStore(live.subscribe, live.get)
}

/** How many taggings each theme of the project has. */
export function useThemeCounts(project: string): Counts {
  const store = useStore()
  return useLive(() => store.liveThemeCounts(project), project)
}

/** How many highlights each document of the project has. */
export function useDocumentCounts(project: string): Counts {
  const store = useStore()
  return useLive(() => store.liveDocumentCounts(project), project)
}
