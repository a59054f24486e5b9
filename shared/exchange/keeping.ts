import type { RecordKind, Records } from '../model/changes'
import type { Id } from '../model/ids'
import type { ExchangeOptions, Incoming } from './incoming'
import { type ExchangeFormat, LOSSES, type Loss } from './losses'
import { recordsOf } from './merging'
import { idFor, type RecordLists } from './renaming'

/**
 * What came in, with all that its format cannot say as the project has it: who made a theme, which key it has, where a
 * document stands in the library. (Which text a document shows is for `merging` to decide.) So a project that comes back from another program loses nothing, and one that comes back
 * unchanged changes nothing. What is new comes after what is there; what nobody is named for is given to the coder of
 * `options`.
 */
export function keeping(
  format: ExchangeFormat | readonly Loss[],
  incoming: Incoming,
  options: ExchangeOptions,
): Incoming {
  const lost = typeof format === 'string' ? LOSSES[format] : format
  const { into } = options
  const there = recordsOf(into)
  const kept = <K extends RecordKind>(kind: K, came: readonly Records[K][]): Records[K][] => {
    const losses = lost.filter((loss) => loss.kind === kind && loss.fields !== 'all')
    const lostOf = (before: Records[K]): string[] =>
      losses
        .flatMap(({ fields, only }) => (only && !only(before, into) ? [] : fields))
        .filter((field) => field !== 'content')
    const known = new Map<Id, Records[K]>(there[kind].map((record) => [record.id, record]))
    const last = there[kind].reduce((most, record) => Math.max(most, 'order' in record ? record.order : -1), -1)
    return came.map((record) => {
      const before = known.get(record.id) ?? known.get(idFor(into.project.id, record.id))
      if (before) return withFields(record, before, ['order', ...lostOf(before)])
      return 'order' in record ? { ...record, order: record.order + last + 1 } : record
    })
  }
  const records: RecordLists = Object.fromEntries(
    Object.entries(incoming.records).map(([kind, list]) => [
      kind,
      kept(kind as RecordKind, list as readonly Records[RecordKind][]),
    ]),
  )
  return { ...incoming, records: withCoder(records, options) }
}

/** The records with the coder to whom was given what the file gives to nobody, where anything was. */
function withCoder(records: RecordLists, { coder, into }: ExchangeOptions): RecordLists {
  const coders = records.coders ?? []
  if ([...coders, ...into.coders].some(({ id }) => id === coder.id)) return records
  const isGiven = Object.values(records).some((list) => list.some((each) => 'coder' in each && each.coder === coder.id))
  return isGiven ? { ...records, coders: [...coders, { ...coder, project: into.project.id }] } : records
}

/** `record` with these fields as `before` has them. */
function withFields<T extends object>(record: T, before: T, fields: readonly string[]): T {
  const [after, own] = [{ ...record } as Record<string, unknown>, before as Record<string, unknown>]
  const take = (into: Record<string, unknown>, from: Record<string, unknown>, field: string): void => {
    if (from[field] === undefined) delete into[field]
    else into[field] = from[field]
  }
  for (const field of fields) {
    const [outer = '', inner] = field.split('.')
    if (inner === undefined) take(after, own, outer)
    else {
      const part = { ...(after[outer] as Record<string, unknown> | undefined) }
      take(part, (own[outer] ?? {}) as Record<string, unknown>, inner)
      after[outer] = part
    }
  }
  return after as T
}
