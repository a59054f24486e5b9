import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { removeDocuments, renameDocument } from '#shared/editing/documents'
import { joinHighlights, splitHighlight } from '#shared/editing/highlight-split'
import { addThemes, removeHighlights, removeTheme, resizeHighlight, tagPassage } from '#shared/editing/highlights'
import { linkPassages } from '#shared/editing/links'
import { writeNote } from '#shared/editing/notes'
import { archiveTheme, duplicateBranch, splitTheme, unarchiveTheme } from '#shared/editing/theme-branches'
import { addToGroup, makeGroup } from '#shared/editing/theme-groups'
import { mergeThemes } from '#shared/editing/theme-merge'
import { deleteTheme, moveTheme, withDescendants } from '#shared/editing/theme-tree'
import { makeThemePath, recolourTheme, renameTheme } from '#shared/editing/themes'
import type { ChangeSet } from '#shared/model/changes'
import { passageOf } from '#shared/model/passage'
import { ProblemError } from '#shared/result'
import { openStore } from './index'
import { bringIn, broken, dump, TRIAL_TEXT, type TrialLibrary, trialLibrary } from './trial-library'

type Act = (
  library: TrialLibrary,
  pick: <T>(list: readonly T[]) => T | undefined,
  n: number,
) => Promise<ChangeSet | null>

/** One act for each way of editing: it gathers from the store and decides; null where there is nothing to act on. */
const ACTS: readonly Act[] = [
  async ({ store, project, by }, _, n) =>
    makeThemePath(
      { project: project.id, path: `t${n % 3} / u${n % 2}`, themes: await store.read.themes(project.id) },
      by,
    ).changes,
  async ({ store, project, by }, pick, n) => {
    const document = pick(await store.read.documents(project.id))
    if (!document) return null
    const theme = pick(await store.read.themes(project.id))
    const highlights = await store.read.highlights(document.id)
    const taggings = await store.read.taggings(document.id)
    const passage = passageOf(TRIAL_TEXT, n % 20, (n % 20) + 1 + (n % 7))
    return tagPassage({ document, passage, themes: theme ? [theme] : [], highlights, taggings }, by).changes
  },
  async ({ store, project, by }, pick, n) => {
    const highlight = pick(await store.db.highlights.toArray())
    const theme = pick(await store.read.themes(project.id))
    if (!highlight || !theme) return null
    const { taggings } = await store.read.belongingToHighlights([highlight.id])
    return n % 2
      ? addThemes({ highlights: [highlight], themes: [theme], taggings }, by)
      : removeTheme({ highlights: [highlight], theme, taggings })
  },
  async ({ store, project, by }, pick, n) => {
    const highlight = pick(await store.db.highlights.toArray())
    if (!highlight) return null
    const about = { kind: 'highlight', id: highlight.id } as const
    const [note] = await store.read.notesAbout('highlight', highlight.id)
    return writeNote({ project: project.id, about, text: n % 3 ? `${n}` : '', note: note ?? null }, by).changes
  },
  async ({ store }, pick, n) => {
    const highlight = pick(await store.db.highlights.toArray())
    return highlight ? resizeHighlight({ highlight, passage: passageOf(TRIAL_TEXT, n % 9, 10 + (n % 9)) }) : null
  },
  async ({ store }, pick) => {
    const highlight = pick(await store.db.highlights.toArray())
    if (!highlight) return null
    return removeHighlights({ highlights: [highlight], ...(await store.read.belongingToHighlights([highlight.id])) })
  },
  async ({ store, project }, pick, n) => {
    const themes = await store.read.themes(project.id)
    const theme = pick(themes)
    if (!theme) return null
    if (n % 3 === 0) return recolourTheme({ theme, colour: '#123456' })
    if (n % 3 === 1) return renameTheme({ theme, name: `n${n}`, themes })
    return moveTheme({ theme, parent: themes[n % themes.length]?.id ?? null, before: null, themes })
  },
  async ({ store, project }, pick) => {
    const themes = await store.read.themes(project.id)
    const theme = pick(themes)
    if (!theme) return null
    const ids = withDescendants(theme, themes).map(({ id }) => id)
    return deleteTheme({ theme, themes, ...(await store.read.belongingToThemes(project.id, ids)) })
  },
  async ({ store, project }, pick, n) => {
    const document = pick(await store.read.documents(project.id))
    if (!document) return null
    if (n % 2) return renameDocument({ document, title: `d${n}` })
    return removeDocuments({ documents: [document], ...(await store.read.belongingToDocuments([document.id])) })
  },
  async ({ store, project, by }, pick, n) => {
    const themes = await store.read.themes(project.id)
    const into = pick(themes)
    const others = themes.filter((_, i) => i % 3 === n % 3)
    if (!into) return null
    const ids = [into, ...others].map(({ id }) => id)
    const belonging = await store.read.belongingToThemes(project.id, ids)
    return mergeThemes({ into, others, themes, ...belonging }, by)
  },
  async ({ store, project, by }, pick, n) => {
    const themes = await store.read.themes(project.id)
    const theme = pick(themes)
    if (!theme) return null
    const taggings = await store.read.taggingsOfTheme(project.id, theme.id)
    if (n % 4 === 0) return archiveTheme({ theme, themes }, by)
    if (n % 4 === 1) return unarchiveTheme({ theme, themes })
    if (n % 4 === 2 && themes.length < 20) return duplicateBranch({ theme, themes, taggings }, by).changes
    const highlights = taggings.slice(0, 1).map(({ highlight }) => highlight)
    return splitTheme({ theme, name: `s${n}`, highlights, taggings, themes }, by).changes
  },
  async ({ store, project, by }, pick, n) => {
    const themes = await store.read.themes(project.id)
    const groups = await store.read.themeGroups(project.id)
    const group = pick(groups)
    if (!group || n % 2) return makeGroup({ project: project.id, name: `g${n % 3}`, themes, groups }, by).changes
    return addToGroup({ group, themes: themes.slice(n % 2) })
  },
  async ({ store, by }, pick, n) => {
    const [from, to] = [pick(await store.db.highlights.toArray()), await store.db.highlights.toCollection().first()]
    if (!from || !to) return null
    const { taggings, notes, links } = await store.read.belongingToHighlights([from.id, to.id])
    if (n % 3 === 0) return linkPassages({ from, to, relation: 'supports', links }, by).changes
    if (n % 3 === 1)
      return joinHighlights({ highlights: [from, to], text: TRIAL_TEXT, taggings, notes, links }, by).changes
    return splitHighlight({ highlight: from, at: from.passage.start + 1, text: TRIAL_TEXT, taggings }, by).changes
  },
]

