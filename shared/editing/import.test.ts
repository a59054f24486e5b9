import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadComment } from '../importers/importer'
import type { Attribute } from '../model/attribute'
import { invert, isEmpty, merge } from '../model/changes'
import type { DocumentGroup } from '../model/document-group'
import { passageOf } from '../model/passage'
import type { Coder } from '../model/project'
import { guessType, numberOf } from './attribute-values'
import { type Existing, importDocuments, type ReadFile } from './documents'

const by = { coder: 'lin', now: 5 }
const nothing: Existing = { documents: [], attributes: [], groups: [], coders: [] }

interface Parts {
  readonly attributes?: Readonly<Record<string, string>>
  readonly folders?: readonly string[]
  readonly comments?: readonly ReadComment[]
}
const fileOf = (text: string, { folders, ...read }: Parts): ReadFile => ({
  file: { name: `${text.slice(0, 2)}.txt`, bytes: new TextEncoder().encode(text), ...(folders && { folders }) },
  read: {
    title: '',
    metadata: {},
    language: 'zh-Hans',
    format: 'text',
    blocks: text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
    remarks: [],
    ...read,
  },
})
const imported = (files: ReadFile[], existing: Partial<Existing> = {}) =>
  importDocuments({ project: 'p', files, ...nothing, ...existing }, by)
const attribute = (name: string, type: Attribute['type'], more: Partial<Attribute> = {}): Attribute => ({
  id: name,
  project: 'p',
  name,
  type,
  order: 3,
  created: 1,
  ...more,
})

test('attributes are made by name, in the order they come up, with the type that all their values have', () => {
  const made = imported([
    fileOf('甲', { attributes: { 得分: '1,204.5', 年份: '1978', 出刊: '2020年11月12日', 版面: '1' } }),
    fileOf('乙', { attributes: { 得分: '－3', ' 年份 ': '2021', 出刊: '2020-12', 版面: '头版', 编号: '007' } }),
    fileOf('丙', {}),
  ])
  expect(made.attributes.map(({ name, type, order }) => [name, type, order])).toEqual([
    ['得分', 'number', 0],
    ['年份', 'date', 1],
    ['出刊', 'date', 2],
    ['版面', 'text', 3],
    ['编号', 'text', 4],
  ])
  const ids = made.attributes.map(({ id }) => id)
  const valuesOf = (at: number) => ids.map((id) => made.documents[at]?.attributes?.[id])
  expect(valuesOf(0)).toEqual([1204.5, '1978', '2020-11-12', '1', undefined])
  expect(valuesOf(1)).toEqual([-3, '2021', '2020-12', '头版', '007'])
  expect(made.documents[2]).not.toHaveProperty('attributes')
  expect(made.changes.created.attributes).toEqual(made.attributes)
})

test('an attribute of the project is used again; a value that it cannot take is kept and said', () => {
  const score = attribute('得分', 'number')
  const kind = attribute('体裁', 'choice', { choices: ['消息'], order: 7 })
  const made = imported(
    [
      fileOf('甲', { attributes: { 得分: '很高', 体裁: '通讯', 新: 'x' } }),
      fileOf('乙', { attributes: { 得分: '2', 体裁: '消息' } }),
    ],
    { attributes: [score, kind] },
  )
  expect(made.attributes.map(({ name, order }) => [name, order])).toEqual([['新', 8]])
  expect(made.changes.updated.attributes).toEqual([{ before: kind, after: { ...kind, choices: ['消息', '通讯'] } }])
  expect(made.refused).toEqual([[{ attribute: score, written: '很高' }], []])
  expect(made.documents[0]).toMatchObject({ attributes: { 体裁: '通讯' }, metadata: { other: { 得分: '很高' } } })
  expect(made.documents[1]?.attributes).toEqual({ 得分: 2, 体裁: '消息' })
})

