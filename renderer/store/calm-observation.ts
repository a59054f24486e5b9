import { type DBCore, type DBCoreTable, type Middleware, type ObservabilitySet, RangeSet } from 'dexie'

/** A tree of stretches that is deeper than this holds more than fifty; beyond that a part is told of as a whole. */
const DEEPEST = 7

/**
 * Dexie tells every live query of each stretch of keys that a transaction touched, and each keeps what it was told until it
 * next reads: an import whose one step names a thousand contents would cost every query in the window a thousand entries
 * with each batch. Of a part of a table (its keys, or one of its indexes) in which many stretches were touched, this tells
 * that all of it was. A query then reads again now and then where it need not; it never misses a change.
 */
export const calmObservation: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'CalmObservation',
  // Above Dexie's own observation, which is at 0: what that notes is there when the write below returns.
  level: 1,
  create: (core) => {
    const calmed = (name: string, table: DBCoreTable): DBCoreTable => ({
      ...table,
      mutate: (request) =>
        table.mutate(request).then((response) => {
          const { mutatedParts = {} } = request.trans as { mutatedParts?: ObservabilitySet }
          for (const [part, stretches] of Object.entries(mutatedParts)) {
            if (!part.startsWith(`idb://${core.schema.name}/${name}/`) || stretches.d <= DEEPEST) continue
            mutatedParts[part] = new RangeSet(core.MIN_KEY, core.MAX_KEY)
          }
          return response
        }),
    })
    return { table: (name) => calmed(name, core.table(name)) }
  },
}
