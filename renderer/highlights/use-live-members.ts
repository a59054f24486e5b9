import { useRef } from 'react'
import type { DocumentId } from '#shared/model/ids'
import { useAnnotations } from '../analysis/annotations'
import { type LiveMembers, membersIn, NO_MEMBERS } from './live-members'

/** The live themes of the highlights of a document, as they are now, following what is written; none without a document. */
export function useLiveMembers(document: DocumentId | null): LiveMembers {
  const { live } = useAnnotations()
  const before = useRef(NO_MEMBERS)
  before.current = document === null || live.length === 0 ? NO_MEMBERS : membersIn(live, document, before.current)
  return before.current
}
