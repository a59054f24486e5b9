import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentMetadata, SourceDocument } from '../model/document'
import { bibtex } from './bibtex'
import { quotationWithCitation, reference } from './citation'
import { type CslItem, cslItem } from './citation/item'
import { citationKeys } from './citation/keys'
import { namesIn } from './citation/names'
import { plainCitation } from './citation/words'
import { cslJson } from './csl-json'
import type { ExportOptions, ProjectSnapshot } from './exporter'

const load = createRequire(import.meta.url)
/** A citation processor that is not ours; it has no types. */
const { Cite, plugins } = load('@citation-js/core') as {
  Cite: new (source: unknown) => { readonly data: unknown; format(kind: string, options: object): string }
  plugins: { list(): string[] }
}
load('@citation-js/plugin-bibtex')
load('@citation-js/plugin-csl')

const options: ExportOptions = { arrange: 'document', language: 'en', now: 0, timeZone: 'UTC' }
const document = (title: string, metadata: DocumentMetadata = {}, language = 'en', id = title): SourceDocument => ({
  id,
  project: 'p',
  title,
  metadata,
  language,
  format: 'text',
  fileName: 'a.txt',
  content: `c${id}`,
  length: 0,
  order: 0,
  created: Date.UTC(2026, 10, 20),
})
const PRESS = document(
  '在全会第二次全体会议上的讲话',
  { author: '张三', date: '2020-11-12', source: '广西日报', section: '01版', url: 'https://example.org/a' },
  'zh-Hans',
)
const ESSAY = document('On Reading', { author: 'Ann Mary Reader', date: '1925-03', source: 'The Daily Post' })
const PAGE = document('What Remains', {
  author: 'Jane Doe and John Roe',
  date: '2021-12-30',
  source: 'Example Site',
  url: 'https://example.org/b',
})
const SPEECH = document('關於讀書的講話', { author: '李四', date: '1978-12' }, 'zh-Hant')
const snapshotOf = (documents: readonly SourceDocument[]): ProjectSnapshot => ({
  project: { id: 'p', name: 'P', created: 0 },
  coders: [],
  documents,
  contents: [],
  themes: [],
  highlights: [],
  taggings: [],
  notes: [],
})
const cited = (from: SourceDocument, style: 'gb7714' | 'chicago' | 'apa'): string =>
  plainCitation(reference(cslItem(from, 'k'), style))

test('names are taken apart in both scripts, and bodies are not', () => {
  expect(namesIn('张三、欧阳修')).toEqual([
    { family: '张', given: '三' },
    { family: '欧阳', given: '修' },
  ])
  expect(namesIn('本报记者 张 三')).toEqual([{ family: '张', given: '三' }])
  expect(namesIn('司馬遷，班固')).toEqual([
    { family: '司馬', given: '遷' },
    { family: '班', given: '固' },
  ])
  expect(namesIn('本报评论员')).toEqual([{ literal: '本报评论员' }])
  expect(namesIn('新华社')).toEqual([{ literal: '新华社' }])
  expect(namesIn('某书记')).toEqual([{ literal: '某书记' }])
  expect(namesIn('Jane Mary Doe and Roe, John')).toEqual([
    { family: 'Doe', given: 'Jane Mary' },
    { family: 'Roe', given: 'John' },
  ])
  expect(namesIn('')).toEqual([])
})

test('a source has the type, the parts of the date and the names that its metadata tell', () => {
  expect(cslItem(PRESS, 'k')).toEqual({
    id: 'k',
    type: 'article-newspaper',
    title: '在全会第二次全体会议上的讲话',
    author: [{ family: '张', given: '三' }],
    issued: { 'date-parts': [[2020, 11, 12]] },
    'container-title': '广西日报',
    section: '01版',
    URL: 'https://example.org/a',
    accessed: { 'date-parts': [[2026, 11, 20]] },
    language: 'zh-Hans',
  })
  expect(cslItem(ESSAY, 'k').issued).toEqual({ 'date-parts': [[1925, 3]] })
  expect(cslItem(PAGE, 'k').type).toBe('webpage')
  expect(cslItem(SPEECH, 'k').type).toBe('speech')
  expect(cslItem(document('无题', { date: '民国十年' }), 'k').issued).toEqual({ literal: '民国十年' })
})

test('GB/T 7714-2015 names kind and carrier, date of reading and address', () => {
  expect(cited(PRESS, 'gb7714')).toBe(
    '张三. 在全会第二次全体会议上的讲话[N/OL]. 广西日报, 2020-11-12(01版)[2026-11-20]. https://example.org/a.',
  )
  expect(cited(PAGE, 'gb7714')).toBe(
    'DOE J, ROE J. What Remains[EB/OL]. Example Site, 2021(2021-12-30)[2026-11-20]. https://example.org/b.',
  )
  expect(cited(SPEECH, 'gb7714')).toBe('李四. 關於讀書的講話[Z]. 1978-12.')
  expect(cited(document('没有来历'), 'gb7714')).toBe('没有来历[Z].')
  expect(cited(document('四人', { author: '张三、李四、王五、赵六', source: '求是' }), 'gb7714')).toBe(
    '张三, 李四, 王五, 等. 四人[J]. 求是.',
  )
})

