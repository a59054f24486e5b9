import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { beginning, beginningOf } from './beginning'
import { csv } from './csv'
import type { ExportOptions, ProjectSnapshot } from './exporter'
import { EXPORTERS } from './index'
import { previewExport } from './preview'
import { notedIn, type Scope } from './scope'

const snapshot = JSON.parse(
  readFileSync(new URL('./fixtures/snapshot.json', import.meta.url), 'utf8'),
) as ProjectSnapshot
const options: ExportOptions = { arrange: 'document', language: 'zh-Hans', now: 1_764_000_000_000, timeZone: 'UTC' }

test('what is shown of a small project is what the file begins with, in every format and variant', async () => {
  for (const { id, variants = [undefined], write } of EXPORTERS) {
    for (const variant of variants) {
      const chosen = { ...options, ...(variant !== undefined && { variant }) }
      const { shown, name } = await previewExport(id, snapshot, chosen)
      if (shown.kind === 'sheet') {
        expect(shown.html).toContain(snapshot.documents[0]?.title)
        continue
      }
      if (shown.kind === 'table') {
        const cells = [shown.header, ...shown.rows].map((row) => row.map((cell) => String(cell ?? '')))
        expect(cells).toEqual(id === 'csv' ? await rowsOf(chosen) : (await rowsOf(options)).map(unguarded))
        continue
      }
      const [file] = await write(snapshot, chosen)
      const whole = new TextDecoder().decode(file?.bytes)
      expect(name).toBe(file?.name)
      if (shown.kind === 'text') expect(whole.startsWith(shown.text)).toBe(true)
      if (shown.kind === 'page') expect(shown.html).toBe(whole)
      if (shown.kind === 'archive') expect(shown.entries.length).toBeGreaterThan(2)
    }
  }
})

/** The rows of a table; its first, without a variant, is the workbook's first sheet too. */
async function rowsOf(chosen: ExportOptions): Promise<string[][]> {
  const [file] = await csv.write(snapshot, chosen)
  return Papa.parse<string[]>(new TextDecoder().decode(file?.bytes), { skipEmptyLines: true }).data
}
const unguarded = (row: string[]): string[] => row.map((cell) => cell.replace(/^'(?=[=+\-@\s])/, ''))

/** The fixture's first document, so often, with so many highlights in each. */
function many(documents: number, highlights: number): ProjectSnapshot {
  const document = snapshot.documents[0]
  const highlight = snapshot.highlights.find((each) => each.document === document?.id)
  const content = snapshot.contents.find(({ id }) => id === document?.content)
  if (!document || !highlight || !content) throw new Error('The fixture was expected to have a marked document.')
  const ids = [...Array(documents).keys()]
  return {
    ...snapshot,
    documents: ids.map((at) => ({ ...document, id: `d${at}`, content: `c${at}`, order: at })),
    contents: ids.map((at) => ({ ...content, id: `c${at}` })),
    highlights: ids.flatMap((at) =>
      [...Array(highlights).keys()].map((number) => ({ ...highlight, id: `h${at}-${number}`, document: `d${at}` })),
    ),
    taggings: [],
    notes: [],
    links: [],
  }
}

const of = (project: ProjectSnapshot, scope: Scope, withText: boolean) =>
  beginningOf(
    project.documents.map(({ id }) => id),
    { ...project, noted: notedIn(project) },
    scope,
    withText,
  )

test('a large export begins with the first documents that have something in the scope', () => {
  const project = many(500, 7)
  const { documents, isAll } = of(project, { documents: project.documents.slice(5).map(({ id }) => id) }, false)
  expect(documents[0]).toBe('d5')
  expect(documents.length).toBeLessThan(13)
  expect(isAll).toBe(false)
  const starred = {
    ...project,
    highlights: project.highlights.map((each) => (each.document === 'd400' ? { ...each, star: true as const } : each)),
  }
  expect(of(starred, { starred: true }, false)).toEqual({ documents: ['d400'], isAll: true })
  expect(of(starred, { starred: true }, true).documents[0]).toBe('d0')
})

test('a document with very much in it begins with its first passages, and its text ends with a paragraph', () => {
  const crowded = many(1, 5000)
  const { part, isAll } = beginning(crowded, false)
  expect(isAll).toBe(false)
  expect(part.highlights.length).toBe(60)
  const [content] = crowded.contents
  if (!content) throw new Error('The project was expected to have a text.')
  const blocks = [...Array(3000).keys()].flatMap(() => content.blocks)
  const long = beginning({ ...many(1, 1), contents: [{ ...content, id: 'c0', blocks }] }, true)
  const length = (long.part.contents[0]?.blocks ?? []).reduce((sum, { text }) => sum + text.length + 1, 0)
  expect(length).toBeGreaterThan(20_000)
  expect(length).toBeLessThan(32_000)
})

test('a format that there is not has no preview', async () => {
  await expect(previewExport('nothing', snapshot, options)).rejects.toThrow('export.unknownFormat')
})
