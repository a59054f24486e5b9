import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { placeLost } from '#shared/editing/lost-highlights'
import { changes } from '#shared/model/changes'
import type { Highlight, Tagging } from '#shared/model/highlight'
import { newId } from '#shared/model/ids'
import { TRIAL_TEXT, trialLibrary } from '../store/trial-library'
import { liveMarked, type MarkedDelta, type MarkedRows, pair } from './marked'

const COUNT = 10_000

test('among ten thousand highlights, marking one and undoing it is one row each, with its tagging', async () => {
  const { store, project, tag, first, theme } = await trialLibrary()
  const named = await theme('强首府')
  const model = await tag(first, 4, 6, named)
  const [tagging] = await store.read.taggings(first.id)
  const copies = Array.from({ length: COUNT }, (_, at): Highlight => {
    const passage = { ...model.passage, start: 10 + at * 2, end: 12 + at * 2 }
    return { ...model, id: newId(), passage }
  })
  await store.db.highlights.bulkAdd(copies)
  await store.db.taggings.bulkAdd(
    copies.map((copy): Tagging => ({ ...(tagging as Tagging), id: newId(), highlight: copy.id })),
  )
  const live = liveMarked(store, first.id)
  await live.ready
  const before = live.get()
  expect(before.rows).toHaveLength(COUNT + 1)
  expect(before.rows.every(({ taggings }) => taggings.length === 1)).toBe(true)

  const heard: { delta: MarkedDelta; rows: MarkedRows['rows'] }[] = []
  live.subscribe((delta) => heard.push({ delta, rows: live.get().rows }))
  const added = await tag(first, 0, 3, named)
  await live.idle()
  const taggings = (await store.read.taggings(first.id)).filter(({ highlight }) => highlight === added.id)
  await store.undo(project.id)
  await live.idle()

  const row = { highlight: added, taggings }
  expect(heard.map(({ delta }) => delta)).toEqual([
    { removed: [], added: [row] },
    { removed: [row], added: [] },
  ])
  expect(heard[0]?.rows[0]).toBe(heard[0]?.delta.added[0])
  expect(heard[0]?.rows.slice(1).every((each, at) => each === before.rows[at])).toBe(true)
  expect(heard[1]?.rows.every((each, at) => each === before.rows[at])).toBe(true)
  live.close()
})

test('what was read near the place is there from the beginning, and gives way to all that is there', async () => {
  const { store, tag, first, theme } = await trialLibrary()
  const named = await theme('强首府')
  await tag(first, 20, 24)
  const near = await tag(first, 2, 4, named)
  const { highlights, taggings } = await store.read.markedBetween(first.id, 0, 10)
  const live = liveMarked(store, first.id, pair(highlights, taggings))
  expect(live.get()).toEqual({ ready: false, rows: [{ highlight: near, taggings }], lost: [] })
  expect(taggings).toHaveLength(1)
  await live.ready
  expect(live.get().ready).toBe(true)
  expect(live.get().rows.map(({ highlight }) => highlight.passage.start)).toEqual([2, 20])
  live.close()
})

test('a highlight that is lost leaves the rows and is listed apart, and comes back when it is placed', async () => {
  const { store, tag, first, theme } = await trialLibrary()
  const named = await theme('强首府')
  const stays = await tag(first, 8, 10, named)
  const goes = await tag(first, 2, 4, named)
  const taggings = (await store.read.taggings(first.id)).filter(({ highlight }) => highlight === goes.id)
  const live = liveMarked(store, first.id)
  await live.ready
  const heard: MarkedDelta[] = []
  live.subscribe((delta) => heard.push(delta))
  const after = { ...goes, lost: 9 }
  await store.write(changes({ key: 'changes.marked' }, { updated: { highlights: [{ before: goes, after }] } }))
  await live.idle()
  const row = { highlight: goes, taggings }
  expect(heard).toEqual([{ removed: [row], added: [] }])
  expect(live.get().rows.map(({ highlight }) => highlight)).toEqual([stays])
  expect(live.get().lost).toEqual([{ highlight: after, taggings }])
  expect((await store.read.markedBetween(first.id, 0, 40)).highlights).toEqual([stays])
  expect((await store.read.highlightsOfTheme(first.project, named.id)).map(({ highlight }) => highlight)).toEqual([
    stays,
  ])
  const again = liveMarked(store, first.id)
  await again.ready
  expect(again.get()).toEqual(live.get())

  const back = placeLost({ highlight: after, text: TRIAL_TEXT, range: { start: 2, end: 4 } })
  await store.write(back)
  await live.idle()
  expect(heard.at(-1)).toEqual({ removed: [], added: [row] })
  expect([live.get().rows.length, live.get().lost]).toEqual([2, []])
  live.close()
  again.close()
})
