import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { importDocuments, removeDocuments, renameDocument } from '#shared/editing/documents'
import { removeHighlights, resizeHighlight, tagPassages } from '#shared/editing/highlights'
import { deleteTheme, moveTheme } from '#shared/editing/theme-tree'
import { changes } from '#shared/model/changes'
import type { Highlight } from '#shared/model/highlight'
import { passageOf } from '#shared/model/passage'
import type { Theme } from '#shared/model/theme'
import { openStore } from './index'
import { byPlace, type Delta, follow, type Live } from './live'
import { bringIn, TRIAL_TEXT, trialLibrary } from './trial-library'

const READ = {
  metadata: {},
  language: 'zh-Hans',
  format: 'text',
  blocks: [{ kind: 'paragraph', text: TRIAL_TEXT }],
  remarks: [],
} as const

/** Resolves once `holds` is true of the live value. */
function until<S, D>(live: Live<S, D>, holds: (value: S) => boolean): Promise<void> {
  return new Promise((resolve) => {
    if (holds(live.get())) return resolve()
    const end = live.subscribe(() => {
      if (!holds(live.get())) return
      end()
      resolve()
    })
  })
}

test('a document’s highlights are read once, and then only what was touched', async () => {
  const { store, tag, first, second } = await trialLibrary()
  await tag(first, 10, 12)
  const live = store.liveHighlights(first.id)
  expect(live.get()).toEqual({ ready: false, rows: [] })
  await live.ready
  expect(live.get().ready).toBe(true)
  const deltas: Delta<Highlight>[] = []
  live.subscribe((delta) => deltas.push(delta))

  let read = 0
  store.db.highlights.hook('reading', (row) => {
    read++
    return row
  })
  const before = live.get()
  const added = await tag(first, 0, 2)
  const gathered = read
  await until(live, ({ rows }) => rows.length === 2)
  expect(read - gathered).toBe(1)
  expect(before.rows).toHaveLength(1)
  expect(live.get().rows.map(({ passage }) => passage.start)).toEqual([0, 10])

  const { passage, ...rest } = added
  const resized = { ...rest, passage: passageOf(TRIAL_TEXT, 20, 25) }
  await store.write(resizeHighlight({ highlight: added, passage: resized.passage }))
  await until(live, ({ rows }) => rows[1]?.id === added.id)
  await store.write(removeHighlights({ highlights: [resized], taggings: [], notes: [] }))
  await until(live, ({ rows }) => rows.length === 1)
  await tag(second, 0, 2)
  expect(deltas).toEqual([
    { added: [added], changed: [], removed: [] },
    { added: [], changed: [{ before: { ...rest, passage }, after: resized }], removed: [] },
    { added: [], changed: [], removed: [resized] },
  ])
  live.close()
})

test('of many documents one that changes is read, and nothing but what came in of more', async () => {
  const { store, project, first } = await trialLibrary()
  await bringIn(store, project.id, 300)
  const live = store.liveDocuments(project.id)
  await live.ready
  let read = 0
  store.db.documents.hook('reading', (row) => {
    if (row) read++
    return row
  })
  const all = live.get().rows
  await store.write(renameDocument({ document: first, title: '新题' }))
  await until(live, ({ rows }) => rows[0]?.title === '新题')
  // Once to see that it is as the step expects, and once to show it.
  expect(read).toBe(2)
  expect(live.get().rows.slice(1)).toEqual(all.slice(1))
  expect(live.get().rows[1]).toBe(all[1])

  const documents = await store.read.documents(project.id)
  read = 0
  const files = [{ file: { name: 'b.txt', bytes: new Uint8Array([1]) }, read: { ...READ, title: '乙' } }]
  const made = importDocuments(
    { project: project.id, files, documents, attributes: [], groups: [], coders: [] },
    { coder: '', now: 1 },
  )
  await store.write(made.changes, made)
  await until(live, ({ rows }) => rows.length === 303)
  expect(read).toBe(1)
  live.close()
})

test('of a codebook only the theme that moved is read again, and the others stay the same records', async () => {
  const { store, project, theme } = await trialLibrary()
  for (const name of ['书架', '枝', '叶']) await theme(name)
  const live = store.liveCodebook(project.id)
  await live.ready
  const before = live.get().rows
  expect(before.map(({ name }) => name)).toEqual(['书架', '枝', '叶'])
  let read = 0
  store.db.themes.hook('reading', (row) => {
    read++
    return row
  })
  const [shelf, branch, leaf] = before as [Theme, Theme, Theme]
  await store.write(moveTheme({ theme: leaf, parent: shelf.id, before: null, themes: before }))
  const gathered = read
  await until(live, ({ rows }) => rows.some(({ parent }) => parent === shelf.id))
  expect(read - gathered).toBeLessThanOrEqual(1)
  const { rows } = live.get()
  expect(rows).toContain(shelf)
  expect(rows).toContain(branch)
  expect(rows.find(({ id }) => id === leaf.id)).toMatchObject({ parent: shelf.id, order: 0 })
  live.close()
})

