import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RELATIONS } from '../../model/annotation-query'
import type { AnnotatedPassage } from '../annotations/annotations'
import { passagesOf } from '../annotations/evaluate'
import { type AnnotationRecords, annotated, records } from '../annotations/random-annotations'
import { type Arranged, arranged, PLAIN } from './arrange'
import { type Axis, inTreeOrder, type Member, membersOf, PERIODS } from './axis'
import { comparisonOf } from './comparison'
import { alone, groupedBy, joinedTable } from './joined'
import { covered, jaccard, MEASURES, measured } from './measure'
import { portraitOf } from './portrait'
import { type Meeting, tableOf } from './table'
import { tableCsv } from './table-csv'

const axes: fc.Arbitrary<Axis> = fc.oneof(
  fc.boolean().map(
    (below): Axis => ({
      kind: 'themes',
      below,
      live: [{ id: 'live', name: 'live', query: { kind: 'star' } }],
    }),
  ),
  fc.constant<Axis>({ kind: 'documents' }),
  fc.constant<Axis>({ kind: 'groups' }),
  fc.constantFrom('size', 'kind').map((attribute): Axis => ({ kind: 'attribute', attribute })),
  fc.constantFrom(...PERIODS).map((period): Axis => ({ kind: 'time', period })),
  fc.constant<Axis>({ kind: 'field', field: 'language' }),
  fc.constant<Axis>({
    kind: 'coders',
    names: new Map([
      ['li', 'Li'],
      ['wang', 'Wang'],
    ]),
  }),
)
const meetings: fc.Arbitrary<Meeting> = fc.oneof(
  fc.constant<Meeting>({ kind: 'both' }),
  fc
    .tuple(fc.constantFrom(...RELATIONS), fc.nat(12))
    .map(([relation, within]): Meeting => ({ kind: 'related', relation, within, unit: 'characters' })),
)

/** Whether a passage belongs to a member of an axis, told anew from the records. */
function belongs(
  axis: Axis,
  { id }: Member,
  { highlight, document, taggings }: AnnotatedPassage,
  given: AnnotationRecords,
): boolean {
  const up = (theme: string): string[] => {
    const parent = given.themes.find((each) => each.id === theme)?.parent
    return [theme, ...(parent ? up(parent) : [])]
  }
  switch (axis.kind) {
    case 'themes':
      if (id === 'live') return highlight.star === true
      return taggings.some(({ theme }) => (axis.below ? up(theme).includes(id) : theme === id))
    case 'documents':
      return document.id === id
    case 'groups':
      return given.groups.some((each) => [each.id, each.parent].includes(id) && each.documents.includes(document.id))
    case 'attribute':
      return String(document.attributes?.[axis.attribute] ?? '') === id
    case 'field':
      return document.language === id
    case 'time': {
      const length = { year: 4, month: 7, day: 10 }[axis.period]
      const date = document.metadata.date ?? ''
      return (date.length < length ? '' : date.slice(0, length)) === id
    }
    case 'coders':
      return [highlight.coder, ...taggings.map(({ coder }) => coder)].includes(id)
  }
}

function stands(meeting: Meeting & { kind: 'related' }, passage: AnnotatedPassage, member: AnnotatedPassage): boolean {
  if (passage.document.id !== member.document.id) return false
  const [one, other] = [passage.highlight.passage, member.highlight.passage]
  switch (meeting.relation) {
    case 'same':
      return one.start === other.start && one.end === other.end
    case 'overlaps':
      return one.start < other.end && other.start < one.end
    case 'inside':
      return other.start <= one.start && one.end <= other.end
    case 'around':
      return one.start <= other.start && other.end <= one.end
    case 'before':
      return other.start >= one.end && other.start - one.end <= meeting.within
    case 'after':
      return one.start >= other.end && one.start - other.end <= meeting.within
  }
}

