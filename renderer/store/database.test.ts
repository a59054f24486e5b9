import 'fake-indexeddb/auto'
import type { Dexie } from 'dexie'
import { expect, test, vi } from 'vitest'
import { linkPassages } from '#shared/editing/links'
import { makeGroup } from '#shared/editing/theme-groups'
import type { Highlight } from '#shared/model/highlight'
import { newId } from '#shared/model/ids'
import { unpackOriginal } from '#shared/model/original'
import { ProblemError } from '#shared/result'
import { closeDatabase, type OpenOptions, openDatabase } from './database'
import { askToPersist, openStore, storageFacts, USUAL_APPEARANCE } from './index'
import { LAST_THEMES } from './places'
import { dump, trialLibrary } from './trial-library'
import { VERSIONS } from './versions'

const NEWEST = Math.max(...VERSIONS.map(({ version }) => version))

test('versions ascend, and a library made by each opens with every later one', async () => {
  const numbers = VERSIONS.map(({ version }) => version)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  for (let i = 1; i <= VERSIONS.length; i++) {
    const name = newId()
    closeDatabase(await openDatabase(name, { versions: VERSIONS.slice(0, i) }))
    const db = await openDatabase(name)
    expect(db.verno).toBe(numbers.at(-1))
    const tables = new Set(VERSIONS.flatMap(({ stores }) => Object.keys(stores)))
    expect(db.tables.map((table) => table.name).sort()).toEqual([...tables].sort())
    closeDatabase(db)
  }
})

test('a library that a newer program made is refused and left as it was', async () => {
  const library = await trialLibrary()
  const { name } = library
  const before = await dump(library.store)
  library.store.close()
  const newer = [...VERSIONS, { version: NEWEST + 1, stores: { parallels: 'id' } }]
  closeDatabase(await openDatabase(name, { versions: newer }))
  const refusal = await openDatabase(name).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(ProblemError)
  expect((refusal as ProblemError).problem).toEqual({
    key: 'store.newer',
    params: { found: NEWEST + 1, known: NEWEST },
  })
  const db = await openDatabase(name, { versions: newer })
  expect(db.verno).toBe(NEWEST + 1)
  expect(await db.documents.count()).toBe(before.documents?.length)
})

test('a window that holds an older library closes it when another one upgrades, and says so', async () => {
  const name = newId()
  let outdated = 0
  const old = await openDatabase(name, { onOutdated: () => outdated++ })
  const db = await openDatabase(name, { versions: [...VERSIONS, { version: NEWEST + 1, stores: { parallels: 'id' } }] })
  expect(outdated).toBe(1)
  expect(old.isOpen()).toBe(false)
  expect(db.isOpen()).toBe(true)
})

test('an upgrade brings the records along', async () => {
  const library = await trialLibrary()
  library.store.close()
  const next = {
    version: NEWEST + 1,
    stores: { coders: 'id, project, name' },
    upgrade: (transaction: Dexie['Transaction']['prototype']) =>
      transaction.table('coders').toCollection().modify({ name: '周' }),
  }
  const db = await openDatabase(library.name, { versions: [...VERSIONS, next] })
  expect((await db.coders.where('name').equals('周').toArray()).map(({ id }) => id)).toEqual([library.coder.id])
})

test('a library of version 1 keeps its records, and takes groups and links', async () => {
  const name = newId()
  const old = await openDatabase(name, { versions: VERSIONS.slice(0, 1) })
  const own = { project: 'p', coder: 'c', created: 1 }
  const theme = { ...own, id: 't', name: '精神', parent: null, order: 0, colour: 'ochre', description: '' } as const
  const passage = { start: 0, end: 1, quote: '一', prefix: '', suffix: '' }
  const highlights = ['h', 'i'].map((id) => ({ ...own, id, document: 'd', passage }))
  await old.table('projects').add({ id: 'p', name: '公报', created: 1 })
  await old.table('coders').add({ id: 'c', project: 'p', name: '林', created: 1 })
  await old.table('themes').add(theme)
  await old.table('highlights').bulkAdd(highlights)
  closeDatabase(old)

  const store = await openStore(name)
  expect(store.db.verno).toBe(NEWEST)
  expect(await store.read.themes('p')).toEqual([theme])
  expect(await store.db.highlights.toArray()).toEqual(highlights)
  const { group, changes: grouped } = makeGroup({ project: 'p', name: '要', themes: [theme], groups: [] }, { now: 2 })
  await store.write(grouped)
  const [from, to] = highlights as [Highlight, Highlight]
  const { link, changes: linked } = linkPassages({ from, to, relation: 'echoes', links: [] }, { coder: 'c', now: 2 })
  await store.write(linked)
  expect(await store.read.themeGroups('p')).toEqual([group])
  expect(await store.read.linksOf('i')).toEqual([link])
  store.close()
})

