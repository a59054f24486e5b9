import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { renameTheme } from '#shared/editing/themes'
import { newId } from '#shared/model/ids'
import { ProblemError } from '#shared/result'
import { closeDatabase, openDatabase } from './database'
import { STEPS_AT_ONCE } from './history'
import { openStore } from './index'
import { dump, trialLibrary } from './trial-library'
import { VERSIONS } from './versions'

/** A library in which a theme was renamed `count` times: `0` at first, then `1`, `2` ... */
async function renamed(count: number) {
  const library = await trialLibrary()
  let theme = await library.theme('0')
  for (let i = 1; i <= count; i++) {
    await library.store.write(renameTheme({ theme, name: `${i}`, themes: [theme] }), { coder: library.coder.id })
    theme = { ...theme, name: `${i}` }
  }
  return library
}

test('the steps are listed latest first with who made them, undone ones above the present', async () => {
  const { store, project, coder } = await renamed(3)
  await store.undo(project.id)
  await store.undo(project.id)
  const { steps, present, more } = await store.steps(project.id, 100)
  expect(steps.map(({ summary }) => summary.params?.to ?? summary.key)).toEqual([
    '3',
    '2',
    '1',
    'changes.madeTheme',
    'changes.imported',
    'changes.madeProject',
  ])
  expect(steps.map(({ state }) => state)).toEqual(['undone', 'undone', 'done', 'done', 'done', 'done'])
  expect(steps.map(({ founding }) => founding).lastIndexOf(true)).toBe(5)
  expect(steps[0]?.coder).toBe(coder.id)
  expect(present).toBe(steps[2]?.seq)
  expect(more).toBe(false)
  expect(JSON.stringify(steps)).not.toContain('created')
})

test('a list goes as far back as was asked for, and always past all that is undone', async () => {
  const { store, project } = await renamed(20)
  for (let i = 0; i < 12; i++) await store.undo(project.id)
  const { steps, more } = await store.steps(project.id, 5)
  expect(steps).toHaveLength(17)
  expect(more).toBe(true)
})

test('going to a step is as undoing or redoing up to it, across a restart', async () => {
  const count = 2 * STEPS_AT_ONCE + 7
  const library = await renamed(count)
  const { name, project } = library
  const last = await dump(library.store)
  const all = (await library.store.steps(project.id, 1000)).steps
  const way: number[] = []
  const fifth = all.find(({ summary }) => summary.params?.to === '5')?.seq ?? 0
  expect(await library.store.goTo(project.id, fifth, ({ done }) => way.push(done))).toBe(5 - count)
  expect(way).toEqual([STEPS_AT_ONCE, 2 * STEPS_AT_ONCE, count - 5])
  expect((await library.store.read.themes(project.id))[0]?.name).toBe('5')
  library.store.close()

  const store = await openStore(name)
  expect((await store.steps(project.id, 1)).present).toBe(fifth)
  expect(await store.redoable(project.id)).toMatchObject({ params: { to: '6' } })
  expect(await store.goTo(project.id, fifth)).toBe(0)
  expect(await store.goTo(project.id, all[0]?.seq ?? 0)).toBe(count - 5)
  expect(await dump(store)).toEqual(last)
  expect(await store.redo(project.id)).toBeNull()
})

test('one can go back to the step that made the project, and no further', async () => {
  const { store, project } = await renamed(3)
  const founding = (await store.steps(project.id, 100)).steps.at(-1)
  await store.goTo(project.id, founding?.seq ?? 0)
  expect(await store.undo(project.id)).toBeNull()
  expect(await store.read.documents(project.id)).toEqual([])
  expect(await store.read.project(project.id)).toBeDefined()
})

test('a step that a new one has replaced cannot be gone to, nor one of another project', async () => {
  const { store, project, theme, name } = await renamed(2)
  const gone = (await store.steps(project.id, 1)).steps[0]?.seq ?? 0
  await store.undo(project.id)
  await theme('new')
  await expect(store.goTo(project.id, gone)).rejects.toBeInstanceOf(ProblemError)
  const other = await trialLibrary(name)
  const foreign = (await other.store.steps(other.project.id, 1)).steps[0]?.seq ?? 0
  await expect(store.goTo(project.id, foreign)).rejects.toBeInstanceOf(ProblemError)
})

test('steps that grew into one are listed as one', async () => {
  const { store, project, theme } = await trialLibrary()
  const made = await theme('a')
  const one = renameTheme({ theme: made, name: 'b', themes: [made] })
  const two = renameTheme({ theme: { ...made, name: 'b' }, name: 'c', themes: [made] })
  await store.write(one, { coalesce: 'k', at: 1000 })
  await store.write(two, { coalesce: 'k', at: 2000 })
  const { steps } = await store.steps(project.id, 100)
  expect(steps.map(({ at }) => at)[0]).toBe(2000)
  expect(steps).toHaveLength(await store.db.history.count())
  const back = renameTheme({ theme: { ...made, name: 'c' }, name: 'a', themes: [made] })
  await store.write(back, { coalesce: 'k', at: 3000 })
  expect((await store.steps(project.id, 100)).steps).toHaveLength(steps.length - 1)
})

test('a library from before there were steps gets them from its history', async () => {
  const name = newId()
  const before = VERSIONS.filter(({ version }) => version < 3)
  const old = await openDatabase(name, { versions: before })
  const project = { id: 'p', name: '公报', created: 1 }
  const summary = { key: 'changes.madeProject', params: { name: '公报' } } as const
  const changes = { summary, created: { projects: [project] }, updated: {}, deleted: {} }
  await old.table('projects').add(project)
  await old.table('history').add({ project: 'p', at: 5, coder: null, changes, state: 'done', contents: [] })
  closeDatabase(old)
  const store = await openStore(name)
  expect((await store.steps('p', 10)).steps).toEqual([
    { seq: 1, project: 'p', at: 5, coder: null, summary, state: 'done', founding: true },
  ])
  expect(await store.undoable('p')).toBeNull()
})
