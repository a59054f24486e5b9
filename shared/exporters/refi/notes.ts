import { LANGUAGES, type Language } from '../../messages'
import type { Highlight } from '../../model/highlight'
import type { Id } from '../../model/ids'
import { themePathName } from '../../model/theme'
import { dateTime } from './date-time'
import { guidFor, guidOf } from './guid'
import type { Joined } from './joined'
import { shortName } from './short-name'
import { isPlaced } from './sources'
import type { XmlWriter } from './xml'

/** The title of a note: its first line with words, without the signs of Markdown before it. Empty for an empty note. */
export const noteName = (text: string): string =>
  shortName(
    text
      .split('\n')
      .map((line) => line.replace(/^[\s#>*+-]+/, ''))
      .find((line) => line.trim() !== '') ?? '',
  )

/** A note that stands for a highlight which is not in the text any more: what it was, for people to read. */
interface LostNote {
  readonly guid: string
  readonly highlight: Highlight
}

/** What a project writes as Notes, and who refers to which. */
export interface NoteList {
  readonly lost: readonly LostNote[]
  /** The GUIDs of the notes that a record refers to. */
  about(id: Id): readonly string[]
}

/** The notes of a project. Notes about a highlight that is not written belong to its document. */
export function noteList(project: Joined): NoteList {
  const byDocument = new Map<Id, string[]>()
  const lost: LostNote[] = []
  for (const document of project.snapshot.documents) {
    const highlights = project.highlights.get(document.id) ?? []
    if (!highlights.some((each) => each.lost !== undefined)) continue
    const text = project.textOf(document)
    for (const highlight of highlights.filter((each) => !isPlaced(each, text))) {
      const guid = guidFor('lost', highlight.id)
      lost.push({ guid, highlight })
      const notes = (project.notes.get(highlight.id) ?? []).map(({ id }) => guidOf(id))
      byDocument.set(document.id, [...(byDocument.get(document.id) ?? []), guid, ...notes])
    }
  }
  return {
    lost,
    about: (id) => [...(project.notes.get(id) ?? []).map((note) => guidOf(note.id)), ...(byDocument.get(id) ?? [])],
  }
}

/** The Notes; nothing where there are none. Their text is Markdown, as it was written. */
export function writeNotes(xml: XmlWriter, project: Joined, { lost }: NoteList, language: Language): void {
  const { notes } = project.snapshot
  if (notes.length + lost.length === 0) return
  const { notInText } = LANGUAGES[language].messages.export
  xml.element('Notes', {}, () => {
    for (const note of notes) {
      const attributes = {
        guid: guidOf(note.id),
        name: noteName(note.text),
        ...project.made(note.coder, note.created),
        modifiedDateTime: dateTime(note.modified),
      }
      xml.element('Note', attributes, () => xml.words('PlainTextContent', {}, note.text))
    }
    for (const { guid, highlight } of lost) {
      const attributes = { guid, name: notInText, ...project.made(highlight.coder, highlight.created) }
      xml.element('Note', attributes, () => xml.words('PlainTextContent', {}, lostWords(project, highlight, notInText)))
    }
  })
}

function lostWords(project: Joined, { id, passage }: Highlight, heading: string): string {
  const themes = (project.taggings.get(id) ?? []).flatMap(({ theme }) => {
    const found = project.themes.get(theme)
    return found ? [`- ${themePathName(found, project.themes)}`] : []
  })
  const quote = passage.quote.split('\n').map((line) => `> ${line}`)
  return [heading, quote.join('\n'), ...(themes.length > 0 ? [themes.join('\n')] : [])].join('\n\n')
}
