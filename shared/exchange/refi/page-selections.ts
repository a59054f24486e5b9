import { childOf, type XmlElement } from './element'
import { foreignText } from './foreign-text'

/** A stretch of a page with its own words, and where these stand in the text of the source. */
export interface PageSelection {
  readonly element: XmlElement
  /** Never empty. */
  readonly words: string
  /** UTF-16 offsets in the text; null where the words are not in it, or in several places. */
  readonly place: { readonly start: number; readonly end: number } | null
}

/** Shorter names are no quotes: `p. 3` may stand in any text. */
const SHORTEST_NAME = 12

const bare = (words: string): string => words.replace(/\s+/gu, '')

/** The one place of the words in the text, white space aside, which pages and texts made of them have differently. */
function finder(text: string): (words: string) => PageSelection['place'] {
  const short = bare(text)
  const offsets: number[] = []
  for (const { 0: part, index } of text.matchAll(/\S+/gu))
    for (let at = 0; at < part.length; at += 1) offsets.push(index + at)
  return (words) => {
    const wanted = bare(words)
    const at = short.indexOf(wanted)
    if (wanted === '' || at < 0 || short.indexOf(wanted, at + 1) >= 0) return null
    return { start: offsets[at] as number, end: (offsets[at + wanted.length - 1] as number) + 1 }
  }
}

/**
 * Where those of the stretches of a page stand in `text` that say their words: in a Representation of their own, or, where
 * it stands in the text as it is, by their name. `textOf` gives the words of a Representation. The others are left out, and
 * so is what goes on with a quotation of `inText` on the next page: ATLAS.ti gives it the same name.
 */
export function pageSelections(
  elements: readonly XmlElement[],
  text: string,
  inText: readonly XmlElement[],
  textOf: (representation: XmlElement) => Uint8Array | undefined,
): PageSelection[] {
  if (elements.length === 0) return []
  const find = finder(text)
  const quotations = new Set(inText.map(({ attributes }) => bare(attributes.name ?? '')))
  return elements.flatMap((element): PageSelection[] => {
    const representation = childOf(element, 'representation')
    const bytes = representation && textOf(representation)
    const words = bytes ? foreignText(new TextDecoder().decode(bytes)).text.trim() : ''
    const name = (element.attributes.name ?? '').trim()
    if (words !== '') {
      const goesOn = quotations.has(bare(name)) && bare(words) !== bare(name)
      return goesOn ? [] : [{ element, words, place: find(words) }]
    }
    const place = name.length < SHORTEST_NAME ? null : find(name)
    return place ? [{ element, words: name, place }] : []
  })
}
