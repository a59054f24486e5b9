import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { needsTexts } from '#shared/model/annotation-query'
import type { DocumentId, ProjectId } from '#shared/model/ids'
import type { LiveTheme } from '#shared/model/live-theme'
import {
  type AnnotatedPassage,
  type AnnotationRecords,
  type Annotations,
  annotationsOf,
} from '#shared/queries/annotations/annotations'
import { passagesOf } from '#shared/queries/annotations/evaluate'
import { projectNames, type QueryNames } from '#shared/queries/annotations/names'
import type { Boundaries } from '#shared/queries/boundaries'
import { useActions } from '../actions/context'
import { useProject, useStore } from '../app/library'
import { useSession } from '../app/session'

/** How long after the last write all marks are read anew, in milliseconds: the write itself is drawn first. */
const READ_AFTER = 250

/** The passages of a live theme, as they are now. */
export interface LivePassages {
  readonly theme: LiveTheme
  readonly passages: readonly AnnotatedPassage[]
}

/** What queries and tables are answered from; read only while somebody asks. */
export interface AnnotationsNow {
  /** null until they have been read. */
  readonly annotations: Annotations | null
  readonly names: QueryNames
  readonly live: readonly LivePassages[]
  /** Has the texts read too, for distances in sentences and paragraphs. */
  readonly readTexts: () => void
}

const NONE: readonly LiveTheme[] = []
const NO_NAMES = projectNames({ themes: [], documents: [], groups: [], attributes: [], coders: [] })
const AnnotationsContext = createContext<AnnotationsNow>({
  annotations: null,
  names: NO_NAMES,
  live: [],
  readTexts: () => {},
})

export const useAnnotations = (): AnnotationsNow => useContext(AnnotationsContext)

/** The live theme with this id and its passages; null where there is none. */
export function useLiveTheme(id: string | null): LivePassages | null {
  const { live } = useAnnotations()
  return live.find(({ theme }) => theme.id === id) ?? null
}

interface Read extends Omit<AnnotationRecords, 'documents' | 'themes'> {
  readonly project: ProjectId
}

/** Reads the marks of the open project while there are live themes or the analysis is open, and follows what is written. */
export function AnnotationsProvider({ children }: { readonly children: ReactNode }) {
  const store = useStore()
  const open = useProject()
  const { report } = useActions()
  const { dialog } = useSession()
  const project = open?.project.id
  const kept = useLiveQuery(() => (project ? store.read.liveThemes(project) : []), [store, project]) ?? NONE
  const [asked, setAsked] = useState(false)
  const [read, setRead] = useState<Read | null>(null)
  const isWanted = kept.length > 0 || dialog?.kind === 'analysis'
  const withTexts = asked || kept.some(({ query }) => needsTexts(query))

  useEffect(() => {
    if (!isWanted || !project) return
    let here = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const load = async (): Promise<void> => {
      const records = await store.read.annotationRecords(project)
      const documents: DocumentId[] = [...new Set(records.highlights.map(({ document }) => document))]
      const boundaries: ReadonlyMap<DocumentId, Boundaries> | undefined = withTexts
        ? await store.read.boundaries(documents)
        : undefined
      if (here) setRead({ project, ...records, ...(boundaries && { boundaries }) })
    }
    load().catch(report)
    const end = store.onCommitted((committed) => {
      if (committed.project !== project) return
      clearTimeout(timer)
      timer = setTimeout(() => load().catch(report), READ_AFTER)
    })
    return () => {
      here = false
      clearTimeout(timer)
      end()
    }
  }, [isWanted, project, store, withTexts, report])

  const documents = open?.documents
  const themes = open?.themes
  const annotations = useMemo(
    () =>
      read && documents && themes && read.project === project ? annotationsOf({ ...read, documents, themes }) : null,
    [read, documents, themes, project],
  )
  const names = useMemo(
    () =>
      open && annotations
        ? projectNames({ ...open, groups: annotations.records.groups, attributes: annotations.records.attributes })
        : NO_NAMES,
    [open, annotations],
  )
  const live = useMemo(
    () => kept.map((theme) => ({ theme, passages: annotations ? passagesOf(theme.query, annotations) : [] })),
    [kept, annotations],
  )
  const value = useMemo(
    () => ({ annotations, names, live, readTexts: () => setAsked(true) }),
    [annotations, names, live],
  )
  return <AnnotationsContext value={value}>{children}</AnnotationsContext>
}
