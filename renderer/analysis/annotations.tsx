import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import { needsTexts } from '#shared/model/annotation-query'
import type { Attribute } from '#shared/model/attribute'
import type { DocumentGroup } from '#shared/model/document-group'
import type { DocumentId } from '#shared/model/ids'
import type { LiveTheme } from '#shared/model/live-theme'
import { type AnnotatedPassage, type Annotations, annotationsOf } from '#shared/queries/annotations/annotations'
import { followingQuery } from '#shared/queries/annotations/evaluate'
import { projectNames, type QueryNames } from '#shared/queries/annotations/names'
import { useProject, useStore } from '../app/library'
import { useSession } from '../app/session'
import { notYet, useLive } from '../app/use-live'
import { type MarksNow, NO_MARKS } from '../store'
import { useBoundaries } from './use-boundaries'

/** The passages of a live theme, as they are now. */
export interface LivePassages {
  readonly theme: LiveTheme
  /** In the order of the documents and of the text. */
  readonly passages: readonly AnnotatedPassage[]
  /** The same by document; one without any is not there. */
  readonly byDocument: ReadonlyMap<DocumentId, readonly AnnotatedPassage[]>
}

/** What queries and tables are answered from; read only while somebody asks. */
export interface AnnotationsNow {
  /** null until they have been read. */
  readonly annotations: Annotations | null
  /** How much of them has been read, 0 to 1. */
  readonly share: number
  readonly names: QueryNames
  readonly live: readonly LivePassages[]
  /** How many of the texts that are wanted for distances in sentences and paragraphs have been read, 0 to 1. */
  readonly textShare: number
  /** Has the texts read too, for distances in sentences and paragraphs. */
  readonly readTexts: () => void
}

const NONE: readonly LiveTheme[] = []
const NO_GROUPS: readonly DocumentGroup[] = []
const NO_ATTRIBUTES: readonly Attribute[] = []
const NO_NAMES = projectNames({ themes: [], documents: [], groups: [], attributes: [], coders: [] })
const NOT_READ = notYet<MarksNow>(NO_MARKS)
const AnnotationsContext = createContext<AnnotationsNow>({
  annotations: null,
  share: 0,
  names: NO_NAMES,
  live: [],
  textShare: 1,
  readTexts: () => {},
})

export const useAnnotations = (): AnnotationsNow => useContext(AnnotationsContext)

/** The live theme with this id and its passages; null where there is none. */
export function useLiveTheme(id: string | null): LivePassages | null {
  const { live } = useAnnotations()
  return live.find(({ theme }) => theme.id === id) ?? null
}

/** Reads the marks of the open project while there are live themes or the analysis is open, and follows what is written. */
export function AnnotationsProvider({ children }: { readonly children: ReactNode }) {
  const store = useStore()
  const open = useProject()
  const { dialog } = useSession()
  const project = open?.project.id
  const kept = useLiveQuery(() => (project ? store.read.liveThemes(project) : []), [store, project]) ?? NONE
  const groups = useLiveQuery(() => (project ? store.read.documentGroups(project) : []), [store, project])
  const attributes = useLiveQuery(() => (project ? store.read.attributes(project) : []), [store, project])
  const [asked, setAsked] = useState(false)
  const isWanted = (kept.length > 0 || dialog?.kind === 'analysis') && (open?.isFollowed ?? false)
  const marks = useLive<MarksNow>(
    () => (isWanted && project ? store.liveMarks(project) : NOT_READ),
    `${project} ${isWanted}`,
  )
  const isFar = asked || kept.some(({ query }) => needsTexts(query))
  const { boundaries, share: textShare } = useBoundaries(marks, isWanted && isFar)

  const documents = open?.documents
  const themes = open?.themes
  const before = useRef<Annotations | null>(null)
  const annotations = useMemo(() => {
    if (!marks.ready || !documents || !themes) return null
    const records = {
      documents,
      themes,
      groups: groups ?? NO_GROUPS,
      attributes: attributes ?? NO_ATTRIBUTES,
      ...(boundaries && { boundaries }),
    }
    return annotationsOf(records, marks, before.current)
  }, [marks, documents, themes, groups, attributes, boundaries])
  before.current = annotations
  const names = useMemo(
    () =>
      open && annotations
        ? projectNames({ ...open, groups: annotations.records.groups, attributes: annotations.records.attributes })
        : NO_NAMES,
    [open, annotations],
  )
  const following = useMemo(() => kept.map((theme) => ({ theme, follow: followingQuery(theme.query) })), [kept])
  const live = useMemo(
    () =>
      following.map(({ theme, follow }): LivePassages => {
        const byDocument = annotations ? follow(annotations) : new Map<DocumentId, readonly AnnotatedPassage[]>()
        return { theme, byDocument, passages: [...byDocument.values()].flat() }
      }),
    [following, annotations],
  )
  const { share } = marks
  const value = useMemo(
    () => ({ annotations, share, names, live, textShare, readTexts: () => setAsked(true) }),
    [annotations, share, names, live, textShare],
  )
  return <AnnotationsContext value={value}>{children}</AnnotationsContext>
}
