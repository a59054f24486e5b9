import fc from 'fast-check'
import { type AnnotationQuery, COMPARISONS, DOCUMENT_FIELDS, RELATIONS } from '../../model/annotation-query'
import type { SourceDocument } from '../../model/document'
import type { Highlight, Tagging, Weight } from '../../model/highlight'
import type { Note } from '../../model/note'
import type { Theme } from '../../model/theme'
import type { Boundaries } from '../boundaries'
import { type AnnotationContext, type Annotations, annotationsOf } from './annotations'
import { marksOf } from './marks'

/*
 * Small projects and queries over them for property tests: four themes in a tree, three documents, two groups, two
 * attributes, two coders. Positions are few, so that passages meet often.
 */

const THEMES = ['a', 'b', 'c', 'd'] as const
const DOCUMENTS = ['one', 'two', 'three'] as const
const CODERS = ['li', 'wang'] as const
const WORDS = ['', '发', '發展', '重', 'x', '"\\', 'NOT'] as const
const VALUES = ['', '1', '2', '甲', '2021', '2021-03', '2021-03-05', '#"'] as const

const base = { project: 'p', created: 0 }

/** The records of a project that queries are answered from. */
export interface AnnotationRecords extends AnnotationContext {
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
  readonly notes: readonly Note[]
}

/** The records put in order, made of nothing that was there before. */
export const annotated = (given: AnnotationRecords): Annotations => annotationsOf(given, marksOf(given))

/** A theme called as its id is. */
export const theme = (id: string, parent: string | null, name = id): Theme => ({
  ...base,
  id,
  name,
  parent,
  order: 0,
  colour: 'azurite',
  description: '',
  coder: 'li',
})

const document = (
  id: string,
  attributes: Readonly<Record<string, string | number>>,
  date: string | undefined,
): SourceDocument => ({
  ...base,
  id,
  title: id,
  metadata: date === undefined ? {} : { date },
  language: 'zh-Hans',
  format: 'text',
  fileName: '',
  content: id,
  length: 40,
  attributes,
  order: 0,
})

const highlights: fc.Arbitrary<Highlight[]> = fc
  .array(
    fc.record({
      document: fc.constantFrom(...DOCUMENTS),
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 9 }),
      quote: fc.constantFrom('发展', '發展很重要', 'xx', '重'),
      weight: fc.option(fc.constantFrom<Weight>(1, 2, 3, 4, 5), { nil: undefined }),
      star: fc.boolean(),
      lost: fc.integer({ min: 0, max: 9 }),
      coder: fc.constantFrom(...CODERS),
    }),
    { maxLength: 14 },
  )
  .map((all) =>
    all.map(({ document, start, length, quote, weight, star, lost, coder }, i) => ({
      ...base,
      id: `h${i}`,
      document,
      passage: { start, end: start + length, quote, prefix: '', suffix: '' },
      ...(weight === undefined ? {} : { weight }),
      ...(star ? { star } : {}),
      ...(lost === 0 ? { lost: 1 } : {}),
      coder,
    })),
  )

const starts = fc.uniqueArray(fc.integer({ min: 1, max: 39 }), { maxLength: 5 }).map((all) => {
  return [0, ...all.sort((one, other) => one - other)]
})
const boundaries: fc.Arbitrary<Boundaries> = fc.record({ sentences: starts, paragraphs: starts })