test('the passages in every cell are those of a slow recount, and so are all numbers', () => {
  fc.assert(
    fc.property(records, axes, axes, meetings, (given, rows, columns, meeting) => {
      const annotations = annotated(given)
      const table = tableOf({ rows, columns, meeting }, annotations)
      const values = Object.fromEntries(MEASURES.map((each) => [each, measured(table, each, given.documents)]))
      const all = annotations.passages
      for (const [i, row] of table.rows.entries()) {
        const inRow = all.filter((each) => belongs(rows, row, each, given))
        expect(row.passages).toEqual(inRow)
        for (const [j, column] of table.columns.entries()) {
          const inColumn = all.filter((each) => belongs(columns, column, each, given))
          const cell =
            meeting.kind === 'both'
              ? inRow.filter((each) => inColumn.includes(each))
              : inRow.filter((each) => inColumn.some((other) => stands(meeting, each, other)))
          const back =
            meeting.kind === 'both'
              ? cell
              : inColumn.filter((other) => inRow.some((each) => stands(meeting, each, other)))
          expect(table.cell(i, j)).toEqual(cell)
          const covers = new Set(
            cell.flatMap(({ document: { id }, highlight: { passage } }) =>
              Array.from({ length: passage.end - passage.start }, (_, at) => `${id} ${passage.start + at}`),
            ),
          )
          const length = given.documents
            .filter(({ id }) => [row, column].every(({ documents }) => documents === null || documents.has(id)))
            .reduce((sum, each) => sum + each.length, 0)
          const both = Math.min(cell.length, back.length)
          const either = inRow.length + inColumn.length - both
          expect(values.passages?.(i, j)).toBe(cell.length)
          expect(values.characters?.(i, j)).toBe(covers.size)
          expect(values.perThousand?.(i, j)).toBeCloseTo(cell.length === 0 ? 0 : (cell.length / length) * 1000)
          expect(values.coefficient?.(i, j)).toBeCloseTo(either === 0 ? 0 : both / either)
          expect(values.coefficient?.(i, j)).toBeLessThanOrEqual(1)
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('lines put together are measured as they are together, each passage once', () => {
  fc.assert(
    fc.property(records, axes, axes, meetings, (given, rows, columns, meeting) => {
      const annotations = annotated(given)
      const table = tableOf({ rows, columns, meeting }, annotations)
      const order = table.rows.map((_, i) => i)
      const groups = groupedBy(order, table.rows, ({ id }) => (id < 'c' ? 'first' : null))
      expect(groups.flatMap(({ of }) => of).toSorted((a, b) => a - b)).toEqual(order)
      const every = { id: 'all', name: 'all', of: table.columns.map((_, i) => i) }
      for (const across of [alone(table.columns), [every]]) {
        const together = joinedTable(table, groups, across)
        const characters = measured(together, 'characters', given.documents)
        for (const [i, group] of groups.entries()) {
          for (const [j, column] of across.entries()) {
            const cells = group.of.flatMap((row) => column.of.map((at) => table.cell(row, at)))
            const wanted = annotations.passages.filter((each) => cells.some((cell) => cell.includes(each)))
            expect(together.cell(i, j)).toEqual(wanted)
            expect(characters(i, j)).toBe(covered(wanted))
            expect(measured(together, 'coefficient', given.documents)(i, j)).toBeLessThanOrEqual(1)
          }
          expect(together.rows[i]?.passages).toEqual(
            annotations.passages.filter((each) => group.of.some((row) => table.rows[row]?.passages.includes(each))),
          )
        }
      }
    }),
    { numRuns: 100 },
  )
})

const lines = (...names: (string | null)[]) =>
  names.map((name, i) => ({ id: `${i}`, name, documents: null, passages: [] }))

test('rows and columns are sorted, hidden and made shares of what is left', () => {
  const table = { rows: lines('b', 'a', null), columns: lines('x', 'y') }
  const numbers = [
    [1, 3],
    [0, 0],
    [4, 2],
  ]
  const at = (row: number, column: number) => numbers[row]?.[column] ?? 0
  expect(arranged(table, at, PLAIN)).toMatchObject({ rows: [0, 2], columns: [0, 1], largest: 4 })
  const totalsOf = ({ rows, columns, rowTotal, columnTotal }: Arranged) => [
    rows.map((_, i) => rowTotal(i)),
    columns.map((_, i) => columnTotal(i)),
  ]
  expect(totalsOf(arranged(table, at, PLAIN))).toEqual([
    [4, 6],
    [5, 5],
  ])
  const totals = { row: (row: number) => [2, 9, 1][row] ?? 0, column: () => 7 }
  const bySum = { ...PLAIN, rows: { by: 'sum', down: false } } as const
  expect(arranged(table, at, bySum, totals).rows).toEqual([2, 0])
  expect(totalsOf(arranged(table, at, bySum, totals))).toEqual([
    [1, 2],
    [7, 7],
  ])
  expect(totalsOf(arranged(table, at, { ...bySum, share: 'row' }, totals))[0]).toEqual([1, 1])
  const all = { ...PLAIN, hideEmpty: false }
  expect(arranged(table, at, { ...all, rows: { by: 'name', down: false } }).rows).toEqual([1, 0, 2])
  expect(arranged(table, at, { ...all, rows: { by: 'line', line: '1', down: true } }).rows).toEqual([0, 2, 1])
  expect(arranged(table, at, { ...all, columns: { by: 'sum', down: true } }).columns).toEqual([0, 1])
  expect(arranged(table, at, { ...PLAIN, share: 'row', hiddenRows: ['0'] }).values).toEqual([[4 / 6, 2 / 6]])
  expect(arranged(table, at, { ...all, share: 'column' }).values).toEqual([
    [0.2, 0.6],
    [0, 0],
    [0.8, 0.4],
  ])
  expect(totalsOf(arranged(table, at, { ...PLAIN, share: 'all' }))[1]).toEqual([0.5, 0.5])
})

test('two groups of documents are compared by the recounted shares of their themes', () => {
  fc.assert(
    fc.property(records, (given) => {
      const annotations = annotated(given)
      const all = comparisonOf(annotations, ['low', null])
      const low = given.groups.find(({ id }) => id === 'low')?.documents ?? []
      for (const { id, one, other, difference } of all) {
        const has = passagesOf({ kind: 'theme', theme: id, below: true }, annotations)
        const tagged = annotations.passages.filter(({ taggings }) => taggings.length > 0)
        const part = (own: AnnotatedPassage[], of: AnnotatedPassage[]) => (of.length === 0 ? 0 : own.length / of.length)
        const inLow = (each: AnnotatedPassage) => low.includes(each.document.id)
        const notInLow = (each: AnnotatedPassage) => !inLow(each)
        expect(one.share).toBe(part(has.filter(inLow), tagged.filter(inLow)))
        expect(other.share).toBe(part(has.filter(notInLow), tagged.filter(notInLow)))
        expect(difference).toBe(one.share - other.share)
      }
      const differences = all.map(({ difference }) => Math.abs(difference))
      expect(differences).toEqual(differences.toSorted((a, b) => b - a))
    }),
  )
})

test('a portrait has each theme of a document with what it covers', () => {
  fc.assert(
    fc.property(records, (given) => {
      const annotations = annotated(given)
      const lanes = portraitOf(annotations, 'one')
      const own = annotations.passages.filter(({ document }) => document.id === 'one')
      const themes = new Set(own.flatMap(({ taggings }) => taggings.map(({ theme }) => theme)))
      expect(new Set(lanes.map(({ id }) => id))).toEqual(themes)
      for (const { id, passages, covered: part } of lanes) {
        expect(passages).toEqual(own.filter(({ taggings }) => taggings.some(({ theme }) => theme === id)))
        expect(part).toBe(covered(passages) / 40)
      }
    }),
  )
})

test('the coefficient goes from never to always', () => {
  expect([jaccard(0, 0, 0), jaccard(0, 4, 2), jaccard(2, 4, 4), jaccard(3, 3, 3)]).toEqual([0, 0, 1 / 3, 1])
})

test('members without a name come last, and themes come as the tree has them', () => {
  fc.assert(
    fc.property(records, (given) => {
      expect(inTreeOrder([...given.themes].reverse()).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd'])
      const { members } = membersOf({ kind: 'time', period: 'month' }, annotated(given))
      expect(members.map(({ name }) => name)).toEqual(['2021-03', null])
    }),
    { numRuns: 1 },
  )
})

test('a table is written with its names, none of which runs as a formula', () => {
  const csv = tableCsv({ corner: 'Theme', rows: ['=1+1', 'a,b'], columns: ['x'], values: [[2], [0.25]] })
  expect(csv).toBe('\ufeffTheme,x\r\n"\'=1+1",2\r\n"a,b",0.25\r\n')
})
