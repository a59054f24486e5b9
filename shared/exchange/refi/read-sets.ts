import { guidFor } from '../../exporters/refi/guid'
import { LANGUAGES } from '../../messages'
import type { DocumentGroup } from '../../model/document-group'
import type { Id } from '../../model/ids'
import type { ThemeGroup } from '../../model/theme-group'
import { childrenOf, type XmlElement } from './element'
import { descriptionOf } from './read-sources'
import { freeName, oneLine, type RefiReading } from './reading'

/** What a file has of groups. */
export interface ReadGroups {
  readonly themeGroups: readonly ThemeGroup[]
  readonly documentGroups: readonly DocumentGroup[]
}

/** What an empty group of documents says of itself. */
const DOCUMENTS = new Set<string>(Object.values(LANGUAGES).map(({ messages }) => messages.refi.documents))

/** What may be a member of a set. */
interface Members {
  readonly themes: ReadonlySet<Id>
  readonly documents: ReadonlySet<Id>
}

/**
 * The Sets as groups: of themes where they hold codes, of documents where they hold sources, one of each where they hold
 * both. One that holds nothing is a group of themes, unless it
 * says otherwise. Cases of several sources are groups of documents too.
 */
export function readGroups(
  sets: readonly XmlElement[],
  cases: readonly XmlElement[],
  { themes, documents }: Members,
  reading: RefiReading,
): ReadGroups {
  const { told, project, since, options } = reading
  const themeGroups: ThemeGroup[] = []
  const documentGroups: DocumentGroup[] = []
  const read = [...sets, ...cases.filter((each) => childrenOf(each, 'sourceref').length > 1)].map((element, at) => ({
    element,
    id: reading.ownId(element, `set ${at}`),
  }))
  const ids = new Set(read.map(({ id }) => id))
  const namesOf = (groups: readonly { readonly id: Id; readonly name: string }[] = []): Set<string> =>
    new Set(groups.filter(({ id }) => !ids.has(id)).map(({ name }) => name))
  const themeNames = namesOf(options.into.groups)
  const documentNames = namesOf(options.into.documentGroups?.filter(({ parent }) => parent === null))
  for (const { element, id } of read) {
    const written = oneLine(element.attributes.name ?? '') || String(themeGroups.length + documentGroups.length + 1)
    const codes = members(element, 'membercode', themes, reading)
    const sources = [
      ...members(element, 'membersource', documents, reading),
      ...members(element, 'sourceref', documents, reading),
    ]
    told.unrepresented.add('exchange.setOfNotes', { name: written }, childrenOf(element, 'membernote').length)
    const description = descriptionOf(element)
    if (description !== '' && !DOCUMENTS.has(description)) {
      told.unrepresented.add('exchange.setDescription', { name: written })
    }
    const named = ['membercode', 'membersource', 'sourceref'].flatMap((kind) => membersOf(element, kind, reading))
    told.unrepresented.add('exchange.setOfOthers', { name: written }, named.length - codes.length - sources.length)
    const isOfSources =
      DOCUMENTS.has(description) || element.children.some(({ name }) => name === 'membersource' || name === 'sourceref')
    const isOfCodes = element.children.some(({ name }) => name === 'membercode')
    if (isOfCodes || !isOfSources) {
      const name = freeName(written, themeNames)
      themeGroups.push({ id, project, name, themes: codes, order: themeGroups.length, created: since })
    }
    if (isOfSources) {
      const own = isOfCodes ? guidFor('documents', id) : id
      const name = freeName(written, documentNames)
      documentGroups.push({
        id: own,
        project,
        name,
        parent: null,
        documents: sources,
        order: documentGroups.length,
        created: since,
      })
    }
  }
  return { themeGroups, documentGroups }
}

/** The members of a kind, each once; in a codebook they are named by `guid`. */
const membersOf = (element: XmlElement, kind: string, { idOf }: RefiReading): Id[] => [
  ...new Set(childrenOf(element, kind).map(({ attributes }) => idOf(attributes.targetguid ?? attributes.guid ?? ''))),
]

/** Those of them that are there. */
const members = (element: XmlElement, kind: string, there: ReadonlySet<Id>, reading: RefiReading): Id[] =>
  membersOf(element, kind, reading).filter((id) => there.has(id))
