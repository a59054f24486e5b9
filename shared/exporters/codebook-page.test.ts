import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codebookPage } from './codebook-page'
import type { ProjectSnapshot } from './exporter'

const snapshot = JSON.parse(
  readFileSync(new URL('./fixtures/snapshot.json', import.meta.url), 'utf8'),
) as ProjectSnapshot
const options = { language: 'en', now: Date.UTC(2026, 10, 22, 12) } as const

test('every theme stands twice on the page: at a glance, and under a heading of its level', () => {
  const { title, html } = codebookPage(snapshot, options)
  expect(html).toContain(`<h1>${title}</h1>`)
  expect(html).toContain('November 22, 2026')
  expect(html.match(/<li /g)).toHaveLength(snapshot.themes.length)
  expect(html.match(/<section>/g)).toHaveLength(snapshot.themes.length)
  expect(html.match(/<h2>/g)).toHaveLength(snapshot.themes.filter(({ parent }) => parent === null).length)
})

test('words of the project are text, and a colour that is none is grey', () => {
  const [first, ...others] = snapshot.themes
  if (!first) throw new Error('The snapshot was expected to have themes.')
  const name = '<script>alert("1")</script>'
  const themes = [{ ...first, name, description: 'a < b & c', colour: '#fff;}body{' as const }, ...others]
  const { html } = codebookPage({ ...snapshot, themes }, options)
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
  expect(html).toContain('<p>a &lt; b &amp; c</p>')
  expect(html).not.toContain('body{<')
  expect(html).toContain('background:#888888')
})

test('the page needs nothing beside itself', () => {
  expect(codebookPage(snapshot, options).html).not.toMatch(/(?:src|href)=|url\(|@import|<script/)
})
