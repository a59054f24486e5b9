import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { readSelectors } from '../importers/web-annotation'
import { plainText } from '../model/document'
import type { ExportOptions, ProjectSnapshot } from './exporter'
import { EXPORTERS, exportProject } from './index'

const read = (name: string): string => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
const snapshot = JSON.parse(read('snapshot.json')) as ProjectSnapshot
const options: ExportOptions = {
  arrange: 'document',
  language: 'zh-Hans',
  now: Date.UTC(2026, 10, 22, 5, 6, 23),
  timeZone: 'Asia/Shanghai',
}
const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

/** The snapshot with a note that links to a theme, a passage, a document and what is not there. */
function withLink(): ProjectSnapshot {
  const [note, ...notes] = snapshot.notes
  const ids = [
    `theme/${snapshot.themes[2]?.id}`,
    `highlight/${snapshot.highlights[0]?.id}`,
    `document/${snapshot.documents[2]?.id}`,
  ]
  const links = [...ids, 'theme/0000'].map((to, at) => `[link ${at}](pingdian:${to})`)
  return note ? { ...snapshot, notes: [{ ...note, text: `${note.text}\n\n${links.join(', ')}` }, ...notes] } : snapshot
}

test('the snapshot is what it says: every quote stands at its offsets', () => {
  for (const { document, passage } of snapshot.highlights) {
    const { content } = snapshot.documents.find(({ id }) => id === document) as { content: string }
    const text = plainText(snapshot.contents.find(({ id }) => id === content)?.blocks ?? [])
    expect(text.slice(passage.start, passage.end)).toBe(passage.quote)
  }
})

test('Markdown by document is a file for each document with notes, and one for the themes', async () => {
  const { files } = await exportProject('markdown', snapshot, options)
  expect(files.map(({ name }) => name)).toEqual([
    '在全会第二次全体会议上的讲话.md',
    '關於讀書的講話.md',
    'On Reading- Slowly-.md',
    '强首府：文本与话语 – 主题与笔记.md',
  ])
  const all = files.map(({ name, bytes }) => `=== ${name}\n${decode(bytes)}`).join('\n')
  await expect(all).toMatchFileSnapshot('./fixtures/by-document.md.txt')
})

test('Markdown by theme is one file in the order of the tree', async () => {
  const { files } = await exportProject('markdown', snapshot, { ...options, arrange: 'theme', language: 'en' })
  expect(files.map(({ name }) => name)).toEqual(['强首府：文本与话语.md'])
  await expect(decode(files[0]?.bytes as Uint8Array)).toMatchFileSnapshot('./fixtures/by-theme.md.txt')
})

test.each(['obsidian', 'logseq', 'pandoc'])('Markdown for %s is as it was', async (variant) => {
  const { files } = await exportProject('markdown', withLink(), { ...options, arrange: 'theme', variant, context: 8 })
  const all = files.map(({ name, bytes }) => `=== ${name}\n${decode(bytes)}`).join('\n')
  await expect(all).toMatchFileSnapshot(`./fixtures/${variant}.md.txt`)
})

test('every link between Obsidian’s pages leads to a page, and every block that it names is there', async () => {
  const { files } = await exportProject('markdown', withLink(), { ...options, variant: 'obsidian' })
  const pages = new Map(files.map(({ name, bytes }) => [name.slice(0, -3), decode(bytes)]))
  const links = [...pages.values()].flatMap((text) =>
    [...text.matchAll(/\[\[([^\]|]+)(?:\|[^\]]*)?\]\]/g)].map(([, to = '']) => to),
  )
  expect(links.length).toBeGreaterThan(20)
  for (const to of links) {
    const [page = '', block] = to.split('#')
    expect([...pages.keys()]).toContain(page)
    if (block) expect(pages.get(page)?.split('\n')).toContain(block)
  }
})

test('every reference to a Logseq block names a block’s id', async () => {
  const { files } = await exportProject('markdown', withLink(), { ...options, variant: 'logseq' })
  const all = files.map(({ bytes }) => decode(bytes)).join('\n')
  const ids = new Set([...all.matchAll(/^ +id:: (\S+)$/gm)].map(([, id]) => id))
  const references = [...all.matchAll(/\(\(([0-9a-f-]{36})\)\)/g)].map(([, id]) => id)
  expect(references.length).toBeGreaterThan(8)
  for (const id of references) expect(ids).toContain(id)
})