test('what another window writes, and what is undone, arrives too', async () => {
  const library = await trialLibrary()
  const other = await openStore(library.name)
  const live = other.liveTaggings(library.first.id)
  await live.ready
  const theme = await library.theme('精神')
  await library.tag(library.first, 0, 2, theme)
  await until(live, ({ rows }) => rows.length === 1)
  await library.store.undo(library.project.id)
  await until(live, ({ rows }) => rows.length === 0)
  live.close()
  library.store.close()
  other.close()
})

test('nothing that is written while the first read is under way is missed', async () => {
  const library = await trialLibrary()
  for (let start = 0; start < 10; start++) {
    const live = library.store.liveHighlights(library.first.id)
    const made = await library.tag(library.first, start, start + 1)
    await until(live, ({ rows }) => rows.some(({ id }) => id === made.id))
    expect(live.get().rows).toEqual(await library.store.read.highlights(library.first.id))
    live.close()
  }
})

test('what is touched while a read is under way is read after it, and nothing after the end', async () => {
  let touch: (touched: readonly string[]) => void = () => undefined
  let begin: () => void = () => undefined
  let finish: () => void = () => undefined
  const reads: (readonly string[])[] = []
  const following = follow<string>(
    (to) => {
      touch = to
      return () => {
        touch = () => undefined
      }
    },
    () =>
      new Promise((resolve) => {
        begin = resolve
      }),
    (touched) => {
      reads.push(touched)
      return new Promise((resolve) => {
        finish = resolve
      })
    },
  )
  touch(['a'])
  touch(['b', 'a'])
  expect(reads).toEqual([])
  begin()
  await following.ready
  expect(reads).toEqual([['a', 'b']])
  touch(['c'])
  touch(['a'])
  expect(reads).toHaveLength(1)
  finish()
  await Promise.resolve()
  await Promise.resolve()
  expect(reads[1]).toEqual(['c', 'a'])
  following.close()
  touch(['d'])
  finish()
  await Promise.resolve()
  expect(reads).toHaveLength(2)
})

test('a first read that fails is told by `ready`', async () => {
  const { store, first } = await trialLibrary()
  store.close()
  await expect(store.liveHighlights(first.id).ready).rejects.toThrow()
})

test('many changes at once keep text order', async () => {
  const { store, first, by, tag } = await trialLibrary()
  await tag(first, 5, 9)
  const live = store.liveHighlights(first.id)
  await live.ready
  const passages = [7, 3, 20, 5, 0, 5].map((start, i) => passageOf(TRIAL_TEXT, start, start + 1 + i))
  const made = tagPassages({ document: first, passages, themes: [], highlights: [], taggings: [] }, by)
  await store.write(made.changes)
  await until(live, ({ rows }) => rows.length === 7)
  expect(live.get().rows).toEqual([...live.get().rows].sort(byPlace))
  live.close()
})

test('themes and documents are counted, and counted again when their taggings and highlights change', async () => {
  const { store, project, theme, tag, first, second } = await trialLibrary()
  const spirit = await theme('精神')
  const labour = await theme('劳动')
  await tag(first, 0, 2, spirit, labour)
  const themes = store.liveThemeCounts(project.id)
  const documents = store.liveDocumentCounts(project.id)
  await Promise.all([themes.ready, documents.ready])
  expect(themes.get()).toEqual(
    new Map([
      [spirit.id, 1],
      [labour.id, 1],
    ]),
  )
  expect(documents.get()).toEqual(new Map([[first.id, 1]]))

  const unchanged = themes.get()
  await bringIn(store, project.id, 1)
  expect(themes.get()).toBe(unchanged)
  await tag(second, 0, 2, spirit)
  await until(themes, (counts) => counts.get(spirit.id) === 2)
  await until(documents, (counts) => counts.get(second.id) === 1)

  const gone = await store.read.belongingToThemes(project.id, [spirit.id])
  await store.write(deleteTheme({ theme: spirit, themes: [spirit], ...gone }))
  await until(themes, (counts) => !counts.has(spirit.id))
  const lost = await store.read.belongingToDocuments([first.id])
  await store.write(removeDocuments({ documents: [first], ...lost }))
  await until(documents, (counts) => !counts.has(first.id))
  await until(themes, (counts) => counts.size === 0)
  themes.close()
  documents.close()
})

test('lost highlights and their taggings count for nothing until they are placed again', async () => {
  const { store, project, theme, tag, first } = await trialLibrary()
  const spirit = await theme('精神')
  await tag(first, 0, 2, spirit)
  const goes = await tag(first, 4, 6, spirit)
  const themes = store.liveThemeCounts(project.id)
  const documents = store.liveDocumentCounts(project.id)
  await Promise.all([themes.ready, documents.ready])
  const both = (count: number) =>
    Promise.all([
      until(themes, (counts) => counts.get(spirit.id) === count),
      until(documents, (counts) => counts.get(first.id) === count),
    ])
  await both(2)
  const lost = { updated: { highlights: [{ before: goes, after: { ...goes, lost: 9 } }] } }
  await store.write(changes({ key: 'changes.marked' }, lost))
  await both(1)
  const fresh = store.liveThemeCounts(project.id)
  await fresh.ready
  expect(fresh.get()).toEqual(new Map([[spirit.id, 1]]))
  await store.undo(project.id)
  await both(2)
  for (const each of [themes, documents, fresh]) each.close()
})
