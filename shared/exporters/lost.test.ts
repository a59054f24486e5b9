import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codebookEntries } from './codebook-entries'
import { csv } from './csv'
import type { Exporter, ExportOptions, ProjectSnapshot } from './exporter'
import { markdown } from './markdown'
import { webAnnotation } from './web-annotation'

const snapshot: ProjectSnapshot = JSON.parse(readFileSync(new URL('./fixtures/snapshot.json', import.meta.url), 'utf8'))
const options: ExportOptions = { arrange: 'document', language: 'en', now: 0, timeZone: 'UTC' }
const [first, ...others] = snapshot.highlights.filter(({ document }) => document === snapshot.highlights[0]?.document)
if (!first) throw new Error('The snapshot was expected to have a highlight.')
/** It stood where nothing stands any more. */
const lost = {
  ...first,
  lost: 9,
  passage: { ...first.passage, start: 99_000, end: 99_000 + first.passage.quote.length },
}
const without = { ...snapshot, highlights: [lost, ...others] }
const written = async (made: ReturnType<Exporter['write']>): Promise<string> =>
  (await made).map(({ bytes }) => new TextDecoder().decode(bytes)).join()

test('a table gives no place of a highlight that is lost, but says so', async () => {
  const row = (await written(csv.write(without, options)))
    .split('\r\n')
    .find((line) => line.includes('not in the text'))
  expect(row).toContain(first.passage.quote.split('\n')[0])
  expect(row).toMatch(/,not in the text,,,,,,/)
})

test('notes to read give it last, without a paragraph', async () => {
  for (const arrange of ['document', 'theme'] as const) {
    const text = await written(markdown.write(without, { ...options, arrange }))
    expect(text).toContain('not in the text')
    expect(text).toContain(first.passage.quote.split('\n')[0])
  }
  const whole = await written(
    markdown.write({ ...without, documents: without.documents.filter(({ id }) => id === first.document) }, options),
  )
  expect(whole.indexOf('not in the text')).toBeGreaterThan(whole.lastIndexOf('¶'))
})

test('a Web Annotation of it is found by its quote alone', async () => {
  const { first: page } = JSON.parse(await written(webAnnotation.write(without, options)))
  const item = page.items.find((each: { id: string }) => each.id.endsWith(first.id))
  expect(item.target.selector.map(({ type }: { type: string }) => type)).toEqual(['TextQuoteSelector'])
})

test('its taggings do not count in a codebook', () => {
  const total = (from: ProjectSnapshot): number => codebookEntries(from).reduce((sum, { count }) => sum + count, 0)
  const own = snapshot.taggings.filter(({ highlight }) => highlight === first.id).length
  expect(own).toBeGreaterThan(0)
  expect(total(without)).toBe(total(snapshot) - own)
})
