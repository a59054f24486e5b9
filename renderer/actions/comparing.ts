import { type DocumentToMark, linkAcross, tagAcross } from '#shared/editing/across-documents'
import { makeThemePath } from '#shared/editing/themes'
import { grouped } from '#shared/grouped'
import { plainText } from '#shared/model/document'
import type { DocumentId } from '#shared/model/ids'
import { by, commit, type Desk, openProject, type Queue } from './desk'
import { askForFiles } from './file-to-read'
import type { ThemeWanted } from './tag-hits'

/** A place in a document of the project: UTF-16 offsets into its text, `end` exclusive. */
export interface PlaceInDocument {
  readonly document: DocumentId
  readonly start: number
  readonly end: number
}

/** What is done with places that were found in many documents. */
export function comparingActions(desk: Desk, queued: Queue) {
  const { store, dispatch } = desk
  const toMark = async (document: DocumentId, ranges: readonly PlaceInDocument[]): Promise<DocumentToMark | null> => {
    const now = await store.read.document(document)
    const content = now && (await store.read.content(now.content))
    if (!now || !content) return null
    const text = plainText(content.blocks)
    const [highlights, taggings] = await Promise.all([store.read.highlights(document), store.read.taggings(document)])
    const there = highlights.filter(({ lost }) => lost === undefined)
    return { document: now, text, ranges: ranges.filter(({ end }) => end <= text.length), highlights: there, taggings }
  }
  return {
    /** Tags places of any documents with a theme, or with one that is made for it: one step. */
    tagPlaces: (places: readonly PlaceInDocument[], wanted: ThemeWanted) =>
      queued(async () => {
        const { project, themes, themesById } = openProject(desk)
        const who = by(desk)
        const made = 'path' in wanted ? makeThemePath({ project: project.id, path: wanted.path, themes }, who) : null
        const theme = made?.theme ?? ('id' in wanted ? themesById.get(wanted.id) : undefined)
        if (!theme || places.length === 0) return false
        const byDocument = grouped(places, ({ document }) => document)
        const documents: DocumentToMark[] = []
        for (const [document, ranges] of byDocument) {
          const each = await toMark(document, ranges)
          if (each) documents.push(each)
        }
        await commit(desk, tagAcross({ documents, theme, made: made?.changes.created.themes ?? [] }, who))
        await store.places.noteUsedThemes(project.id, [theme.id])
        return true
      }),
    /** Says that one place echoes another; both are highlighted where they are not yet: one step. */
    linkEchoes: (echo: PlaceInDocument, echoed: PlaceInDocument) =>
      queued(async () => {
        const [from, to] = [await toMark(echo.document, [echo]), await toMark(echoed.document, [echoed])]
        if (!from || !to) return false
        const known = new Set(to.highlights.map(({ id }) => id))
        const links = (await store.read.linksOf(...from.highlights.map(({ id }) => id))).filter((link) =>
          known.has(link.to),
        )
        await commit(desk, linkAcross({ from, to, links }, by(desk)))
        return true
      }),
    /** Asks for files and reads them. */
    readFiles: () => queued(() => askForFiles(desk)),
    /** Opens a document at a place of it. */
    showPlace: ({ document, start }: PlaceInDocument): void => {
      dispatch({ type: 'closeDialog' })
      dispatch({ type: 'openDocument', document, goal: { offset: start, highlight: null } })
    },
  }
}
