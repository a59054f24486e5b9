import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AnnotationQuery, type Comparison, needsTexts } from '../../model/annotation-query'
import { ProblemError } from '../../result'
import { boundariesOf } from '../boundaries'
import { fold } from '../fold'
import { type AnnotatedPassage, annotationsOf } from './annotations'
import { followingQuery, passagesOf } from './evaluate'
import { formatAnnotationQuery } from './format-query'
import { type Marks, marksOf } from './marks'
import { projectNames, queryNames } from './names'
import { parseAnnotationQuery } from './parse-query'
import { type AnnotationRecords, annotated, queries, records, theme } from './random-annotations'

const NAMES = queryNames({
  theme: [
    { id: 't1', name: '经济' },
    { id: 't2', name: '经济 / 增长' },
    { id: 't3', name: '政治 / 会议' },
    { id: 't4', name: '经济 / 会议' },
    { id: 't5', name: 'say "no"' },
  ],
  document: [
    { id: 'd1', name: '同名' },
    { id: 'd2', name: '同名' },
  ],
  group: [{ id: 'g1', name: '报 / 日报' }],
  attribute: [{ id: 'a1', name: '版面' }],
  coder: [{ id: 'c1', name: '李' }],
})
const parsed = (typed: string) => parseAnnotationQuery(typed, NAMES)
const t1: AnnotationQuery = { kind: 'theme', theme: 't1', below: false }
const t2: AnnotationQuery = { kind: 'theme', theme: 't2', below: false }

test('a query is read as it is typed, in full width and with Chinese quotation marks too', () => {
  expect(parsed('theme:"经济"+ AND NOT star')).toEqual({
    kind: 'and',
    all: [
      { kind: 'theme', theme: 't1', below: true },
      { kind: 'not', of: { kind: 'star' } },
    ],
  })
  expect(parsed('（theme：“經濟”　OR theme:增长）date≥2021-03')).toEqual({
    kind: 'and',
    all: [
      { kind: 'or', any: [t1, t2] },
      { kind: 'field', field: 'date', test: '>=', value: '2021-03' },
    ],
  })
  expect(parsed('theme:经济 BEFORE/2s theme:增长 attribute:"版面" = 1')).toEqual({
    kind: 'and',
    all: [
      t1,
      { kind: 'relation', relation: 'before', to: t2, within: 2, unit: 'sentences' },
      { kind: 'attribute', attribute: 'a1', test: '=', value: '1' },
    ],
  })
  expect(parsed('发展')).toEqual({ kind: 'words', words: '发展' })
  expect(parsed('group:日报 OVERLAPS NOT coder:李')).toMatchObject({ all: [{ group: 'g1' }, { kind: 'relation' }] })
})

test('what is wrong is said with the character at which it stands', () => {
  const problem = (typed: string) => {
    try {
      return parsed(typed)
    } catch (error) {
      return error instanceof ProblemError ? [error.problem.key, error.problem.params?.at] : error
    }
  }
  expect(problem('')).toEqual(['query.empty', 1])
  expect(problem('theme:')).toEqual(['query.unfinished', 7])
  expect(problem('theme:没有')).toEqual(['query.unknown.theme', 7])
  expect(problem('𠮷 AND theme:没有')).toEqual(['query.unknown.theme', 13])
  expect(problem('theme:会议')).toEqual(['query.ambiguous', 7])
  expect(problem('document:同名')).toEqual(['query.ambiguous', 10])
  expect(problem('colour:red')).toEqual(['query.unknownField', 1])
  expect(problem('weight>=7')).toEqual(['query.noWeight', 9])
  expect(problem('weight~3')).toEqual(['query.unexpected', 7])
  expect(problem('star AND')).toEqual(['query.unfinished', 9])
  expect(problem('star )')).toEqual(['query.unexpected', 6])
  expect(problem('(star OR untagged')).toEqual(['query.unclosed', 1])
  expect(problem('words:"发展')).toEqual(['query.unclosed', 7])
  expect(problem('star INSIDE/3 star')).toEqual(['query.unexpected', 6])
  expect(problem('('.repeat(9999))).toEqual(['query.tooDeep', 102])
})

test('a query is written with names, and by ids where names do not tell records apart', () => {
  const line = (query: AnnotationQuery) => formatAnnotationQuery(query, NAMES)
  expect(
    line({ kind: 'and', all: [t1, { kind: 'relation', relation: 'overlaps', to: t2, within: 0, unit: 'characters' }] }),
  ).toBe('theme:"经济" OVERLAPS theme:"经济 / 增长"')
  expect(line({ kind: 'document', document: 'd2' })).toBe('document:#"d2"')
  expect(line({ kind: 'theme', theme: 'gone', below: true })).toBe('theme:#"gone"+')
  expect(line({ kind: 'theme', theme: 't5', below: false })).toBe('theme:"say \\"no\\""')
})

test('every query is read back from its line of text', () => {
  fc.assert(
    fc.property(records, queries, ({ themes, documents, groups, attributes }, query) => {
      const coders = ['li', 'wang'].map((id) => ({ id, project: 'p', name: `"${id}" \\`, created: 0 }))
      const names = projectNames({ themes, documents, groups, attributes, coders })
      expect(parseAnnotationQuery(formatAnnotationQuery(query, names), names)).toEqual(query)
    }),
    { numRuns: 500 },
  )
})

