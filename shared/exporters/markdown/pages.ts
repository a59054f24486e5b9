import type { Id } from '../../model/ids'
import type { Note } from '../../model/note'
import { noteLinkAt } from '../../model/note-link'
import { themePathName } from '../../model/theme'
import { fileName } from '../file-name'
import { type MergedPassage, merged } from '../markdown-parts'
import type { MarkedDocument, MarkedProject } from '../marked-documents'

/** A document's page with the passages on it, in text order. */
export interface DocumentPage {
  readonly name: string
  readonly marked: MarkedDocument
  readonly passages: readonly MergedPassage[]
}

/** The pages of a project in a program whose pages link to each other: one for each document and theme, and one for all. */
export interface Pages {
  readonly project: string
  readonly documents: readonly DocumentPage[]
  /** Their names by the document's id. */
  readonly documentNames: ReadonlyMap<Id, string>
  /** By the theme's id. */
  readonly themes: ReadonlyMap<Id, string>
  /** On which page, and by which highlight there, each highlight's passage is found. */
  readonly passages: ReadonlyMap<Id, { readonly page: string; readonly first: Id }>
}

/**
 * Names the pages so that no two have the same, in any case, and each is a file's name; `unfit` are further characters
 * that a name must not have. The project's page has the plain name, then documents, then themes by their paths.
 */
export function pagesOf(project: MarkedProject, untitled: string, unfit: RegExp): Pages {
  const taken = new Set<string>()
  const name = (title: string): string => fileName(title.replace(unfit, '-'), 'md', taken, untitled).slice(0, -3)
  const own = name(project.snapshot.project.name)
  const passages = new Map<Id, { page: string; first: Id }>()
  const documents = project.documents.map((marked) => {
    const page = name(marked.document.title)
    const all = merged(marked.passages)
    for (const each of all) {
      const first = each.marked[0]?.highlight.id ?? ''
      for (const { highlight } of each.marked) passages.set(highlight.id, { page, first })
    }
    return { name: page, marked, passages: all }
  })
  const themes = new Map(
    project.snapshot.themes.map((theme) => [
      theme.id,
      name(themePathName(theme, project.themes).replaceAll(' / ', ' - ')),
    ]),
  )
  const documentNames = new Map(documents.map((page) => [page.marked.document.id, page.name]))
  return { project: own, documents, documentNames, themes, passages }
}

const LINK = /\[((?:[^[\]\\]|\\.)*)\]\((pingdian:[^\s()]+)\)/g

/** A note whose links to records of the project are links between the pages; what has no page is words. */
export function linkedNote(
  note: Note,
  pages: Pages,
  link: (page: string, words: string, passage?: Id) => string,
): Note {
  const text = note.text.replace(LINK, (_all, words: string, address: string) => {
    const to = noteLinkAt(address)
    const passage = to?.kind === 'highlight' ? pages.passages.get(to.id) : undefined
    const page =
      to?.kind === 'theme'
        ? pages.themes.get(to.id)
        : to?.kind === 'document'
          ? pages.documentNames.get(to.id)
          : passage?.page
    return page === undefined ? words : link(page, words, passage?.first)
  })
  return { ...note, text }
}
