import { useLiveQuery } from 'dexie-react-hooks'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentGroup } from '#shared/model/document-group'
import type { DocumentId, GroupId, Time } from '#shared/model/ids'
import { groupRows } from '#shared/queries/group-rows'
import type { DocumentOrder } from '#shared/queries/sort-documents'
import { useProject, useStore } from '../app/library'
import { type ListedOrder, listedOrder } from './listed-order'

const NO_DOCUMENTS: readonly SourceDocument[] = []
const NO_GROUPS: readonly DocumentGroup[] = []
const NEVER: ReadonlyMap<DocumentId, Time> = new Map()

/** What the list of documents shows. */
export interface Listed {
  readonly documents: readonly SourceDocument[]
  readonly groups: readonly DocumentGroup[]
  /** The group whose documents these are; null: all of the project. */
  readonly group: GroupId | null
  readonly order: DocumentOrder
  readonly setOrder: (order: DocumentOrder) => void
}

/** The documents of the open project, or of one of its groups, in the order that was chosen for it. */
export function useListed(wanted: GroupId | null): Listed {
  const store = useStore()
  const open = useProject()
  const project = open?.project.id ?? ''
  const documents = open?.documents ?? NO_DOCUMENTS
  const groups = useLiveQuery(() => store.read.documentGroups(project), [store, project]) ?? NO_GROUPS
  const [order, setOrder] = useState<DocumentOrder>('library')
  const [read, setRead] = useState(NEVER)
  useEffect(() => {
    if (project !== '') void store.places.documentOrder(project).then(setOrder)
  }, [store, project])
  // Read once, when it is asked for: a list does not move under who reads.
  useEffect(() => {
    if (order === 'read') void store.places.readingTimes().then(setRead)
  }, [store, order])
  const row = useMemo(() => groupRows(groups).find(({ group }) => group.id === wanted), [groups, wanted])
  const before = useRef<ListedOrder | null>(null)
  const sorted = useMemo(() => {
    before.current = listedOrder(before.current, { documents, order, read })
    return before.current.sorted
  }, [documents, order, read])
  const held = row?.documents
  const listed = useMemo(() => (held ? sorted.filter(({ id }) => held.has(id)) : sorted), [sorted, held])
  return {
    documents: listed,
    groups,
    group: row?.group.id ?? null,
    order,
    setOrder: (next) => {
      setOrder(next)
      void store.places.setDocumentOrder(project, next)
    },
  }
}
