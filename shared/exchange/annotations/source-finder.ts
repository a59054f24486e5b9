import type { SourceDocument } from '../../model/document'
import type { Id } from '../../model/ids'
import { oneLine } from '../refi/reading'
import { idFor } from '../renaming'
import type { ForeignSource } from './annotation'
import type { AnnotationReading } from './reading'

/** An address as two are compared: without scheme, `www.`, fragment and the last slash, with its escapes read. */
export function plainAddress(written: string): string {
  const bare = written
    .trim()
    .replace(/#.*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
  try {
    return decodeURI(bare)
  } catch {
    return bare
  }
}

const isAddress = (iri: string): boolean => /^https?:\/\//i.test(iri)
const plainTitle = (title: string): string => oneLine(title).toLowerCase()
const lastName = (iri: string): string => plainAddress(iri).split(/[\\/]/).at(-1) ?? ''

/**
 * Finds the document of the project that another program means: by its id, by its address, by the name of its file, or
 * by its title where no other document is called so.
 */
export function sourceFinder({ options, project, idOf }: AnnotationReading) {
  const { documents } = options.into
  const byId = new Map<Id, SourceDocument>(documents.map((each) => [each.id, each]))
  const only = (keyOf: (document: SourceDocument) => string) => {
    const found = new Map<string, SourceDocument | null>()
    for (const each of documents) {
      const key = keyOf(each)
      if (key !== '') found.set(key, found.has(key) ? null : each)
    }
    return (key: string): SourceDocument | undefined => found.get(key) ?? undefined
  }
  const byAddress = only(({ metadata }) => plainAddress(metadata.url ?? ''))
  const byFile = only(({ fileName }) => fileName)
  const byTitle = only(({ title }) => plainTitle(title))
  return ({ iri, urls, title }: ForeignSource): SourceDocument | undefined => {
    const id = idOf(iri)
    const known = byId.get(id) ?? byId.get(idFor(project, id))
    if (known) return known
    for (const url of [iri, ...urls]) {
      const found = byAddress(plainAddress(url))
      if (found) return found
    }
    const named = isAddress(iri) ? undefined : (byFile(lastName(iri)) ?? byTitle(plainTitle(iri)))
    return named ?? (title === '' ? undefined : byTitle(plainTitle(title)))
  }
}
