import type { DocumentId } from '../../model/ids'
import type { AnnotatedPassage, Annotations } from '../annotations/annotations'
import { type LiveMember, type Member, membersOf } from './axis'
import { covered } from './measure'

/** A theme in one document. */
export interface PortraitLane extends Member {
  /** Its passages in text order. */
  readonly passages: readonly AnnotatedPassage[]
  /** The part of the text that it covers, 0 to 1. */
  readonly covered: number
}

/** A document as the strip of its themes: one lane for each that it has, in the order of the codebook. */
export function portraitOf(
  annotations: Annotations,
  document: DocumentId,
  live: readonly LiveMember[] = [],
): PortraitLane[] {
  const { members, of } = membersOf({ kind: 'themes', below: false, live }, annotations)
  const stretch = annotations.stretches.find((each) => each.document.id === document)
  if (!stretch) return []
  const lanes = members.map((): AnnotatedPassage[] => [])
  for (const passage of annotations.passages.slice(stretch.from, stretch.to)) {
    for (const i of of(passage)) lanes[i]?.push(passage)
  }
  return members.flatMap((member, i) => {
    const passages = lanes[i] ?? []
    if (passages.length === 0) return []
    return [{ ...member, passages, covered: covered(passages) / Math.max(1, stretch.document.length) }]
  })
}
