import { expect, test } from 'vitest'
import { plainText } from '../../model/document'
import type { ReadDocument } from '../importer'
import { readDocument } from '../index'
import { docxOf, paragraph, row, run, table, type WrittenDocument } from './docx-by-hand'

const read = (body: string, parts: WrittenDocument): Promise<ReadDocument> =>
  readDocument({ name: 'a.docx', bytes: docxOf(body, parts) }, {})
const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`
const end = (id: number): string => `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const comment = (id: number, author: string, inside: string): string =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="2024-03-05T10:20:30Z">${inside}</w:comment>`

test('comments stand on their words, across blocks, in tables and on deleted words; answers stand with what they answer', async () => {
  const { blocks, comments = [] } = await read(
    paragraph(`${run('  前言')}${start(1)}${run('第一')}`) +
      paragraph(`${run('第二')}${end(1)}${run('其余')}`) +
      table(row(paragraph(run('a')), paragraph(`${start(2)}${run('𠮷b')}${end(2)}${run('c')}`))) +
      start(3) +
      paragraph(run('whole')) +
      end(3) +
      paragraph(`${run('point')}<w:r><w:commentReference w:id="4"/></w:r>`) +
      paragraph(`${run('kept')}${start(5)}<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>${end(5)}`),
    {
      comments:
        comment(1, ' 李 ', `${paragraph(run('为何*这样*？')).replace('<w:p>', '<w:p w14:paraId="A1">')}`) +
        comment(2, 'B', paragraph(run('two')) + paragraph(run('paragraphs'))) +
        comment(3, 'B', paragraph(run('three'))) +
        comment(4, 'B', paragraph(run('four'))) +
        comment(5, 'B', paragraph(run('five'))) +
        comment(6, 'C', paragraph(run('answer')).replace('<w:p>', '<w:p w14:paraId="A6">')) +
        comment(7, 'C', paragraph(run('nowhere'))),
      commentsExtended: '<w15:commentEx w15:paraId="A6" w15:paraIdParent="A1" w15:done="0"/>',
    },
  )
  const text = plainText(blocks)
  expect(comments.map(({ start, end, text: words, author }) => [text.slice(start, end), words, author])).toEqual([
    ['第一\n第二', '为何\\*这样\\*？', '李'],
    ['𠮷b', 'two\n\nparagraphs', 'B'],
    ['whole', 'three', 'B'],
    ['point', 'four', 'B'],
    ['kept', 'five', 'B'],
    ['第一\n第二', 'answer', 'C'],
  ])
  expect(comments[0]?.at).toBe(Date.UTC(2024, 2, 5, 10, 20, 30))
})

test('a comment that stands nowhere is counted', async () => {
  const { remarks } = await read(paragraph(run('words')), { comments: comment(1, 'A', paragraph(run('lost'))) })
  expect(remarks).toEqual([{ key: 'import.commentsWithoutPlace', params: { count: 1 } }])
})
