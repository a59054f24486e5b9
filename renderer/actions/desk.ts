import { type Dispatch, startTransition } from 'react'
import type { Bridge } from '#shared/bridge'
import type { By } from '#shared/editing/by'
import type { Jobs } from '#shared/jobs'
import type { Language, Translate } from '#shared/messages/index'
import { type ChangeSet, describe, isEmpty } from '#shared/model/changes'
import type { Block, SourceDocument } from '#shared/model/document'
import type { ContentId } from '#shared/model/ids'
import { type Problem, ProblemError, type Result } from '#shared/result'
import type { OpenProject } from '../app/library'
import type { Session, SessionAct } from '../app/session'
import type { CorpusFeed } from '../corpus/corpus-feed'
import type { MarkedDelta, MarkedRows } from '../highlights/marked'
import type { Corrector } from '../reader/corrector'
import type { Reader } from '../reader/reader'
import { type Live, type Store, track, type WriteOptions } from '../store'

/** The document on the page. */
export interface OpenText {
  readonly document: SourceDocument
  /** The content that `blocks` are of; the document may show another one by now. */
  readonly content: ContentId
  readonly blocks: readonly Block[]
  /** Its plain text. */
  readonly text: string
  readonly marked: Live<MarkedRows, MarkedDelta>
}

/** What the actions gather from. Its functions answer with the present state, never with an older one. */
export interface Desk {
  readonly store: Store
  readonly jobs: Jobs
  /** The texts of the open project in memory; see `CorpusFeed`. */
  readonly corpus: CorpusFeed
  readonly bridge: Bridge
  readonly dispatch: Dispatch<SessionAct>
  readonly session: () => Session
  readonly open: () => OpenProject | null
  readonly text: () => OpenText | null
  readonly reader: () => Reader | null
  /** The text that is being corrected, on whichever page. */
  readonly corrector: () => Corrector | null
  /** The page on which that is, as it was when it began. */
  readonly correcting: () => OpenText | null
  readonly translate: () => Translate
  readonly language: () => Language
}

/** The problem in `error`; one that nobody foresaw is named as it calls itself, and goes to the console as well. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem
  console.error(error)
  return { key: 'app.unexpected', params: { detail: error instanceof Error ? error.message : String(error) } }
}

/** The value of a result. Throws its problem. */
export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new ProblemError(result.problem)
  return result.value
}

/** The open project. Throws when none is open: actions that need one are not offered then. */
export function openProject(desk: Desk): OpenProject {
  const open = desk.open()
  if (!open) throw new ProblemError({ key: 'app.noProject' })
  return open
}

/** Who edits now. */
export function by(desk: Desk): By {
  const coder = openProject(desk).coders[0]
  if (!coder) throw new ProblemError({ key: 'app.noCoder' })
  return { coder: coder.id, now: Date.now() }
}

/** Tells a problem on the line at the foot of the window. */
export const report = (desk: Desk, error: unknown): void =>
  desk.dispatch({ type: 'say', message: { kind: 'problem', said: problemOf(error) } })

/** Whether a text is being corrected in a way that is not saved. */
export const hasUnsavedCorrection = (desk: Desk): boolean => (desk.corrector()?.state().changed ?? 0) > 0

/** Throws a ProblemError while a correction is not saved that a new content of its document would come across. */
export function refuseWhileCorrecting(desk: Desk): void {
  if (hasUnsavedCorrection(desk)) throw new ProblemError({ key: 'correcting.finishFirst' })
}

/** Stores a step and says what it did. Throws a ProblemError when it would take the text from under a correction. */
export async function commit(desk: Desk, changes: ChangeSet, options: WriteOptions = {}): Promise<void> {
  const id = desk.correcting()?.document.id
  const contents = (changes.updated.documents ?? []).filter(({ before, after }) => before.content !== after.content)
  const gone = changes.deleted.documents ?? []
  if ([...contents.map(({ after }) => after), ...gone].some((each) => each.id === id)) refuseWhileCorrecting(desk)
  await commitCorrection(desk, changes, options)
}

/** `commit` for the saving of the correction itself. */
export async function commitCorrection(desk: Desk, changes: ChangeSet, options: WriteOptions = {}): Promise<void> {
  if (isEmpty(changes)) return
  await desk.store.write(changes, { coder: openProject(desk).coders[0]?.id, ...options })
  const said = { kind: 'done', said: describe(changes), undoable: true } as const
  // The mark itself is read back and drawn first; the line at the foot of the window may follow.
  startTransition(() => desk.dispatch({ type: 'say', message: said }))
}

/** Runs an action after those before it; null when it ended in a problem, which has been told. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T | null>

/** Runs actions one after the other, so that each gathers what the one before has stored; problems are told. */
export function createQueue(desk: Desk): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const next = last.then(work).catch((error: unknown) => {
      report(desk, error)
      return null
    })
    last = next
    return track(next)
  }
}
