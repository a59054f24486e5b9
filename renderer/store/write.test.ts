import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { importDocuments, removeDocuments } from '#shared/editing/documents'
import { addThemes, markPassages, removeHighlights, resizeHighlight } from '#shared/editing/highlights'
import { linkPassages } from '#shared/editing/links'
import { writeNote } from '#shared/editing/notes'
import { newCoder } from '#shared/editing/projects'
import { makeGroup } from '#shared/editing/theme-groups'
import { deleteTheme } from '#shared/editing/theme-tree'
import { makeTheme, recolourTheme, renameTheme } from '#shared/editing/themes'
import { translator } from '#shared/messages/index'
import { type ChangeSet, changes, invert, type RecordKind, type Records } from '#shared/model/changes'
import type { Tagging } from '#shared/model/highlight'
import { newId } from '#shared/model/ids'
import type { Note } from '#shared/model/note'
import { type Original, packOriginal, unpackOriginal } from '#shared/model/original'
import { passageOf } from '#shared/model/passage'
import { ProblemError } from '#shared/result'
import { openStore } from './index'
import { bringIn, broken, dump, TRIAL_TEXT, trialLibrary } from './trial-library'
import { COALESCE_WITHIN } from './write'

const problemOf = (error: unknown) => (error instanceof ProblemError ? error.problem : error)

/** Expects the write to be refused with this key, and the library and its history to stay as they were. */
async function refused(library: Awaited<ReturnType<typeof trialLibrary>>, set: ChangeSet, key: string) {
  const before = [await dump(library.store), await library.store.db.history.toArray()]
  const problem = await library.store.write(set).catch(problemOf)
  expect(problem).toMatchObject({ key })
  expect([await dump(library.store), await library.store.db.history.toArray()]).toEqual(before)
  return problem as ProblemError['problem']
}

test('an update of what was changed meanwhile is refused, and nothing of it is written', async () => {
  const library = await trialLibrary()
  const theme = await library.theme('精神')
  await library.store.write(recolourTheme({ theme, colour: '#123456' }))
  const other = await library.theme('劳动')
  const stale = renameTheme({ theme, name: '精神力', themes: [theme] })
  const both = changes(stale.summary, { updated: stale.updated, deleted: { themes: [other] } })
  const problem = await refused(library, both, 'store.stale')
  expect(translator('en')(problem.key, problem.params)).toMatch(/^A theme was changed or removed meanwhile/)
  expect(translator('zh-Hans')(problem.key, problem.params)).toMatch(/^有一项主题已在别处/)
})

test('what is deleted must be as it was, and what is created must be new', async () => {
  const library = await trialLibrary()
  const theme = await library.theme('精神')
  const set = changes({ key: 'changes.madeTheme' }, { created: { themes: [theme] } })
  await refused(library, set, 'store.exists')
  await refused(
    library,
    invert(changes(set.summary, { created: { themes: [{ ...theme, name: '?' }] } })),
    'store.stale',
  )
  await library.store.write(invert(set))
  await refused(library, invert(set), 'store.stale')
})

test('a record without what it belongs to is refused', async () => {
  const library = await trialLibrary()
  const theme = await library.theme('精神')
  const highlight = await library.tag(library.first, 0, 2, theme)
  const [tagging] = (await library.store.read.taggings(library.first.id)) as [Tagging]
  const create = (created: ChangeSet['created']) => changes({ key: 'changes.marked' }, { created })
  const id = newId()
  const missing = async (created: ChangeSet['created'], kind: string, needs: string) =>
    expect((await refused(library, create(created), 'store.missing')).params).toMatchObject({ kind, needs })

  await missing({ highlights: [{ ...highlight, id, document: newId() }] }, 'highlights', 'documents')
  await missing({ highlights: [{ ...highlight, id, coder: newId() }] }, 'highlights', 'coders')
  await missing({ taggings: [{ ...tagging, id, highlight: newId() }] }, 'taggings', 'highlights')
  await missing({ taggings: [{ ...tagging, id, theme: newId() }] }, 'taggings', 'themes')
  await missing({ taggings: [{ ...tagging, id, document: library.second.id }] }, 'taggings', 'documents')
  await missing({ themes: [{ ...theme, id, parent: newId() }] }, 'themes', 'themes')
  await missing({ documents: [{ ...library.first, id, content: newId() }] }, 'documents', 'contents')
  const about = { kind: 'theme', id: newId() } as const
  const { note } = writeNote({ project: library.project.id, about, text: '好' }, library.by)
  await missing({ notes: [note as Note] }, 'notes', 'themes')
})

