import { useEffect, useMemo, useState } from 'react'
import type { ContentId, DocumentId } from '#shared/model/ids'
import type { Boundaries } from '#shared/queries/boundaries'
import { useActions } from '../actions/context'
import { useProject, useStore } from '../app/library'
import type { MarksNow } from '../store'

/** So many texts are read before it is told how many have been. */
const AT_ONCE = 100

/** Of a text that is not there. */
const NO_TEXT: Boundaries = { sentences: [0], paragraphs: [0] }

export interface BoundariesNow {
  /** Of the documents whose texts have been read; undefined while none are wanted. */
  readonly boundaries?: ReadonlyMap<DocumentId, Boundaries>
  /** How many of the texts that are wanted have been read, 0 to 1. */
  readonly share: number
}

/** Where sentences and paragraphs begin in the documents with marks. A text is read once, until another takes its place. */
export function useBoundaries(marks: MarksNow, isWanted: boolean): BoundariesNow {
  const store = useStore()
  const open = useProject()
  const { report } = useActions()
  const documents = open?.documents
  const marked = marks.ready ? [...marks.byDocument.keys()].join() : ''
  const contents = useMemo(() => {
    const ids = new Set(marked.split(','))
    if (!isWanted || !documents) return []
    return documents.filter(({ id }) => ids.has(id)).map(({ id, content }) => [id, content] as const)
  }, [isWanted, documents, marked])
  const [known, setKnown] = useState<ReadonlyMap<ContentId, Boundaries>>(new Map())
  const [read, setRead] = useState(0)
  const wanted = contents.flatMap(([, content]) => (known.has(content) ? [] : [content])).join()
  useEffect(() => {
    if (wanted === '') return
    let here = true
    const ids = wanted.split(',')
    const readAll = async (): Promise<void> => {
      const all = new Map<ContentId, Boundaries>(ids.map((id) => [id, NO_TEXT]))
      for (let at = 0; at < ids.length && here; at += AT_ONCE) {
        setRead(at)
        for (const [id, found] of await store.read.boundaries(ids.slice(at, at + AT_ONCE))) all.set(id, found)
      }
      // All at once: with each that came, every query would be answered anew.
      if (here) setKnown((before) => new Map([...before, ...all]))
    }
    readAll().catch(report)
    return () => {
      here = false
    }
  }, [wanted, store, report])
  const boundaries = useMemo(
    () =>
      new Map(
        contents.flatMap(([id, content]) => {
          const found = known.get(content)
          return found ? [[id, found] as const] : []
        }),
      ),
    [contents, known],
  )
  if (!isWanted) return { share: 1 }
  const missing = wanted === '' ? 0 : wanted.split(',').length
  return { boundaries, share: missing === 0 ? 1 : (contents.length - missing + read) / contents.length }
}
