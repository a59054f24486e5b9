import type { ContentId } from '#shared/model/ids'
import { type Boundaries, boundariesOf } from '#shared/queries/boundaries'
import type { Database } from './database'

/** How many texts are in memory at a time. */
const CHUNK = 20

/** Where sentences and paragraphs begin in these texts, which are read for it a few at a time; one that is not there is left out. */
export async function boundaries(
  db: Database,
  contents: readonly ContentId[],
): Promise<ReadonlyMap<ContentId, Boundaries>> {
  const all = new Map<ContentId, Boundaries>()
  for (let at = 0; at < contents.length; at += CHUNK) {
    for (const content of await db.contents.bulkGet(contents.slice(at, at + CHUNK))) {
      if (content) all.set(content.id, boundariesOf(content.blocks))
    }
  }
  return all
}