test('a group without its theme and a link without its highlights are refused, and keep them from being removed', async () => {
  const library = await trialLibrary()
  const { store, project, by, first, second } = library
  const theme = await library.theme('精神')
  const [from, to] = [await library.tag(first, 0, 2), await library.tag(second, 0, 2)]
  const { group, changes: grouped } = makeGroup({ project: project.id, name: '要', themes: [theme], groups: [] }, by)
  const { link, changes: linked } = linkPassages({ from, to, relation: 'echoes', links: [] }, by)
  const create = (created: ChangeSet['created']) => changes({ key: 'changes.marked' }, { created })
  const missing = async (created: ChangeSet['created'], needs: string) =>
    expect((await refused(library, create(created), 'store.missing')).params).toMatchObject({ needs })
  await missing({ themeGroups: [{ ...group, themes: [newId()] }] }, 'themes')
  await missing({ links: [{ ...link, to: newId() }] }, 'highlights')
  await store.write(grouped)
  await store.write(linked)
  const remove = (deleted: ChangeSet['deleted']) => changes({ key: 'changes.removedHighlights' }, { deleted })
  const inUse = async (deleted: ChangeSet['deleted'], by: string) =>
    expect((await refused(library, remove(deleted), 'store.inUse')).params).toMatchObject({ by })
  await inUse({ themes: [theme] }, 'themeGroups')
  await inUse({ highlights: [from] }, 'links')
  await inUse({ highlights: [to] }, 'links')

  expect(await store.read.linksOf(to.id)).toEqual([link])
  expect(await store.read.linksOf(from.id, to.id)).toEqual([link])
  expect((await store.read.snapshot(project.id)).links).toEqual([link])
  expect((await store.read.snapshot(project.id, [first.id])).links).toEqual([])
  const gone = await store.read.belongingToDocuments([second.id])
  await store.write(removeDocuments({ documents: [second], ...gone }))
  expect(await store.read.linksOf(from.id)).toEqual([])
  const belonging = await store.read.belongingToThemes(project.id, [theme.id])
  await store.write(deleteTheme({ theme, themes: [theme], ...belonging }))
  expect(await store.read.themeGroups(project.id)).toEqual([{ ...group, themes: [] }])
  await store.undo(project.id)
  await store.undo(project.id)
  expect(await store.read.linksOf(from.id)).toEqual([link])
})

test('what others still belong to cannot be removed', async () => {
  const library = await trialLibrary()
  const parent = await library.theme('精神')
  const child = await library.theme('劳动', parent.id)
  const highlight = await library.tag(library.first, 0, 2, child)
  const about = { kind: 'highlight', id: highlight.id } as const
  const set = writeNote({ project: library.project.id, about, text: '好' }, library.by).changes
  await library.store.write(set)
  const remove = (deleted: ChangeSet['deleted']) => changes({ key: 'changes.removedHighlights' }, { deleted })
  const inUse = async (deleted: ChangeSet['deleted'], by: string) =>
    expect((await refused(library, remove(deleted), 'store.inUse')).params).toMatchObject({ by })

  await inUse({ themes: [parent] }, 'themes')
  await inUse({ themes: [child] }, 'taggings')
  await inUse({ documents: [library.first] }, 'highlights')
  await inUse({ highlights: [highlight] }, 'taggings')
  const taggings = await library.store.read.taggings(library.first.id)
  await inUse({ highlights: [highlight], taggings }, 'notes')
  await inUse({ coders: [library.coder] }, 'themes')
  await inUse({ projects: [library.project] }, 'coders')
})

