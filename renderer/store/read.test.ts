import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { writeNote } from '#shared/editing/notes'
import type { NoteSubject } from '#shared/model/note'
import { ProblemError } from '#shared/result'
import { bringIn, type TrialLibrary, trialLibrary } from './trial-library'

const note = async ({ store, project, by }: TrialLibrary, about: NoteSubject): Promise<void> =>
  store.write(writeNote({ project: project.id, about, text: about.kind }, by).changes)

test('ten thousand documents are listed in their order without one text being read', async () => {
  const { store, project } = await trialLibrary()
  await bringIn(store, project.id, 9998)
  let read = 0
  store.db.contents.hook('reading', (content) => {
    read++
    return content
  })
  const documents = await store.read.documents(project.id)
  expect(documents.map(({ order }) => order)).toEqual(Array.from({ length: 10_000 }, (_, i) => i))
  expect(read).toBe(0)
  expect((await store.read.content(documents[0]?.content ?? ''))?.blocks).toHaveLength(1)
  expect(read).toBe(1)
}, 30_000)

test('all documents of a small project are read at once, of a larger one those that are wanted', async () => {
  const { store, project, first, second } = await trialLibrary()
  const ids = async (most: number, wanted: string[]) => {
    const { documents, isWhole } = await store.read.firstDocuments(project.id, most, wanted)
    return [documents.map(({ id }) => id), isWhole]
  }
  expect(await ids(2, [])).toEqual([[first.id, second.id], true])
  expect(await ids(1, [second.id, second.id, 'gone'])).toEqual([[second.id], false])
  expect(await store.read.firstDocument(project.id)).toEqual(first)
  const other = await trialLibrary()
  expect((await store.read.firstDocuments(project.id, 1, [other.first.id])).documents).toEqual([])
})

test('some documents are read in library order, and no others with them', async () => {
  const { store, project, first, second } = await trialLibrary()
  const [third] = await bringIn(store, project.id, 60)
  let read = 0
  store.db.documents.hook('reading', (row) => {
    if (row) read++
    return row
  })
  const wanted = [third?.id ?? '', first.id, second.id, first.id, 'gone']
  expect(await store.read.someDocuments(project.id, wanted)).toEqual([first, second, third])
  expect(await store.read.someDocuments('another', wanted)).toEqual([])
  expect(read).toBe(6)
})

test('a theme’s highlights come by library order and then text order, each once', async () => {
  const { store, project, theme, tag, first, second } = await trialLibrary()
  const spirit = await theme('精神')
  await tag(second, 4, 5, spirit)
  await tag(first, 9, 11, spirit)
  await tag(first, 2, 3, spirit)
  await tag(first, 0, 1)
  const found = await store.read.highlightsOfTheme(project.id, spirit.id)
  expect(found.map(({ document, highlight }) => [document.order, highlight.passage.start])).toEqual([
    [0, 2],
    [0, 9],
    [1, 4],
  ])
})

test('the highlights that begin in a stretch are read with their taggings, both ends included', async () => {
  const { store, theme, tag, first, second } = await trialLibrary()
  const spirit = await theme('精神')
  await tag(first, 1, 9, spirit)
  const [later, earlier] = [await tag(first, 6, 7), await tag(first, 2, 4, spirit)]
  await tag(first, 7, 8, spirit)
  await tag(second, 3, 4, spirit)
  const { highlights, taggings } = await store.read.markedBetween(first.id, 2, 6)
  expect(highlights).toEqual([earlier, later])
  expect(taggings.map(({ highlight, theme }) => [highlight, theme])).toEqual([[earlier.id, spirit.id]])
})

test('a snapshot holds all of a project, or what the wanted documents need, and nothing of another project', async () => {
  const library = await trialLibrary()
  const { store, project, theme, tag, first, second } = library
  const spirit = await theme('精神')
  const inFirst = await tag(first, 0, 2, spirit)
  const inSecond = await tag(second, 0, 2, spirit)
  for (const about of [
    { kind: 'project', id: project.id },
    { kind: 'theme', id: spirit.id },
    { kind: 'document', id: first.id },
    { kind: 'highlight', id: inFirst.id },
    { kind: 'highlight', id: inSecond.id },
  ] as const) {
    await note(library, about)
  }
  const other = await trialLibrary(library.name)
  await other.tag(other.first, 0, 2, await other.theme('外'))

  const all = await store.read.snapshot(project.id)
  expect(all.documents.map(({ id }) => id)).toEqual([first.id, second.id])
  expect(all.contents.map(({ id }) => id)).toEqual([first.content, second.content])
  expect(all.contents[0]).not.toHaveProperty('original')
  expect([all.highlights, all.taggings, all.themes, all.coders].map(({ length }) => length)).toEqual([2, 2, 1, 1])
  expect(all.notes).toHaveLength(5)

  const one = await store.read.snapshot(project.id, [second.id])
  expect(one.highlights).toEqual([inSecond])
  expect(one.notes.map(({ about }) => about.id).sort()).toEqual([project.id, spirit.id, inSecond.id].sort())
  await expect(store.read.snapshot('none')).rejects.toBeInstanceOf(ProblemError)
})

test('notes are found by what they are about', async () => {
  const library = await trialLibrary()
  const { store, project, first, second } = library
  await note(library, { kind: 'document', id: first.id })
  await note(library, { kind: 'document', id: second.id })
  expect((await store.read.notesAbout('document', first.id)).map(({ about }) => about.id)).toEqual([first.id])
  expect(await store.read.notesAbout('document', first.id, second.id)).toHaveLength(2)
  expect(await store.read.notesAbout('highlight', first.id)).toEqual([])
  expect(await store.read.notes(project.id)).toHaveLength(2)
})
