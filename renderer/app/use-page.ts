import { type RefObject, useCallback, useRef, useState } from 'react'
import type { DocumentId } from '#shared/model/ids'
import type { MarkedRows } from '../highlights/marked'
import type { Corrector } from '../reader/corrector'
import type { Reader } from '../reader/reader'
import { createInView, type InView } from './in-view'
import { type OpenProject, useStore } from './library'
import type { PageSide } from './side-by-side'
import { useMarked } from './use-marked'
import { type OpenedText, useOpened } from './use-opened'

/** One side of the window with what stands on it. */
export interface Page {
  readonly side: PageSide
  /** null until it has been read, and where no document is open. */
  readonly text: OpenedText | null
  readonly marked: MarkedRows
  /** Set while the text is there. */
  readonly reader: RefObject<Reader | null>
  /** Set while the text is being corrected. */
  readonly corrector: RefObject<Corrector | null>
  readonly inView: InView
}

/** Opens `document` on a side. The second of two pages has a place of its own, since both may show one document. */
export function usePage(
  side: PageSide,
  document: DocumentId | null,
  open: OpenProject | null,
  report: (error: unknown) => void,
): Page {
  const store = useStore()
  const reader = useRef<Reader | null>(null)
  const corrector = useRef<Corrector | null>(null)
  const [inView] = useState(createInView)
  const project = open?.project.id ?? null
  const placeIn = useCallback(
    async (id: DocumentId): Promise<number> => {
      const second = side === 'right' && project !== null ? await store.places.secondPage(project) : undefined
      return second?.document === id ? second.offset : store.places.readingPlace(id)
    },
    [store, side, project],
  )
  const record = open?.documents.find(({ id }) => id === document)
  const opened = useOpened(record?.id ?? null, record?.content ?? null, placeIn, report)
  const marked = useMarked(opened)
  const shown = opened && open?.documents.find(({ id }) => id === opened.document.id)
  return { side, text: opened && shown ? { ...opened, document: shown } : null, marked, reader, corrector, inView }
}
