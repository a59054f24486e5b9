import { guidFor } from '../../exporters/refi/guid'
import { languageOf } from '../../importers/language'
import type { DocumentContent, SourceDocument } from '../../model/document'
import type { Id } from '../../model/ids'
import type { Original } from '../../model/original'
import type { XmlElement } from './element'
import { childrenOf } from './element'
import type { FoundSource } from './read-sources'
import type { ReadVariables } from './read-variables'
import type { RefiReading } from './reading'

/** The documents of a project with their texts, and the ids of the sources. */
export interface ReadDocuments {
  readonly documents: readonly SourceDocument[]
  readonly contents: readonly DocumentContent[]
  readonly originals: readonly Original[]
}

const EXTENSIONS = { 'plain-text': '.txt', pdf: '.pdf', docx: '.docx' } as const

/** The sources as documents. `cases` say what documents are too; what a source says of itself goes before that. */
export function readDocuments(
  sources: readonly (FoundSource & { readonly id: Id })[],
  cases: readonly XmlElement[],
  variables: ReadVariables,
  reading: RefiReading,
): ReadDocuments {
  const { project } = reading
  const fromCases = new Map<Id, XmlElement[]>()
  for (const each of cases) {
    const values = childrenOf(each, 'variablevalue')
    for (const { attributes } of values.length > 0 ? childrenOf(each, 'sourceref') : []) {
      const id = reading.idOf(attributes.targetguid ?? '')
      fromCases.set(id, [...(fromCases.get(id) ?? []), ...values])
    }
  }
  const contents: DocumentContent[] = []
  const originals = new Map<string, Original>()
  const documents = sources.map((source, order): SourceDocument => {
    const { id, element, title, text, format, original } = source
    const values = [...childrenOf(element, 'variablevalue'), ...(fromCases.get(id) ?? [])]
    const { attributes, origin } = variables.valuesOf(values)
    const { language = languageOf(text.text), ...metadata } = origin
    const content = guidFor('content', id)
    contents.push({ id: content, project, blocks: text.blocks, original: original.hash })
    originals.set(original.hash, original)
    return {
      ...{ id, project, title, metadata, language, format, content, order },
      fileName: /\.\w{2,5}$/.test(title) ? title : `${title}${EXTENSIONS[format]}`,
      ...(format === 'plain-text' && { encoding: { label: 'utf-8', by: 'valid UTF-8' } as const }),
      length: text.text.length,
      ...(Object.keys(attributes).length > 0 && { attributes }),
      created: reading.timeOf(element.attributes.creationdatetime),
    }
  })
  return { documents, contents, originals: [...originals.values()] }
}
