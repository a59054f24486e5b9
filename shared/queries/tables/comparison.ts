import type { DocumentId, GroupId } from '../../model/ids'
import type { Theme } from '../../model/theme'
import type { AnnotatedPassage, Annotations } from '../annotations/annotations'
import { type LiveMember, membersOf } from './axis'
import { covered } from './measure'

/** What a theme is in one of two groups of documents. */
export interface Side {
  readonly passages: readonly AnnotatedPassage[]
  /** The part of the group's tagged passages that have it, 0 to 1; 0 where there are none. */
  readonly share: number
  /** The part of the group's text that it covers, 0 to 1. */
  readonly covered: number
}

/** A theme in two groups of documents, side by side. */
export interface Compared {
  readonly id: string
  readonly name: string
  readonly theme?: Theme
  readonly one: Side
  readonly other: Side
  /** The share in the one less that in the other, -1 to 1. */
  readonly difference: number
}

/**
 * The themes of two groups of documents (null: all that are not in the other), those that differ most first; themes that
 * neither has are left out. A theme counts what is below it. Documents that are in both groups count in both.
 */
export function comparisonOf(
  annotations: Annotations,
  groups: readonly [GroupId | null, GroupId | null],
  live: readonly LiveMember[] = [],
): Compared[] {
  const { members, of } = membersOf({ kind: 'themes', below: true, live }, annotations)
  const { documents } = annotations.records
  const sets = groups.map((id) => (id === null ? null : annotations.documentsIn(id)))
  const isIn = (side: 0 | 1, id: DocumentId): boolean => sets[side]?.has(id) ?? !(sets[1 - side]?.has(id) ?? false)
  const sides = ([0, 1] as const).map((side) => {
    const own = annotations.passages.filter(({ document }) => isIn(side, document.id))
    const tagged = own.filter(({ taggings }) => taggings.length > 0).length
    const length = documents.reduce((all, each) => all + (isIn(side, each.id) ? each.length : 0), 0)
    const byMember = members.map((): AnnotatedPassage[] => [])
    for (const passage of own) for (const i of of(passage)) byMember[i]?.push(passage)
    return byMember.map(
      (passages): Side => ({
        passages,
        share: tagged === 0 ? 0 : passages.length / tagged,
        covered: length === 0 ? 0 : covered(passages) / length,
      }),
    )
  })
  return members
    .map(({ id, name, theme }, i) => {
      const [one, other] = [sides[0]?.[i] as Side, sides[1]?.[i] as Side]
      return { id, name: name ?? '', ...(theme && { theme }), one, other, difference: one.share - other.share }
    })
    .filter(({ one, other }) => one.passages.length + other.passages.length > 0)
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
}
