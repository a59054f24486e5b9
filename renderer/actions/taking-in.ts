import type { OpenedFile } from '#shared/bridge'
import { newProject } from '#shared/editing/projects'
import type { Incoming } from '#shared/exchange/incoming'
import { merging } from '#shared/exchange/merging'
import { renamed } from '#shared/exchange/renaming'
import { emptyProject } from '#shared/exporters/empty-project'
import type { ProjectSnapshot } from '#shared/exporters/exporter'
import { describe, isEmpty, RECORD_KINDS } from '#shared/model/changes'
import { newId } from '#shared/model/ids'
import type { Coder } from '#shared/model/project'
import { ProblemError } from '#shared/result'
import { type Desk, openProject, report, unwrap } from './desk'
import type { FileToRead } from './file-to-read'
import { open } from './projects'

/** Where what a file holds is to go. */
export type IntoProject = 'open' | 'new'

/** A project, or a part of one, that was read from a file and waits for a word to be stored. */
export interface Offered {
  readonly files: FilesToTake
  readonly incoming: Incoming
  /** What came with them and is offered after them. */
  readonly next: readonly FilesToTake[]
}

/** A file in which another program keeps a project, or a part of one, and the files that are read with it. */
export type FilesToTake = readonly [FileToRead, ...FileToRead[]]

async function read(desk: Desk, files: FilesToTake, into: ProjectSnapshot, coder: Coder): Promise<Incoming> {
  const [file, ...others] = files
  const opened = await file.open()
  const beside: OpenedFile[] = []
  for (const each of others) beside.push(await each.open())
  const options = { into, coder, now: Date.now(), language: desk.language(), beside }
  return unwrap(await desk.jobs.readExchange(opened, options))
}

function ownCoder(desk: Desk): Coder {
  const [coder] = openProject(desk).coders
  if (!coder) throw new ProblemError({ key: 'app.noCoder' })
  return coder
}

/**
 * Reads the first of the files in which other programs, or this one, keep projects, and shows what is in it. Stores
 * nothing. One that cannot be read is told, and the next one is shown.
 */
export async function offer(desk: Desk, all: readonly FilesToTake[]): Promise<void> {
  const { project } = openProject(desk)
  for (const [at, files] of all.entries()) {
    try {
      const into = await desk.store.read.snapshot(project.id)
      const incoming = await read(desk, files, into, ownCoder(desk))
      const offered = { files, incoming, next: all.slice(at + 1) }
      return desk.dispatch({ type: 'openDialog', dialog: { kind: 'takeIn', offered } })
    } catch (error) {
      report(desk, error)
    }
  }
}

/** Stores what a file holds: in the open project, where what is there already is met again, or in a new one. One step. */
export async function takeIn(desk: Desk, { files, incoming }: Offered, where: IntoProject): Promise<void> {
  const { project } = openProject(desk)
  if (where === 'open') {
    const into = await desk.store.read.snapshot(project.id)
    return store(desk, into, await read(desk, files, into, ownCoder(desk)), files[0].name)
  }
  const name = incoming.report.name.trim() || desk.translate()('app.untitledProject')
  const made = newProject({ name, coderName: ownCoder(desk).name }, { now: Date.now() })
  const [coder] = made.changes.created.coders ?? []
  if (!coder) throw new ProblemError({ key: 'app.noCoder' })
  const into = { ...emptyProject(made.project), coders: [coder] }
  const readAnew = await read(desk, files, into, coder)
  await desk.store.write(made.changes)
  await store(desk, into, readAnew, files[0].name)
  await open(desk, made.project.id)
}

/** Contents never change: what comes in under the id of another one, of a document that was here before, gets its own. */
async function withOwnContents(desk: Desk, incoming: Incoming): Promise<Incoming> {
  const taken = await desk.store.read.otherContents(incoming.contents)
  if (taken.length === 0) return incoming
  const names = new Map(taken.map((id) => [id, newId()]))
  const contents = incoming.contents.map((each) => ({ ...each, id: names.get(each.id) ?? each.id }))
  return { ...incoming, contents, records: renamed(incoming.records, names) }
}

async function store(desk: Desk, into: ProjectSnapshot, read: Incoming, name: string): Promise<void> {
  const incoming = await withOwnContents(desk, read)
  const ids = [
    ...RECORD_KINDS.flatMap((kind) => (incoming.records[kind] ?? []).map(({ id }) => id)),
    ...incoming.contents.map(({ id }) => id),
  ]
  const taken = new Set(await desk.store.read.idsOfOthers(into.project.id, ids))
  const summary = { key: 'changes.tookIn', params: { name } } as const
  const { changes, contents, originals } = merging({ into, incoming, taken, now: Date.now(), summary })
  await desk.store.write(changes, { contents, originals })
  desk.dispatch({ type: 'say', message: { kind: 'done', said: describe(changes), undoable: !isEmpty(changes) } })
}
