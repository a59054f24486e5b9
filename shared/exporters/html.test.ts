import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import type { Block } from '../model/document'
import { plainText } from '../model/document'
import { passageOf } from '../model/passage'
import type { ExportOptions, ProjectSnapshot } from './exporter'
import { html } from './html'

const snapshot: ProjectSnapshot = JSON.parse(readFileSync(new URL('./fixtures/snapshot.json', import.meta.url), 'utf8'))
const options: ExportOptions = {
  arrange: 'theme',
  language: 'zh-Hans',
  now: Date.UTC(2026, 10, 22, 5, 6, 23),
  timeZone: 'Asia/Shanghai',
}

async function page(from: ProjectSnapshot, more: Partial<ExportOptions> = {}): Promise<string> {
  const files = await html.write(from, { ...options, ...more })
  expect(files.length).toBe(1)
  return new TextDecoder().decode(files[0]?.bytes)
}

/** The snapshot with every kind of block there is, and a title and a theme that try to be HTML. */
function rich(): ProjectSnapshot {
  const [document] = snapshot.documents
  if (!document) throw new Error('The snapshot was expected to have documents.')
  const blocks: Block[] = [
    { kind: 'heading', text: '一', level: 1 },
    { kind: 'heading', text: '三级之下', level: 5 },
    { kind: 'listItem', text: 'bullet', level: 1, marker: '•' },
    { kind: 'listItem', text: 'number', level: 2, marker: '3.' },
    { kind: 'quotation', text: 'quoted', level: 1 },
    { kind: 'tableRow', text: 'a\tb' },
    { kind: 'tableRow', text: 'c\td\te' },
    { kind: 'code', text: 'if (a < b) {' },
    { kind: 'caption', text: 'caption' },
    {
      kind: 'paragraph',
      text: 'see there',
      marks: [{ start: 4, end: 9, kind: 'link', href: 'https://example.org/?a=1&b="' }],
    },
    { kind: 'footnote', text: 'note', marker: '[1]' },
  ]
  return {
    ...snapshot,
    documents: [{ ...document, title: '<script>alert(1)</script>' }],
    contents: [{ id: document.content, blocks }],
    themes: snapshot.themes.map((theme) => ({ ...theme, name: `${theme.name}"><img src=x onerror=alert(1)>` })),
  }
}

const validator = new HtmlValidate({ extends: ['html-validate:recommended'] })

test.each(['document', 'report'])('the %s is valid HTML', async (variant) => {
  for (const from of [snapshot, rich()]) {
    for (const context of [0, 12]) {
      const { results } = await validator.validateString(await page(from, { variant, context }))
      expect(
        results.flatMap(({ messages }) => messages.map(({ message, line, column }) => `${line}:${column} ${message}`)),
      ).toEqual([])
    }
  }
})

