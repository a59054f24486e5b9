import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Block } from '../../model/document'
import { passageOf } from '../../model/passage'
import type { ProjectSnapshot } from '../exporter'
import { type Element, paragraphs, parsed, written } from './word-file.fixture'

const snapshot: ProjectSnapshot = JSON.parse(
  readFileSync(new URL('../fixtures/snapshot.json', import.meta.url), 'utf8'),
)

/** A project with one document of these blocks in this language, and highlights on these words of it. */
function projectOf(
  blocks: readonly Block[],
  language: string,
  marked: readonly string[] = [],
  note = '',
): ProjectSnapshot {
  const [document] = snapshot.documents
  const [highlight] = snapshot.highlights
  const [tagging] = snapshot.taggings
  if (!document || !highlight || !tagging) throw new Error('The snapshot was expected to have records.')
  const text = blocks.map((block) => block.text).join('\n')
  const highlights = marked.map((quote, index) => {
    const start = text.indexOf(quote)
    return { ...highlight, id: `h${index}`, passage: passageOf(text, start, start + quote.length) }
  })
  return {
    ...snapshot,
    documents: [{ ...document, title: 'T', language, metadata: {} }],
    contents: [{ id: document.content, blocks }],
    highlights,
    taggings: highlights.map(({ id }) => ({ ...tagging, id: `t${id}`, highlight: id })),
    notes: highlights.map(({ id }) => ({
      ...{ id: `n${id}`, project: document.project, about: { kind: 'highlight', id } },
      ...{ text: note, coder: tagging.coder, created: 1, modified: 1 },
    })),
    links: [],
  }
}

const elements = (parts: readonly (Element | string)[], name: string): Element[] =>
  parts.filter((part): part is Element => typeof part !== 'string' && part.name === name)

/** What stands between the beginning of each paragraph and its first words. */
function settings(body: readonly (Element | string)[]): string[] {
  const all: string[] = []
  let isOpen = false
  for (const part of body) {
    if (typeof part !== 'string' && part.name === 'w:p') all.push('')
    isOpen = typeof part === 'string' ? false : part.name === 'w:p' || isOpen
    if (isOpen && typeof part !== 'string') all[all.length - 1] += ` ${part.name}`
  }
  return all
}

test('lines are a part of a line high and not points, in every style; days are not parted; pages are numbered', async () => {
  const [file] = await written(snapshot, { variant: 'report' })
  const styles = elements(parsed(file?.parts['word/styles.xml']), 'w:spacing').filter(
    (each) => each.attributes['w:line'],
  )
  expect(styles.length).toBeGreaterThan(5)
  for (const { attributes } of styles) expect(attributes['w:lineRule']).toBe('auto')
  expect(elements(file?.body ?? [], 'w:noBreakHyphen').length).toBeGreaterThan(1)
  expect(elements(file?.body ?? [], 'w:footerReference')).toHaveLength(1)
  const footer = elements(parsed(file?.parts['word/footer.xml']), 'w:fldSimple')
  expect(footer.map(({ attributes }) => attributes['w:instr'])).toEqual(['PAGE'])
  // A number that stood there would be a word of the document when it comes back.
  expect(
    parsed(file?.parts['word/footer.xml']).filter((part) => typeof part === 'string' && part.trim() !== ''),
  ).toEqual([])
})

test('what is written from right to left is set so, with its tables, and its Latin words are left as they are', async () => {
  const blocks: Block[] = [
    { kind: 'heading', text: 'خبر اليوم', level: 1 },
    { kind: 'paragraph', text: 'قال Reuters إن السلام ممكن في 2026.' },
    { kind: 'tableRow', text: 'اسم\tReuters' },
    { kind: 'paragraph', text: 'Reuters: الخبر' },
  ]
  const [file] = await written(projectOf(blocks, 'ar', ['السلام', 'Reuters إن']))
  const body = file?.body ?? []
  expect(paragraphs(body)).toEqual(
    expect.arrayContaining(['خبر اليوم', 'قال Reuters إن السلام ممكن في 2026.', 'اسم', 'Reuters']),
  )
  const isSet = settings(body).map((each) => / w:bidi\b/.test(each))
  expect(isSet).toEqual([false, true, true, true, false, false])
  expect(elements(body, 'w:bidiVisual')).toHaveLength(1)
  const [report] = await written(projectOf(blocks, 'ar', ['السلام']), { variant: 'report' })
  expect(elements(report?.body ?? [], 'w:rtl').length).toBeGreaterThan(0)
})

