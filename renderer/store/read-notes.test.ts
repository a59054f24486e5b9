import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { takeNoteBack, writeNote } from '#shared/editing/notes'
import { type TrialLibrary, trialLibrary } from './trial-library'

async function write(library: TrialLibrary, text: string, at: number, decide = writeNote): Promise<void> {
  const { store, project, by } = library
  const about = { kind: 'project', id: project.id } as const
  const note = (await store.read.notesAbout('project', project.id))[0] ?? null
  const { changes } = decide({ project: project.id, about, text, note }, { ...by, now: at })
  await store.write(changes, { at, ...(decide === writeNote ? { coalesce: 'note' } : {}) })
}

test('a note’s states are its steps, the latest first; what was typed in one go is one', async () => {
  const library = await trialLibrary()
  const { store, project } = library
  const states = async () =>
    (await store.read.noteHistory(project.id, { kind: 'project', id: project.id })).map(({ text, at }) => [text, at])
  await write(library, 'a', 100_000)
  await write(library, 'ab', 101_000)
  await write(library, 'abc', 200_000)
  await write(library, ' ', 300_000)
  await write(library, 'ab', 301_000, takeNoteBack)
  await write(library, 'abd', 302_000)
  expect(await states()).toEqual([
    ['abd', 302_000],
    ['ab', 301_000],
    [null, 300_000],
    ['abc', 200_000],
    ['ab', 101_000],
  ])
  await store.undo(project.id)
  expect((await states())[0]).toEqual(['ab', 301_000])
  expect(await store.read.noteHistory(project.id, { kind: 'document', id: project.id })).toEqual([])
})

test('highlights come with their documents, and all of the project', async () => {
  const { store, project, tag, first, second } = await trialLibrary()
  const one = await tag(first, 0, 2)
  const two = await tag(second, 3, 5)
  const placed = await store.read.placedHighlights([two.id, 'none', one.id])
  expect(placed.map(({ highlight, document }) => [highlight.id, document.id])).toEqual([
    [two.id, second.id],
    [one.id, first.id],
  ])
  const all = await store.read.highlightsOfProject(project.id)
  expect(new Set(all.map(({ id }) => id))).toEqual(new Set([one.id, two.id]))
})