test('folders become groups, one below the other, and groups of the same path are used again', () => {
  const root: DocumentGroup = {
    id: 'g',
    project: 'p',
    name: '报纸',
    parent: null,
    documents: ['old'],
    order: 2,
    created: 1,
  }
  const made = imported(
    [
      fileOf('甲', { folders: ['报纸', '广西', '头版'] }),
      fileOf('乙', { folders: ['报纸'] }),
      fileOf('丙', { folders: ['广西'] }),
      fileOf('丁', { folders: ['报纸', '广西'] }),
      fileOf('戊', {}),
    ],
    { groups: [root] },
  )
  const [a, b, c, d] = made.documents.map(({ id }) => id)
  const [inside, front, top] = made.groups
  expect(made.groups.map(({ name, parent, documents, order }) => [name, parent, documents, order])).toEqual([
    ['广西', 'g', [d], 0],
    ['头版', inside?.id, [a], 0],
    ['广西', null, [c], 3],
  ])
  expect(made.changes.updated.documentGroups).toEqual([{ before: root, after: { ...root, documents: ['old', b] } }])
  expect([front?.parent, top?.parent]).toEqual([inside?.id, null])
})

test('remarks in the source become highlights with notes, each by the coder that bears its author’s name', () => {
  const wei: Coder = { id: 'wei', project: 'p', name: '韦', created: 1 }
  const comments: ReadComment[] = [
    { start: 0, end: 2, text: '说得好', author: '韦', at: 2 },
    { start: 0, end: 2, text: '又及', author: ' 韦 ', at: 3 },
    { start: 3, end: 5, text: '何以见得', author: 'Ann  Lee' },
    { start: 3, end: 5, text: '无名' },
  ]
  const made = imported([fileOf('红旗\n渠道', { comments })], { coders: [wei] })
  expect(made.coders.map(({ name }) => name)).toEqual(['Ann Lee'])
  const ann = made.coders[0]?.id
  expect(made.highlights.map(({ passage, coder, created }) => [passage, coder, created])).toEqual([
    [passageOf('红旗\n渠道', 0, 2), 'wei', 2],
    [passageOf('红旗\n渠道', 3, 5), ann, 5],
    [passageOf('红旗\n渠道', 3, 5), 'lin', 5],
  ])
  expect(made.changes.created.notes?.map(({ about, text, modified }) => [about.id, text, modified])).toEqual([
    [made.highlights[0]?.id, '说得好\n\n又及', 3],
    [made.highlights[1]?.id, '何以见得', 5],
    [made.highlights[2]?.id, '无名', 5],
  ])
})

test('all of it is one step, which can be taken back', () => {
  const made = imported([
    fileOf('红旗', {
      attributes: { a: '1' },
      folders: ['x', 'y'],
      comments: [{ start: 0, end: 1, text: 'n', author: 'z' }],
    }),
  ])
  expect(isEmpty(merge(made.changes, invert(made.changes)))).toBe(true)
})

test('numbers are read as people write them, and names made of digits are none', () => {
  const read = ['0', '-12', '1,234,567.25', '１２', '2.50', '1e3', '.5'].map(numberOf)
  expect(read).toEqual([0, -12, 1234567.25, 12, 2.5, 1000, 0.5])
  for (const none of ['007', '', ' ', '12a', '1,23', '450103199001011234', '1.2.3', '-', '１２月']) {
    expect(numberOf(none)).toBeUndefined()
  }
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), (number) => {
      const written = String(number)
      if (written.replace(/\D/g, '').length <= 15 && !/e-?\d{3}/.test(written))
        expect(numberOf(written)).toBe(number + 0)
    }),
  )
})

test('years are dates where the name speaks of time, and numbers elsewhere', () => {
  expect(guessType('年份', ['1978', '2021'])).toBe('date')
  expect(guessType('Publication year', ['1978', ''])).toBe('date')
  expect(guessType('得分', ['1978', '2021'])).toBe('number')
  expect(guessType('年龄', ['34', '51'])).toBe('number')
  expect(guessType('日期', ['2021', '不详'])).toBe('text')
  expect(guessType('空', ['', ' '])).toBe('text')
})
