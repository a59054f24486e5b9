import type { AttributeId, CoderId, DocumentId, GroupId, ThemeId } from './ids'

/** How two stretches of one document may stand to each other: the passage asked about, and the other one. */
export const RELATIONS = ['same', 'overlaps', 'inside', 'around', 'before', 'after'] as const
export type Relation = (typeof RELATIONS)[number]

/** The relations that have a distance. */
export const isDistant = (relation: Relation): relation is 'before' | 'after' =>
  relation === 'before' || relation === 'after'

/** How a value is compared: equal, less, more, or whether it has these words in it (folded). */
export const COMPARISONS = ['=', '<', '<=', '>', '>=', '~'] as const
export type Comparison = (typeof COMPARISONS)[number]

/** What every document may say of itself, beside the project's own attributes. */
export const DOCUMENT_FIELDS = ['title', 'date', 'source', 'author', 'place', 'section', 'language'] as const
export type DocumentField = (typeof DOCUMENT_FIELDS)[number]

/** One question about a passage that can be answered without looking at others. */
export type Condition =
  /** Every passage. */
  | { readonly kind: 'all' }
  /** Passages that have the theme; `below`: or one that stands below it in the tree. */
  | { readonly kind: 'theme'; readonly theme: ThemeId; readonly below: boolean }
  | { readonly kind: 'untagged' }
  | { readonly kind: 'document'; readonly document: DocumentId }
  /** Passages of the documents in the group, and in those below it. */
  | { readonly kind: 'group'; readonly group: GroupId }
  /** Values as they are written: numbers are compared as numbers, all else as text; see `compares`. */
  | {
      readonly kind: 'attribute'
      readonly attribute: AttributeId
      readonly test: Comparison
      readonly value: string
    }
  | { readonly kind: 'field'; readonly field: DocumentField; readonly test: Comparison; readonly value: string }
  /** Passages that the coder marked, or gave a theme. */
  | { readonly kind: 'coder'; readonly coder: CoderId }
  /** `value`: 1 to 5. What was never weighed has no weight. */
  | { readonly kind: 'weight'; readonly test: Exclude<Comparison, '~'>; readonly value: number }
  | { readonly kind: 'star' }
  /** Words in the passage, or in a note about it, as `fold` sees them. No words at all are in every passage and note. */
  | { readonly kind: 'words' | 'note'; readonly words: string }

/** Which passages are looked for. A passage is a highlight that stands in its text. */
export type AnnotationQuery =
  | Condition
  /** At least two. */
  | { readonly kind: 'and'; readonly all: readonly AnnotationQuery[] }
  /** At least two. */
  | { readonly kind: 'or'; readonly any: readonly AnnotationQuery[] }
  | { readonly kind: 'not'; readonly of: AnnotationQuery }
  /**
   * Passages that stand in this relation to one of `to` in the same document; a passage that is itself among them is
   * the same as itself, overlaps itself, and is inside and around itself.
   */
  | {
      readonly kind: 'relation'
      readonly relation: Relation
      readonly to: AnnotationQuery
      /** For `before` and `after`: at most this far, from 0; 0 for the others. */
      readonly within: number
      /** Characters (UTF-16 units) between them, or sentences or paragraphs from the one to the other. */
      readonly unit: 'characters' | 'sentences' | 'paragraphs'
    }

/** Every query in a query, itself first. */
export function* parts(query: AnnotationQuery): Generator<AnnotationQuery> {
  yield query
  const inner =
    query.kind === 'and' ? query.all : query.kind === 'or' ? query.any : query.kind === 'not' ? [query.of] : []
  for (const each of query.kind === 'relation' ? [query.to] : inner) yield* parts(each)
}

/** Whether sentences or paragraphs are counted, for which the texts themselves are needed. */
export const needsTexts = (query: AnnotationQuery): boolean =>
  [...parts(query)].some((each) => each.kind === 'relation' && isDistant(each.relation) && each.unit !== 'characters')

/** The conditions joined by `and`, as simply as can be: none are all passages, one is itself. */
export const allOf = (all: readonly AnnotationQuery[]): AnnotationQuery =>
  all.length > 1 ? { kind: 'and', all } : (all[0] ?? { kind: 'all' })
