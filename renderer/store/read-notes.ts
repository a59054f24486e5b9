import { Dexie } from 'dexie'
import { type ChangeSet, steps } from '#shared/model/changes'
import type { Highlight } from '#shared/model/highlight'
import type { CoderId, HighlightId, ProjectId, Time } from '#shared/model/ids'
import type { NoteSubject } from '#shared/model/note'
import type { Database } from './database'
import type { Placed } from './read'

/** Every highlight of the project that is in its text, by document and then by age. */
export const highlightsOfProject = (db: Database, project: ProjectId): Promise<Highlight[]> =>
  db.highlights
    .where('[project+document]')
    .between([project, Dexie.minKey], [project, Dexie.maxKey])
    .and(({ lost }) => lost === undefined)
    .toArray()

/** These highlights, each with its document; those that are not there are left out. */
export function placedHighlights(db: Database, ids: readonly HighlightId[]): Promise<Placed[]> {
  return db.transaction('r', [db.highlights, db.documents], async () => {
    const found = (await db.highlights.bulkGet([...ids])).filter((each) => each !== undefined)
    const wanted = [...new Set(found.map((each) => each.document))]
    const byId = new Map((await db.documents.bulkGet(wanted)).flatMap((each) => (each ? [[each.id, each]] : [])))
    return found.flatMap((each) => {
      const document = byId.get(each.document)
      return document ? [{ highlight: each, document }] : []
    })
  })
}

/** What a note was after a step of the history. */
export interface NoteState {
  /** The step, ascending in time. */
  readonly seq: number
  readonly at: Time
  readonly coder: CoderId | null
  /** Its Markdown; null where the note was removed. */
  readonly text: string | null
}

function stateIn(changes: ChangeSet, { kind, id }: NoteSubject): string | null | undefined {
  for (const { before, after } of steps(changes, 'notes').values()) {
    const about = (after ?? before)?.about
    if (about?.kind === kind && about.id === id) return after?.text ?? null
  }
  return undefined
}

/**
 * The states of the note about something, the latest first, as the project's history has them: what was typed in one
 * go is one state. Steps that were undone are no part of it.
 */
export async function noteHistory(db: Database, project: ProjectId, about: NoteSubject): Promise<NoteState[]> {
  const states: NoteState[] = []
  const done = db.history.where('[project+state]').equals([project, 'done'])
  await done.each(({ seq, at, coder, changes }) => {
    const text = stateIn(changes, about)
    if (text !== undefined) states.push({ seq, at, coder, text })
  })
  return states.reverse()
}
