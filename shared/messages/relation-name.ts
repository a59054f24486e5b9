import { type PassageLink, RELATIONS, type Relation } from '../model/link'
import type { Translate } from './index'

const offered = (relation: Relation): (typeof RELATIONS)[number] | undefined =>
  RELATIONS.find((each) => each === relation)

/** What a relation is called: those that are offered in the interface's language, the researcher's own as they wrote it. */
export function relationName(relation: Relation, t: Translate): string {
  const known = offered(relation)
  return known ? t(`relations.${known}`) : relation
}

/** What a link says of the passage `of`, which is one of its ends: that it supports the other, or is supported by it. */
export function relationFrom(link: PassageLink, of: string, t: Translate): string {
  if (link.from === of) return relationName(link.relation, t)
  const known = offered(link.relation)
  return known ? t(`relations.${known}Back`) : `← ${link.relation}`
}
