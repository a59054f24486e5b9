import { expect, test } from 'vitest'
import { readDocument } from '../importers'
import { plainText } from '../model/document'
import { PIGMENTS } from '../model/theme'
import { HIGHLIGHTS } from './annotations'
import { SAMPLE_FILES, sampleProject } from './sample'

const files = await Promise.all(SAMPLE_FILES.map(async (file) => ({ file, read: await readDocument(file, {}) })))
const { changes, contents } = sampleProject(1_700_000_000_000, files, { project: 'Sample', coder: 'Reader' })
const {
  projects = [],
  coders = [],
  documents = [],
  themes = [],
  highlights = [],
  taggings = [],
  notes = [],
} = changes.created
const textOf = (id: string | undefined): string => {
  const content = contents.find((each) => each.id === documents.find((document) => document.id === id)?.content)
  return plainText(content?.blocks ?? [])
}

test('the three texts are read whole: languages, dates, headings, nothing left out', () => {
  expect(documents.map((document) => document.language)).toEqual(['zh-Hans', 'zh-Hant', 'en'])
  expect(documents.map((document) => document.metadata.date)).toEqual([
    '2023-07-11',
    '2022-11-18T09:15:00+08:00',
    '2019-03',
  ])
  expect(files.flatMap(({ read }) => read.remarks)).toEqual([])
  const headings = contents[0]?.blocks.filter((block) => block.kind === 'heading')
  expect(headings?.map((block) => [block.level, block.text.slice(0, 3)]).slice(1, 4)).toEqual([
    [2, '一、提'],
    [3, '（一）'],
    [3, '（二）'],
  ])
  for (const { blocks } of contents) expect(plainText(blocks)).not.toMatch(/\*|#|---/)
})

test('every highlight holds its quote, which stands once in its text', () => {
  expect(highlights).toHaveLength(HIGHLIGHTS.length)
  highlights.forEach((highlight, index) => {
    const text = textOf(highlight.document)
    const { quote } = HIGHLIGHTS[index] as (typeof HIGHLIGHTS)[number]
    expect(highlight.passage.quote).toBe(quote)
    expect(text.slice(highlight.passage.start, highlight.passage.end)).toBe(quote)
    expect(text.split(quote)).toHaveLength(2)
  })
})

test('some highlights overlap, and each document has some', () => {
  const overlapping = highlights.filter((a) =>
    highlights.some(
      (b) => a !== b && a.document === b.document && a.passage.start < b.passage.end && b.passage.start < a.passage.end,
    ),
  )
  expect(overlapping.length).toBeGreaterThanOrEqual(4)
  expect(new Set(highlights.map((highlight) => highlight.document)).size).toBe(3)
})

test('all eight pigments and every theme that is no group are in use', () => {
  expect(new Set(themes.map((theme) => theme.colour))).toEqual(new Set(PIGMENTS))
  expect(new Set(themes.map((theme) => theme.name)).size).toBe(themes.length)
  const tagged = new Set(taggings.map((tagging) => tagging.theme))
  const parents = new Set(themes.map((theme) => theme.parent))
  expect(themes.filter((theme) => !tagged.has(theme.id) && !parents.has(theme.id))).toEqual([])
  expect(parents.size).toBe(4)
})

test('the changes hang together: one project, one coder, and whatever is pointed to is there', () => {
  const [project] = projects
  const [coder] = coders
  const ids = (records: readonly { readonly id: string }[]) => new Set(records.map((record) => record.id))
  const known = {
    highlight: ids(highlights),
    theme: ids(themes),
    document: ids(documents),
    project: ids(projects),
  }
  for (const record of [...coders, ...documents, ...themes, ...highlights, ...taggings, ...notes]) {
    expect(record.project).toBe(project?.id)
    if ('coder' in record) expect(record.coder).toBe(coder?.id)
  }
  for (const tagging of taggings) {
    expect(known.theme.has(tagging.theme)).toBe(true)
    expect(highlights.find((highlight) => highlight.id === tagging.highlight)?.document).toBe(tagging.document)
  }
  for (const highlight of highlights) expect(known.document.has(highlight.document)).toBe(true)
  for (const { about } of notes) expect(known[about.kind].has(about.id)).toBe(true)
  expect(notes.length).toBeGreaterThanOrEqual(4)
  expect(contents.map((content) => content.id)).toEqual(documents.map((document) => document.content))
})
