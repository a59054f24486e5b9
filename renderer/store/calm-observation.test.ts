import 'fake-indexeddb/auto'
import { Dexie, type IntervalTree, liveQuery, type ObservabilitySet } from 'dexie'
import { expect, test } from 'vitest'
import { importDocuments } from '#shared/editing/documents'
import { TRIAL_TEXT, trialLibrary } from './trial-library'

/** Brings documents in as an import does: batches that become one step. */
async function bringIn({ store, project }: Awaited<ReturnType<typeof trialLibrary>>, batches: number, size: number) {
  for (let batch = 0; batch < batches; batch++) {
    const files = Array.from({ length: size }, (_, at) => ({
      file: { name: `${batch} ${at}.txt`, bytes: new TextEncoder().encode(`${batch} ${at}`) },
      read: {
        title: `${batch} ${at}`,
        metadata: {},
        language: 'zh-Hant' as const,
        format: 'text' as const,
        blocks: [{ kind: 'paragraph' as const, text: TRIAL_TEXT }],
        remarks: [],
      },
    }))
    const existing = { documents: await store.read.documents(project.id), attributes: [], groups: [], coders: [] }
    const made = importDocuments({ project: project.id, files, ...existing }, { coder: '', now: 1 })
    await store.write(made.changes, { ...made, coalesce: 'import' })
  }
}

const stretches = (tree: IntervalTree | null | undefined): number =>
  tree && 'from' in tree ? 1 + stretches(tree.l) + stretches(tree.r) : 0

test('what live queries are told of an import does not grow with it', async () => {
  const library = await trialLibrary()
  const told: number[] = []
  const note = (parts: ObservabilitySet): void => {
    const own = Object.entries(parts).filter(([part]) => part.startsWith(`idb://${library.name}/`))
    if (own.length > 0) told.push(own.reduce((sum, [, set]) => sum + stretches(set), 0))
  }
  Dexie.on.storagemutated.subscribe(note)
  await bringIn(library, 12, 40)
  Dexie.on.storagemutated.unsubscribe(note)
  expect(told).toHaveLength(12)
  expect(told.at(-1)).toBeLessThanOrEqual(told[0] ?? 0)
  library.store.close()
})

test('a live query still hears of everything that it reads', async () => {
  const library = await trialLibrary()
  const { store, project } = library
  const counted: number[] = []
  const query = liveQuery(() => store.read.documents(project.id)).subscribe((found) => counted.push(found.length))
  const until = (count: number) => expect.poll(() => counted.at(-1)).toBe(count)
  await until(2)
  await bringIn(library, 3, 30)
  await until(92)
  await store.undo(project.id)
  await until(2)
  query.unsubscribe()
  store.close()
})