test('links lead to addresses of the web only, and to such as a program can open', async () => {
  const hrefs = [
    'https://example.org/a b?q="1"&r=<2>',
    'javascript:alert(1)',
    'file:///etc/passwd',
    'https://[',
    'https://例子.测试/文',
  ]
  const text = hrefs.map((_, at) => `link${at}`).join(' ')
  const marks = hrefs.map((href, at) => ({ kind: 'link' as const, href, start: 6 * at, end: 6 * at + 5 }))
  const [file] = await written(projectOf([{ kind: 'paragraph', text, marks }], 'en'))
  const ids = elements(file?.body ?? [], 'w:hyperlink').map(({ attributes }) => attributes['r:id'])
  const relations = new TextDecoder().decode(file?.parts['word/_rels/document.xml.rels'])
  const targets = [...relations.matchAll(/Id="(rIdLink\d+)"[^>]*Target="([^"]*)" TargetMode="External"/g)]
  expect(targets.map(([, id]) => id)).toEqual(ids)
  expect(targets.map(([, , target]) => target)).toEqual([
    'https://example.org/a%20b?q=%221%22&amp;r=%3C2%3E',
    'https://xn--fsqu00a.xn--0zwm56d/%E6%96%87',
  ])
  expect(paragraphs(file?.body ?? [])).toContain(text)
})

test('a comment has its note’s lists and code, whatever signs are in it', async () => {
  const note = '先看𠮷祥村😃：\n\n- 一**层**\n  - 二层\n\n1. 甲\n2. 乙\n\n```\na < b && "c"\n```'
  const [file] = await written(projectOf([{ kind: 'paragraph', text: '甲乙丙丁𠮷' }], 'zh-Hans', ['丁𠮷'], note))
  const comments = file?.comments ?? []
  expect(paragraphs(comments).slice(1)).toEqual(['先看𠮷祥村😃：', '一层', '二层', '1. 甲', '2. 乙', 'a < b && "c"'])
  expect(elements(comments, 'w:ilvl').map(({ attributes }) => attributes['w:val'])).toEqual(['0', '1'])
  expect(new Set(elements(comments, 'w:pStyle').map(({ attributes }) => attributes['w:val']))).toEqual(
    new Set(['CommentText']),
  )
})

test('the table of contents leads to each heading, as deep as four levels', async () => {
  const [file] = await written(snapshot, { variant: 'report' })
  const body = file?.body ?? []
  const anchors = elements(body, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor'])
  const marks = elements(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name'])
  expect(anchors.length).toBeGreaterThan(3)
  expect(anchors).toEqual(marks)
  const deep = snapshot.themes.map((theme, at) => ({ ...theme, parent: snapshot.themes[at - 1]?.id ?? null }))
  const [deeper] = await written({ ...snapshot, themes: deep }, { variant: 'report' })
  const named = (name: string) =>
    elements(deeper?.body ?? [], name).map(({ attributes }) => attributes['w:anchor'] ?? attributes['w:name'])
  expect(deep.length).toBeGreaterThan(4)
  expect(named('w:hyperlink').length).toBe(named('w:bookmarkStart').length - (deep.length - 4))
})

test('a passage with a star or a weight alone has a comment that says so, and the report says it beside its source', async () => {
  const project = projectOf([{ kind: 'paragraph', text: 'plain and starred' }], 'en', ['starred'])
  const highlights = project.highlights.map((each) => ({ ...each, star: true as const, weight: 4 as const }))
  const starred = { ...project, highlights, taggings: [], notes: [] }
  const [file] = await written(starred, { variant: 'document' })
  expect([...paragraphs(file?.comments ?? [])]).toEqual(['★ weight 4 of 5'])
  const [report] = await written(starred, { variant: 'report' })
  expect(paragraphs(report?.body ?? []).join('\n')).toMatch(/★ weight 4 of 5 .*T/)
})

test('code is set in letters of one width, in the text and in notes, and paragraphs keep away from tables', async () => {
  const blocks: Block[] = [
    { kind: 'paragraph', text: 'before' },
    { kind: 'tableRow', text: 'a\tb' },
    { kind: 'code', text: 'if (a < b) {' },
    { kind: 'paragraph', text: 'see x', marks: [{ start: 4, end: 5, kind: 'code' }] },
  ]
  const [file] = await written(projectOf(blocks, 'en', ['see'], 'a `b`\n\n    c'), { variant: 'document' })
  const mono = (parts: readonly (Element | string)[]): string[] =>
    parts.flatMap((part, at) => {
      const fonts = parts.slice(0, at).findLast((each) => typeof each !== 'string' && each.name === 'w:rFonts')
      const isMono = typeof fonts !== 'string' && fonts?.attributes['w:ascii'] === 'Courier New'
      return typeof part === 'string' && part.trim() !== '' && isMono ? [part] : []
    })
  expect(mono(file?.body ?? [])).toEqual(['if (a < b) {', 'x'])
  expect(mono(file?.comments ?? [])).toEqual(['b', 'c'])
  const spacing = elements(file?.body ?? [], 'w:spacing').map(({ attributes }) => attributes)
  expect(spacing.filter((each) => each['w:after'] === '160' || each['w:before'] === '160')).toHaveLength(2)
})
