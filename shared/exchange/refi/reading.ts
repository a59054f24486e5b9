import { idOfGuid } from '../../exporters/refi/guid'
import type { Id, ProjectId, Time } from '../../model/ids'
import type { Coder } from '../../model/project'
import type { ExchangeOptions } from '../incoming'
import { momentOf } from '../moment'
import { idFor } from '../renaming'
import type { XmlElement } from './element'
import { Tallies } from './tally'

/** What the readers of one file share: ids, coders, times, and what is to be told. */
export interface RefiReading {
  /** The file's name, for problems. */
  readonly file: string
  readonly options: ExchangeOptions
  readonly project: ProjectId
  readonly told: Tallies
  /** When the other program made the project, or now where it does not say: for what has no date of its own. */
  readonly since: Time
  /** The id that a GUID is; one that is no GUID has an id of its own, the same each time. */
  idOf(written: string): Id
  /** The id of an element: its GUID, or one by its place where it has none or another one has it too. */
  ownId(element: XmlElement, place: string): Id
  /** The coder whom a reference names; the one given by `ExchangeOptions` where nobody is named, or nobody known. */
  coderOf(written: string | undefined): Id
  /** A moment as it is written; `since` where there is none. */
  timeOf(written: string | undefined): Time
  /** The coders that the file names. */
  readonly coders: readonly Coder[]
}

/** Begins to read the file; `users` are its User elements, `since` its own date as it is written. */
export function refiReading(given: {
  readonly file: string
  readonly options: ExchangeOptions
  readonly users: readonly XmlElement[]
  readonly since: string | undefined
}): RefiReading {
  const { file, options, users } = given
  const project = options.into.project.id
  const told = new Tallies()
  const idOf = (written: string): Id => idOfGuid(written) ?? idFor(project, written.trim().toLowerCase())
  const since = momentOf(given.since ?? '') ?? options.now
  const taken = new Set<Id>()
  const ownId = (element: XmlElement, place: string): Id => {
    const written = element.attributes.guid?.trim() ?? ''
    const id = written === '' ? idFor(project, `${file} ${place}`) : idOf(written)
    if (idOfGuid(written) === undefined) told.repaired.add('exchange.noGuid')
    if (!taken.has(id)) {
      taken.add(id)
      return id
    }
    told.repaired.add('exchange.guidTwice')
    return idFor(project, `${id} ${place}`)
  }
  const coders = new Map<Id, Coder>()
  for (const [at, user] of users.entries()) {
    const id = ownId(user, `user ${at}`)
    const name = oneLine(user.attributes.name || user.attributes.id || '') || options.coder.name
    coders.set(id, { id, project, name, created: since })
  }
  const coderOf = (written: string | undefined): Id => {
    const id = written === undefined || written.trim() === '' ? undefined : idOf(written)
    if (id !== undefined && coders.has(id)) return id
    if (id !== undefined) told.repaired.add('exchange.unknownUser')
    return options.coder.id
  }
  const timeOf = (written: string | undefined): Time => {
    if (written === undefined) return since
    const time = momentOf(written)
    // .NET writes the first day of its calendar for a date that there is not.
    if (written.startsWith('0001-01-01')) return since
    if (time === undefined) told.repaired.add('exchange.badDate')
    return time ?? since
  }
  return {
    ...{ file, options, project, told, since, idOf, ownId, coderOf, timeOf },
    coders: [...coders.values()],
  }
}

/** Words on one line without control characters, as names and titles are. Empty when nothing is left. */
export const oneLine = (words: string): string =>
  words
    .replace(/\p{Cc}/gu, ' ')
    .replace(/\s{2,}/gu, ' ')
    .trim()

/** `name`, or with a number after it where one of the others has it already; it is added to them. */
export function freeName(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number += 1) free = `${name} (${number})`
  taken.add(free)
  return free
}
