import { type AnnotationQuery, DOCUMENT_FIELDS, isDistant, RELATIONS } from '#shared/model/annotation-query'
import type { Annotations } from '#shared/queries/annotations/annotations'
import { inTreeOrder } from '#shared/queries/tables/axis'

/** What a row of the form can ask, put together as it is offered. */
export const ASKED = {
  themes: ['theme', 'untagged'],
  meets: RELATIONS,
  passage: ['words', 'note', 'star', 'weight', 'coder'],
  document: ['document', 'group', 'attribute', ...DOCUMENT_FIELDS],
  more: ['several'],
} as const
export type Asked = (typeof ASKED)[keyof typeof ASKED][number]

/** What a query asks, as the form calls it. */
export function askedOf(query: AnnotationQuery): Asked {
  switch (query.kind) {
    case 'and':
    case 'or':
    case 'not':
    case 'all':
      return 'several'
    case 'relation':
      return query.relation
    case 'field':
      return query.field
    default:
      return query.kind
  }
}

/** With what a row begins when it comes to ask that; what stood there before stays in it where it can. */
export function beginning(
  asked: Asked,
  { records, passages }: Pick<Annotations, 'records' | 'passages'>,
  before: AnnotationQuery = { kind: 'all' },
): AnnotationQuery {
  const theme = inTreeOrder(records.themes).find(({ archived }) => archived === undefined)
  const first: AnnotationQuery = theme ? { kind: 'theme', theme: theme.id, below: true } : { kind: 'untagged' }
  const relation = RELATIONS.find((each) => each === asked)
  if (relation) {
    const to = before.kind === 'relation' ? before.to : before.kind === 'all' ? first : before
    const far =
      before.kind === 'relation' && isDistant(before.relation) ? before : { within: 50, unit: 'characters' as const }
    return {
      kind: 'relation',
      relation,
      to,
      ...(isDistant(relation) ? { within: far.within, unit: far.unit } : { within: 0, unit: 'characters' }),
    }
  }
  const field = DOCUMENT_FIELDS.find((each) => each === asked)
  if (field) return { kind: 'field', field, test: field === 'date' ? '>=' : '~', value: '' }
  switch (asked) {
    case 'theme':
      return first
    case 'words':
    case 'note':
      return { kind: asked, words: '' }
    case 'weight':
      return { kind: 'weight', test: '>=', value: 3 }
    case 'coder':
      return { kind: 'coder', coder: passages[0]?.highlight.coder ?? '' }
    case 'document':
      return { kind: 'document', document: records.documents[0]?.id ?? '' }
    case 'group':
      return { kind: 'group', group: records.groups[0]?.id ?? '' }
    case 'attribute':
      return { kind: 'attribute', attribute: records.attributes[0]?.id ?? '', test: '=', value: '' }
    case 'several':
      return { kind: 'and', all: [before.kind === 'all' ? first : before, { kind: 'star' }] }
    case 'untagged':
    case 'star':
      return { kind: asked }
    default:
      return { kind: 'all' }
  }
}
