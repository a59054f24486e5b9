import { importDocuments, type ReadFile } from '#shared/editing/documents'
import { tagPassage } from '#shared/editing/highlights'
import { newProject } from '#shared/editing/projects'
import { makeTheme } from '#shared/editing/themes'
import { RECORD_KINDS } from '#shared/model/changes'
import type { SourceDocument } from '#shared/model/document'
import type { Highlight } from '#shared/model/highlight'
import { newId } from '#shared/model/ids'
import { passageOf } from '#shared/model/passage'
import type { Theme } from '#shared/model/theme'
import { openStore, type Store } from './index'

/** The text of every trial document: 40 UTF-16 units. */
export const TRIAL_TEXT = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黃宇宙洪荒'

const trialFile = (name: string): ReadFile => ({
  file: { name, bytes: new TextEncoder().encode(TRIAL_TEXT) },
  read: {
    title: name,
    metadata: {},
    language: 'zh-Hant',
    format: 'text',
    blocks: [{ kind: 'paragraph', text: TRIAL_TEXT }],
    remarks: [],
  },
})

/** Brings `count` documents into `project`, in one step. */
export async function bringIn(store: Store, project: string, count: number): Promise<readonly SourceDocument[]> {
  const documents = await store.read.documents(project)
  const files = Array.from({ length: count }, (_, i) => trialFile(`${documents.length + i}.txt`))
  const made = importDocuments(
    { project, files, documents, attributes: [], groups: [], coders: [] },
    { coder: '', now: 1 },
  )
  await store.write(made.changes, made)
  return made.documents
}

/** A library for a test on its own database: a project with a coder and two documents. */
export async function trialLibrary(name: string = newId()) {
  const store = await openStore(name)
  const { changes, project, coder } = newProject({ name: '公报', coderName: '林' }, { now: 1 })
  await store.write(changes)
  const [first, second] = (await bringIn(store, project.id, 2)) as [SourceDocument, SourceDocument]
  const by = { coder: coder.id, now: 2 }

  const theme = async (name: string, parent: string | null = null): Promise<Theme> => {
    const themes = await store.read.themes(project.id)
    const made = makeTheme({ project: project.id, name, parent, themes }, by)
    await store.write(made.changes)
    return made.theme
  }
  const tag = async (document: SourceDocument, start: number, end: number, ...themes: Theme[]): Promise<Highlight> => {
    const highlights = await store.read.highlights(document.id)
    const taggings = await store.read.taggings(document.id)
    const passage = passageOf(TRIAL_TEXT, start, end)
    const made = tagPassage({ document, passage, themes, highlights, taggings }, by)
    await store.write(made.changes)
    return made.highlights[0] as Highlight
  }
  return { name, store, project, coder, by, first, second, theme, tag }
}
export type TrialLibrary = Awaited<ReturnType<typeof trialLibrary>>

/** All records and contents of a library, by table, in the order of their ids. */
export async function dump({ db }: Store): Promise<Record<string, unknown[]>> {
  const tables = [...RECORD_KINDS, 'contents' as const, 'originals' as const]
  return Object.fromEntries(await Promise.all(tables.map(async (name) => [name, await db.table(name).toArray()])))
}

/** What a library breaks of the rule that every record finds what it belongs to; empty when all is well. */
export async function broken({ db }: Store): Promise<string[]> {
  const keys = async (name: string) => new Set<unknown>(await db.table(name).toCollection().primaryKeys())
  const [documents, highlights, themes, contents] = await Promise.all(
    ['documents', 'highlights', 'themes', 'contents'].map(keys),
  )
  return [
    ...(await db.documents.toArray()).filter((each) => !contents?.has(each.content)),
    ...(await db.highlights.toArray()).filter((each) => !documents?.has(each.document)),
    ...(await db.taggings.toArray()).filter((each) => !highlights?.has(each.highlight) || !themes?.has(each.theme)),
    ...(await db.themes.toArray()).filter((each) => each.parent !== null && !themes?.has(each.parent)),
    ...(await db.links.toArray()).filter(({ from, to }) => !highlights?.has(from) || !highlights?.has(to)),
    ...(await db.themeGroups.toArray()).filter((group) => group.themes.some((id) => !themes?.has(id))),
    ...(await db.notes.toArray()).filter(({ about }) => about.kind === 'highlight' && !highlights?.has(about.id)),
  ].map(({ id }) => id)
}
