import { Dexie } from 'dexie'
import type { Scopable, ScopedHighlight, ScopedTagging } from '#shared/exporters/scope'
import type { HighlightId, ProjectId } from '#shared/model/ids'
import type { Database } from './database'

/** The passages of so many documents are read at once: what is kept of them is small, what is read is not. */
const AT_ONCE = 200

/** The project's passages, as far as what is taken out of it goes by them. */
export async function scopable(db: Database, project: ProjectId): Promise<Scopable> {
  const range = [
    [project, Dexie.minKey],
    [project, Dexie.maxKey],
  ] as const
  const documents = await db.documents
    .where('[project+order]')
    .between(...range)
    .primaryKeys()
  const highlights: ScopedHighlight[] = []
  const taggings: ScopedTagging[] = []
  for (let at = 0; at < documents.length; at += AT_ONCE) {
    const ids = documents.slice(at, at + AT_ONCE)
    const marked = await db.highlights
      .where('[project+document]')
      .anyOf(ids.map((id) => [project, id]))
      .toArray()
    for (const { id, document, coder, star, created } of marked)
      highlights.push({ id, document, coder, created, ...(star && { star }) })
    for (const { highlight, document, theme, coder } of await db.taggings.where('document').anyOf(ids).toArray())
      taggings.push({ highlight, document, theme, coder })
  }
  const noted = new Set<HighlightId>()
  await db.notes
    .where('project')
    .equals(project)
    .each(({ about, text }) => {
      if (about.kind === 'highlight' && text.trim() !== '') noted.add(about.id)
    })
  return { highlights, taggings, noted }
}
