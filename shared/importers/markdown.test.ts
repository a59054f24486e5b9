import { expect, test } from 'vitest'
import { readDocument } from './index'

const read = (text: string) => readDocument({ name: 'x.md', bytes: new TextEncoder().encode(text) }, {})

test('footnotes of Markdown are notes, called where they were called', async () => {
  const { blocks } = await read(
    '渡口今已不存。[^1] 可参看县志。[^du]\n\n[^1]: 据序言。\n\n    序末署光绪十年。\n[^du]: 卷三。\n',
  )
  expect(blocks.map(({ kind, text, marker }) => [kind, text, marker])).toEqual([
    ['paragraph', '渡口今已不存。1 可参看县志。du', undefined],
    ['footnote', '据序言。', '1'],
    ['footnote', '序末署光绪十年。', undefined],
    ['footnote', '卷三。', 'du'],
  ])
  const [first] = blocks
  expect(first?.marks?.map(({ kind, start, end }) => [kind, first.text.slice(start, end)])).toEqual([
    ['superscript', '1'],
    ['superscript', 'du'],
  ])
})

test('a footnote that nothing calls stays a paragraph with its sign', async () => {
  const { blocks } = await read('渡口今已不存。\n\n[^3]: 没有人叫它。\n')
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['paragraph', '渡口今已不存。'],
    ['paragraph', '[3] 没有人叫它。'],
  ])
})
