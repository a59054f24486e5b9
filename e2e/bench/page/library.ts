import { type Block, makeBlocks, makeSpans, type Span } from './text'

/** A document to be put into the library. */
export interface Wanted {
  readonly title: string
  /** Characters of its text. */
  readonly length: number
  readonly highlights: number
}

export const PROJECT = '01900000-0000-7000-8000-000000000001'
export const CODER = '01900000-0000-7000-8000-000000000002'
export const PIGMENTS = ['cinnabar', 'azurite', 'gamboge', 'malachite', 'rouge', 'ochre', 'indigo', 'rosewood']
const THEMES = 20

let made = 16
/** Ids of the form and order of version 7 UUIDs. */
export const newId = (): string => `01900000-0000-7000-8000-${(made++).toString(16).padStart(12, '0')}`

/** The text of a wanted document; the same one each time. */
export const textOf = ({ length }: Wanted): Block[] => makeBlocks(length, length)

/** The passages marked in a wanted document. */
export const spansOf = (wanted: Wanted, blocks: readonly Block[]): Span[] =>
  makeSpans(blocks, wanted.highlights, wanted.length + 1)

/** The records of a document whose highlights have the themes in turn, `each` of them a highlight (now and then one more). */
export function documentRecords(wanted: Wanted, order: number, themes: readonly string[], each = 1) {
  const blocks = textOf(wanted)
  const text = blocks.map((block) => block.text).join('\n')
  const spans = spansOf(wanted, blocks)
  const [content, document] = [newId(), newId()]
  const common = { project: PROJECT, coder: CODER, created: Date.now() }
  const highlights = spans.map(({ start, end }) => ({
    ...common,
    id: newId(),
    document,
    passage: {
      start,
      end,
      quote: text.slice(start, end),
      prefix: text.slice(Math.max(0, start - 32), start),
      suffix: text.slice(end, end + 32),
    },
  }))
  const taggings = highlights.flatMap(({ id }, at) =>
    Array.from({ length: at % 12 === 0 && each === 1 ? 2 : each }, (_, more) => at + 7 * more).map((theme) => ({
      ...common,
      id: newId(),
      highlight: id,
      document,
      theme: themes[theme % themes.length],
    })),
  )
  const record = {
    id: document,
    project: PROJECT,
    title: wanted.title,
    metadata: { source: 'bench', date: '2024' },
    language: 'zh-Hans',
    format: 'text',
    fileName: `${wanted.title}.txt`,
    encoding: { label: 'utf-8', by: 'valid UTF-8' },
    content,
    length: text.length,
    order,
    created: Date.now(),
  }
  const bytes = new TextEncoder().encode(text)
  const hash = document.padEnd(64, '0').replaceAll('-', '0')
  const originals = [{ hash, bytes, size: bytes.length, stored: 'plain' }]
  const contents = [{ id: content, project: PROJECT, blocks, original: hash }]
  return { id: document, records: { documents: [record], contents, originals, highlights, taggings } }
}

export const openDatabase = (): Promise<IDBDatabase> =>
  new Promise((done, failed) => {
    const request = indexedDB.open('pingdian')
    request.onsuccess = () => done(request.result)
    request.onerror = () => failed(request.error)
  })

/** Puts records into the tables that are named, in one transaction. */
export function store(db: IDBDatabase, records: Record<string, readonly object[]>): Promise<void> {
  return new Promise((done, failed) => {
    const transaction = db.transaction(Object.keys(records), 'readwrite')
    transaction.oncomplete = () => done()
    transaction.onabort = () => failed(transaction.error)
    for (const [table, list] of Object.entries(records))
      for (const record of list) transaction.objectStore(table).put(record)
  })
}

/** Puts a project with these documents into the library, as the app would have stored it; the first one is open. */
export async function fillLibrary(wanted: readonly Wanted[]): Promise<void> {
  const db = await openDatabase()
  const created = Date.now()
  const project = { id: PROJECT, name: 'Bench', created }
  const coder = { id: CODER, project: PROJECT, name: 'Reader', created }
  const themes = Array.from({ length: THEMES }, (_, order) => ({
    id: newId(),
    project: PROJECT,
    name: `主题 ${order + 1}`,
    parent: null,
    order,
    colour: PIGMENTS[order % PIGMENTS.length],
    description: '',
    coder: CODER,
    created,
  }))
  const ids = themes.map(({ id }) => id)
  const summary = { key: 'changes.projectMade', params: { name: project.name } }
  const founding = { summary, created: { projects: [project], coders: [coder] }, updated: {}, deleted: {} }
  const all = wanted.map((each, order) => documentRecords(each, order, ids))
  await store(db, {
    projects: [project],
    coders: [coder],
    themes,
    history: [{ project: PROJECT, at: created, coder: CODER, changes: founding, state: 'done', contents: [] }],
    settings: [{ name: 'lastProject', value: PROJECT }],
    places: [{ id: PROJECT, document: all[0]?.id, themes: ids.slice(0, 1) }],
  })
  for (const { records } of all) await store(db, records)
  db.close()
}
