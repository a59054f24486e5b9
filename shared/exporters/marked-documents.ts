import { grouped } from '../grouped'
import { type Block, blockStarts, plainText, type SourceDocument } from '../model/document'
import type { Highlight, Tagging } from '../model/highlight'
import type { Id } from '../model/ids'
import type { PassageLink } from '../model/link'
import type { Note } from '../model/note'
import type { Coder } from '../model/project'
import { type Theme, type ThemesById, themePathName } from '../model/theme'
import type { ProjectSnapshot } from './exporter'

/** A tagging with the theme and coder it speaks of. */
export interface GivenTheme {
  readonly tagging: Tagging
  readonly theme: Theme
  readonly path: string
  readonly coder: string
}

/** A highlight with everything that belongs to it. */
export interface MarkedPassage {
  readonly highlight: Highlight
  readonly coder: string
  readonly given: readonly GivenTheme[]
  readonly notes: readonly Note[]
}

/** A document with its text and its highlights in text order. */
export interface MarkedDocument {
  readonly document: SourceDocument
  readonly blocks: readonly Block[]
  readonly starts: readonly number[]
  readonly text: string
  readonly passages: readonly MarkedPassage[]
}

/** A link as one of its passages sees it. */
export interface SeenLink {
  readonly link: PassageLink
  /** The passage at the other end, and the document in which that stands. */
  readonly other: MarkedPassage
  readonly document: MarkedDocument
}

/** A snapshot joined together: each record beside those it belongs to. */
export interface MarkedProject {
  readonly snapshot: ProjectSnapshot
  readonly documents: readonly MarkedDocument[]
  readonly themes: ThemesById
  coderName(id: Id): string
  /** Notes about the record with this id, oldest first. Notes without words are left out. */
  notesAbout(id: Id): readonly Note[]
  /** The links that a highlight has, in both directions, oldest first. */
  linksOf(highlight: Id): readonly SeenLink[]
}

/** In text order; those that are not in the text come last, in the order in which they stood. */
const byPlace = (a: Highlight, b: Highlight): number =>
  Number(a.lost !== undefined) - Number(b.lost !== undefined) ||
  a.passage.start - b.passage.start ||
  b.passage.end - a.passage.end ||
  a.created - b.created ||
  (a.id < b.id ? -1 : 1)

function seenLinks(links: readonly PassageLink[], documents: readonly MarkedDocument[]): MarkedProject['linksOf'] {
  const ends = new Set(links.flatMap(({ from, to }) => [from, to]))
  const placed = new Map<Id, Omit<SeenLink, 'link'>>()
  for (const document of ends.size > 0 ? documents : [])
    for (const other of document.passages)
      if (ends.has(other.highlight.id)) placed.set(other.highlight.id, { other, document })
  const seen = links
    .toSorted((a, b) => a.created - b.created || (a.id < b.id ? -1 : 1))
    .flatMap((link) =>
      [link.from, link.to].flatMap((of) => {
        const there = placed.get(of === link.from ? link.to : link.from)
        return there ? [{ of, link, ...there }] : []
      }),
    )
  const byEnd = grouped(seen, ({ of }) => of)
  return (highlight) => byEnd.get(highlight) ?? []
}

/** The snapshot with its records joined; every list is in an order that does not depend on the snapshot's. */
export function markedProject(snapshot: ProjectSnapshot): MarkedProject {
  const themes = new Map(snapshot.themes.map((theme) => [theme.id, theme]))
  const paths = new Map(snapshot.themes.map((theme) => [theme.id, themePathName(theme, themes)]))
  const coders = new Map<Id, Coder>(snapshot.coders.map((coder) => [coder.id, coder]))
  const contents = new Map(snapshot.contents.map((content) => [content.id, content.blocks]))
  const highlights = grouped(snapshot.highlights, (highlight) => highlight.document)
  const taggings = grouped(snapshot.taggings, (tagging) => tagging.highlight)
  const notes = grouped(
    snapshot.notes.filter((note) => note.text.trim() !== ''),
    (note) => note.about.id,
  )
  const coderName = (id: Id): string => coders.get(id)?.name ?? ''
  const notesAbout = (id: Id): readonly Note[] => (notes.get(id) ?? []).toSorted((a, b) => a.created - b.created)
  const givenTo = (highlight: Highlight): GivenTheme[] =>
    (taggings.get(highlight.id) ?? [])
      .flatMap((tagging) => {
        const theme = themes.get(tagging.theme)
        return theme
          ? [{ tagging, theme, path: paths.get(theme.id) ?? theme.name, coder: coderName(tagging.coder) }]
          : []
      })
      .sort((a, b) => a.tagging.created - b.tagging.created || (a.tagging.id < b.tagging.id ? -1 : 1))

  const documents = snapshot.documents.map((document): MarkedDocument => {
    const blocks = contents.get(document.content) ?? []
    const passages = (highlights.get(document.id) ?? []).toSorted(byPlace).map((highlight) => ({
      highlight,
      coder: coderName(highlight.coder),
      given: givenTo(highlight),
      notes: notesAbout(highlight.id),
    }))
    return { document, blocks, starts: blockStarts(blocks), text: plainText(blocks), passages }
  })
  return { snapshot, documents, themes, coderName, notesAbout, linksOf: seenLinks(snapshot.links ?? [], documents) }
}
