import { type Dispatch, useEffect, useRef } from 'react'
import type { DocumentId } from '#shared/model/ids'
import { type OpenProject, useStore } from './library'
import type { Session, SessionAct } from './session'
import { documentOn, otherSide, sidesOf } from './side-by-side'

/** Remembers which documents are on the pages, and closes the page of a document that is removed. */
export function useKeptPages(
  session: Session,
  open: OpenProject | null,
  dispatch: Dispatch<SessionAct>,
  report: (error: unknown) => void,
): void {
  const store = useStore()
  const known = useRef(new Set<DocumentId>())
  const { project, document, beside, side } = session
  const [first = null, second = null] = sidesOf(session).map((each) => documentOn(session, each))
  const documents = open?.documents
  useEffect(() => {
    if (!documents) return
    const there = new Set(documents.map(({ id }) => id))
    const isGone = (id: DocumentId | null): boolean => id !== null && !there.has(id) && known.current.has(id)
    for (const id of [document, beside]) if (id !== null && there.has(id)) known.current.add(id)
    if (isGone(beside)) dispatch({ type: 'closePage', side: otherSide(side) })
    else if (isGone(document)) dispatch({ type: 'openDocument', document: null })
  }, [documents, document, beside, side, dispatch])
  const kept = documents?.some(({ id }) => id === first) ? first : null
  useEffect(() => {
    if (project === null || kept === null) return
    const keep = async (): Promise<void> => {
      await store.places.setLastDocument(project, kept)
      await store.places.noteReading(kept)
      const before = await store.places.secondPage(project)
      if (before?.document === second || (second === null && !before)) return
      await store.places.setSecondPage(
        project,
        second === null ? null : { document: second, offset: await store.places.readingPlace(second) },
      )
    }
    keep().catch(report)
  }, [store, project, kept, second, report])
}
