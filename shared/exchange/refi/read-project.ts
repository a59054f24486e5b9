import { readEmphasis } from '../../exporters/refi/emphasis'
import type { SourceFile } from '../../importers/importer'
import type { Id } from '../../model/ids'
import type { NoteSubject } from '../../model/note'
import { ProblemError } from '../../result'
import type { ExchangeOptions, ExchangeReport, Incoming } from '../incoming'
import { openArchive } from './archive'
import { childOf, childrenOf, readXml, type XmlElement } from './element'
import { readCodes } from './read-codes'
import { readDocuments } from './read-documents'
import { readLinks } from './read-links'
import { type NotedElement, readNotes } from './read-notes'
import { readSelections } from './read-selections'
import { readGroups } from './read-sets'
import { descriptionOf, findSources } from './read-sources'
import { readVariables } from './read-variables'
import { oneLine, type RefiReading, refiReading } from './reading'
import { ledToTexts, textsBesideSources } from './recordings'

/** Reads a project. Throws a ProblemError when the file is none, or cannot be read. */
export async function readProject(file: SourceFile, options: ExchangeOptions): Promise<Incoming> {
  const archive = openArchive(file)
  options.onProgress?.(0.1)
  const { root, replaced } = readXml(file.name, archive.qde)
  if (root.name !== 'project') throw new ProblemError({ key: 'exchange.noProject', params: { name: file.name } })
  options.onProgress?.(0.4)
  const reading = refiReading({
    ...{ file: file.name, options },
    users: childrenOf(childOf(root, 'users'), 'user'),
    since: root.attributes.creationdatetime,
  })
  reading.told.repaired.add('exchange.forbidden', {}, replaced)
  for (const path of archive.others) reading.told.unrepresented.add('exchange.otherProject', { name: path })
  const creator = root.attributes.creatinguserguid ?? reading.coders[0]?.id
  const codes = childOf(childOf(root, 'codebook'), 'codes')
  const themes = readCodes(codes, reading, creator)
  const variables = readVariables(childOf(root, 'variables'), reading)
  const found = await findSources(childOf(root, 'sources'), archive, reading)
  const sources = found.map((source, at) => ({ ...source, id: reading.ownId(source.element, `source ${at}`) }))
  options.onProgress?.(0.6)
  const beside = textsBesideSources(childOf(root, 'sources'), sources, reading.idOf)
  const led = (elements: readonly XmlElement[]) => elements.map((each) => ledToTexts(each, beside, reading.idOf))
  const cases = led(childrenOf(childOf(root, 'cases'), 'case'))
  const sets = led(childrenOf(childOf(root, 'sets'), 'set'))
  const { documents, contents, originals } = readDocuments(sources, cases, variables, reading)
  const { highlights, taggings, elements } = readSelections(sources, themes, reading)
  options.onProgress?.(0.9)
  const noted = notedElements(root, codes, sources, elements, reading)
  const subjects = new Map(noted.map(({ about }) => [about.id, about]))
  const noteElements = childOf(root, 'notes')
  const noteIds = new Set(childrenOf(noteElements, 'note').map(({ attributes }) => reading.idOf(attributes.guid ?? '')))
  const { links, linked } = readLinks(childOf(root, 'links'), subjects, noteIds, reading)
  const notes = await readNotes({ notes: noteElements, noted, linked, archive, reading })
  const members = { themes: new Set(themes.map(({ id }) => id)), documents: new Set(documents.map(({ id }) => id)) }
  const { themeGroups, documentGroups } = readGroups(sets, cases, members, reading)
  reading.told.unrepresented.add('exchange.graphs', {}, childrenOf(childOf(root, 'graphs'), 'graph').length)
  tellCases(cases, new Map(documents.map((each) => [each.id, each.title])), reading)
  const { attributes } = variables
  const marks = { highlights, taggings, links, notes }
  return {
    report: reportOf(root, reading),
    records: { coders: reading.coders, attributes, documents, documentGroups, themes, themeGroups, ...marks },
    contents,
    originals,
  }
}

/** What is told of a file whose root element is this. */
export const reportOf = ({ attributes }: XmlElement, { told, since }: RefiReading): ExchangeReport => ({
  name: oneLine(attributes.name ?? ''),
  ...(attributes.creationdatetime && { created: since }),
  // ATLAS.ti writes a space before a comma.
  ...(attributes.origin && { origin: oneLine(attributes.origin).replace(/ +(?=[,;])/g, '') }),
  repaired: told.repaired.all(),
  unrepresented: told.unrepresented.all(),
  missing: told.missing.all(),
})

/** Everything that can have notes, with what those are about. */
function notedElements(
  root: XmlElement,
  codes: XmlElement | undefined,
  sources: readonly { readonly id: Id; readonly element: XmlElement }[],
  selections: readonly { readonly id: Id; readonly element: XmlElement }[],
  { project, idOf }: RefiReading,
): NotedElement[] {
  const about = (kind: NoteSubject['kind'], id: Id): NoteSubject => ({ kind, id })
  const ofCodes = (element: XmlElement | undefined): NotedElement[] =>
    childrenOf(element, 'code').flatMap((code) => [
      { element: code, about: about('theme', idOf(code.attributes.guid ?? '')), described: false },
      ...ofCodes(code),
    ])
  return [
    { element: root, about: about('project', project), described: true },
    ...ofCodes(codes),
    ...sources.flatMap(({ id, element }) => [
      { element, about: about('document', id), described: true },
      ...(childOf(element, 'representation')
        ? [
            {
              element: childOf(element, 'representation') as XmlElement,
              about: about('document', id),
              described: false,
            },
          ]
        : []),
    ]),
    ...selections.map(({ id, element }) => ({
      element,
      about: about('highlight', id),
      described: readEmphasis(descriptionOf(element)) === undefined,
    })),
  ]
}

/** What cases say beside the values of their sources, and what is lost of those that are no group of documents. */
function tellCases(cases: readonly XmlElement[], titles: ReadonlyMap<Id, string>, { told, idOf }: RefiReading): void {
  const count = (name: string): number => cases.reduce((sum, each) => sum + childrenOf(each, name).length, 0)
  told.unrepresented.add('exchange.caseSelections', {}, count('selectionref'))
  told.unrepresented.add('exchange.caseCodes', {}, count('coderef'))
  for (const each of cases) {
    const sources = childrenOf(each, 'sourceref')
    const title = titles.get(idOf(sources[0]?.attributes.targetguid ?? ''))
    const name = oneLine(each.attributes.name ?? '')
    if (title === undefined) told.unrepresented.add('exchange.caseAlone', { name })
    else if (sources.length === 1 && name !== '' && name !== title)
      told.unrepresented.add('exchange.caseName', { name, document: title })
    // What a group says of itself is told with the groups.
    if (sources.length === 1 && descriptionOf(each) !== '') told.unrepresented.add('exchange.caseDescription', { name })
  }
}
