import { basename, relative, resolve } from 'node:path'
import { importDocuments } from '#shared/editing/documents'
import { applied } from '#shared/exchange/applied'
import type { ExchangeOptions, ExchangeReader, ExchangeReport } from '#shared/exchange/incoming'
import { readerOf } from '#shared/exchange/index'
import { merging } from '#shared/exchange/merging'
import { idFor, renamed } from '#shared/exchange/renaming'
import type { ProjectSnapshot } from '#shared/exporters/exporter'
import type { SourceFile } from '#shared/importers/importer'
import { readFile } from '#shared/importers/index'
import { type ChangeSet, RECORD_KINDS } from '#shared/model/changes'
import type { Id, Time } from '#shared/model/ids'
import { type Problem, ProblemError } from '#shared/result'
import { type FileOnDisk, findFiles, readFound } from '../files'
import { together, withTexts } from '../texts-beside'
import type { Terminal } from './command'

/** A project made of files, and what there is to say of them. */
export interface FileProject {
  readonly snapshot: ProjectSnapshot
  /** What the files of other programs tell; see `ExchangeReport`. */
  readonly reports: readonly { readonly path: string; readonly report: ExchangeReport }[]
  /** Files that could not be read, and why. */
  readonly problems: readonly Problem[]
  /** How many files were read. */
  readonly read: number
}

/** The namespace of the ids of projects that are made here. */
const HERE = '6f1d1f36-7d0c-5e0b-9a44-8f5a3a4c2b1e'

/**
 * A project of files and folders: projects and codebooks of other programs are merged into it, and all others are its
 * documents. Ids are the same each time. What cannot be read is told, and the rest is read.
 */
export async function projectFrom(paths: readonly string[], now: Time, terminal: Terminal): Promise<FileProject> {
  const [first = ''] = paths
  const id = idFor(HERE, basename(first))
  const coder = { id: idFor(id, 'coder'), project: id, name: terminal.t('app.me'), created: now }
  const project = { id, name: basename(first).replace(/\.[^.]+$/, ''), created: now }
  let snapshot: ProjectSnapshot = { project, coders: [], documents: [], contents: [], ...NOTHING_MARKED }
  const reports: { path: string; report: ExchangeReport }[] = []
  const problems: Problem[] = []
  let read = 0
  const all = await findAll(paths, terminal)
  problems.push(...all.problems)
  const files = [...all.files]
  const late = new Set<FileOnDisk>()
  // What holds no texts is put at the end of the list that is gone through, once.
  for (const [each, ...others] of files) {
    const path = relative(terminal.cwd, each.path)
    try {
      const file = await readFound(each)
      const reader = readerOf(file)
      if (reader?.hasTexts === false && !late.has(each)) {
        late.add(each)
        files.push([each, ...others])
        continue
      }
      const beside: SourceFile[] = []
      for (const other of others) beside.push(await readFound(other))
      const options = { into: snapshot, coder, now, language: terminal.language, support: terminal.support, beside }
      if (reader) {
        const taken = await taking(reader, file, options)
        const { name, created = now } = taken.report
        snapshot = {
          ...taken.snapshot,
          project: read === 0 && name !== '' ? { ...project, name, created } : snapshot.project,
        }
        reports.push({ path, report: taken.report })
      } else {
        const brought = await bringing(file, path, options, terminal)
        snapshot = brought.snapshot
        problems.push(...brought.problems)
      }
      read += 1
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      problems.push(error.problem)
    }
  }
  return { snapshot, reports, problems, read }
}

/** The files that are named, in their order, each with those that are read with it. */
async function findAll(paths: readonly string[], { cwd }: Terminal) {
  const problems: Problem[] = []
  const files: FileOnDisk[] = []
  for (const named of paths) {
    const found = await findFiles([resolve(cwd, named)])
    problems.push(...found.problems.map(({ problem }) => problem))
    files.push(...found.files)
  }
  return { problems, files: together(await withTexts(files)) }
}

const NOTHING_MARKED = { themes: [], highlights: [], taggings: [], notes: [] }

async function taking(reader: ExchangeReader, file: SourceFile, options: ExchangeOptions) {
  const incoming = await reader.read(file, options)
  const summary = { key: 'changes.imported', params: { count: incoming.records.documents?.length ?? 0 } } as const
  const merged = merging({ into: options.into, incoming, taken: new Set(), now: options.now, summary })
  return { snapshot: applied(options.into, merged), report: incoming.report }
}

async function bringing(file: SourceFile, path: string, { into, coder, now }: ExchangeOptions, { support }: Terminal) {
  const { documents, failed } = await readFile(file, { support })
  const files = documents.map((read) => ({ file: read.file ?? file, read }))
  const { attributes = [], documentGroups: groups = [] } = into
  const existing = { documents: into.documents, coders: into.coders, attributes, groups }
  const imported = importDocuments({ project: into.project.id, files, ...existing }, { coder: coder.id, now })
  const { created } = imported.changes
  const names = new Map<Id, Id>()
  const name = (id: Id): void => void names.set(id, idFor(into.project.id, `${path} ${names.size}`))
  for (const kind of RECORD_KINDS) for (const { id } of created[kind] ?? []) name(id)
  for (const { id } of imported.contents) name(id)
  const changes: ChangeSet = {
    ...imported.changes,
    created: renamed(created, names),
    updated: updatedIn(imported.changes, names),
  }
  const contents = imported.contents.map((content) => ({ ...content, id: names.get(content.id) ?? content.id }))
  const needsCoder = !into.coders.some(({ id }) => id === coder.id)
  const snapshot = applied(needsCoder ? { ...into, coders: [...into.coders, coder] } : into, {
    ...imported,
    changes,
    contents,
  })
  return { snapshot, problems: failed.map(({ problem }) => problem) }
}

/** What importing changes in records that were there: they may name what is new. */
function updatedIn({ updated }: ChangeSet, names: ReadonlyMap<Id, Id>): ChangeSet['updated'] {
  const after = renamed(
    Object.fromEntries(Object.entries(updated).map(([kind, list]) => [kind, list.map((each) => each.after)])),
    names,
  )
  return Object.fromEntries(
    Object.entries(updated).map(([kind, list]) => [
      kind,
      list.map(({ before }, at) => ({ before, after: after[kind as keyof typeof after]?.[at] })),
    ]),
  ) as ChangeSet['updated']
}
