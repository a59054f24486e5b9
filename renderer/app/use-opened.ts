import { useEffect, useState } from 'react'
import { plainText } from '#shared/model/document'
import type { ContentId, DocumentId } from '#shared/model/ids'
import type { OpenText } from '../actions/desk'
import { liveMarked, pair } from '../highlights/marked'
import { useStore } from './library'

/** The stretch around the place, in UTF-16 units, whose highlights are read before all others: more than a page. */
const BEFORE = 1000
const AFTER = 4000

/** The document on the page, with the place where it was left. */
export interface OpenedText extends OpenText {
  /** The UTF-16 offset of the line at the top. */
  readonly place: number
}

/**
 * Reads a document's text, highlights and place, and follows its highlights. The one before stays until the next has
 * been read. null while there is none. `placeIn` tells where a document was left.
 */
export function useOpened(
  id: DocumentId | null,
  content: ContentId | null,
  placeIn: (document: DocumentId) => Promise<number>,
  report: (error: unknown) => void,
): OpenedText | null {
  const store = useStore()
  const [opened, setOpened] = useState<OpenedText | null>(null)
  useEffect(() => {
    if (id === null || content === null) {
      setOpened(null)
      return
    }
    let wanted = true
    let marked: OpenText['marked'] | null = null
    const read = async (): Promise<void> => {
      const place = await placeIn(id)
      const [document, found, near] = await Promise.all([
        store.read.document(id),
        store.read.content(content),
        store.read.markedBetween(id, place - BEFORE, place + AFTER),
      ])
      if (!wanted || !document || !found) return
      // The database reads one thing after the other: first what the page shows, and while that is drawn, the rest.
      marked = liveMarked(store, id, pair(near.highlights, near.taggings))
      setOpened({ document, content, blocks: found.blocks, text: plainText(found.blocks), marked, place })
      await marked.ready
    }
    read().catch(report)
    return () => {
      wanted = false
      marked?.close()
    }
  }, [store, id, content, placeIn, report])
  return opened
}
