import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Attribute, AttributeType } from '../model/attribute'
import { type ChangeSet, invert, isEmpty, merge } from '../model/changes'
import type { AttributeValue, SourceDocument } from '../model/document'
import { problemOf } from '../trial-problem'
import { changeChoices, renameChoice, retypeAttribute } from './attribute-types'
import { deleteAttribute, makeAttribute, renameAttribute, setValues } from './attributes'

const by = { now: 5 }
const documentOf = (id: string, attributes?: Readonly<Record<string, AttributeValue>>): SourceDocument => ({
  id,
  project: 'p',
  title: id,
  metadata: {},
  language: 'zh-Hans',
  format: 'text',
  fileName: id,
  content: id,
  length: 1,
  order: 0,
  created: 1,
  ...(attributes && { attributes }),
})
const make = (name: string, type: AttributeType, choices?: string[], attributes: Attribute[] = []) =>
  makeAttribute({ project: 'p', name, type, ...(choices && { choices }), attributes }, by).attribute
const valuesAfter = (set: ChangeSet) => set.updated.documents?.map(({ after }) => [after.id, after.attributes])
test('an attribute is made as the last, and no two have the same name', () => {
  const first = make(' 得分 ', 'number')
  const second = make('体裁', 'choice', ['消息', ' 消息 ', '通讯'], [first])
  expect([first.name, first.order, first.choices]).toEqual(['得分', 0, undefined])
  expect([second.order, second.choices]).toEqual([1, ['消息', '通讯']])
  expect(problemOf(() => make('得分', 'text', undefined, [first]))).toBe('changes.problems.attributeNameTaken')
  expect(problemOf(() => renameAttribute({ attribute: second, name: '得分', attributes: [first, second] }))).toBe(
    'changes.problems.attributeNameTaken',
  )
  const renamed = renameAttribute({ attribute: first, name: '分数', attributes: [first, second] })
  expect(renamed.updated.attributes?.[0]?.after).toEqual({ ...first, name: '分数' })
  expect(isEmpty(renameAttribute({ attribute: first, name: ' 得分', attributes: [first] }))).toBe(true)
})

test('several documents are given a value in one step, understood by the attribute’s type', () => {
  const score = make('得分', 'number')
  const documents = [documentOf('a'), documentOf('b', { [score.id]: 1200 }), documentOf('c', { x: 'y' })]
  expect(valuesAfter(setValues({ attribute: score, documents, written: ' １，２００ '.replace('，', ',') }))).toEqual([
    ['a', { [score.id]: 1200 }],
    ['c', { x: 'y', [score.id]: 1200 }],
  ])
  expect(valuesAfter(setValues({ attribute: score, documents, written: ' ' }))).toEqual([['b', undefined]])
  const set = (type: AttributeType, written: string) =>
    problemOf(() => setValues({ attribute: make('x', type, ['甲']), documents, written }))
  expect([
    set('number', '很高'),
    set('date', '上周'),
    set('choice', '乙'),
    set('text', '上周'),
    set('choice', '甲'),
  ]).toEqual([
    'changes.problems.valueNotNumber',
    'changes.problems.valueNotDate',
    'changes.problems.valueNotChoice',
    'none',
    'none',
  ])
})

test('another type converts the values, and lists those that do not fit', () => {
  const attribute = make('年', 'text')
  const documents = ['1978', '2021年12月', '不详', undefined].map((value, i) =>
    documentOf(String(i), value === undefined ? undefined : { [attribute.id]: value }),
  )
  const dates = retypeAttribute({ attribute, type: 'date', documents })
  expect(valuesAfter(dates.changes)).toEqual([
    ['1', { [attribute.id]: '2021-12' }],
    ['2', undefined],
  ])
  expect(dates.unfit.map(({ document, value }) => [document.id, value])).toEqual([['2', '不详']])
  expect(dates.changes.summary).toEqual({ key: 'changes.retypedAttributeUnfit', params: { attribute: '年', count: 1 } })
  const choice = retypeAttribute({ attribute, type: 'choice', documents })
  expect(choice.changes.updated.attributes?.[0]?.after.choices).toEqual(['1978', '2021年12月', '不详'])
  expect([choice.unfit, valuesAfter(choice.changes)]).toEqual([[], undefined])
  expect(isEmpty(retypeAttribute({ attribute, type: 'text', documents }).changes)).toBe(true)
})

test('a number that becomes a text and a number again is the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (number) => {
      const attribute = make('n', 'number')
      const document = documentOf('a', { [attribute.id]: number })
      const text = retypeAttribute({ attribute, type: 'text', documents: [document] })
      const [change] = text.changes.updated.documents ?? []
      const asText = text.changes.updated.attributes?.[0]?.after as Attribute
      const back = retypeAttribute({ attribute: asText, type: 'number', documents: [change?.after as SourceDocument] })
      expect(back.unfit).toEqual([])
      expect(isEmpty(merge(text.changes, back.changes))).toBe(true)
    }),
  )
})

test('what a choice offers is changed and renamed, in the documents too', () => {
  const attribute = make('体裁', 'choice', ['消息', '通讯'])
  const documents = [documentOf('a', { [attribute.id]: '消息' }), documentOf('b', { [attribute.id]: '通讯' })]
  const fewer = changeChoices({ attribute, choices: ['评论', '通讯'], documents })
  expect(fewer.unfit.map(({ document }) => document.id)).toEqual(['a'])
  expect(valuesAfter(fewer.changes)).toEqual([['a', undefined]])
  const renamed = renameChoice({ attribute, from: '消息', to: '快讯', documents })
  expect(renamed.updated.attributes?.[0]?.after.choices).toEqual(['快讯', '通讯'])
  expect(valuesAfter(renamed)).toEqual([['a', { [attribute.id]: '快讯' }]])
  expect(problemOf(() => renameChoice({ attribute, from: '消息', to: '通讯', documents }))).toBe(
    'changes.problems.choiceTaken',
  )
})

test('deleting an attribute takes its values along, and no others; taking it back restores them', () => {
  const attribute = make('得分', 'number')
  const documents = [documentOf('a', { [attribute.id]: 1, x: 2 }), documentOf('b')]
  const deleted = deleteAttribute({ attribute, documents })
  expect(deleted.deleted.attributes).toEqual([attribute])
  expect(valuesAfter(deleted)).toEqual([['a', { x: 2 }]])
  expect(isEmpty(merge(deleted, invert(deleted)))).toBe(true)
})
