import { frameWhere, nextFrame } from './frames'
import { CODER, documentRecords, newId, openDatabase, PIGMENTS, PROJECT, store, textOf, type Wanted } from './library'

/** A codebook to be put into the library, with one document. */
export interface WantedCodebook {
  readonly document: Wanted
  readonly themes: number
  /** How many of them are one branch, its top included; all taggings are theirs. */
  readonly branch: number
  /** Taggings of each highlight. */
  readonly taggings: number
}

const theme = (name: string, order: number, parent: string | null, created: number) => ({
  id: newId(),
  project: PROJECT,
  name,
  parent,
  order,
  colour: PIGMENTS[order % PIGMENTS.length],
  description: '',
  coder: CODER,
  created,
})

/** The project with its first step, this document being open. */
function founding(name: string, document: string | undefined) {
  const created = Date.now()
  const project = { id: PROJECT, name, created }
  const coder = { id: CODER, project: PROJECT, name: 'Reader', created }
  const summary = { key: 'changes.projectMade', params: { name } }
  const changes = { summary, created: { projects: [project], coders: [coder] }, updated: {}, deleted: {} }
  return {
    projects: [project],
    coders: [coder],
    history: [{ project: PROJECT, at: created, coder: CODER, changes, state: 'done', contents: [] }],
    settings: [{ name: 'lastProject', value: PROJECT }],
    places: [{ id: PROJECT, document }],
  }
}

/** Puts a project with a large codebook into the library. The branch is called `Branch`, and the theme before it `Shelf`. */
export async function fillCodebook({ document, themes, branch, taggings }: WantedCodebook): Promise<void> {
  const created = Date.now()
  const shelf = theme('Shelf', 0, null, created)
  const top = theme('Branch', 1, null, created)
  const under = Array.from({ length: branch - 1 }, (_, at) => theme(`枝叶 ${at + 1}`, at, top.id, created))
  const others = Array.from({ length: themes - branch - 1 }, (_, at) => theme(`主题 ${at + 1}`, at + 2, null, created))
  const ids = [top, ...under].map(({ id }) => id)
  const { id, records } = documentRecords(document, 0, ids, taggings)
  const db = await openDatabase()
  await store(db, { ...founding('Codebook', id), themes: [shelf, top, ...under, ...others] })
  await store(db, records)
  db.close()
}

/** Puts a project with so many documents into the library; the first is open, the others are short. */
export async function fillShelf(first: Wanted, documents: number): Promise<void> {
  const themes = Array.from({ length: 20 }, (_, at) => theme(`主题 ${at + 1}`, at, null, Date.now()))
  const ids = themes.map(({ id }) => id)
  const open = documentRecords(first, 0, ids)
  const db = await openDatabase()
  await store(db, { ...founding('Shelf', open.id), themes })
  await store(db, open.records)
  const short: Wanted = { title: 'Short', length: 200, highlights: 0 }
  const blocks = textOf(short)
  const [pattern] = open.records.documents
  const more = Array.from({ length: documents - 1 }, (_, at) => {
    const content = newId()
    return {
      document: { ...pattern, id: newId(), title: `Short ${at + 1}`, content, order: at + 1, length: 200 },
      content: { id: content, project: PROJECT, blocks },
    }
  })
  await store(db, {
    documents: more.map(({ document }) => document),
    contents: more.map(({ content }) => content),
  })
  db.close()
}

let answer: Promise<number> | null = null

/** Begins to wait for the next key and for what it changes under `selector`, once `holds` is there. */
export function awaitAnswer(selector: string, holds: string | null = null): void {
  const root = document.querySelector(selector)
  if (!root) throw new Error(`The window has no ${selector}.`)
  answer = new Promise((done) => {
    const onKey = (event: KeyboardEvent): void => {
      const observer = new MutationObserver(() => {
        if (holds !== null && !document.querySelector(holds)) return
        observer.disconnect()
        void nextFrame().then((at) => done(at - event.timeStamp))
      })
      observer.observe(root, { childList: true, subtree: true, attributes: true, characterData: true })
    }
    window.addEventListener('keydown', onKey, { capture: true, once: true })
  })
}

/** The milliseconds from the beginning of the page until its text with highlights has been painted. */
export const textPainted = (): Promise<number> => frameWhere(() => document.querySelector('.page-text mark') !== null)

/**
 * The milliseconds from the key, as the browser stamped its event, until the frame that shows what it changed is done:
 * the key's wait for the thread, all script, and the wait for the next frame, half a frame on average, are in it.
 */
export function answered(): Promise<number> {
  if (!answer) throw new Error('No key was waited for.')
  return answer
}
