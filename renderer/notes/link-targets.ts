import type { SourceDocument } from '#shared/model/document'
import type { Highlight } from '#shared/model/highlight'
import type { NoteLink } from '#shared/model/note-link'
import { type Theme, type ThemesById, themePathName } from '#shared/model/theme'
import { fold } from '#shared/queries/fold'
import type { ListedNote } from '#shared/queries/notes'
import type { PinyinMatch } from '../themes/theme-search'

/** What a note can link to. */
export interface LinkTarget {
  readonly link: NoteLink
  /** The words that the link will be made of. */
  readonly name: string
  /** Where it stands: the themes above, the document of a passage; may be empty. */
  readonly place: string
  /** Name and place, and all of a quotation or note, folded for search. */
  readonly searched: string
}

/** Words of a passage or note that a link takes over; UTF-16 units, but characters are not cut. */
const LONGEST_NAME = 24

/** The beginning of a text on one line. */
export function beginning(text: string, longest: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line.length <= longest) return line
  return `${line.slice(0, longest).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** A note's Markdown without its signs, for one line of a list. */
export const plainBeginning = (markdown: string, longest: number): string =>
  beginning(markdown.replace(/\]\([^)\s]*\)/g, '').replace(/[*`[\]\\]|^(?:[#>]+|[-+]|\d+[.)])\s/gm, ''), longest)

/** Everything that can be linked to: themes by path, documents in library order, the latest notes, and passages. */
export function linkTargets(given: {
  readonly themes: readonly Theme[]
  readonly themesById: ThemesById
  readonly documents: readonly SourceDocument[]
  readonly notes: readonly ListedNote[]
  readonly highlights: readonly Highlight[]
}): LinkTarget[] {
  const target = (link: NoteLink, name: string, place: string, whole: string): LinkTarget => ({
    link,
    name,
    place,
    searched: fold(`${whole}\n${place}`),
  })
  const titles = new Map(given.documents.map(({ id, title }) => [id, title]))
  const themes = given.themes.map((theme) => {
    const path = themePathName(theme, given.themesById)
    const above = path.slice(0, Math.max(0, path.length - theme.name.length - 3))
    return target({ kind: 'theme', id: theme.id }, theme.name, above, theme.name)
  })
  const documents = given.documents.map(({ id, title }) => target({ kind: 'document', id }, title, '', title))
  const notes = given.notes.map(({ note, place }) =>
    target({ kind: 'note', id: note.id }, plainBeginning(note.text, LONGEST_NAME), place, note.text),
  )
  const passages = given.highlights.map(({ id, document, passage }) => {
    const name = beginning(passage.quote, LONGEST_NAME)
    return target({ kind: 'highlight', id }, name, titles.get(document) ?? '', passage.quote)
  })
  return [...themes, ...documents, ...notes, ...passages].filter(({ name }) => name !== '')
}

function rank(target: LinkTarget, wanted: string, letters: string | null, pinyin: PinyinMatch | null): number | null {
  const name = fold(target.name)
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.includes(wanted)) return 2
  const named = target.link.kind === 'theme' || target.link.kind === 'document'
  if (letters !== null && named && pinyin?.(target.name, letters)) return 3
  return target.searched.includes(wanted) ? 4 : null
}

/** The targets that answer what was `typed`, best first, at most `most`. With nothing typed: the first ones. */
export function findTargets(
  targets: readonly LinkTarget[],
  typed: string,
  pinyin: PinyinMatch | null,
  most: number,
): LinkTarget[] {
  const wanted = fold(typed.trim())
  if (wanted === '') return targets.slice(0, most)
  const letters = /^[a-z\s']+$/.test(wanted) ? wanted : null
  return targets
    .flatMap((target) => {
      const level = rank(target, wanted, letters, pinyin)
      return level === null ? [] : [{ target, level }]
    })
    .sort((a, b) => a.level - b.level)
    .slice(0, most)
    .map(({ target }) => target)
}
