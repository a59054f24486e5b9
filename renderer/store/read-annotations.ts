import { Dexie } from 'dexie'
import type { DocumentId, ProjectId } from '#shared/model/ids'
import type { AnnotationRecords } from '#shared/queries/annotations/annotations'
import { type Boundaries, boundariesOf } from '#shared/queries/boundaries'
import type { Database } from './database'
import { highlightsOfProject } from './read-notes'

/** How many texts are in memory at a time. */
const CHUNK = 20

/** All marks of a project, and what its documents are in and have, as queries over passages need them. */
export function annotationRecords(
  db: Database,
  project: ProjectId,
): Promise<Omit<AnnotationRecords, 'documents' | 'themes' | 'boundaries'>> {
  return db.transaction('r', [db.highlights, db.taggings, db.notes, db.documentGroups, db.attributes], async () => ({
    highlights: await highlightsOfProject(db, project),
    taggings: await db.taggings
      .where('[project+theme]')
      .between([project, Dexie.minKey], [project, Dexie.maxKey])
      .toArray(),
    notes: await db.notes.where('project').equals(project).toArray(),
    groups: await db.documentGroups.where('project').equals(project).sortBy('order'),
    attributes: await db.attributes.where('project').equals(project).sortBy('order'),
  }))
}

/** Where sentences and paragraphs begin in the texts of these documents, which are read for it a few at a time. */
export async function boundaries(
  db: Database,
  documents: readonly DocumentId[],
): Promise<ReadonlyMap<DocumentId, Boundaries>> {
  const all = new Map<DocumentId, Boundaries>()
  for (let at = 0; at < documents.length; at += CHUNK) {
    const found = (await db.documents.bulkGet(documents.slice(at, at + CHUNK))).flatMap((each) => each ?? [])
    const contents = await db.contents.bulkGet(found.map(({ content }) => content))
    for (const [i, { id }] of found.entries()) {
      const blocks = contents[i]?.blocks
      if (blocks) all.set(id, boundariesOf(blocks))
    }
  }
  return all
}