/** Records of a small project. */
export const records: fc.Arbitrary<AnnotationRecords> = highlights.chain((all) =>
  fc.record({
    documents: fc.constant(
      [
        document('one', { size: 1, kind: '甲' }, '2021-03-05'),
        document('two', { size: 2, kind: '2021-03-05' }, '2021'),
        document('three', {}, undefined),
      ].map((each, order) => ({ ...each, order })),
    ),
    groups: fc.subarray([...DOCUMENTS]).map((documents) => [
      { ...base, id: 'top', name: 'top', parent: null, documents: ['one'], order: 0 },
      { ...base, id: 'low', name: 'low', parent: 'top', documents, order: 0 },
    ]),
    attributes: fc.constant([
      { ...base, id: 'size', name: 'size', type: 'number' as const, order: 0 },
      { ...base, id: 'kind', name: 'kind', type: 'date' as const, order: 1 },
    ]),
    themes: fc.constant([theme('a', null), theme('b', 'a'), theme('c', 'b'), theme('d', null)]),
    highlights: fc.constant(all),
    taggings: fc
      .array(
        fc.record({
          of: fc.nat(Math.max(0, all.length - 1)),
          theme: fc.constantFrom(...THEMES),
          coder: fc.constantFrom(...CODERS),
        }),
        { maxLength: all.length === 0 ? 0 : 20 },
      )
      .map((given): Tagging[] =>
        given.map(({ of, theme, coder }, i) => {
          const { id: highlight, document } = all[of] as Highlight
          return { ...base, id: `t${i}`, highlight, document, theme, coder }
        }),
      ),
    notes: fc.array(fc.record({ of: fc.nat(13), text: fc.constantFrom(...WORDS) }), { maxLength: 4 }).map((given) =>
      given.map(({ of, text }, i) => ({
        ...base,
        id: `n${i}`,
        about: { kind: 'highlight' as const, id: `h${of}` },
        text,
        coder: 'li',
        modified: 0,
      })),
    ),
    boundaries: fc.tuple(boundaries, boundaries).map(
      ([one, two]) =>
        new Map<string, Boundaries>([
          ['one', one],
          ['two', two],
        ]),
    ),
  }),
)

const leaf: fc.Arbitrary<AnnotationQuery> = fc.oneof(
  fc.constantFrom<AnnotationQuery>({ kind: 'all' }, { kind: 'untagged' }, { kind: 'star' }),
  fc.record({ kind: fc.constant('theme' as const), theme: fc.constantFrom(...THEMES, 'gone'), below: fc.boolean() }),
  fc.record({ kind: fc.constant('document' as const), document: fc.constantFrom(...DOCUMENTS) }),
  fc.record({ kind: fc.constant('group' as const), group: fc.constantFrom('top', 'low') }),
  fc.record({
    kind: fc.constant('attribute' as const),
    attribute: fc.constantFrom('size', 'kind'),
    test: fc.constantFrom(...COMPARISONS),
    value: fc.constantFrom(...VALUES),
  }),
  fc.record({
    kind: fc.constant('field' as const),
    field: fc.constantFrom(...DOCUMENT_FIELDS),
    test: fc.constantFrom(...COMPARISONS),
    value: fc.constantFrom(...VALUES, 'one'),
  }),
  fc.record({ kind: fc.constant('coder' as const), coder: fc.constantFrom(...CODERS) }),
  fc.record({
    kind: fc.constant('weight' as const),
    test: fc.constantFrom('=' as const, '<' as const, '<=' as const, '>' as const, '>=' as const),
    value: fc.integer({ min: 1, max: 5 }),
  }),
  fc.record({ kind: fc.constantFrom('words' as const, 'note' as const), words: fc.constantFrom(...WORDS) }),
)

/** Queries over such a project. */
export const queries: fc.Arbitrary<AnnotationQuery> = fc.letrec<{ query: AnnotationQuery }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((all) => ({ kind: 'and' as const, all })),
    fc.array(tie('query'), { minLength: 2, maxLength: 3 }).map((any) => ({ kind: 'or' as const, any })),
    tie('query').map((of) => ({ kind: 'not' as const, of })),
    fc
      .tuple(
        fc.constantFrom(...RELATIONS),
        tie('query'),
        fc.nat(12),
        fc.constantFrom('characters', 'sentences', 'paragraphs'),
      )
      .map(([relation, to, within, unit]): AnnotationQuery => {
        const isDistant = relation === 'before' || relation === 'after'
        return { kind: 'relation', relation, to, ...(isDistant ? { within, unit } : { within: 0, unit: 'characters' }) }
      }),
  ),
})).query
