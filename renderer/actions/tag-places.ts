import type { DocumentPlaces } from '#shared/corpus/search/lines'
import { type PlacesOf, tagPlaces } from '#shared/editing/tag-places'
import { makeThemePath } from '#shared/editing/themes'
import { merge } from '#shared/model/changes'
import { plainText } from '#shared/model/document'
import { passageOf } from '#shared/model/passage'
import { ProblemError } from '#shared/result'
import { by, commit, type Desk, openProject } from './desk'
import type { ThemeWanted } from './tag-hits'

/** More passages than this are no step of work that one would look through, and too much for one entry of the history. */
export const MOST_TAGGED = 50_000

/**
 * Tags places in the texts of any number of documents, in one step that one undo takes back. A place that this coder has
 * highlighted already keeps its highlight. Throws a ProblemError when there are too many, or a text has changed since.
 */
export async function tagFound(desk: Desk, found: readonly DocumentPlaces[], wanted: ThemeWanted): Promise<void> {
  const count = found.reduce((sum, { starts }) => sum + starts.length, 0)
  if (count === 0) return
  if (count > MOST_TAGGED) throw new ProblemError({ key: 'search.tooManyToTag', params: { count, most: MOST_TAGGED } })
  const { project, themes, themesById } = openProject(desk)
  const who = by(desk)
  const made = 'path' in wanted ? makeThemePath({ project: project.id, path: wanted.path, themes }, who) : null
  const theme = made?.theme ?? ('id' in wanted ? themesById.get(wanted.id) : undefined)
  if (!theme) return
  const places: PlacesOf[] = []
  for (const { document: id, starts, ends } of found) {
    const document = await desk.store.read.document(id)
    const content = document && (await desk.store.read.content(document.content))
    if (!document || !content) throw new ProblemError({ key: 'store.gone', params: { id } })
    const text = plainText(content.blocks)
    if ((ends.at(-1) ?? 0) > text.length)
      throw new ProblemError({ key: 'search.textChanged', params: { title: document.title } })
    places.push({
      document,
      passages: Array.from(starts, (start, i) => passageOf(text, start, ends[i] as number)),
      highlights: (await desk.store.read.highlights(id)).filter(({ lost }) => lost === undefined),
      taggings: await desk.store.read.taggings(id),
    })
  }
  const tagged = tagPlaces({ places, theme }, who)
  await commit(desk, made ? merge(made.changes, tagged) : tagged)
  await desk.store.places.noteUsedThemes(project.id, [theme.id])
}
