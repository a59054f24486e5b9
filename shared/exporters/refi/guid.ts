import { v5 } from 'uuid'
import type { Id } from '../../model/ids'

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The GUID that REFI-QDA names a record by: its id, which is one; an id of another kind has one of its own (UUID 5). */
export const guidOf = (id: Id): string => (GUID.test(id) ? id.toLowerCase() : v5(`pingdian ${id}`, v5.URL))

/** The GUID of something that REFI-QDA names and Pingdian does not: `what` belongs to the record `id`. The same each time. */
export const guidFor = (what: string, id: Id): string => v5(`pingdian ${what} ${guidOf(id)}`, v5.URL)

/** A GUID as other programs write it, with braces and in capitals or not, as an id; undefined for anything else. */
export function idOfGuid(written: string | undefined): Id | undefined {
  const bare = written?.trim().replace(/^\{(.*)\}$/, '$1')
  return bare !== undefined && GUID.test(bare) ? bare.toLowerCase() : undefined
}