test('a coder cannot be removed while anything they made is there', async () => {
  const library = await trialLibrary()
  const { store, project, first } = library
  const theme = await library.theme('精神')
  const { coder, changes: added } = newCoder({ project: project.id, name: '周' }, { now: 3 })
  await store.write(added)
  const by = { coder: coder.id, now: 4 }
  const passage = passageOf(TRIAL_TEXT, 0, 2)
  const about = { kind: 'document', id: first.id } as const
  const own = await library.tag(first, 4, 6)
  const made = [
    ['highlights', markPassages({ document: first, passages: [passage], highlights: [] }, by).changes],
    ['taggings', addThemes({ highlights: [own], themes: [theme], taggings: [] }, by)],
    ['notes', writeNote({ project: project.id, about, text: '好' }, by).changes],
    ['themes', makeTheme({ project: project.id, name: '劳动', parent: null, themes: [theme] }, by).changes],
  ] as const
  const removed = changes({ key: 'changes.addedCoder' }, { deleted: { coders: [coder] } })
  for (const [kind, set] of made) {
    await store.write(set)
    expect((await refused(library, removed, 'store.inUse')).params).toMatchObject({ kind: 'coders', by: kind })
    await store.undo(project.id)
  }
  await store.write(removed)
  expect(await store.read.coders(project.id)).toEqual([library.coder])
})

test('a whole project can be taken away with all that belongs to it, and not without', async () => {
  const library = await trialLibrary()
  const { store, project, first } = library
  await library.tag(first, 0, 2, await library.theme('精神'))
  const { projects, coders, documents, themes, highlights, taggings } = (await dump(store)) as unknown as {
    [K in RecordKind]: Records[K][]
  }
  const whole = { projects, coders, documents, themes, highlights, taggings }
  for (const kind of ['coders', 'documents', 'highlights', 'themes', 'taggings'] as const) {
    await refused(library, changes({ key: 'changes.nothing' }, { deleted: { ...whole, [kind]: [] } }), 'store.inUse')
  }
  await store.write(changes({ key: 'changes.nothing' }, { deleted: whole }))
  expect(await store.read.projects()).toEqual([])
  await store.undo(project.id)
  expect(await store.read.snapshot(project.id)).toMatchObject({ project, highlights, taggings })
})

test('a step stays in one project, and so does all that a record belongs to', async () => {
  const library = await trialLibrary()
  const other = await trialLibrary(library.name)
  const theme = await other.theme('外')
  await refused(
    library,
    changes(
      { key: 'changes.madeTheme' },
      { created: { themes: [{ ...theme, id: newId(), project: library.project.id }] } },
    ),
    'store.otherProject',
  )
  const both = changes({ key: 'changes.nothing' }, { deleted: { coders: [library.coder, other.coder] } })
  await expect(library.store.write(both)).rejects.toThrow('must stay in one project; this one is in 2')
})

test('a crash in the middle of a write leaves nothing of it', async () => {
  const library = await trialLibrary()
  const before = await dump(library.store)
  library.store.db.history.hook('creating', () => {
    throw new Error('crash')
  })
  await expect(bringIn(library.store, library.project.id, 3)).rejects.toThrow('crash')
  expect(await dump(library.store)).toEqual(before)
})

test('a full disk and a closed library are said in words', async () => {
  const library = await trialLibrary()
  const set = writeNote(
    { project: library.project.id, about: { kind: 'project', id: library.project.id }, text: '好' },
    library.by,
  )
  const full = () => {
    throw new DOMException('no room', 'QuotaExceededError')
  }
  library.store.db.history.hook('creating', full)
  await refused(library, set.changes, 'store.full')
  library.store.db.history.hook('creating').unsubscribe(full)
  library.store.close()
  expect(await library.store.write(set.changes).catch(problemOf)).toEqual({ key: 'store.closed' })
})

test('a ChangeSet that changes nothing leaves no step', async () => {
  const { store, tag, first } = await trialLibrary()
  const highlight = await tag(first, 0, 2)
  const steps = await store.db.history.count()
  await store.write(resizeHighlight({ highlight, passage: passageOf(TRIAL_TEXT, 0, 2) }))
  expect(await store.db.history.count()).toBe(steps)
})

test('a note is one step for as long as it is being written, and none when nothing remains', async () => {
  const { store, project, by } = await trialLibrary()
  const about = { kind: 'project', id: project.id } as const
  let note: Note | null = null
  const type = async (text: string, at: number) => {
    const made = writeNote({ project: project.id, about, text, note }, { ...by, now: at })
    await store.write(made.changes, { coalesce: 'note', at })
    note = made.note
  }
  const start = await dump(store)
  const steps = await store.db.history.count()
  await type('参', 1000)
  await type('参见', 2000)
  await type('参见《', 2000 + COALESCE_WITHIN - 1)
  expect(await store.db.history.count()).toBe(steps + 1)
  await type('参见《史记》', 2000 + 2 * COALESCE_WITHIN)
  expect(await store.db.history.count()).toBe(steps + 2)
  await store.undo(project.id)
  expect((await store.read.notesAbout('project', project.id))[0]?.text).toBe('参见《')
  await store.undo(project.id)
  expect(await dump(store)).toEqual(start)
  note = null
  await type('又', 200_000)
  await type('', 201_000)
  expect(await store.db.history.count()).toBe(steps)
  expect(await dump(store)).toEqual(start)
})

