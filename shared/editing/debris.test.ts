import { expect, test } from 'vitest'
import { isEmpty } from '../model/changes'
import { type Block, plainText } from '../model/document'
import { judgeDebris } from './debris'
import { trialDocument } from './trial-texts'

const blocks: Block[] = [
  { kind: 'paragraph', text: '首页 > 新闻', debris: 'breadcrumb' },
  { kind: 'paragraph', text: '' },
  { kind: 'heading', level: 1, text: '题目' },
  { kind: 'paragraph', text: '责任编辑：林' },
]
const { document, content } = trialDocument(blocks)
const judge = (first: number, last: number, debris: 'other' | null) =>
  judgeDebris({ document, content, first, last, debris, revisions: [] }, { coder: 'k', now: 2 })

test('what belongs to the text is judged so in a new content with the same words, as a revision of the structure', () => {
  const { changes, contents } = judge(0, 0, null)
  expect(contents[0]?.blocks[0]).toEqual({ kind: 'paragraph', text: '首页 > 新闻' })
  expect(plainText(contents[0]?.blocks ?? [])).toBe(plainText(blocks))
  expect(contents[0]?.original).toBe(content.original)
  expect(changes.updated.documents?.[0]?.after).toMatchObject({ content: contents[0]?.id, length: document.length })
  expect(changes.created.revisions?.map(({ kind }) => kind)).toEqual(['import', 'structure'])
  expect(changes.summary).toEqual({ key: 'changes.belongsToText', params: { count: 1, title: '公报' } })
})

test('blocks are set apart, those that are blank or debris already aside', () => {
  const { changes, contents } = judge(0, 3, 'other')
  expect(contents[0]?.blocks.map(({ debris }) => debris)).toEqual(['breadcrumb', undefined, 'other', 'other'])
  expect(changes.summary.params?.count).toBe(2)
})

test('nothing is changed where all is as it is said to be', () => {
  const { changes, contents } = judge(1, 3, null)
  expect(isEmpty(changes)).toBe(true)
  expect(contents).toEqual([])
})
