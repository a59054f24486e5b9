import { useEffect, useMemo, useRef, useState } from 'react'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentId, ProjectId } from '#shared/model/ids'
import type { Rows, Store } from '../store'
import { notYet, useLive } from './use-live'

/** Documents that are read with the project, if it has no more; of a larger one first those on the pages, the others later. */
const FEW = 200

/** The documents of the open project, as far as they have been read. */
export interface Documents {
  /** In library order. */
  readonly documents: readonly SourceDocument[]
  /** Whether these are all. */
  readonly isWhole: boolean
  /** Whether they are kept up to date: what is read about the whole project is read from then on. */
  readonly isFollowed: boolean
}

const NO_ROWS = notYet<Rows<SourceDocument>>({ ready: false, rows: [] })

/**
 * Reads the documents of a project: what the pages need at once, and all of them once the pages are drawn, so that a
 * project opens as soon with ten thousand documents as with ten. null until the first are read.
 */
export function useDocuments(
  store: Store,
  project: ProjectId | null,
  onPages: readonly DocumentId[],
  isDrawn: boolean,
): Documents | null {
  const [first, setFirst] = useState<{ readonly project: ProjectId; readonly found: Documents } | null>(null)
  const begun = useRef(onPages)
  begun.current = onPages
  useEffect(() => {
    if (project === null) return
    let wanted = true
    void store.read.firstDocuments(project, FEW, begun.current).then((found) => {
      if (wanted) setFirst({ project, found: { ...found, isFollowed: false } })
    })
    return () => {
      wanted = false
    }
  }, [store, project])
  const follows = isDrawn && project !== null
  const { ready, rows } = useLive<Rows<SourceDocument>>(
    () => (follows ? store.liveDocuments(project) : NO_ROWS),
    `${project} ${follows}`,
  )
  return useMemo(() => {
    if (ready) return { documents: rows, isWhole: true, isFollowed: true }
    return first?.project === project ? first.found : null
  }, [ready, rows, first, project])
}
