import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { removeHighlights } from '#shared/editing/highlights'
import { writeNote } from '#shared/editing/notes'
import { marksOf } from '#shared/queries/annotations/marks'
import type { Store } from './index'
import { trialLibrary } from './trial-library'

/** The marks as a slow reading of all records finds them. */
async function marksRead({ db }: Store) {
  const [highlights, taggings, notes] = [db.highlights, db.taggings, db.notes]
  return marksOf({
    highlights: await highlights.toArray(),
    taggings: (await taggings.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1)),
    notes: await notes.toArray(),
  })
}

test('marks are read once and then follow what is written, and what was not touched stays the same', async () => {
  const { store, project, coder, first, second, theme, tag } = await trialLibrary()
  const [harbour, slogan] = [await theme('港口'), await theme('口号')]
  await tag(first, 10, 12, harbour)
  await tag(second, 0, 4, slogan, harbour)
  const live = store.liveMarks(project.id)
  await live.ready
  expect(live.get()).toMatchObject({ ready: true, share: 1 })
  const there = live.get().byDocument.get(second.id)

  const same = async (): Promise<void> => {
    await live.idle()
    const { byDocument, words } = await marksRead(store)
    expect(live.get().byDocument.get(first.id)).toEqual(byDocument.get(first.id) ?? [])
    expect(live.get().byDocument.get(second.id)).toEqual(byDocument.get(second.id) ?? [])
    expect(live.get().words).toEqual(words)
  }
  const early = await tag(first, 0, 2, slogan)
  await tag(first, 0, 2, harbour)
  await same()
  expect(
    live
      .get()
      .byDocument.get(first.id)
      ?.map(({ taggings }) => taggings.length),
  ).toEqual([2, 1])
  expect(live.get().byDocument.get(second.id)).toBe(there)

  const by = { coder: coder.id, now: 3 }
  const about = { kind: 'highlight' as const, id: early.id }
  const before = live.get().byDocument.get(first.id)
  await store.write(writeNote({ project: project.id, about, text: '發展', note: null }, by).changes)
  await same()
  expect(live.get().words.get(early.id)).toEqual(['发展'])
  expect(live.get().byDocument.get(first.id)).not.toBe(before)

  const taggings = (await store.read.taggings(first.id)).filter(({ highlight }) => highlight === early.id)
  const notes = await store.read.notes(project.id)
  await store.write(removeHighlights({ highlights: [early], taggings, notes }))
  await same()
  expect(live.get().byDocument.get(first.id)).toHaveLength(1)
  await store.undo(project.id)
  await same()
  expect(live.get().byDocument.get(first.id)).toHaveLength(2)
  expect(live.get().byDocument.get(second.id)).toBe(there)
  live.close()
})
