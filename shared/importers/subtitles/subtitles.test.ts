import { expect, test } from 'vitest'
import type { Block } from '../../model/document'
import { importerFor, readDocument } from '../index'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const read = (text: string, name = 'a.srt') => readDocument({ name, bytes: bytesOf(text) }, {})
/** Subtitles of one second each, without a pause. */
const srt = (...texts: string[]): string =>
  texts.map((text, at) => `${at + 1}\n00:00:${10 + at},000 --> 00:00:${11 + at},000\n${text}\n`).join('\n')
const said = (blocks: readonly Block[]): string[] =>
  blocks.map(({ speaker, text }) => (speaker === undefined ? text : `${speaker}| ${text}`))

test('a sentence that goes over several subtitles is one paragraph, from its beginning to its end', async () => {
  const { blocks } = await read(srt('We came down', 'to the river.', 'It was dry.'))
  expect(blocks).toEqual([
    { kind: 'paragraph', text: 'We came down to the river.', time: { start: 10_000, end: 12_000 } },
    { kind: 'paragraph', text: 'It was dry.', time: { start: 12_000, end: 13_000 } },
  ])
})

test('a silence and another speaker end a paragraph, even in a sentence', async () => {
  const text = '00:01.000 --> 00:02.000\n<v A>I was about\n\n00:02.000 --> 00:03.000\n<v B>Yes?\n'
  const { blocks } = await read(
    `WEBVTT\n\n${text}\n01:00.000 --> 01:01.000\n<v B>And then,\n\n02:00.000 --> 02:01.000\n<v B>nothing.`,
  )
  expect(said(blocks)).toEqual(['A| I was about', 'B| Yes?', 'B| And then,', 'B| nothing.'])
})

test('names before what is said are speakers where the file gives them again and again', async () => {
  const { blocks } = await read(
    srt('张三：来了。', '坐。', '李四：谢谢。', '张三：喝茶。', '他说：不急。', '李四：好。', '王五：走吧。'),
  )
  expect(said(blocks)).toEqual([
    '张三| 来了。',
    '张三| 坐。',
    '李四| 谢谢。',
    '张三| 喝茶。',
    '张三| 他说：不急。',
    '李四| 好。',
    '王五| 走吧。',
  ])
  const once = await read(srt('张三：来了。', '李四：谢谢。', '张三：喝茶。', '好。'))
  expect(said(once.blocks)).toEqual(['张三| 来了。', '李四：谢谢。', '张三| 喝茶。', '张三| 好。'])
  expect(said((await read(srt('Remember: keep left.', 'Then stop.'))).blocks)).toEqual([
    'Remember: keep left.',
    'Then stop.',
  ])
})

test('a change of speaker without a name leaves the speaker unknown', async () => {
  const { blocks } = await read(
    srt('ANNA: Come in.', '>> Thank you.', '>> BEN: Sit down.', '- No.\n- Yes.', 'ANNA: Well.'),
  )
  expect(said(blocks)).toEqual(['ANNA| Come in.', 'Thank you.', 'BEN| Sit down.', 'No.', 'Yes.', 'ANNA| Well.'])
})

test('tags of the page are taken off, italics and bold are kept, and other angles are text', async () => {
  const text = '{\\an8}<font color="#fff"><i>Slowly <b>now</i></b></font> &lt;x&gt; <nobody> 1 < 2 &#x2014;'
  const { blocks } = await read(srt(text))
  expect(blocks[0]).toMatchObject({
    text: 'Slowly now <x> <nobody> 1 < 2 —',
    marks: [
      { start: 0, end: 10, kind: 'emphasis' },
      { start: 7, end: 10, kind: 'strong' },
    ],
  })
})

test('what cannot be read as a time is told, and its words stay in their place', async () => {
  const { blocks, remarks } = await read('1\n00:00:61,000 --> 00:01:02,000\nOne.\n\n2\n00:00:05 --> 00:00:07\nTwo.\n')
  expect(blocks).toEqual([
    { kind: 'paragraph', text: 'One.' },
    { kind: 'paragraph', text: 'Two.', time: { start: 5_000, end: 7_000 } },
  ])
  expect(remarks).toEqual([{ key: 'import.subtitleTimes', params: { count: 1 } }])
})

test('a file of subtitles without a time is read as text, and says so', async () => {
  const { format, blocks, remarks } = await read('Only words here. They go on.')
  expect([format, blocks.length]).toEqual(['plain-text', 1])
  expect(remarks).toEqual([{ key: 'import.subtitlesAsText', params: { name: 'a.srt' } }])
})

test('subtitles are known by how they begin, whatever the file is called', () => {
  const format = (text: string): string => importerFor({ name: 'a.txt', bytes: bytesOf(text) }).id
  expect(format(`\ufeff${srt('One.')}`)).toBe('subtitles')
  expect(format('WEBVTT\n\n00:01.000 --> 00:02.000\nOne.')).toBe('subtitles')
  expect(format('WEBVTTS are fine.')).toBe('plain-text')
})
