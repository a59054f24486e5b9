import type { Id } from '../../model/ids'
import { childrenOf, type XmlElement } from './element'
import { type FoundSource, pathsOf } from './read-sources'

/** The documents of each recording and picture that has texts beside it, by its GUID as an id. */
export type TextsBeside = ReadonlyMap<Id, readonly Id[]>

/** Which documents stand for the recordings and pictures among the Sources: their transcripts and descriptions. */
export function textsBesideSources(
  sources: XmlElement | undefined,
  found: readonly (FoundSource & { readonly id: Id })[],
  idOf: (guid: string) => Id,
): TextsBeside {
  const byGuid = new Map(found.map(({ id, element }) => [idOf(element.attributes.guid ?? ''), id]))
  const byPath = new Map(found.flatMap(({ id, element }) => pathsOf(element).map((path) => [path, id] as const)))
  const beside = new Map<Id, readonly Id[]>()
  for (const source of sources?.children ?? []) {
    const texts = [...childrenOf(source, 'transcript'), ...childrenOf(source, 'textdescription')].flatMap((text) => {
      const known = [text.attributes.guid ?? ''].flatMap((guid) => byGuid.get(idOf(guid)) ?? [])
      return known.length > 0 ? known : pathsOf(text).flatMap((path) => byPath.get(path) ?? [])
    })
    if (texts.length > 0) beside.set(idOf(source.attributes.guid ?? ''), [...new Set(texts)])
  }
  return beside
}

/** The case or set with its references to recordings led to their texts. */
export function ledToTexts(element: XmlElement, beside: TextsBeside, idOf: (guid: string) => Id): XmlElement {
  const children = element.children.flatMap((child): XmlElement[] => {
    if (child.name !== 'sourceref' && child.name !== 'membersource') return [child]
    const texts = beside.get(idOf(child.attributes.targetguid ?? ''))
    return texts ? texts.map((targetguid) => ({ ...child, attributes: { ...child.attributes, targetguid } })) : [child]
  })
  return { ...element, children }
}
