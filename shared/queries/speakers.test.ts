import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readDocument } from '../importers/index'
import { type Block, plainText } from '../model/document'
import { splitsPair } from '../model/passage'
import { PRESS_REPORT } from '../sample/press-report'
import { suggestSpeakers } from './speakers'

const paragraphs = (texts: readonly string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }))
/** `NAME| words` for each suggestion. */
const said = (...texts: string[]): string[] => saidIn(paragraphs(texts))
function saidIn(blocks: readonly Block[]): string[] {
  const text = plainText(blocks)
  return suggestSpeakers(blocks).map(({ speaker, start, end }) => `${speaker}| ${text.slice(start, end)}`)
}

test('official speech goes from its verb to the end of the paragraph, or to who speaks next', () => {
  expect(
    said(
      '市委书记周明远强调，要修好路。要管好水。',
      '会上，周明远指出，水是根本；李秀兰要求，路要先行。要抓紧。随后大家参观了渠首。',
    ),
  ).toEqual(['周明远| 要修好路。要管好水。', '周明远| 水是根本；', '李秀兰| 路要先行。要抓紧。'])
})

test('both scripts and both widths of punctuation are read alike', () => {
  expect(said('鄭海峰強調,要修好路。要管好水。', '他說:“路通了,人心也就通了。”')).toEqual([
    '鄭海峰| 要修好路。要管好水。',
    '鄭海峰| 路通了,人心也就通了。',
  ])
  expect(said('郑海峰指出，路要修。', '鄭海峰強調,水要管。').map((each) => each.slice(0, 3))).toEqual([
    '郑海峰',
    '郑海峰',
  ])
})

test('speech is found before its speaker, and on both sides of the speaker', () => {
  expect(said('“今年的收成比去年好多了。”村民王桂英笑着说。', '“渠修好了，”王桂英告诉记者，“地就活了。”')).toEqual([
    '王桂英| 今年的收成比去年好多了。',
    '王桂英| 渠修好了',
    '王桂英| 地就活了。',
  ])
})

test('a sentence of talk ends with the sentence, and words in quotation marks are no speech by themselves', () => {
  expect(said('王桂英说，过去靠天吃饭。现在村里有了“幸福渠”，日子好了。')).toEqual(['王桂英| 过去靠天吃饭。'])
  expect(
    said('村里建起了“幸福渠”，人人都说好。', '总的来说，今年不错。', '我们认为，路要先行。', '据说，那里有水。'),
  ).toEqual([])
})

test('a pronoun stands for whoever was named last, not for who is named in what is said or in a list', () => {
  const list = '刘建国、孙丽华、何志平参加调研。'
  expect(said(`周明远来到渠首。${list}他强调，要学习王进步的经验。`, '他还指出，水要省着用。')).toEqual([
    '周明远| 要学习王进步的经验。',
    '周明远| 水要省着用。',
  ])
})

test('officials are known by name once they were named with their posts', () => {
  const blocks = paragraphs([
    '市委书记、市人大常委会主任周明远主持会议。市领导刘建国、孙丽华、何志平等出席会议。',
    '孙丽华要求，要算好账。',
    '国务院总理陈正东表示，欢迎各方来访。',
  ])
  expect(suggestSpeakers(blocks).map(({ speaker, posts }) => [speaker, posts])).toEqual([
    ['孙丽华', ['市领导']],
    ['陈正东', ['国务院总理']],
  ])
  const opened = suggestSpeakers(paragraphs(['市委书记、市人大常委会主任周明远强调，要算好账。']))
  expect(opened[0]?.posts).toEqual(['市委书记', '市人大常委会主任'])
})

test('bodies, spokespersons and names of other languages speak too', () => {
  expect(said('会议指出，形势向好。', '外交部发言人表示，对此坚决反对。', '约翰·史密斯说：“我愿意再来一次。”')).toEqual(
    ['会议| 形势向好。', '外交部发言人| 对此坚决反对。', '约翰·史密斯| 我愿意再来一次。'],
  )
})

test('a paragraph that goes on as orders do belongs to who spoke, less surely', () => {
  const blocks = paragraphs(['周明远强调，要修好路。', '要管好水，护好林。', '当天，大家参观了渠首。'])
  expect(saidIn(blocks)).toEqual(['周明远| 要修好路。', '周明远| 要管好水，护好林。'])
  expect(suggestSpeakers(blocks)[1]?.confidence).toBe(0.5)
})

