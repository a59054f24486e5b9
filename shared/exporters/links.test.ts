import { readFileSync } from 'node:fs'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import { type Element, paragraphs, written } from './docx/word-file.fixture'
import type { ExportOptions, ProjectSnapshot } from './exporter'
import { html } from './html'
import { markdown } from './markdown'

const plain: ProjectSnapshot = JSON.parse(readFileSync(new URL('./fixtures/snapshot.json', import.meta.url), 'utf8'))
const [first, ...others] = plain.highlights
const elsewhere = others.find(({ document }) => document !== first?.document)
const beside = others.find(({ document, passage }) => document === first?.document && passage.start > 20)
if (!first || !elsewhere || !beside) throw new Error('The snapshot was expected to have passages in two documents.')
const made = { project: plain.project.id, coder: plain.coders[0]?.id ?? '', created: Date.UTC(2026, 10, 24) }
const snapshot: ProjectSnapshot = {
  ...plain,
  links: [
    { id: 'l1', ...made, from: first.id, to: elsewhere.id, relation: 'supports' },
    { id: 'l2', ...made, from: beside.id, to: first.id, relation: '改写<自>' },
  ],
}
const options: ExportOptions = { arrange: 'theme', language: 'en', now: made.created, timeZone: 'Asia/Shanghai' }
const text = (files: readonly { bytes: Uint8Array }[]): string =>
  files.map(({ bytes }) => new TextDecoder().decode(bytes)).join('\n')
const named = (parts: readonly (Element | string)[], name: string): Record<string, string>[] =>
  parts.flatMap((part) => (typeof part !== 'string' && part.name === name ? [part.attributes] : []))

test('a comment in Word says how its passage stands to others, from both ends', async () => {
  const files = await written(snapshot)
  const said = files.map(({ comments }) => paragraphs(comments).join('\n'))
  const own = said[plain.documents.findIndex(({ id }) => id === first.document)]
  const other = said[plain.documents.findIndex(({ id }) => id === elsewhere.document)]
  const title = (of: string): string => plain.documents.find(({ id }) => id === of)?.title ?? ''
  expect(own).toMatch(
    new RegExp(`^supports .*${elsewhere.passage.quote.slice(0, 4)}.* · ${title(elsewhere.document)}$`, 'm'),
  )
  expect(own).toMatch(new RegExp(`^← 改写<自> .*${beside.passage.quote.slice(0, 4)}[^·]*$`, 'm'))
  expect(own).toMatch(new RegExp(`^改写<自> .*${first.passage.quote.slice(0, 4)}[^·]*$`, 'm'))
  expect(other).toMatch(
    new RegExp(`^is supported by .*${first.passage.quote.slice(0, 4)}.* · ${title(first.document)}$`, 'm'),
  )
})

test('in a report in Word each link leads to the passage at its other end, which is marked once', async () => {
  const [file] = await written(snapshot, { variant: 'report' })
  const body = file?.body ?? []
  const marks = named(body, 'w:bookmarkStart')
  const names = marks.map((each) => each['w:name'])
  const ids = marks.map((each) => each['w:id'])
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(ids).size).toBe(ids.length)
  expect(
    named(body, 'w:bookmarkEnd')
      .map((each) => each['w:id'])
      .sort(),
  ).toEqual(ids.toSorted())
  const anchors = named(body, 'w:hyperlink').map((each) => each['w:anchor'])
  expect(names).toEqual(expect.arrayContaining(anchors))
  expect(new Set(anchors.filter((each) => each?.startsWith('_Passage'))).size).toBe(3)
})

for (const variant of ['document', 'report'])
  test(`on a page (${variant}) each link leads to what is said of the passage at its other end`, async () => {
    const page = text(await html.write(snapshot, { ...options, variant }))
    const links = [...page.matchAll(/<p class="link">([^<]*) <a href="#(n\d+)"><span[^>]*>([^<]*)<\/span><\/a>/g)]
    expect(new Set(links.map(([, relation]) => relation))).toEqual(
      new Set(['supports', 'is supported by', '改写&lt;自&gt;', '← 改写&lt;自&gt;']),
    )
    for (const [, , number, quote] of links) {
      const card = page.slice(page.indexOf(` id="${number}"`))
      const quoted = variant === 'report' ? card : page.slice(page.indexOf(`id="${number?.replace('n', 'h')}"`))
      expect(quoted.slice(0, 1500)).toContain(quote?.slice(1, 4))
    }
    const { valid, results } = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(page)
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
    expect(valid).toBe(true)
  })

test('in Obsidian and in Logseq each link leads to the block of the passage at its other end', async () => {
  const vault = await markdown.write(snapshot, { ...options, variant: 'obsidian' })
  const links = [...text(vault).matchAll(/^- (?:supports|is supported by|.*改写.*) \[\[([^#\]]+)#\^([^|\]]+)\|/gm)]
  expect(links).toHaveLength(4)
  for (const [, page, block] of links)
    expect(text(vault.filter(({ name }) => name === `${page}.md`))).toContain(`\n^${block}\n`)
  const graph = text(await markdown.write(snapshot, { ...options, variant: 'logseq' }))
  const references = [...graph.matchAll(/^\t- (?:supports|is supported by|.*改写.*) \(\(([^)]+)\)\)/gm)]
  expect(references).toHaveLength(4)
  for (const [, id] of references) expect(graph).toContain(`id:: ${id}`)
})

for (const variant of ['plain', 'pandoc'])
  test(`in Markdown (${variant}) a link is told with the words of the other passage`, async () => {
    const pages = text(await markdown.write(snapshot, { ...options, variant }))
    for (const relation of ['supports', 'is supported by']) expect(pages).toMatch(new RegExp(`^- ${relation} \\S`, 'm'))
    expect(pages).toMatch(/^- 改写/m)
  })
