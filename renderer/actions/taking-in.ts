import { newProject } from '#shared/editing/projects'
import type { Incoming } from '#shared/exchange/incoming'
import { merging } from '#shared/exchange/merging'
import { emptyProject } from '#shared/exporters/empty-project'
import type { ProjectSnapshot } from '#shared/exporters/exporter'
import { describe, isEmpty, RECORD_KINDS } from '#shared/model/changes'
import type { Coder } from '#shared/model/project'
import { ProblemError } from '#shared/result'
import { type Desk, openProject, unwrap } from './desk'
import type { FileToRead } from './file-to-read'
import { open } from './projects'

/** Where what a file holds is to go. */
export type IntoProject = 'open' | 'new'

/** A project, or a part of one, that was read from a file and waits for a word to be stored. */
export interface Offered {
  readonly file: FileToRead
  readonly incoming: Incoming
}

async function read(desk: Desk, file: FileToRead, into: ProjectSnapshot, coder: Coder): Promise<Incoming> {
  const opened = await file.open()
  return unwrap(await desk.jobs.readExchange(opened, { into, coder, now: Date.now(), language: desk.language() }))
}

function ownCoder(desk: Desk): Coder {
  const [coder] = openProject(desk).coders
  if (!coder) throw new ProblemError({ key: 'app.noCoder' })
  return coder
}

/** Reads a file in which another program, or this one, keeps a project, and shows what is in it. Stores nothing. */
export async function offer(desk: Desk, file: FileToRead): Promise<void> {
  const { project } = openProject(desk)
  const into = await desk.store.read.snapshot(project.id)
  const incoming = await read(desk, file, into, ownCoder(desk))
  desk.dispatch({ type: 'openDialog', dialog: { kind: 'takeIn', offered: { file, incoming } } })
}

/** Stores what a file holds: in the open project, where what is there already is met again, or in a new one. One step. */
export async function takeIn(desk: Desk, { file, incoming }: Offered, where: IntoProject): Promise<void> {
  const { project } = openProject(desk)
  if (where === 'open') {
    const into = await desk.store.read.snapshot(project.id)
    return store(desk, into, await read(desk, file, into, ownCoder(desk)), file.name)
  }
  const name = incoming.report.name.trim() || desk.translate()('app.untitledProject')
  const made = newProject({ name, coderName: ownCoder(desk).name }, { now: Date.now() })
  const [coder] = made.changes.created.coders ?? []
  if (!coder) throw new ProblemError({ key: 'app.noCoder' })
  const into = { ...emptyProject(made.project), coders: [coder] }
  const readAnew = await read(desk, file, into, coder)
  await desk.store.write(made.changes)
  await store(desk, into, readAnew, file.name)
  await open(desk, made.project.id)
}

async function store(desk: Desk, into: ProjectSnapshot, incoming: Incoming, name: string): Promise<void> {
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
