import { ProblemError } from '../../result'
import { type Attributes, type Place, readXml } from './xml'

/** An element of a small part that is held whole: styles, relations, properties. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Attributes
  readonly children: readonly XmlElement[]
  /** The text directly in it. */
  readonly text: string
}

/** Trees of more elements than this would fill memory; styles have a few thousand. */
const MOST_ELEMENTS = 300_000

/** The root of an XML part. Throws as `readXml` does, and a ProblemError for a part too large to be held. */
export function xmlTree(place: Place, bytes: Uint8Array): XmlElement {
  const root: Growing = { name: '', attributes: {}, children: [], text: '' }
  const open: Growing[] = [root]
  let elements = 0
  readXml(place, bytes, {
    open(name, attributes) {
      elements += 1
      if (elements > MOST_ELEMENTS) {
        throw new ProblemError({ key: 'import.tooManyTags', params: { name: place.name, most: MOST_ELEMENTS } })
      }
      const element: Growing = { name, attributes, children: [], text: '' }
      open.at(-1)?.children.push(element)
      open.push(element)
      return undefined
    },
    close: () => void open.pop(),
    text(words) {
      const element = open.at(-1)
      if (element) element.text += words
    },
  })
  return root.children[0] ?? root
}

interface Growing extends XmlElement {
  children: Growing[]
  text: string
}

/** The first child with this name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((each) => each.name === name)

/** The children with this name. */
export const children = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((each) => each.name === name) ?? []