async function perform(library: TrialLibrary, act: number, n: number): Promise<void> {
  const pick = <T>(list: readonly T[]): T | undefined => list[n % Math.max(1, list.length)]
  try {
    const set = await ACTS[act]?.(library, pick, n)
    if (set) await library.store.write(set)
  } catch (error) {
    if (!(error instanceof ProblemError) || !error.problem.key.startsWith('changes.')) throw error
  }
}

test('whatever was done, undoing goes back through every state, and redoing forth through them again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: ACTS.length - 1 }), fc.nat({ max: 1000 })), { minLength: 5, maxLength: 40 }),
      async (session) => {
        const library = await trialLibrary()
        const { store, project } = library
        const states = [await dump(store)]
        for (const [act, n] of session) {
          const steps = await store.db.history.count()
          await perform(library, act, n)
          if ((await store.db.history.count()) > steps) states.push(await dump(store))
        }
        expect(await broken(store)).toEqual([])
        for (const state of states.slice(0, -1).reverse()) {
          expect(await store.undo(project.id)).not.toBeNull()
          expect(await dump(store)).toEqual(state)
        }
        for (const state of states.slice(1)) {
          expect(await store.redo(project.id)).not.toBeNull()
          expect(await dump(store)).toEqual(state)
        }
        expect(await store.redo(project.id)).toBeNull()
        store.close()
      },
    ),
    { numRuns: 12 },
  )
}, 30_000)

test('a thousand steps are undone and redone, across a restart', async () => {
  const library = await trialLibrary()
  const { project, name } = library
  let theme = await library.theme('0')
  for (let i = 1; i <= 1000; i++) {
    const set = renameTheme({ theme, name: `${i}`, themes: [theme] })
    await library.store.write(set)
    theme = { ...theme, name: `${i}` }
  }
  library.store.close()
  const store = await openStore(name)
  for (let i = 0; i < 1000; i++) await store.undo(project.id)
  expect((await store.read.themes(project.id))[0]?.name).toBe('0')
  store.close()
  const again = await openStore(name)
  for (let i = 0; i < 1000; i++) await again.redo(project.id)
  expect((await again.read.themes(project.id))[0]?.name).toBe('1000')
  expect(await again.redo(project.id)).toBeNull()
}, 60_000)

test('a new step ends what could be redone', async () => {
  const { store, project, theme } = await trialLibrary()
  await theme('a')
  await theme('b')
  await store.undo(project.id)
  expect(await store.redoable(project.id)).toEqual({ key: 'changes.madeTheme', params: { theme: 'b' } })
  await theme('c')
  expect(await store.redoable(project.id)).toBeNull()
  expect(await store.redo(project.id)).toBeNull()
  expect((await store.read.themes(project.id)).map(({ name }) => name)).toEqual(['a', 'c'])
})

test('the step that made the project cannot be undone, and each project has its own history', async () => {
  const one = await trialLibrary()
  const two = await trialLibrary(one.name)
  expect(await one.store.undoable(one.project.id)).toEqual({ key: 'changes.imported', params: { count: 2 } })
  await one.store.undo(one.project.id)
  expect(await one.store.undoable(one.project.id)).toBeNull()
  expect(await one.store.undo(one.project.id)).toBeNull()
  expect(await one.store.read.documents(two.project.id)).toHaveLength(2)
  expect(await one.store.undoable(two.project.id)).not.toBeNull()
})

test('an undo that no longer fits is refused and changes nothing', async () => {
  const { store, project, theme, tag, first } = await trialLibrary()
  const spirit = await theme('精神')
  await store.db.transaction('rw', store.db.themes, () => store.db.themes.update(spirit.id, { name: '外来' }))
  const before = await dump(store)
  await expect(store.undo(project.id)).rejects.toBeInstanceOf(ProblemError)
  expect(await dump(store)).toEqual(before)
  expect(await store.undoable(project.id)).not.toBeNull()
  await tag(first, 0, 1)
  expect((await store.recent(project.id, 2)).map(({ changes }) => changes.summary.key)).toEqual([
    'changes.marked',
    'changes.madeTheme',
  ])
})

test('bringing documents in is one step, and its texts are not copied into the history', async () => {
  const { store, project } = await trialLibrary()
  await bringIn(store, project.id, 5)
  const [entry] = await store.recent(project.id, 1)
  expect(JSON.stringify(entry)).not.toContain(TRIAL_TEXT)
  await store.undo(project.id)
  expect(await store.read.documents(project.id)).toHaveLength(2)
})