test('Chicago sets titles in quotation marks, and inverts the first name only', () => {
  expect(cited(ESSAY, 'chicago')).toBe('Reader, Ann Mary. “On Reading.” The Daily Post, March 1925.')
  expect(cited(PAGE, 'chicago')).toBe(
    'Doe, Jane and John Roe. “What Remains.” Example Site, December 30, 2021. https://example.org/b.',
  )
  expect(cited(PRESS, 'chicago')).toBe(
    '张三. “在全会第二次全体会议上的讲话.” 广西日报, November 12, 2020. https://example.org/a.',
  )
})

/** APA as a citation processor writes it by the style's own file. */
function processed(item: CslItem): string {
  const text = new Cite([item]).format('bibliography', { template: 'apa', lang: 'en-US', format: 'text' })
  return text.trim()
}

test('APA is what a citation processor makes of the same source', () => {
  expect(plugins.list()).toContain('@csl')
  for (const from of [
    ESSAY,
    PAGE,
    document('Slowly', { author: 'Reader, Ann', date: '1925' }),
    document('Who Reads?', { source: 'The Daily Post', date: '2001-02-03' }),
  ])
    expect(cited(from, 'apa')).toBe(processed(cslItem(from, 'k')))
})

test('BibTeX is read back with its names, titles and dates, whatever signs are in them', async () => {
  const odd = document('100% of {A} & B_1 ~ #2: $x^2$', {
    author: 'O’Neill, Zoë',
    date: '2001-02',
    source: 'A & B Times',
    url: 'https://example.org/%E5%8C%97?a={1}',
  })
  const all = [PRESS, ESSAY, PAGE, SPEECH, odd]
  const [file] = await bibtex.write(snapshotOf(all), options)
  const read = new Cite(new TextDecoder().decode(file?.bytes)).data as CslItem[]
  const keys = citationKeys(all)
  expect(read.map(({ id }) => id)).toEqual(all.map(({ id }) => keys.get(id)))
  expect(read.map(({ title }) => title)).toEqual(all.map(({ title }) => title))
  expect(read.map(({ issued }) => issued)).toEqual(all.map((each) => cslItem(each, '').issued))
  expect(read[2]?.author).toEqual([
    { family: 'Doe', given: 'Jane' },
    { family: 'Roe', given: 'John' },
  ])
  expect(JSON.stringify(read[0]?.author)).toContain('张三')
})

test('CSL-JSON has an item with a key of its own for each document', async () => {
  const all = [PRESS, ESSAY, document('On Reading', ESSAY.metadata, 'en', 'second')]
  const [file] = await cslJson.write(snapshotOf(all), options)
  const items = JSON.parse(new TextDecoder().decode(file?.bytes)) as CslItem[]
  expect(items.map(({ id }) => id)).toEqual(['zhang2020zaiquanhui', 'reader1925reading', 'reader1925reading-b'])
})

test('keys are Latin, no two are the same, and one that is there does not change when documents are added', () => {
  const title = fc.oneof(
    fc.constantFrom('重庆', '重慶', '', '！', 'Straße', 'A'),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  )
  expect(citationKeys([SPEECH]).get(SPEECH.id)).toBe('li1978guanyudu')
  fc.assert(
    fc.property(fc.array(title, { minLength: 1, maxLength: 12 }), (titles) => {
      const all = titles.map((each, at) => ({ ...document(each, {}, 'zh-Hans', `d${at}`), created: at }))
      const keys = citationKeys(all)
      expect(new Set(keys.values()).size).toBe(all.length)
      for (const key of keys.values()) expect(key).toMatch(/^[a-z0-9-]+$/)
      const earlier = citationKeys(all.slice(0, -1))
      for (const [id, key] of earlier) expect(keys.get(id)).toBe(key)
    }),
  )
})

test('a passage carries its source and its place into a paper, in words and in HTML', () => {
  const blocks = [
    { kind: 'paragraph', text: '一二三' },
    { kind: 'paragraph', text: '四<五', page: '7' },
  ] as const
  const passage = { start: 4, end: 7, quote: '四<五' }
  const copy = (
    from: SourceDocument,
    style: 'plain' | 'gb7714' | 'chicago' | 'apa',
    text = blocks as Parameters<typeof quotationWithCitation>[2],
  ) => quotationWithCitation(from, passage, text, { style, language: 'en' })
  expect(copy(PRESS, 'gb7714').text).toBe(
    '“四<五”\n\n张三. 在全会第二次全体会议上的讲话[N/OL]. 广西日报, 2020-11-12(01版): 7[2026-11-20]. https://example.org/a.',
  )
  expect(copy(ESSAY, 'apa').text).toBe(
    '“四<五” (Reader, 1925, p. 7)\n\nReader, A. M. (1925, March). On Reading. The Daily Post.',
  )
  expect(copy(ESSAY, 'chicago').text).toBe(
    '“四<五”\n\nAnn Mary Reader, “On Reading,” The Daily Post, March 1925, p. 7.',
  )
  expect(copy(ESSAY, 'chicago').html).toBe(
    '<blockquote><p>“四&lt;五”</p></blockquote><p>Ann Mary Reader, “On Reading,” <i>The Daily Post</i>, March 1925, p. 7.</p>',
  )
  expect(
    copy(ESSAY, 'apa', [
      { kind: 'paragraph', text: '一二三' },
      { kind: 'paragraph', text: '四<五' },
    ]).text,
  ).toContain('(Reader, 1925, para. 2)')
  expect(copy(SPEECH, 'plain').text).toBe('「四<五」（《關於讀書的講話》，李四，1978-12，第7頁）')
})
