import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ProjectSnapshot } from '../exporters/exporter'
import { isEmpty, RECORD_KINDS } from '../model/changes'
import { type DocumentContent, plainText } from '../model/document'
import type { Incoming } from './incoming'
import { merging } from './merging'

const snapshot = JSON.parse(
  readFileSync(new URL('../exporters/fixtures/snapshot.json', import.meta.url), 'utf8'),
) as ProjectSnapshot
const summary = { key: 'changes.imported', params: { count: 1 } } as const
const contentsOf = (from: ProjectSnapshot): DocumentContent[] =>
  from.contents.map(({ id, blocks }) => ({ id, blocks, project: from.project.id, original: '0'.repeat(64) }))

/** The snapshot as a file of another program might tell it, for the project `id`. */
const told = (from: ProjectSnapshot, id: string): Incoming => ({
  report: { name: from.project.name, repaired: [], unrepresented: [], missing: [] },
  records: {
    coders: from.coders.map((each) => ({ ...each, project: id })),
    documents: from.documents.map((each) => ({ ...each, project: id })),
    themes: from.themes.map((each) => ({ ...each, project: id })),
    highlights: from.highlights.map((each) => ({ ...each, project: id })),
    taggings: from.taggings.map((each) => ({ ...each, project: id })),
    notes: from.notes.filter(({ about }) => about.kind !== 'project').map((each) => ({ ...each, project: id })),
  },
  contents: contentsOf(from),
  originals: [],
})
const empty = (id: string): ProjectSnapshot => ({
  project: { id, name: 'New', created: 1 },
  coders: [],
  documents: [],
  contents: [],
  themes: [],
  highlights: [],
  taggings: [],
  notes: [],
})
const nothingTaken = new Set<string>()

test('what comes into an empty project is created, and the same once more changes nothing', () => {
  const into = empty('p')
  const first = merging({ into, incoming: told(snapshot, 'p'), taken: nothingTaken, now: 5, summary })
  expect(first.changes.created.highlights).toHaveLength(snapshot.highlights.length)
  expect(first.contents.map(({ id }) => id)).toEqual(snapshot.contents.map(({ id }) => id))
  const { coders = [], documents = [], themes = [], highlights = [], taggings = [], notes = [] } = first.changes.created
  const filled = { ...into, coders, documents, contents: first.contents, themes, highlights, taggings, notes }
  const again = merging({ into: filled, incoming: told(snapshot, 'p'), taken: nothingTaken, now: 6, summary })
  expect(isEmpty(again.changes)).toBe(true)
  expect(again.contents).toEqual([])
  expect(again.counts.highlights).toEqual({ created: 0, updated: 0, same: snapshot.highlights.length })
})

test('ids that another project has are given anew, each the same wherever it stands, and the same each time', () => {
  const taken = new Set<string>([
    ...RECORD_KINDS.flatMap((kind) => (told(snapshot, 'q').records[kind] ?? []).map(({ id }) => id)),
    ...snapshot.contents.map(({ id }) => id),
  ])
  const give = () => merging({ into: empty('q'), incoming: told(snapshot, 'q'), taken, now: 5, summary })
  const { changes, contents } = give()
  expect(give().changes).toEqual(changes)
  const ids = new Set(RECORD_KINDS.flatMap((kind) => (changes.created[kind] ?? []).map(({ id }) => id)))
  for (const id of ids) expect(taken.has(id)).toBe(false)
  const documents = new Set(changes.created.documents?.map(({ id }) => id))
  for (const { document, coder } of changes.created.highlights ?? []) {
    expect(documents.has(document)).toBe(true)
    expect(ids.has(coder)).toBe(true)
  }
  for (const { theme, highlight } of changes.created.taggings ?? []) {
    expect(ids.has(theme)).toBe(true)
    expect(ids.has(highlight)).toBe(true)
  }
  const brought = new Set(contents.map(({ id }) => id))
  for (const { content } of changes.created.documents ?? []) expect(brought.has(content)).toBe(true)
})

test('a coder of a name that the project has is that coder', () => {
  const [one] = snapshot.coders
  if (!one) throw new Error('The fixture was expected to have a coder.')
  const own = { ...one, id: 'own', project: 'p', name: ` ${one.name.toUpperCase()} ` }
  const into = { ...empty('p'), coders: [own] }
  const { changes } = merging({ into, incoming: told(snapshot, 'p'), taken: nothingTaken, now: 5, summary })
  expect(changes.created.coders?.some(({ name }) => name === one.name)).toBe(false)
  expect(changes.created.highlights?.filter(({ coder }) => coder === 'own').length).toBe(
    snapshot.highlights.filter(({ coder }) => coder === one.id).length,
  )
})

test('a document that has another text here keeps it: passages are found in it, or come in as lost', () => {
  const [document] = snapshot.documents
  const highlight = snapshot.highlights.find((each) => each.document === document?.id)
  if (!document || !highlight) throw new Error('The fixture was expected to have a marked document.')
  const { quote } = highlight.passage
  const blocks = snapshot.contents.find(({ id }) => id === document.content)?.blocks ?? []
  const before = { kind: 'paragraph' as const, text: '前言' }
  const own = { ...document, project: 'p', content: 'other' }
  const without = blocks.map((block) => ({ ...block, text: block.text.replaceAll(quote, '某') }))
  const come = (mine: typeof blocks) =>
    merging({
      into: { ...empty('p'), documents: [own], contents: [{ id: 'other', blocks: mine }] },
      incoming: told(snapshot, 'p'),
      taken: nothingTaken,
      now: 5,
      summary,
    })
  const moved = come([before, ...blocks]).changes.created.highlights?.find(({ id }) => id === highlight.id)
  expect(moved?.passage.start).toBe(highlight.passage.start + before.text.length + 1)
  const gone = come(without)
  expect(gone.lost.map(({ id }) => id)).toContain(highlight.id)
  expect(gone.changes.created.highlights?.find(({ id }) => id === highlight.id)).toMatchObject({ lost: 5 })
  const text = plainText(without)
  for (const { document: id, passage, lost } of gone.changes.created.highlights ?? []) {
    if (id === document.id && lost === undefined) expect(text.slice(passage.start, passage.end)).toBe(passage.quote)
  }
})