test('it refers to nothing outside itself, and runs only the script whose hash it names', async () => {
  const text = await page(rich())
  const { document } = parseHTML(text)
  expect(document.querySelectorAll('[src], link, img, iframe, object, [onerror], [style]').length).toBe(0)
  for (const anchor of document.querySelectorAll('a'))
    expect(anchor.getAttribute('href')).toMatch(/^(#[nhd]\d+|https:\/\/example\.org.*)$/)
  expect(text).not.toMatch(/@import|url\(/)
  const scripts = [...document.querySelectorAll('script')]
  expect(scripts.length).toBe(1)
  const hash = createHash('sha256')
    .update(scripts[0]?.textContent ?? '')
    .digest('base64')
  expect(text).toContain(`script-src 'sha256-${hash}'`)
  expect(text).toContain("default-src 'none'")
})

test('the words of each highlight are marked, and lead to what is said about them and back', async () => {
  const { document } = parseHTML(await page(snapshot))
  const quotes: string[] = []
  for (const card of document.querySelectorAll('.card')) {
    const number = card.id.slice(1)
    const marks = [...document.querySelectorAll('mark')].filter((mark) =>
      mark.getAttribute('data-h')?.split(' ').includes(number),
    )
    quotes.push(marks.map((mark) => mark.textContent).join(''))
    expect(document.getElementById(`h${number}`)).not.toBeNull()
    expect(card.querySelector(`a[href="#h${number}"]`)).not.toBeNull()
  }
  expect(quotes.sort()).toEqual(snapshot.highlights.map(({ passage }) => passage.quote.replaceAll('\n', '')).sort())
  const notes = document.querySelector('main')?.textContent ?? ''
  expect(notes).toContain('两人都标了同一处。')
})

test('the text of every document is whole', async () => {
  const { document } = parseHTML(await page(snapshot))
  for (const [index, { content }] of snapshot.documents.entries()) {
    const article = document.getElementById(`d${index + 1}`)
    for (const card of article?.querySelectorAll('.cards, .note, .facts, .marker') ?? []) card.remove()
    const bare = (words: string): string => words.replace(/\s/g, '')
    expect(bare(article?.textContent ?? '')).toContain(
      bare(plainText(snapshot.contents.find(({ id }) => id === content)?.blocks ?? [])),
    )
  }
})

test('a theme is found by the themes above it', async () => {
  const { document } = parseHTML(await page(snapshot))
  const choices = [...document.querySelectorAll('option')].map((option) => option.textContent?.trim())
  expect(choices).toEqual(['所有主题', '强首府', '民生', '读书', '@修辞 & *强调*', '数字'])
  const under = [...document.querySelectorAll('.card')].filter((card) =>
    card.getAttribute('data-t')?.split(' ').includes('2'),
  )
  const readers = snapshot.taggings.filter(({ theme }) => theme.endsWith('42') || theme.endsWith('43'))
  expect(under.length).toBe(new Set(readers.map(({ highlight }) => highlight)).size)
})

test('the report quotes every passage under its themes', async () => {
  const { document } = parseHTML(await page(snapshot, { variant: 'report' }))
  const [first] = document.querySelectorAll('section')
  expect(first?.querySelector('h2')?.textContent).toBe('强首府')
  const quotes = [...(first?.querySelectorAll('blockquote') ?? [])].map((quote) => quote.textContent)
  expect(quotes).toEqual(['强首府战略', '扎实推进强首府战略，把𠮷祥村😃的经验推广开来'])
})

test('what is written from right to left is set so, and nothing else', async () => {
  const [document] = snapshot.documents
  const [highlight] = snapshot.highlights
  if (!document || !highlight) throw new Error('The snapshot was expected to have documents.')
  const blocks: Block[] = [
    { kind: 'heading', text: 'خبر اليوم', level: 1 },
    { kind: 'paragraph', text: 'قال Reuters إن السلام ممكن في 2026.' },
    { kind: 'listItem', text: 'שלום', level: 1, marker: '•' },
    { kind: 'tableRow', text: 'اسم\t12' },
    { kind: 'paragraph', text: 'Reuters: الخبر' },
    { kind: 'paragraph', text: '12 — 强首府' },
  ]
  const from: ProjectSnapshot = {
    ...snapshot,
    documents: [{ ...document, title: 'خبر', language: 'ar' }],
    contents: [{ id: document.content, blocks }],
    highlights: [{ ...highlight, passage: passageOf(plainText(blocks), 10, 13) }],
  }
  const { document: shown } = parseHTML(await page(from))
  const ways = [...shown.querySelectorAll('article h2, .row h3, .row p:not(.card *), li, table')].map((each) => [
    each.tagName.toLowerCase(),
    each.getAttribute('dir'),
  ])
  expect(ways).toEqual([
    ...[
      ['h2', 'rtl'],
      ['h3', 'rtl'],
      ['p', 'rtl'],
      ['li', 'rtl'],
      ['table', 'rtl'],
    ],
    ...[
      ['p', null],
      ['p', null],
    ],
  ])
  const report = parseHTML(await page(from, { variant: 'report' })).document
  expect(report.querySelector('blockquote.quote')?.getAttribute('dir')).toBe('rtl')
  const { results } = await validator.validateString(await page(from))
  expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
})