test('English speech: before and behind the words, reported, and by a surname or a pronoun', () => {
  expect(
    said(
      'The mayor arrived late. Ruth Adeyemi said: “The bridge will stand for a century.”',
      '“Nobody asked the miller,” said Tom Fell, the oldest of them. Adeyemi said that the miller was dead.',
      'She added that his mill was sold. According to the Harbour Office, no ship came that winter.',
      'The price fell by half, according to Tom Fell.',
    ),
  ).toEqual([
    'Ruth Adeyemi| The bridge will stand for a century.',
    'Tom Fell| Nobody asked the miller',
    'Ruth Adeyemi| the miller was dead.',
    'Ruth Adeyemi| his mill was sold.',
    'Harbour Office| no ship came that winter.',
    'Tom Fell| The price fell by half',
  ])
})

test('Japanese speech in brackets: the speaker before and behind', () => {
  expect(
    said('田中市長は「橋は必ず直す」と述べた。', '「水が足りない」と山本氏は語った。彼は「来年も同じだ」と強調した。'),
  ).toEqual(['田中| 橋は必ず直す', '山本| 水が足りない', '山本| 来年も同じだ'])
})

test('turns of a talk, and speakers that the source names, are speech as they stand', () => {
  expect(said('记者：您怎么看？', '周明远：路要先修。', '记者：然后呢？', '周明远：再修渠。', '地点：渠首')).toEqual([
    '记者| 您怎么看？',
    '周明远| 路要先修。',
    '记者| 然后呢？',
    '周明远| 再修渠。',
  ])
  expect(saidIn([{ kind: 'paragraph', text: 'Come in.', speaker: 'ANNA', time: { start: 0 } }])).toEqual([
    'ANNA| Come in.',
  ])
})

test('debris and headings say nothing', () => {
  expect(
    saidIn([
      { kind: 'heading', level: 1, text: '周明远强调，要修好路' },
      { kind: 'paragraph', text: '周明远说，要修好路。', debris: 'repeated' },
    ]),
  ).toEqual([])
})

test('the sample report is attributed to all who speak in it', async () => {
  const { blocks } = await readDocument(
    { name: PRESS_REPORT.name, bytes: new TextEncoder().encode(PRESS_REPORT.text) },
    {},
  )
  expect(suggestSpeakers(blocks).map(({ speaker }) => speaker)).toEqual([
    '林以寧',
    '陳阿婆',
    ...Array.from({ length: 7 }, () => '林以寧'),
  ])
})

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url))
test.skipIf(!existsSync(corpus)).each([
  ['000_6fe4fb3977ce7d35.txt', { 鹿心社: 7 }, '自治區黨委書記'],
  ['003_37eb0cade54b806a.txt', { 何良军: 3, 葛国科: 1 }, '市委书记'],
] as const)('the real report %s is attributed to those who speak in it', async (name, counts, post) => {
  const { blocks } = await readDocument({ name, bytes: readFileSync(corpus + name) }, {})
  const found = suggestSpeakers(blocks)
  const speakers = found.map(({ speaker }) => speaker)
  expect(
    Object.fromEntries([...new Set(speakers)].map((who) => [who, speakers.filter((each) => each === who).length])),
  ).toEqual(counts)
  expect(found[0]?.posts).toContain(post)
})

const piece = fc.constantFrom(
  ...[
    '周明远',
    '市委书记',
    '、',
    '他',
    '她还',
    '强调',
    '指出',
    '说',
    '告诉记者',
    '，',
    '。',
    '：',
    '“',
    '”',
    '「',
    '」',
    '"',
    '要修路',
    '！',
    '𠮷',
    '参加',
  ],
  ...['Tom Fell', ' said', ' that ', ', ', '. ', 'according to ', 'he', 'は', 'と述べた', ' ', '\u3000', '：'],
)
test('words that are said lie in one paragraph, in order, and none is said twice', () => {
  const texts = fc.array(
    fc.array(piece, { minLength: 1, maxLength: 14 }).map((parts) => parts.join('')),
    { maxLength: 6 },
  )
  fc.assert(
    fc.property(texts, (lines) => {
      const blocks = paragraphs(lines)
      const text = plainText(blocks)
      let last = 0
      for (const { speaker, start, end, cue, confidence } of suggestSpeakers(blocks)) {
        expect(speaker).not.toBe('')
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end)).not.toContain('\n')
        expect(text.slice(start, end)).toMatch(/[\p{L}\p{N}]/u)
        expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false)
        expect(cue.end).toBeGreaterThanOrEqual(cue.start)
        expect(cue.end <= start || cue.start >= end).toBe(true)
        expect(confidence > 0 && confidence <= 1).toBe(true)
        last = end
      }
    }),
    { numRuns: 200 },
  )
})

test('paragraphs made to be slow are read in a moment', () => {
  const slow = [
    '王伟强调，好，',
    '王伟说，“好”',
    '说“，',
    '王、李伟、',
    'Tom said that “no,” said Ann. ',
    'according to ',
    '田中は「',
    'The aa ',
  ]
  for (const each of slow)
    expect(suggestSpeakers(paragraphs([each.repeat(Math.floor(20_000 / each.length))]))).toBeDefined()
})
