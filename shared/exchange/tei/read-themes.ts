import { idOfGuid } from '../../exporters/refi/guid'
import type { Id } from '../../model/ids'
import type { Theme } from '../../model/theme'
import type { AnnotationReading } from '../annotations/reading'
import { childrenOf, type XmlElement } from '../refi/element'
import { readCodes } from '../refi/read-codes'
import { oneLine, refiReading } from '../refi/reading'
import { wordsIn } from './read-header'

/** The UUID in an `xml:id` as Pingdian writes it (`t_...`), or an IRI for what has another one. */
export const iriOfXmlId = (xmlId: string, file: string): string =>
  idOfGuid(xmlId.replace(/^[a-z]_/, '')) ?? `${file}#${xmlId}`

/** The categories of the taxonomies, and what is interpreted, as themes, with the `xml:id`s that point to them. */
export function readThemes(
  taxonomies: readonly XmlElement[],
  interpretations: readonly XmlElement[],
  reading: AnnotationReading,
): { readonly themes: readonly Theme[]; readonly byXmlId: ReadonlyMap<string, Id> } {
  const byXmlId = new Map<string, Id>()
  const described = new Map<Id, Partial<Theme>>()
  let count = 0
  const code = (element: XmlElement, words: string, children: readonly XmlElement[]): XmlElement => {
    count += 1
    const xmlId = element.attributes.id
    const guid = reading.ownId(
      xmlId === undefined ? `${reading.file} category ${count}` : iriOfXmlId(xmlId, reading.file),
    )
    if (xmlId !== undefined && !byXmlId.has(xmlId)) byXmlId.set(xmlId, guid)
    described.set(guid, descriptionOf(element))
    const { rend } = element.attributes
    const name = oneLine(words) || xmlId || String(count)
    return {
      name: 'code',
      attributes: { guid, name, ...(rend?.startsWith('#') && { color: rend }) },
      children: children.map(category),
      text: '',
    }
  }
  const category = (element: XmlElement): XmlElement => {
    const [named] = [...childrenOf(element, 'gloss'), ...childrenOf(element, 'catdesc')]
    return code(element, wordsIn(named), childrenOf(element, 'category'))
  }
  const codes = [
    ...taxonomies.flatMap((taxonomy) => childrenOf(taxonomy, 'category').map(category)),
    ...interpretations.map((each) => code(each, wordsIn(each) || each.attributes.n || '', [])),
  ]
  const { file, options, told } = reading
  const refi = refiReading({ file, options, users: [], since: undefined })
  const themes = readCodes({ name: 'codes', attributes: {}, children: codes, text: '' }, refi)
  for (const { key, params = {} } of refi.told.repaired.all()) told.repaired.add(key, params)
  return { themes: themes.map((theme) => ({ ...theme, ...described.get(theme.id) })), byXmlId }
}

function descriptionOf(element: XmlElement): Partial<Theme> {
  const all = childrenOf(element, 'desc')
  const of = (type: string | undefined): string =>
    all
      .filter(({ attributes }) => attributes.type === type)
      .map(wordsIn)
      .join('\n')
  const [inclusion, exclusion] = [of('inclusion'), of('exclusion')]
  return { description: of(undefined), ...(inclusion && { inclusion }), ...(exclusion && { exclusion }) }
}
