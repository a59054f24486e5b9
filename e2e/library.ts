import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'

// The library as it lies in IndexedDB, read past the app: what a journey holds the screen against.

interface Stored {
  readonly id: string
}
export interface StoredDocument extends Stored {
  readonly project: string
  readonly title: string
  readonly metadata: Readonly<Record<string, unknown>>
  readonly language: string
  readonly fileName: string
  readonly encoding?: { readonly label: string; readonly by: string }
  readonly content: string
  readonly length: number
  readonly attributes?: Readonly<Record<string, string | number>>
}
export interface StoredAttribute extends Stored {
  readonly name: string
  readonly type: string
}
export interface StoredDocumentGroup extends Stored {
  readonly name: string
  readonly parent: string | null
  readonly documents: readonly string[]
}
export interface StoredContent extends Stored {
  readonly blocks: readonly { readonly kind: string; readonly text: string }[]
}
export interface StoredPassage {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
}
export interface StoredHighlight extends Stored {
  readonly document: string
  readonly passage: StoredPassage
  /** Since when its words are not in the text. */
  readonly lost?: number
}
export interface StoredRevision extends Stored {
  readonly document: string
  readonly content: string
  readonly kind: string
  readonly reason: string
  readonly created: number
}
export interface StoredTheme extends Stored {
  readonly project: string
  readonly name: string
  readonly parent: string | null
  readonly colour: string
}
export interface StoredTagging extends Stored {
  readonly highlight: string
  readonly document: string
  readonly theme: string
}
export interface StoredLink {
  readonly from: string
  readonly to: string
  readonly relation: string
}
export interface StoredNote extends Stored {
  readonly about: { readonly kind: string; readonly id: string }
  readonly text: string
}
type Tables<T> = Readonly<Record<string, readonly T[]>>
export interface StoredStep {
  readonly seq: number
  readonly project: string
  readonly state: 'done' | 'undone'
  readonly changes: {
    readonly created: Tables<Stored>
    readonly updated: Tables<{ readonly before: Stored; readonly after: Stored }>
    readonly deleted: Tables<Stored>
  }
}

/** Every record of the library, by table. */
export interface Library {
  readonly projects: readonly (Stored & { readonly name: string })[]
  readonly coders: readonly Stored[]
  readonly documents: readonly StoredDocument[]
  readonly contents: readonly StoredContent[]
  readonly attributes: readonly StoredAttribute[]
  readonly documentGroups: readonly StoredDocumentGroup[]
  readonly themes: readonly StoredTheme[]
  readonly highlights: readonly StoredHighlight[]
  readonly taggings: readonly StoredTagging[]
  readonly links: readonly StoredLink[]
  readonly notes: readonly StoredNote[]
  readonly revisions: readonly StoredRevision[]
  readonly originals: readonly { readonly hash: string; readonly size: number; readonly stored: string }[]
  readonly history: readonly StoredStep[]
  readonly places: readonly (Stored & {
    readonly offset?: number
    readonly read?: number
    readonly document?: string
  })[]
  readonly settings: readonly { readonly name: string; readonly value: unknown }[]
}

/** The tables of annotation: what undo takes back and redo brings again. */
export const RECORDS = [
  'projects',
  'coders',
  'attributes',
  'documents',
  'documentGroups',
  'themes',
  'highlights',
  'taggings',
  'notes',
  'revisions',
] as const

/** Reads the whole library in one transaction; the bytes of the files that were brought in are left out. */
export const readLibrary = (page: Page): Promise<Library> =>
  page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(request.error)
      })
    const db = await answer(indexedDB.open('pingdian'))
    const names = [...db.objectStoreNames]
    const transaction = db.transaction(names, 'readonly')
    const tables = await Promise.all(names.map((name) => answer(transaction.objectStore(name).getAll())))
    db.close()
    const library = Object.fromEntries(names.map((name, at) => [name, tables[at]])) as unknown as Library
    const contents = library.contents.map(({ id, blocks }) => ({ id, blocks }))
    const originals = library.originals.map(({ hash, size, stored }) => ({ hash, size, stored }))
    return { ...library, contents, originals }
  })

/** What belongs to the project with this name, of the annotations. */
export async function recordsOf(page: Page, name: string) {
  const all = await readLibrary(page)
  const project = all.projects.find((each) => each.name === name)?.id
  const own = <T extends object>(records: readonly T[]): readonly T[] =>
    records.filter((each) => 'project' in each && each.project === project)
  const { documents, themes, highlights, taggings, links } = all
  return {
    documents: own(documents),
    themes: own(themes),
    highlights: own(highlights),
    taggings: own(taggings),
    links: own(links),
  }
}

