import { useLiveQuery } from 'dexie-react-hooks'
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { Attribute } from '#shared/model/attribute'
import type { SourceDocument } from '#shared/model/document'
import type { DocumentGroup } from '#shared/model/document-group'
import type { ProjectId } from '#shared/model/ids'
import { groupsByDocument, type TableFacts } from '#shared/queries/document-table/cells'
import { allColumns, type Column, shownColumns } from '#shared/queries/document-table/columns'
import { type DocumentRow, rowFinder, type TableView } from '#shared/queries/document-table/rows'
import { useActions } from '../actions/context'
import { useDocumentCounts, useProject, useStore } from '../app/library'

/** All that the table of documents shows, as it is in the library now. */
export interface DocumentTable {
  readonly documents: readonly SourceDocument[]
  readonly attributes: readonly Attribute[]
  readonly groups: readonly DocumentGroup[]
  readonly facts: TableFacts
  /** Every column there can be, and those that are shown. */
  readonly all: readonly Column[]
  readonly columns: readonly Column[]
  readonly rows: readonly DocumentRow[]
  /** The documents in the rows, each once, folded ones too. */
  readonly found: number
  readonly view: TableView
  /** Looks at it in another way, and remembers that. */
  readonly change: (view: Partial<TableView>) => void
  readonly toggleFold: (words: string) => void
  readonly folded: ReadonlySet<string>
}

const NO_DOCUMENTS: readonly SourceDocument[] = []
const NOTHING_FOUND = { rows: [], count: 0 }
const NOTHING_FOLDED: ReadonlySet<string> = new Set()

/** The table of a project's documents; null until it has been read. */
export function useDocumentTable(project: ProjectId): DocumentTable | null {
  const store = useStore()
  const actions = useActions()
  const documents = useProject()?.documents ?? NO_DOCUMENTS
  const attributes = useLiveQuery(() => store.read.attributes(project), [store, project])
  const groups = useLiveQuery(() => store.read.documentGroups(project), [store, project])
  const highlights = useDocumentCounts(project)
  const [view, setView] = useState<TableView | null>(null)
  const [folded, setFolded] = useState(NOTHING_FOLDED)
  useEffect(() => {
    let here = true
    store.places.tableView(project).then((read) => here && setView(read), actions.report)
    return () => {
      here = false
    }
  }, [store, project, actions])
  const change = useCallback(
    (part: Partial<TableView>): void => {
      if (!view) return
      const changed = { ...view, ...part }
      setView(changed)
      void store.places.setTableView(project, changed).catch(actions.report)
    },
    [store, project, actions, view],
  )
  const toggleFold = (words: string): void => {
    const others = new Set(folded)
    if (!others.delete(words)) others.add(words)
    setFolded(others)
  }

  const facts = useMemo(() => ({ groups: groupsByDocument(groups ?? []), highlights }), [groups, highlights])
  const all = useMemo(() => allColumns(attributes ?? []), [attributes])
  const columns = useMemo(() => shownColumns(all, view?.columns ?? null, view?.known ?? []), [all, view])
  // Typing goes on while the rows are found.
  const seen = useDeferredValue(view)
  const [find] = useState(rowFinder)
  const { rows, count: found } = useMemo(
    () => (seen ? find(documents, seen, { columns, all, facts, folded }) : NOTHING_FOUND),
    [find, documents, seen, columns, all, facts, folded],
  )
  if (!view || !attributes || !groups) return null
  return { documents, attributes, groups, facts, all, columns, rows, found, view, change, toggleFold, folded }
}
