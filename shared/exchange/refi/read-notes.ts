import { noteName } from '../../exporters/refi/notes'
import type { Id } from '../../model/ids'
import type { Note, NoteSubject } from '../../model/note'
import { idFor } from '../renaming'
import type { RefiArchive } from './archive'
import { childOf, childrenOf, type XmlElement } from './element'
import { importedText } from './imported-text'
import { descriptionOf } from './read-sources'
import { oneLine, type RefiReading } from './reading'

/** An element that may have notes and a description, and what those are about. */
export interface NotedElement {
  readonly element: XmlElement
  readonly about: NoteSubject
  /** Whether its Description is words of someone, which become a note. */
  readonly described: boolean
}

/**
 * The Notes: each about what refers to it; of two such things it is a note of its own about each. One that nothing refers
 * to is about what a link joins it to, or about the project. Descriptions of what has none in Pingdian are notes too.
 */
export async function readNotes(given: {
  readonly notes: XmlElement | undefined
  readonly noted: readonly NotedElement[]
  /** Links that join a note to something, by the note's id. */
  readonly linked: ReadonlyMap<Id, NoteSubject>
  readonly archive: RefiArchive
  readonly reading: RefiReading
}): Promise<Note[]> {
  const { reading, archive } = given
  const { project, told } = reading
  const subjects = new Map<Id, NoteSubject[]>()
  const notes: Note[] = []
  for (const { element, about, described } of given.noted) {
    for (const { attributes } of references(element)) {
      const id = reading.idOf(attributes.targetguid ?? '')
      const all = subjects.get(id) ?? []
      if (!all.some((each) => each.id === about.id)) subjects.set(id, [...all, about])
    }
    const text = described ? descriptionOf(element) : ''
    if (text !== '')
      notes.push({ ...made(element, reading), id: idFor(project, `${about.id} description`), about, text })
  }
  for (const [at, element] of childrenOf(given.notes, 'note').entries()) {
    const id = reading.ownId(element, `note ${at}`)
    const text = await noteText(element, archive, reading)
    const linked = given.linked.get(id)
    const all = subjects.get(id) ?? [linked ?? { kind: 'project' as const, id: project }]
    for (const [number, about] of all.entries()) {
      notes.push({
        ...made(element, reading),
        id: number === 0 ? id : idFor(project, `${id} ${about.id}`),
        about,
        text,
      })
    }
    told.unrepresented.add(
      'exchange.codedNote',
      {},
      childrenOf(element, 'plaintextselection').length + childrenOf(element, 'coding').length,
    )
  }
  return notes
}

/** What an element and its codings refer to. */
const references = (element: XmlElement): XmlElement[] => [
  ...childrenOf(element, 'noteref'),
  ...childrenOf(element, 'coding').flatMap((coding) => childrenOf(coding, 'noteref')),
]

function made(
  { attributes }: XmlElement,
  reading: RefiReading,
): Pick<Note, 'project' | 'coder' | 'created' | 'modified'> {
  const created = reading.timeOf(attributes.creationdatetime ?? attributes.modifieddatetime)
  return {
    project: reading.project,
    coder: reading.coderOf(attributes.creatinguser ?? attributes.modifyinguser),
    created,
    modified: attributes.modifieddatetime === undefined ? created : reading.timeOf(attributes.modifieddatetime),
  }
}

const lastName = (path = ''): string => path.split(/[\\/]/).at(-1) ?? ''

/** The words of a note, below its title where that says something else than its first line. */
async function noteText(element: XmlElement, archive: RefiArchive, { told, options }: RefiReading): Promise<string> {
  const { attributes } = element
  const content = childOf(element, 'plaintextcontent')
  const file = content ? undefined : archive.find(attributes.plaintextpath)
  const { richtextpath } = attributes
  const rich = content || file ? undefined : archive.find(richtextpath)
  const imported = await importedText(lastName(richtextpath), rich, options)
  if (!content && !file && !imported && (attributes.plaintextpath ?? attributes.richtextpath)) {
    told.missing.add('exchange.missingNote', {
      name: oneLine(attributes.name ?? '') || (attributes.plaintextpath ?? ''),
    })
  }
  const text = (content?.text ?? (file ? new TextDecoder().decode(file) : (imported?.text ?? ''))).replace(
    /\r\n?/g,
    '\n',
  )
  const title = oneLine(attributes.name ?? '')
  const isNamed = title !== '' && title !== noteName(text)
  return [...(isNamed ? [`**${title}**`] : []), descriptionOf(element), text]
    .filter((each, at, all) => each !== '' || (at === all.length - 1 && all.every((other) => other === '')))
    .join('\n\n')
}
