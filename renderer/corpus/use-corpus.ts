import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { ProjectId } from '#shared/model/ids'
import type { CorpusFeed, CorpusProgress } from './corpus-feed'

export const CorpusContext = createContext<CorpusFeed | null>(null)

/** The feed of the corpus worker, which holds `project` from the first drawing on, and how far it is. */
export function useCorpus(
  project: ProjectId,
  report: (error: unknown) => void,
): { readonly feed: CorpusFeed; readonly progress: CorpusProgress } {
  const feed = useContext(CorpusContext)
  if (!feed) throw new Error('There is no corpus: this part of the screen stands outside <App>.')
  useEffect(() => void feed.hold(project).catch(report), [feed, project, report])
  return { feed, progress: useSyncExternalStore(feed.subscribe, feed.get) }
}
