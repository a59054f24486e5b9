import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import type { Block } from '../model/document'
import { type PageMetadata, pageMetadata } from './html-metadata'

const said = (head: string, body = '', texts: readonly string[] = []): PageMetadata =>
  pageMetadata(
    fromHtml(`<html><head>${head}</head><body>${body}</body></html>`),
    texts.map((text): Block => ({ kind: 'paragraph', text })),
  )
const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`

test('the names that government pages use are read, each with the element it stands in', () => {
  const { metadata } = said(
    '<title>关于做好春耕的通知_临江市人民政府</title><meta name="SiteName" content="临江市人民政府">' +
      '<meta name="ArticleTitle" content="关于做好春耕的通知"><meta name="PubDate" content="2022-03-05 10:30">' +
      '<meta name="ContentSource" content="市农业局"><meta name="ColumnName" content="通知公告">',
  )
  expect(metadata).toMatchObject({
    title: '关于做好春耕的通知',
    date: '2022-03-05T10:30',
    source: '市农业局',
    section: '通知公告',
  })
  expect(metadata.evidence?.date).toEqual({
    by: 'markup',
    quote: '<meta name="PubDate" content="2022-03-05 10:30">',
  })
})

test('JSON-LD in a graph gives headline, date, authors, publisher and section', () => {
  const { metadata, language } = said(
    '<title>Rain at last - The Valley Post</title>' +
      jsonLd({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebSite', '@id': '#site', name: 'The Valley Post', url: 'https://valley.example/' },
          { '@type': 'ItemList', itemListElement: [{ '@type': 'NewsArticle', headline: 'Another', author: 'No One' }] },
          {
            '@type': ['NewsArticle'],
            headline: 'Rain at last',
            alternativeHeadline: 'Farmers cheer',
            datePublished: '2022-03-05T10:30:00Z',
            author: [{ '@type': 'Person', name: 'A. Bell' }, { '@id': '#ida' }],
            publisher: { '@id': '#site' },
            articleSection: ['Weather', 'Home'],
            mainEntityOfPage: { '@id': 'https://valley.example/rain' },
            inLanguage: 'en-GB',
          },
          { '@type': 'Person', '@id': '#ida', name: 'Ida Moss' },
        ],
      }),
  )
  expect(language).toBe('en-GB')
  expect(metadata).toMatchObject({
    title: 'Rain at last',
    subtitle: 'Farmers cheer',
    date: '2022-03-05T10:30:00Z',
    author: 'A. Bell, Ida Moss',
    source: 'The Valley Post',
    section: 'Weather',
    url: 'https://valley.example/rain',
  })
  expect(metadata.evidence?.title).toEqual({ by: 'JSON-LD', quote: '"headline": "Rain at last"' })
})

test('of several articles in JSON-LD the one whose headline the page has in its title is read', () => {
  const { metadata } = said(
    `<title>Second | Site</title>${jsonLd([
      { '@type': 'Article', headline: 'First', author: 'A' },
      { '@type': 'Article', headline: 'Second', author: 'B' },
    ])}`,
  )
  expect(metadata).toMatchObject({ title: 'Second', author: 'B' })
})

test.each([
  '{"@type":"Article","headline":"A\nline"}',
  '//<![CDATA[\n{"@type":"Article","headline":"A &amp;\\n <b>line</b>"}\n//]]>',
])('JSON-LD that is nearly JSON is read (%#)', (source) => {
  expect(said(jsonLd(source)).metadata.title).toMatch(/^A (?:& )?line$/)
})

test.each([
  '{',
  '[[[[[[[[[[[[[[{"@type":"Article","headline":"x"}]]]]]]]]]]]]]]',
  '{"@type":7,"headline":{}}',
  'null',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
])('JSON-LD that says nothing is passed over (%#)', (source) => {
  expect(said(jsonLd(source)).metadata).toEqual({})
})

test('of the dates of one day the exactest is taken, of different days the one that is believed most', () => {
  const day = '<meta name="publishdate" content="2022-03-05">'
  const time = (date: string): string => `<meta property="article:published_time" content="${date}">`
  expect(said(day + time('2022-03-05T10:30:00+08:00')).metadata.date).toBe('2022-03-05T10:30:00+08:00')
  expect(said(time('2022-03-07T10:30:00+08:00') + day).metadata.date).toBe('2022-03-05')
})

test('values that say nothing, or name a user by a number, are no metadata', () => {
  const { metadata } = said(
    '<meta name="author" content="104588"><meta name="editor" content="admin"><meta name="source" content="本站">',
  )
  expect(metadata).toEqual({})
})

test('labels before values are taken off, and say which field it is', () => {
  const { metadata } = said(
    '<meta name="source" content="来源：右江晨报"><meta name="author" content="本报记者 何秋"><meta name="editor" content="责编：李白杨">',
  )
  expect(metadata).toMatchObject({ source: '右江晨报', reporter: '何秋', editor: '李白杨' })
  expect(metadata.author).toBeUndefined()
})

test('an author who is only the source once more is left out', () => {
  const { metadata } = said('<meta name="author" content="新江网"><meta name="source" content="新江网">')
  expect(metadata).toMatchObject({ source: '新江网' })
  expect(metadata.evidence).not.toHaveProperty('author')
})

test('an author who edited the page, as its text says, is the editor', () => {
  const { metadata } = said('<meta name="author" content="何秋">', '', ['[责任编辑:何秋]'])
  expect(metadata).toMatchObject({ editor: '何秋' })
  expect(metadata).not.toHaveProperty('author')
})

test('elements that sites mark by an id of their own are read', () => {
  const body =
    '<span id="pubtime_baidu">2022-03-05 10:30</span><span id="source_baidu">来源：右江晨报</span><span id="editor_baidu">编辑：何秋</span>'
  expect(said('', body).metadata).toMatchObject({ date: '2022-03-05T10:30', source: '右江晨报', editor: '何秋' })
})

test.each([
  ['春耕开始--时政--江河网', '<h1>江河网</h1><h2>春耕开始</h2>', [], '春耕开始'],
  ['春耕开始_江河网', '', [], '春耕开始'],
  ['春耕——一个村的故事', '', [], '春耕——一个村的故事'],
  ['春耕——一个村的故事 - 江河日报', '', [], '春耕——一个村的故事'],
  ['春耕-播种', '', ['春耕-播种'], '春耕-播种'],
  ['Rain | Weather | Valley', '', ['Rain'], 'Rain'],
  ['Valley - Rain', '<meta property="og:site_name" content="Valley">', [], 'Rain'],
  ['Mother-in-law', '', [], 'Mother-in-law'],
])('of the title "%s" the headline is left', (title, body, texts, headline) => {
  expect(said(`<title>${title}</title>`, body, texts).title).toBe(headline)
})

test('the address is the one of the article, not of the site', () => {
  const head =
    '<!-- saved from url=(0031)https://a.example/2022/1.html --><link rel="canonical" href="https://a.example/">'
  expect(said(head).metadata.url).toBe('https://a.example/2022/1.html')
  expect(said('<link rel="canonical" href="javascript:alert(1)">').metadata).toEqual({})
})

test('microdata and the time of publication in the text are read', () => {
  const { metadata } = said(
    '<title>x</title>',
    '<article><span itemprop="author"><a rel="author" itemprop="name">Ida Moss</a> (staff)</span>' +
      '<time itemprop="datePublished" datetime="2022-03-05">5 March</time><time datetime="2022-03-09">later</time></article>',
  )
  expect(metadata).toMatchObject({ author: 'Ida Moss', date: '2022-03-05' })
})

test('of several times without a word about publication none is taken', () => {
  expect(said('', '<time datetime="2022-03-05">a</time><time datetime="2022-03-09">b</time>').metadata).toEqual({})
  expect(said('', '<time datetime="2022-03-05">a</time>').metadata.date).toBe('2022-03-05')
})