/** How many steps the library's history has that are done; counted where they lie, for journeys ask again and again. */
export const stepsDone = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done, failed) => {
        const opened = indexedDB.open('pingdian')
        opened.onerror = () => failed(opened.error)
        opened.onsuccess = () => {
          const db = opened.result
          const keys = db
            .transaction('history', 'readonly')
            .objectStore('history')
            .index('[project+state]')
            .openKeyCursor()
          let count = 0
          keys.onerror = () => failed(keys.error)
          keys.onsuccess = () => {
            const at = keys.result
            if (at) {
              if ((at.key as string[])[1] === 'done') count += 1
              at.continue()
              return
            }
            db.close()
            done(count)
          }
        }
      }),
  )

/** The plain text of a document's content: its blocks joined by line ends. */
export function textOf({ contents }: Library, { content }: StoredDocument): string {
  const found = contents.find(({ id }) => id === content)
  if (!found) throw new Error(`The library was expected to hold the content ${content}.`)
  return found.blocks.map(({ text }) => text).join('\n')
}

/** The annotation of the library, table by table, as short strings: the same strings are the same state. */
export const digest = (library: Library): string =>
  RECORDS.map((name) => {
    const records = [...library[name]].sort((a, b) => (a.id < b.id ? -1 : 1)).map((record) => sorted(record))
    return `${name} ${createHash('sha256').update(JSON.stringify(records)).digest('base64url')}`
  }).join('\n')

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

/** What has gone wrong in the library, a sentence each; nothing when it is consistent. */
export function problemsOf(library: Library): string[] {
  const problems: string[] = []
  const ids = Object.fromEntries(
    [...RECORDS, 'contents' as const].map((name) => [name, new Set<string>(library[name].map(({ id }) => id))]),
  )
  const needs = (table: string, id: string, who: string): void => {
    if (!ids[table]?.has(id)) problems.push(`${who} stands without its record in ${table} (${id}).`)
  }
  for (const each of library.documents) {
    needs('projects', each.project, `The document ${each.id}`)
    needs('contents', each.content, `The document ${each.id}`)
  }
  for (const each of library.documentGroups) {
    if (each.parent) needs('documentGroups', each.parent, `The group ${each.name}`)
    for (const id of each.documents) needs('documents', id, `The group ${each.name}`)
  }
  for (const each of library.highlights) {
    needs('documents', each.document, `The highlight ${each.id}`)
    const document = library.documents.find(({ id }) => id === each.document)
    const { start, end, quote } = each.passage
    if (document && each.lost === undefined && textOf(library, document).slice(start, end) !== quote)
      problems.push(`The highlight ${each.id} quotes “${quote}”, which is not what stands from ${start} to ${end}.`)
  }
  for (const each of library.revisions) {
    needs('documents', each.document, `The revision ${each.id}`)
    needs('contents', each.content, `The revision ${each.id}`)
  }
  for (const each of library.themes) if (each.parent) needs('themes', each.parent, `The theme ${each.name}`)
  for (const each of library.taggings) {
    needs('highlights', each.highlight, `The tagging ${each.id}`)
    needs('themes', each.theme, `The tagging ${each.id}`)
    needs('documents', each.document, `The tagging ${each.id}`)
  }
  for (const { id, about } of library.notes) needs(`${about.kind}s`, about.id, `The note ${id}`)
  return [...problems, ...problemsOfHistory(library)]
}

/** The history is whole when its steps that are done, made once more from nothing, give the records that are there. */
function problemsOfHistory(library: Library): string[] {
  const made = new Map<string, Map<string, unknown>>(RECORDS.map((name) => [name, new Map()]))
  const table = (name: string): Map<string, unknown> => made.get(name) ?? new Map()
  const steps = [...library.history].sort((a, b) => a.seq - b.seq)
  const problems: string[] = []
  for (const project of library.projects) {
    const states = steps.filter((each) => each.project === project.id).map(({ state }) => state)
    if (states.lastIndexOf('done') > states.indexOf('undone') && states.includes('undone'))
      problems.push(`In the history of ${project.id} a step is done after one that is undone.`)
  }
  for (const { changes, state } of steps) {
    if (state === 'undone') continue
    for (const [name, records] of Object.entries(changes.created))
      for (const record of records) table(name).set(record.id, record)
    for (const [name, records] of Object.entries(changes.updated))
      for (const { after } of records) table(name).set(after.id, after)
    for (const [name, records] of Object.entries(changes.deleted))
      for (const record of records) table(name).delete(record.id)
  }
  const again = Object.fromEntries(RECORDS.map((name) => [name, [...table(name).values()]])) as unknown as Library
  if (digest(again) !== digest(library))
    problems.push('The steps of the history do not give the records that are there.')
  return problems
}
