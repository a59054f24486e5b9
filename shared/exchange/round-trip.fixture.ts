import { emptyProject } from '../exporters/empty-project'
import type { ProjectSnapshot } from '../exporters/exporter'
import { plainText } from '../model/document'
import type { Id } from '../model/ids'
import type { ExchangeOptions, Incoming } from './incoming'
import { CARRIES, type ExchangeFormat, type KeptKind, LOSSES, without } from './losses'
import { recordsOf } from './merging'

/** An empty project that is the same project: so records that come back can be compared as they are. */
export const emptied = ({ project }: Pick<ProjectSnapshot, 'project'>): ProjectSnapshot => emptyProject(project)

const OWN_CODER = '00000000-0000-7000-8000-00000000c0de'

/** Options for reading into `into`. */
export const readingInto = (into: ProjectSnapshot): ExchangeOptions => ({
  into,
  coder: { id: OWN_CODER, project: into.project.id, name: 'I', created: 1 },
  now: Date.UTC(2026, 10, 25),
  language: 'en',
})

type Fields = Readonly<Record<string, unknown>>
type ByKind = { readonly [kind: string]: Readonly<Record<Id, Fields>> }

const listsOf = (snapshot: ProjectSnapshot): Readonly<Record<string, readonly { readonly id?: Id }[]>> => ({
  ...recordsOf(snapshot),
  contents: snapshot.documents.map((document) => ({
    id: document.id,
    text: plainText(snapshot.contents.find(({ id }) => id === document.content)?.blocks ?? []),
  })),
})

/** What comes back of a snapshot through a format, by its table of losses: every record by its id, without what is lost. */
export function carried(format: ExchangeFormat, snapshot: ProjectSnapshot): ByKind {
  const lists = listsOf(snapshot)
  return Object.fromEntries(
    CARRIES[format].map((kind) => [kind, byId(lists[kind] ?? [], (record) => left(format, kind, record, snapshot))]),
  )
}

/**
 * What came back, to be held against `carried`: the fields that were lost are taken off by what they were before,
 * and the reader's own coder, to whom is given what has none.
 */
export function cameBack(format: ExchangeFormat, incoming: Incoming, before: ProjectSnapshot): ByKind {
  const { documentGroups, themeGroups, ...records } = incoming.records
  const after: ProjectSnapshot = {
    ...emptied(before),
    ...records,
    coders: (records.coders ?? []).filter(({ id }) => id !== OWN_CODER),
    ...(documentGroups && { documentGroups }),
    ...(themeGroups && { groups: themeGroups }),
    contents: incoming.contents,
  } as ProjectSnapshot
  const lists = listsOf(after)
  const own = listsOf(before)
  return Object.fromEntries(
    CARRIES[format].map((kind) => {
      const known = new Map((own[kind] ?? []).map((record) => [record.id, record]))
      return [
        kind,
        byId(lists[kind] ?? [], (record) => left(format, kind, record, before, known.get(record.id) ?? record)),
      ]
    }),
  )
}

function left(
  format: ExchangeFormat,
  kind: KeptKind,
  record: object,
  snapshot: ProjectSnapshot,
  asBefore: object = record,
): Fields | undefined {
  const losses = LOSSES[format].filter((loss) => loss.kind === kind && kind !== 'contents')
  const meant = losses.filter(({ only }) => !only || only(asBefore as never, snapshot))
  if (meant.some(({ fields }) => fields === 'all')) return undefined
  return without(
    record,
    meant.flatMap(({ fields }) => (fields === 'all' ? [] : fields)),
  )
}

function byId(records: readonly { readonly id?: Id }[], keep: (record: { readonly id?: Id }) => Fields | undefined) {
  return Object.fromEntries(
    records.flatMap((record): [Id, Fields][] => {
      const fields = keep(record)
      return fields ? [[record.id as Id, fields]] : []
    }),
  )
}