/** What a query means, as slowly and plainly as can be said. */
function slow(
  query: AnnotationQuery,
  passage: AnnotatedPassage,
  all: readonly AnnotatedPassage[],
  given: AnnotationRecords,
): boolean {
  const { highlight, document, taggings } = passage
  const of = (each: AnnotationQuery, one = passage) => slow(each, one, all, given)
  const upwards = (id: string): string[] => {
    const parent = given.themes.find((each) => each.id === id)?.parent
    return [id, ...(parent ? upwards(parent) : [])]
  }
  switch (query.kind) {
    case 'all':
      return true
    case 'and':
      return query.all.every((each) => of(each))
    case 'or':
      return query.any.some((each) => of(each))
    case 'not':
      return !of(query.of)
    case 'theme':
      return taggings.some(({ theme }) => (query.below ? upwards(theme).includes(query.theme) : theme === query.theme))
    case 'untagged':
      return taggings.length === 0
    case 'document':
      return document.id === query.document
    case 'group':
      return given.groups.some(
        ({ id, parent, documents }) => [id, parent].includes(query.group) && documents.includes(document.id),
      )
    case 'coder':
      return [highlight.coder, ...taggings.map(({ coder }) => coder)].includes(query.coder)
    case 'star':
      return highlight.star === true
    case 'weight':
      return highlight.weight !== undefined && number(highlight.weight, query.test, query.value)
    case 'words':
      return fold(highlight.passage.quote).includes(fold(query.words))
    case 'note':
      return given.notes.some(({ about, text }) => about.id === highlight.id && fold(text).includes(fold(query.words)))
    case 'field':
      return slowCompares(
        { title: document.title, language: document.language, ...document.metadata }[query.field],
        query.test,
        query.value,
        query.field === 'date',
      )
    case 'attribute':
      return slowCompares(document.attributes?.[query.attribute], query.test, query.value, query.attribute === 'kind')
    case 'relation':
      return all.some(
        (other) => other.document.id === document.id && of(query.to, other) && stands(query, passage, other, given),
      )
  }
}

function number(one: number, test: Comparison, other: number): boolean {
  return { '=': one === other, '<': one < other, '<=': one <= other, '>': one > other, '>=': one >= other, '~': false }[
    test
  ]
}

function slowCompares(value: string | number | undefined, test: Comparison, asked: string, isDate: boolean): boolean {
  if (value === undefined) return false
  if (test === '~') return fold(`${value}`).includes(fold(asked))
  if (typeof value === 'number') return asked !== '' && number(value, test, Number(asked))
  if (isDate && value.length < asked.length) return false
  const one = isDate ? value.slice(0, asked.length) : fold(value)
  const other = isDate ? asked : fold(asked)
  return test.includes('=') && one === other
    ? true
    : test.startsWith('<')
      ? one < other
      : test.startsWith('>') && one > other
}

function stands(
  { relation, within, unit }: AnnotationQuery & { kind: 'relation' },
  { document, highlight: { passage: one } }: AnnotatedPassage,
  { highlight: { passage: other } }: AnnotatedPassage,
  { boundaries }: AnnotationRecords,
): boolean {
  const far = (end: number, start: number): number => {
    if (unit === 'characters') return start - end
    const at = boundaries?.get(document.id)
    if (!at) return Number.POSITIVE_INFINITY
    return at[unit].filter((each) => each >= end && each <= start).length
  }
  switch (relation) {
    case 'same':
      return one.start === other.start && one.end === other.end
    case 'overlaps':
      return one.start < other.end && other.start < one.end
    case 'inside':
      return other.start <= one.start && one.end <= other.end
    case 'around':
      return one.start <= other.start && other.end <= one.end
    case 'before':
      return one.end <= other.start && far(one.end, other.start) <= within
    case 'after':
      return other.end <= one.start && far(other.end, one.start) <= within
  }
}

test('a query finds what a slow reference finds', () => {
  fc.assert(
    fc.property(records, queries, (given, query) => {
      const annotations = annotated(given)
      const wanted = annotations.passages.filter((each) => slow(query, each, annotations.passages, given))
      expect(passagesOf(query, annotations)).toEqual(wanted)
    }),
    { numRuns: 500 },
  )
})

test('what is followed from change to change is what is found anew', () => {
  const some = fc.subarray(['one', 'two', 'three'])
  fc.assert(
    fc.property(records, records, some, queries, (given, other, changed, query) => {
      const follow = followingQuery(query)
      const marks = marksOf(given)
      const before = annotationsOf(given, marks)
      expect([...follow(before).values()].flat()).toEqual(passagesOf(query, before))

      const others = marksOf(other)
      const own = (from: Marks, isWanted: boolean) =>
        [...from.byDocument].filter(([id]) => changed.includes(id) === isWanted)
      const now = annotationsOf(
        given,
        { ...marks, byDocument: new Map([...own(marks, false), ...own(others, true)]) },
        before,
      )
      for (const { document, own } of now.stretches) {
        const there = before.stretches.find((each) => each.document === document)?.own
        expect(own === there).toBe(!changed.includes(document.id))
      }
      expect([...follow(now).values()].flat()).toEqual(passagesOf(query, annotationsOf(given, now.marks)))
    }),
  )
})

test('sentences and paragraphs are told by the text', () => {
  const text = ['一句。二句！', '三句. Fourth.']
  const blocks = text.map((each) => ({ kind: 'paragraph' as const, text: each }))
  expect(boundariesOf(blocks)).toEqual({ sentences: [0, 3, 6, 7, 10], paragraphs: [0, 7] })
  expect(needsTexts(parsed('star BEFORE/1s (untagged OR star)'))).toBe(true)
  expect(needsTexts(parsed('star BEFORE/1 star'))).toBe(false)
})

test('a tree that runs in a circle ends', () => {
  const given = { documents: [], groups: [], attributes: [], highlights: [], taggings: [], notes: [] }
  const circle = annotated({ ...given, themes: [theme('a', 'b'), theme('b', 'a')] })
  expect([...circle.below('a')]).toEqual(['a', 'b'])
})