test('Pandoc’s manuscript cites only what its bibliography has', async () => {
  const { files } = await exportProject('markdown', snapshot, { ...options, arrange: 'document', variant: 'pandoc' })
  expect(files.map(({ name }) => name)).toEqual(['强首府：文本与话语.md', '强首府：文本与话语.bib'])
  const [text = '', sources = ''] = files.map(({ bytes }) => decode(bytes))
  const keys = [...sources.matchAll(/^@\w+\{([^,]+),$/gm)].map(([, key]) => key)
  const cited = new Set([...text.matchAll(/\[@([\w-]+)[,\]]/g)].map(([, key]) => key))
  expect(cited.size).toBe(3)
  for (const key of cited) expect(keys).toContain(key)
})

test('CSV is a row for each tagging and each highlight without a theme', async () => {
  const [file] = (await exportProject('csv', snapshot, { ...options, language: 'en' })).files
  const table = decode(file?.bytes as Uint8Array)
  expect(table.startsWith('\ufeffdocument,paragraph,page,at,speaker,start,end,')).toBe(true)
  expect(table.endsWith('\r\n')).toBe(true)
  await expect(table).toMatchFileSnapshot('./fixtures/taggings.csv.txt')
})

test('passages of a source with pages, times and speakers carry them in CSV and Markdown', async () => {
  const said: ProjectSnapshot = {
    ...snapshot,
    contents: snapshot.contents.map((content) => ({
      ...content,
      blocks: content.blocks.map((block) => ({ ...block, page: '*12*', time: { start: 195_400 }, speaker: '王芳' })),
    })),
  }
  const [table] = (await exportProject('csv', said, { ...options, language: 'en' })).files
  const { data } = Papa.parse<Record<string, string>>(decode(table?.bytes as Uint8Array).slice(1), {
    header: true,
    skipEmptyLines: true,
  })
  expect(data[0]).toMatchObject({ page: '*12*', at: '00:03:15', speaker: '王芳' })
  const [first] = (await exportProject('markdown', said, options)).files
  expect(decode(first?.bytes as Uint8Array)).toContain('\n第 \\*12\\* 页 · 00:03:15 · 王芳 · ¶ 3 · ')
})

test('a CSV that is parsed again gives the quotes, with an apostrophe before what could be a formula', async () => {
  const [file] = (await exportProject('csv', snapshot, { ...options, language: 'en' })).files
  const { data, errors } = Papa.parse<Record<string, string>>(decode(file?.bytes as Uint8Array).slice(1), {
    header: true,
    skipEmptyLines: true,
  })
  expect(errors).toEqual([])
  const withoutTheme = snapshot.highlights.filter(({ id }) => !snapshot.taggings.some((each) => each.highlight === id))
  expect(data.length).toBe(snapshot.taggings.length + withoutTheme.length)
  for (const row of data) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^(?:[\t\r]|\s*[=+\-@])/)
  const quotes = new Set(data.map((row) => row.quote?.replace(/^'(?=[=\-@])/, '')))
  expect(quotes).toEqual(new Set(snapshot.highlights.map(({ passage }) => passage.quote)))
})

test('Web Annotation is one collection whose positions count code points', async () => {
  const [file] = (await exportProject('web-annotation', snapshot, options)).files
  await expect(decode(file?.bytes as Uint8Array)).toMatchFileSnapshot('./fixtures/annotations.json')
  const selectors = readSelectors(file?.bytes as Uint8Array)
  expect(selectors.length).toBe(snapshot.highlights.length)
  for (const { start, end, exact } of selectors) expect(Number(end) - Number(start)).toBe([...(exact ?? '')].length)
})

test('an unknown format is refused by name', async () => {
  await expect(exportProject('nothing', snapshot, options)).rejects.toThrow('export.unknownFormat')
})

test.each(EXPORTERS)('no name, note or quote makes $id throw', async ({ id, arranges, variants = [] }) => {
  const words = fc.string({ unit: 'binary', maxLength: 40 })
  const long = fc.constantFrom('', '\ud800', '=1+1\n"', '---\n', '😃'.repeat(200), 'con', '\u0000')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(words, long), { minLength: 8, maxLength: 8 }),
      fc.constantFrom(...arranges, 'document' as const),
      fc.constantFrom(...variants, undefined),
      async (strings, arrange, variant) => {
        const [a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = ''] = strings
        const odd: ProjectSnapshot = {
          ...snapshot,
          project: { ...snapshot.project, name: a },
          coders: snapshot.coders.map((coder) => ({ ...coder, name: b })),
          documents: snapshot.documents.map((each) => ({ ...each, title: c, metadata: { author: d, date: e } })),
          themes: snapshot.themes.map((theme) => ({ ...theme, name: f, description: d })),
          notes: snapshot.notes.map((note) => ({ ...note, text: g })),
          highlights: snapshot.highlights.map((each) => ({
            ...each,
            passage: { ...each.passage, quote: h, prefix: a, suffix: b },
          })),
        }
        const { files } = await exportProject(id, odd, {
          ...options,
          arrange,
          ...(variant !== undefined && { variant }),
        })
        expect(files.length).toBeGreaterThan(0)
        expect(new Set(files.map(({ name }) => name.toLowerCase())).size).toBe(files.length)
      },
    ),
    { numRuns: 25 },
  )
})

test('the passages of every Markdown file are read back as they were quoted', async () => {
  const { files } = await exportProject('markdown', snapshot, options)
  const quoted = files.flatMap(({ bytes }) =>
    fromMarkdown(decode(bytes))
      .children.filter((node) => node.type === 'blockquote')
      .map((node) => node.children.map((child) => textOf(child)).join('\n')),
  )
  const quotes = new Set(snapshot.highlights.map(({ passage }) => passage.quote))
  expect(new Set(quoted)).toEqual(quotes)
  expect(quoted.length).toBe(snapshot.highlights.length - 1)
})
