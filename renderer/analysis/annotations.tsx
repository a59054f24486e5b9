import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { needsTexts } from '#shared/model/annotation-query'
import type { Attribute } from '#shared/model/attribute'
import type { DocumentGroup } from '#shared/model/document-group'
import type { ContentId, DocumentId } from '#shared/model/ids'
import type { LiveTheme } from '#shared/model/live-theme'
import { type AnnotatedPassage, type Annotations, annotationsOf } from '#shared/queries/annotations/annotations'
import { followingQuery } from '#shared/queries/annotations/evaluate'
import { projectNames, type QueryNames } from '#shared/queries/annotations/names'
import type { Boundaries } from '#shared/queries/boundaries'
import { useActions } from '../actions/context'
import { useProject, useStore } from '../app/library'
import { useSession } from '../app/session'
import { notYet, useLive } from '../app/use-live'
import { type MarksNow, NO_MARKS } from '../store'

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
  readTexts: () => {},
})

export const useAnnotations = (): AnnotationsNow => useContext(AnnotationsContext)

/** The live theme with this id and its passages; null where there is none. */
export function useLiveTheme(id: string | null): LivePassages | null {
  const { live } = useAnnotations()
  return live.find(({ theme }) => theme.id === id) ?? null
}

/** Where sentences and paragraphs begin in the documents with marks; undefined while that is not wanted or not read. */
function useBoundaries(marks: MarksNow, isWanted: boolean): ReadonlyMap<DocumentId, Boundaries> | undefined {
  const store = useStore()
  const open = useProject()
  const { report } = useActions()
  const documents = open?.documents
  const marked = marks.ready ? [...marks.byDocument.keys()].join() : ''
  const contents = useMemo(() => {
    const ids = new Set(marked.split(','))
    return isWanted && documents
      ? documents.filter(({ id }) => ids.has(id)).map(({ id, content }) => [id, content] as const)
      : []
  }, [isWanted, documents, marked])
  const [known, setKnown] = useState<ReadonlyMap<ContentId, Boundaries>>(new Map())
  const missing = contents.flatMap(([, content]) => (known.has(content) ? [] : [content]))
  const wanted = missing.join()
  useEffect(() => {
    if (wanted === '') return
    let here = true
    store.read.boundaries(wanted.split(',')).then((found) => {
      if (here) setKnown((before) => new Map([...before, ...found]))
    }, report)
    return () => {
      here = false
    }
  }, [wanted, store, report])
  return useMemo(() => {
    if (!isWanted) return undefined
    return new Map(
      contents.flatMap(([id, content]) => {
        const found = known.get(content)
        return found ? [[id, found] as const] : []
      }),
    )
  }, [isWanted, contents, known])
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
  const boundaries = useBoundaries(marks, isWanted && (asked || kept.some(({ query }) => needsTexts(query))))

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
    () => ({ annotations, share, names, live, readTexts: () => setAsked(true) }),
    [annotations, share, names, live],
  )
  return <AnnotationsContext value={value}>{children}</AnnotationsContext>
}
