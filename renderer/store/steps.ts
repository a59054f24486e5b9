import type { Summary } from '#shared/model/changes'
import type { CoderId, ProjectId, Time } from '#shared/model/ids'
import type { Database, HistoryEntry } from './database'

/**
 * What is told of one step of the history: everything but what it changed. Steps lie in a table of their own, beside
 * the history, so that listing them reads no ChangeSet; a step of bringing in can be large.
 */
export interface Step {
  /** The same as its entry's: ascending in the order of the steps. */
  readonly seq: number
  readonly project: ProjectId
  readonly at: Time
  /** null when it was nobody's in particular. */
  readonly coder: CoderId | null
  readonly summary: Summary
  readonly state: 'done' | 'undone'
  /** It made the project itself: there is nothing before it to go back to. */
  readonly founding: boolean
}

/** What is told of an entry of the history. */
export const stepOf = ({ seq, project, at, coder, changes, state }: HistoryEntry): Step => ({
  seq,
  project,
  at,
  coder,
  summary: changes.summary,
  state,
  founding: changes.created.projects !== undefined,
})

/** The project's steps in this state, in their order. */
export const stepsIn = (db: Database, project: ProjectId, state: Step['state']) =>
  db.steps.where('[project+state]').equals([project, state])

/** A stretch of the history, read as far back as was asked for. */
export interface Steps {
  /** Those that are undone, then those that are done; the latest first. */
  readonly steps: readonly Step[]
  /** The last step that is done: where the project is now; null in a project without any. */
  readonly present: number | null
  /** Whether there are older ones. */
  readonly more: boolean
}

/** The project's steps: all that are undone, and the latest `done` of those that are done. */
export function steps(db: Database, project: ProjectId, done: number): Promise<Steps> {
  return db.transaction('r', db.steps, async () => {
    const undone = await stepsIn(db, project, 'undone').reverse().toArray()
    const before = await stepsIn(db, project, 'done')
      .reverse()
      .limit(done + 1)
      .toArray()
    const shown = before.slice(0, done)
    return { steps: [...undone, ...shown], present: shown[0]?.seq ?? null, more: before.length > done }
  })
}