test('durability is strict unless told otherwise', async () => {
  const begin = vi.spyOn(IDBDatabase.prototype, 'transaction')
  const asked = async (options?: OpenOptions) => {
    const db = await openDatabase(newId(), options)
    await db.settings.put({ name: 'lastProject', value: 'p' })
    return begin.mock.lastCall?.[2]
  }
  expect(await asked()).toEqual({ durability: 'strict' })
  expect(await asked({ durability: 'relaxed' })).toEqual({ durability: 'relaxed' })
  begin.mockRestore()
})

test('reading places, the open project and its themes, and the appearance are remembered across a restart', async () => {
  const name = newId()
  const store = await openStore(name)
  expect(await store.places.readingPlace('d')).toBe(0)
  expect(await store.places.lastProject()).toBeUndefined()
  expect(await store.places.appearance()).toEqual(USUAL_APPEARANCE)
  expect(await store.places.documentOrder('p')).toBe('library')
  await store.places.setReadingPlace('d', 1234)
  await store.places.noteReading('d')
  await store.places.setDocumentOrder('p', 'date')
  await store.places.setLastProject('p')
  await store.places.setLastDocument('p', 'd')
  await store.places.noteUsedThemes('p', ['a', 'b'])
  await store.places.noteUsedThemes('p', ['c', 'a'])
  await store.places.setAppearance({ scheme: 'dark' })
  await store.places.setAppearance({ textSize: 1.2 })
  store.close()
  const again = await openStore(name)
  expect(await again.places.readingPlace('d')).toBe(1234)
  expect([...(await again.places.readingTimes()).keys()]).toEqual(['d'])
  expect(await again.places.documentOrder('p')).toBe('date')
  expect(await again.places.lastProject()).toBe('p')
  expect(await again.places.lastDocument('p')).toBe('d')
  expect(await again.places.lastThemes('p')).toEqual(['c', 'a', 'b'])
  expect(await again.places.appearance()).toEqual({ ...USUAL_APPEARANCE, scheme: 'dark', textSize: 1.2 })
  await again.places.noteUsedThemes(
    'p',
    Array.from({ length: 20 }, (_, i) => `${i}`),
  )
  expect(await again.places.lastThemes('p')).toHaveLength(LAST_THEMES)
  expect(await again.db.history.count()).toBe(0)
})

test('the room on the disk is told as the browser tells it', async () => {
  const storage = {
    persist: () => Promise.resolve(true),
    persisted: () => Promise.resolve(true),
    estimate: () => Promise.resolve({ usage: 5, quota: 9 }),
  } as StorageManager
  expect(await askToPersist(storage)).toBe(true)
  expect(await storageFacts(storage)).toEqual({ persisted: true, usage: 5, quota: 9 })
})

test('the files of an older library move out of its contents, deflated and each once, and the texts stay', async () => {
  const name = newId()
  const old = await openDatabase(name, { versions: VERSIONS.slice(0, 4) })
  const [long, short] = ['评点是读书人的老办法。'.repeat(90), '短'].map((text) => new TextEncoder().encode(text)) as [
    Uint8Array,
    Uint8Array,
  ]
  const content = (id: string, original: Uint8Array) => ({
    id,
    project: 'p',
    blocks: [{ kind: 'code', text: id }],
    original,
  })
  await old.table('contents').bulkAdd([content('a', long), content('b', short), content('c', long)])
  closeDatabase(old)

  const store = await openStore(name)
  const contents = await store.db.contents.toArray()
  expect(contents.map(({ id, blocks }) => [id, blocks[0]?.text])).toEqual(['a', 'b', 'c'].map((id) => [id, id]))
  expect(contents[0]?.original).toBe(contents[2]?.original)
  expect(await store.db.originals.count()).toBe(2)
  const kept = await Promise.all(contents.map(({ original }) => store.read.original(original)))
  expect(kept.map((each) => each && unpackOriginal(each))).toEqual([long, short, long])
  expect(kept.map((each) => each?.stored)).toEqual(['deflate', 'plain', 'deflate'])
  store.close()
})
