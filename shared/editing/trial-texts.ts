import { type ChangeSet, RECORD_KINDS, steps } from '../model/changes'
import { type Block, type DocumentContent, plainText, type SourceDocument } from '../model/document'
import type { Highlight } from '../model/highlight'
import type { Id } from '../model/ids'
import { passageOf } from '../model/passage'
import { same } from '../model/same'

// For tests of what becomes of highlights when a text becomes another one.

export const TRIAL_BY = { coder: 'me', now: 200 }

/** Paragraphs of these lines. */
export const paragraphs = (text: string): Block[] => text.split('\n').map((line) => ({ kind: 'paragraph', text: line }))

/** A document that shows these blocks, as it was brought in. */
export function trialDocument(blocks: readonly Block[]): { document: SourceDocument; content: DocumentContent } {
  const document: SourceDocument = {
    id: 'd',
    project: 'p',
    title: '公报',
    metadata: {},
    language: 'zh-Hans',
    format: 'text',
    fileName: 'd.txt',
    content: 'c1',
    length: plainText(blocks).length,
    order: 0,
    created: 100,
  }
  return { document, content: { id: 'c1', project: 'p', blocks, original: '00' } }
}

/** A highlight of `text`. */
export const trialHighlight = (id: string, text: string, start: number, end: number): Highlight => ({
  id,
  project: 'p',
  document: 'd',
  passage: passageOf(text, start, end),
  coder: 'me',
  created: 150,
})

/** Records of one kind, as a store would have them. */
export type Stored = ReadonlyMap<Id, unknown>

/** The records of all kinds after a ChangeSet. Throws when they were not before as it says. */
export function applied(stored: Stored, set: ChangeSet): Stored {
  const after = new Map(stored)
  for (const kind of RECORD_KINDS) {
    for (const [id, step] of steps(set, kind)) {
      const key = `${kind} ${id}`
      if (!same(after.get(key), step.before)) throw new Error(`${key} was expected to be as the ChangeSet says.`)
      if (step.after) after.set(key, step.after)
      else after.delete(key)
    }
  }
  return after
}

/** A document and its highlights as a store has them. */
export const stored = (document: SourceDocument, highlights: readonly Highlight[]): Stored =>
  new Map<Id, unknown>([
    [`documents ${document.id}`, document],
    ...highlights.map((each) => [`highlights ${each.id}`, each] as const),
  ])
