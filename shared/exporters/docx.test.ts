import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import type { Block } from '../model/document'
import { passageOf } from '../model/passage'
import { docx } from './docx'
import { type Element, options, paragraphs, written } from './docx/word-file.fixture'
import type { ProjectSnapshot } from './exporter'

const snapshot: ProjectSnapshot = JSON.parse(readFileSync(new URL('./fixtures/snapshot.json', import.meta.url), 'utf8'))

const ids = (parts: readonly (Element | string)[], name: string): string[] =>
  parts.flatMap((part) => (typeof part !== 'string' && part.name === name ? [part.attributes['w:id'] as string] : []))

/** The words between the marks of each comment, by its id. */
function commented(body: readonly (Element | string)[]): Map<string, string> {
  const words = new Map<string, string>()
  const open = new Set<string>()
  for (const part of body) {
    if (typeof part === 'string') for (const id of open) words.set(id, `${words.get(id)}${part}`)
    else if (part.name === 'w:commentRangeStart') {
      open.add(part.attributes['w:id'] as string)
      words.set(part.attributes['w:id'] as string, '')
    } else if (part.name === 'w:commentRangeEnd') open.delete(part.attributes['w:id'] as string)
  }
  expect([...open]).toEqual([])
  return words
}

test('each document is a Word file whose text is whole', async () => {
  const files = await written(snapshot)
  expect(files.map(({ name }) => name)).toEqual([
    '在全会第二次全体会议上的讲话.docx',
    '關於讀書的講話.docx',
    'On Reading- Slowly-.docx',
    '没有标记的文献.docx',
  ])
  for (const [index, { body }] of files.entries()) {
    const content = snapshot.contents.find(({ id }) => id === snapshot.documents[index]?.content)
    const wanted = (content?.blocks ?? []).map(({ text }) => text).filter((text) => text.trim() !== '')
    expect(paragraphs(body).filter((words) => wanted.includes(words))).toEqual(wanted)
  }
})

test('comments stand at exactly the words of their highlights, and no sign is cut', async () => {
  const [file] = await written(snapshot)
  if (!file) throw new Error('A file was expected.')
  const defined = ids(file.comments, 'w:comment')
  expect(defined.length).toBeGreaterThan(3)
  expect(new Set(defined).size).toBe(defined.length)
  for (const name of ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])
    expect(ids(file.body, name).sort()).toEqual(defined.toSorted())
  const quotes = new Set(snapshot.highlights.map(({ passage }) => passage.quote.replaceAll('\n', '')))
  for (const words of commented(file.body).values()) expect(quotes).toContain(words)
  for (const part of file.body) if (typeof part === 'string') expect(part).not.toMatch(/\p{Cs}/u)
})

test('a comment has its coder, its hour in the reader’s zone, its themes and notes', async () => {
  const [file] = await written(snapshot)
  const comments = (file?.comments ?? []).filter((part): part is Element => typeof part !== 'string')
  const authors = comments.filter(({ name }) => name === 'w:comment').map(({ attributes }) => attributes['w:author'])
  expect(new Set(authors)).toEqual(new Set(['李明', 'Wang "W." *Fang*']))
  expect(comments.find(({ name }) => name === 'w:comment')?.attributes['w:date']).toMatch(/^2026-11-20T/)
  const words = paragraphs(file?.comments ?? [])
  expect(words).toContain('强首府')
  expect(words.some((line) => line.includes('@修辞 & *强调*'))).toBe(true)
})

test('highlighted words are shaded, and those under two themes in a colour of their own', async () => {
  const [file] = await written(snapshot)
  const fills = new Set(
    (file?.body ?? []).flatMap((part) =>
      typeof part !== 'string' && part.name === 'w:shd' ? [part.attributes['w:fill']] : [],
    ),
  )
  expect(fills.size).toBeGreaterThan(2)
  for (const fill of fills) expect(fill).toMatch(/^[0-9A-F]{6}$/)
})

test('Chinese is set in a Chinese font of its script, and marked as Chinese', async () => {
  const [simplified, traditional] = await written(snapshot)
  const fonts = (file: typeof simplified) =>
    new Set(
      (file?.body ?? []).flatMap((part) =>
        typeof part !== 'string' && part.name === 'w:rFonts' ? [part.attributes['w:eastAsia']] : [],
      ),
    )
  expect(fonts(simplified)).toEqual(new Set(['SimSun']))
  expect(fonts(traditional)).toEqual(new Set(['PMingLiU']))
  expect(strFromU8(traditional?.parts['word/document.xml'] ?? new Uint8Array())).toContain('w:eastAsia="zh-TW"')
})

