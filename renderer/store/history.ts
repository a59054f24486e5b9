import { type ChangeSet, invert, isEmpty, merge, type Summary } from '#shared/model/changes'
import type { ProjectId } from '#shared/model/ids'
import { ProblemError } from '#shared/result'
import { apply, inOneStep } from './apply'
import { announce, committedBy } from './committed'
import type { Database, HistoryEntry } from './database'
import { type Step, stepOf, stepsIn } from './steps'

async function nextUndo(db: Database, project: ProjectId): Promise<Step | undefined> {
  const step = await stepsIn(db, project, 'done').last()
  return step && !step.founding ? step : undefined
}

const nextRedo = (db: Database, project: ProjectId): Promise<Step | undefined> => stepsIn(db, project, 'undone').first()

/** The entries of these steps, in their order. */
async function entriesOf(db: Database, found: readonly Step[]): Promise<HistoryEntry[]> {
  const entries = await db.history.bulkGet(found.map(({ seq }) => seq))
  return entries.map((entry, at) => {
    if (!entry) throw new Error(`The history was expected to hold the step ${found[at]?.seq}.`)
    return entry
  })
}

/** Applies the steps, in the order given, as one change, and marks them. null when there are none. */
async function take(db: Database, found: readonly Step[], to: Step['state']): Promise<ChangeSet | null> {
  const entries = await entriesOf(db, found)
  const [first, ...others] = entries.map(({ changes }) => (to === 'undone' ? invert(changes) : changes))
  if (!first) return null
  const set = others.reduce((before, after) => merge(before, after), first)
  if (!isEmpty(set)) await apply(db, set)
  const marked = entries.map((entry) => ({ ...entry, state: to }))
  await db.history.bulkPut(marked)
  await db.steps.bulkPut(marked.map(stepOf))
  return set
}

async function go(
  db: Database,
  project: ProjectId,
  find: () => Promise<readonly Step[]>,
  to: Step['state'],
): Promise<ChangeSet | null> {
  const applied = await inOneStep(db, async () => take(db, await find(), to))
  if (applied && !isEmpty(applied)) announce(db, committedBy(project, applied))
  return applied
}

const listed = (step: Step | undefined): readonly Step[] => (step ? [step] : [])

/** Takes the project's last step back. Returns what was applied; null when there is nothing to take back. */
export const undo = (db: Database, project: ProjectId): Promise<ChangeSet | null> =>
  go(db, project, async () => listed(await nextUndo(db, project)), 'undone')

/** Makes the step that was undone last once more. Returns what was applied; null when there is none. */
export const redo = (db: Database, project: ProjectId): Promise<ChangeSet | null> =>
  go(db, project, async () => listed(await nextRedo(db, project)), 'done')

/** The summary of the step that `undo` would take back; null when there is none. */
export const undoable = async (db: Database, project: ProjectId): Promise<Summary | null> =>
  (await nextUndo(db, project))?.summary ?? null

/** The summary of the step that `redo` would make again; null when there is none. */
export const redoable = async (db: Database, project: ProjectId): Promise<Summary | null> =>
  (await nextRedo(db, project))?.summary ?? null

/** The project's last steps that are done with what they changed, the latest first, at most `limit` of them. */
export const recent = async (db: Database, project: ProjectId, limit: number): Promise<HistoryEntry[]> =>
  entriesOf(db, await stepsIn(db, project, 'done').reverse().limit(limit).toArray())

/** How many steps are undone or made again in one transaction while going through the history. */
export const STEPS_AT_ONCE = 25

/** How far a way through the history is, in steps. */
export interface Way {
  readonly done: number
  readonly all: number
}

/**
 * Goes back or forward through the project's history until `seq` is the last step that is done; `onWay` is told after
 * each part of the way. Answers with the number of steps it went: less than 0 is back, more than 0 forward.
 * Throws a ProblemError when there is no such step (any more), or as `undo` does; what was gone until then stays.
 */
export async function goTo(
  db: Database,
  project: ProjectId,
  seq: number,
  onWay: (way: Way) => void = () => {},
): Promise<number> {
  const target = await db.steps.get(seq)
  if (target?.project !== project) throw new ProblemError({ key: 'history.gone' })
  const forward = target.state === 'undone'
  const between = () =>
    forward
      ? stepsIn(db, project, 'undone').filter((step) => step.seq <= seq)
      : stepsIn(db, project, 'done')
          .reverse()
          .filter((step) => step.seq > seq)
  const all = await between().count()
  for (let done = 0; done < all; ) {
    let went = 0
    const next = async (): Promise<readonly Step[]> => {
      const found = await between()
        .limit(Math.min(STEPS_AT_ONCE, all - done))
        .toArray()
      went = found.length
      return found
    }
    await go(db, project, next, forward ? 'done' : 'undone')
    if (went === 0) throw new ProblemError({ key: 'history.gone' })
    done += went
    onWay({ done, all })
  }
  return forward || all === 0 ? all : -all
}
