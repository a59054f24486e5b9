import type { DragEvent } from 'react'
import type { DocumentId } from '#shared/model/ids'

/** What documents that are dragged are called among what can be dragged over the window. */
const TYPE = 'application/x-pingdian-documents'

/** Takes documents along with the pointer. */
export function drag(event: DragEvent, ids: readonly DocumentId[]): void {
  event.dataTransfer.setData(TYPE, JSON.stringify(ids))
  event.dataTransfer.effectAllowed = 'copy'
}

/** Whether documents are dragged here. */
export const hasDocuments = (event: DragEvent): boolean => event.dataTransfer.types.includes(TYPE)

/** The documents that are dropped here. */
export function droppedDocuments(event: DragEvent): DocumentId[] {
  const found: unknown = JSON.parse(event.dataTransfer.getData(TYPE) || '[]')
  return Array.isArray(found) ? found.filter((each) => typeof each === 'string') : []
}