test('contents are kept while a document or a step could show them, and collected when none can', async () => {
  const { store, project } = await trialLibrary()
  await bringIn(store, project.id, 2)
  await store.undo(project.id)
  expect(await store.collectContents()).toEqual([])
  await store.redo(project.id)
  expect((await dump(store)).documents).toHaveLength(4)
  await store.undo(project.id)
  await bringIn(store, project.id, 1)
  expect(await store.collectContents()).toHaveLength(2)
  expect(await broken(store)).toEqual([])
  expect((await dump(store)).contents).toHaveLength(3)
})

test('a content that an undone step left behind is met again, and one of other words under its id is told', async () => {
  const { store, project } = await trialLibrary()
  const [original] = (await dump(store)).originals as [Original]
  const documents = await store.read.documents(project.id)
  const content = { id: newId(), project: project.id, blocks: [], original: original.hash }
  const document = { ...(documents[0] as (typeof documents)[number]), id: newId(), content: content.id }
  const taking = changes({ key: 'changes.nothing' }, { created: { documents: [document] } })
  await store.write(taking, { contents: [content] })
  await store.undo(project.id)
  await store.write(taking, { contents: [content] })
  expect(await store.read.contents([content.id])).toEqual([content])
  const other = { ...content, blocks: [{ kind: 'paragraph', text: 'other' } as const] }
  expect(await store.read.otherContents([content, other])).toEqual([content.id])
})

test('a file is kept once however many documents were read from it, and goes with the last of them', async () => {
  const { store, project } = await trialLibrary()
  const [first] = (await dump(store)).originals as [Original]
  expect((await dump(store)).originals).toHaveLength(1)
  const other = packOriginal(new TextEncoder().encode('another file'))
  const documents = await store.read.documents(project.id)
  const file = { name: 'o.txt', bytes: unpackOriginal(other) }
  const read = { title: 'o', metadata: {}, language: 'en', format: 'text', remarks: [] }
  const blocks = [{ kind: 'paragraph', text: 'another file' } as const]
  const nothing = { attributes: [], groups: [], coders: [] }
  const made = importDocuments(
    { project: project.id, files: [{ file, read: { ...read, blocks } }], documents, ...nothing },
    { coder: 'lin', now: 3 },
  )
  const problem = await store.write(made.changes, { contents: made.contents }).catch(problemOf)
  expect(problem).toMatchObject({ key: 'store.missing', params: { needs: 'originals', id: other.hash } })
  await store.write(made.changes, made)
  expect((await dump(store)).originals).toHaveLength(2)
  await store.undo(project.id)
  await bringIn(store, project.id, 1)
  await store.collectContents()
  expect((await dump(store)).originals).toEqual([first])
})

test('two windows that write at once never leave a tagging without its theme', async () => {
  for (let run = 0; run < 10; run++) {
    const library = await trialLibrary()
    const other = await openStore(library.name)
    const theme = await library.theme('精神')
    const highlight = await library.tag(library.first, 0, 2, theme)
    const [themes, own] = [[theme], await other.read.belongingToHighlights([highlight.id])]
    const { taggings, notes } = await other.read.belongingToThemes(library.project.id, [theme.id])
    const acts = [
      () => library.tag(library.second, 0, 2, theme),
      () => other.write(deleteTheme({ theme, themes, taggings, notes })),
      () => other.write(removeHighlights({ highlights: [highlight], ...own })),
      () => library.store.undo(library.project.id),
    ]
    const results = await Promise.allSettled([...acts.slice(run % 4), ...acts.slice(0, run % 4)].map((act) => act()))
    expect(results.some(({ status }) => status === 'fulfilled')).toBe(true)
    for (const each of results) {
      if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(ProblemError)
    }
    expect(await broken(library.store)).toEqual([])
    library.store.close()
    other.close()
  }
})
