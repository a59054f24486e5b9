import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, useContext, useMemo } from 'react'
import type { DocumentId } from '#shared/model/ids'
import type { Coder, Project } from '#shared/model/project'
import type { Theme, ThemesById } from '#shared/model/theme'
import type { Counts, Rows, Store } from '../store'
import { type Documents, useDocuments } from './use-documents'
import { type Followed, notYet, useLive } from './use-live'

/** The open library. */
export const StoreContext = createContext<Store | null>(null)

/** The open library's store; throws outside of <App>, which never draws before it is open. */
export function useStore(): Store {
  const store = useContext(StoreContext)
  if (!store) throw new Error('The library is not open: this part of the screen stands outside <App>.')
  return store
}

/** Everything about the open project but its documents' texts and highlights. */
export interface OpenProject extends Documents {
  readonly project: Project
  readonly coders: readonly Coder[]
  readonly themes: readonly Theme[]
  readonly themesById: ThemesById
}

/** The open project; null until it has been read. */
export const ProjectContext = createContext<OpenProject | null>(null)
export const useProject = (): OpenProject | null => useContext(ProjectContext)

const NO_THEMES = notYet<Rows<Theme>>({ ready: false, rows: [] })

/**
 * Reads the project with this id and keeps it up to date: first what the pages with these documents need, and all of it
 * once they are drawn.
 */
export function useOpenProject(
  id: string | null,
  onPages: readonly DocumentId[],
  isDrawn: boolean,
): OpenProject | null {
  const store = useStore()
  const project = useLiveQuery(() => (id ? store.read.project(id) : undefined), [store, id])
  const coders = useLiveQuery(() => (id ? store.read.coders(id) : []), [store, id])
  const found = useDocuments(store, id, onPages, isDrawn)
  const { ready, rows: themes } = useLive<Rows<Theme>>(
    () => (id ? store.liveCodebook(id) : NO_THEMES),
    `themes of ${id}`,
  )
  return useMemo(() => {
    if (!project || !coders || !found || !ready || project.id !== id) return null
    return { ...found, project, coders, themes, themesById: new Map(themes.map((each) => [each.id, each])) }
  }, [project, coders, found, ready, themes, id])
}

const NO_COUNTS = notYet<Counts>(new Map())

/** Counting a whole project waits until its first page is drawn. */
function useCounts(make: () => Followed<Counts>, project: string): Counts {
  const isFollowed = useProject()?.isFollowed ?? false
  return useLive(isFollowed ? make : () => NO_COUNTS, `${project} ${isFollowed}`)
}

/** How many taggings each theme of the project has. */
export function useThemeCounts(project: string): Counts {
  const store = useStore()
  return useCounts(() => store.liveThemeCounts(project), project)
}

/** How many highlights each document of the project has. */
export function useDocumentCounts(project: string): Counts {
  const store = useStore()
  return useCounts(() => store.liveDocumentCounts(project), project)
}