test('headings, lists, quotations, tables, captions and footnotes have Word’s own styles', async () => {
  const blocks: Block[] = [
    { kind: 'heading', text: 'One', level: 2 },
    { kind: 'listItem', text: 'bullet', level: 1, marker: '•' },
    { kind: 'listItem', text: 'number', level: 2, marker: '3.' },
    { kind: 'quotation', text: 'quoted', level: 1 },
    { kind: 'tableRow', text: 'a\tb' },
    { kind: 'tableRow', text: 'c\td\te' },
    { kind: 'caption', text: 'caption' },
    { kind: 'footnote', text: 'note', marker: '[1]' },
    { kind: 'paragraph', text: '首页 > 新闻', debris: 'breadcrumb' },
  ]
  const [first] = snapshot.documents
  const one = {
    ...snapshot,
    documents: [first as (typeof snapshot.documents)[0]],
    highlights: [],
    taggings: [],
    notes: [],
  }
  const [file] = await written({ ...one, contents: [{ id: first?.content as string, blocks }] } as ProjectSnapshot)
  const body = file?.body ?? []
  const styles = body.flatMap((part) =>
    typeof part !== 'string' && part.name === 'w:pStyle' ? [part.attributes['w:val']] : [],
  )
  expect(styles).toEqual([
    'Title',
    'PingdianSource',
    'Heading2',
    'ListParagraph',
    'ListParagraph',
    'Quote',
    'Caption',
    'FootnoteText',
  ])
  const named = (name: string) => body.filter((part) => typeof part !== 'string' && part.name === name).length
  expect([named('w:tbl'), named('w:tr'), named('w:tc'), named('w:numId')]).toEqual([1, 2, 6, 1])
  expect(paragraphs(body)).toContain('3.\tnumber')
  expect(paragraphs(body).join()).not.toContain('首页')
})

test('however highlights lie over each other, each comment has its words and the text stays whole', async () => {
  const sign = fc.constantFrom('甲', '乙', 'a', ' ', '𠮷', '😃', '\t')
  const line = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''))
  const kind = fc.constantFrom<Block['kind']>('paragraph', 'tableRow', 'heading')
  const block = fc.record({ kind, text: line })
  const spot = fc.nat({ max: 60 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(block, { minLength: 1, maxLength: 6 }),
      fc.array(fc.tuple(spot, spot), { maxLength: 6 }),
      async (blocks, spots) => {
        const text = blocks.map((each) => each.text).join('\n')
        const [document] = snapshot.documents
        const [highlight] = snapshot.highlights
        const [tagging] = snapshot.taggings
        if (!document || !highlight || !tagging) throw new Error('The snapshot was expected to have records.')
        const marked = spots.flatMap(([a, b], index) => {
          const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
          return start === end ? [] : [{ ...highlight, id: `h${index}`, passage: passageOf(text, start, end) }]
        })
        const [file] = await written({
          ...snapshot,
          documents: [{ ...document, title: 'T' }],
          contents: [{ id: document.content, blocks }],
          highlights: marked,
          taggings: marked.map(({ id }) => ({ ...tagging, id: `t${id}`, highlight: id })),
          notes: [],
        } as ProjectSnapshot)
        const bare = (words: string): string => words.replace(/[\s]/g, '')
        const found = [...commented(file?.body ?? []).values()].map(bare).sort()
        expect(found).toEqual(marked.map(({ passage }) => bare(passage.quote)).sort())
        expect(bare(paragraphs(file?.body ?? []).join(''))).toContain(bare(text))
      },
    ),
    { numRuns: 40 },
  )
})

test('the report has the passages under their themes with sources, in context, after a table of contents', async () => {
  const [file] = await written(snapshot, { variant: 'report', context: 10 })
  const words = paragraphs(file?.body ?? [])
  expect(file?.name).toBe('强首府：文本与话语.docx')
  expect(strFromU8(file?.parts['word/document.xml'] ?? new Uint8Array())).toContain('TOC \\h \\o &quot;1-4&quot;')
  expect(words).toContain('■ 强首府')
  expect(words).toContain('…民为中心的发展思想，扎实推进强首府战略，把𠮷祥村😃的经验推广开来。 群众的事情无小事…')
  expect(
    words.some((line) =>
      /^《在全会第二次全体会议上的讲话》，某书记，广西日报，2020-11-12，第4段 {2}强首府 \(李明, 2026-11-20\)/.test(
        line,
      ),
    ),
  ).toBe(true)
  const quoted = words.join('\n')
  for (const { passage } of snapshot.highlights) expect(quoted).toContain(passage.quote)
})

test('by time, passages stand under the day on which they were marked', async () => {
  const [file] = await written(snapshot, { variant: 'report', arrange: 'time' })
  const words = paragraphs(file?.body ?? [])
  const places = snapshot.highlights
    .filter(({ passage }) => !passage.quote.includes('\n'))
    .toSorted((a, b) => a.created - b.created)
    .map(({ passage }) => words.indexOf(passage.quote))
  expect(Math.min(...places)).toBeGreaterThan(0)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

const office = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice', process.env.SOFFICE ?? ''].find(
  (path) => path !== '' && existsSync(path),
)

test.skipIf(!office)(
  'LibreOffice opens both and makes PDFs of them (skipped where it is not installed)',
  { timeout: 180_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pingdian-docx-'))
    try {
      const [document] = await docx.write(snapshot, options)
      const [report] = await docx.write(snapshot, { ...options, variant: 'report' })
      writeFileSync(join(folder, 'document.docx'), document?.bytes as Uint8Array)
      writeFileSync(join(folder, 'report.docx'), report?.bytes as Uint8Array)
      const own = `-env:UserInstallation=file://${folder}/profile`
      const files = ['document.docx', 'report.docx'].map((name) => join(folder, name))
      execFileSync(office as string, [own, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
        stdio: 'ignore',
      })
      for (const name of ['document.pdf', 'report.pdf'])
        expect(statSync(join(folder, name)).size).toBeGreaterThan(5_000)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
