import { roleOf, type StyleRole } from '../office/style-names'
import { child, children, type XmlElement } from '../office/xml-tree'
import { type LookProperties, lookOf } from './look'
import { valueIn } from './package'

/** A list that a paragraph belongs to: the number of its definition, and the level in it, from 0. */
export interface ListPlace {
  readonly list: string
  readonly level: number
}

/** What a paragraph is by its style, the styles that one is based on counted in. */
export interface ParagraphStyle {
  readonly role?: StyleRole
  readonly list?: { readonly list?: string; readonly level?: number }
  readonly centred?: boolean
  readonly look: LookProperties
}

/** The styles of a document by their ids. */
export interface Styles {
  paragraph(id: string | undefined): ParagraphStyle
  /** How the words look that have this character style. */
  character(id: string | undefined): LookProperties
}

/** Chains of styles that are based on each other are followed no further than this. */
const LONGEST_CHAIN = 20

/** Reads a document's styles (ECMA-376, 17.7); without them headings are known by the ids of their styles. */
export function stylesOf(root: XmlElement | undefined): Styles {
  const styles = new Map<string, XmlElement>()
  let standard: string | undefined
  for (const style of children(root, 'w:style')) {
    const id = style.attributes['w:styleId']
    if (id === undefined) continue
    styles.set(id, style)
    if (style.attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(style.attributes['w:default'] ?? '')) {
      standard = id
    }
  }
  const known = new Map<string, ParagraphStyle>()
  const characters = new Map<string, LookProperties>()

  const chain = (id: string | undefined): XmlElement[] => {
    const found: XmlElement[] = []
    let next = id
    while (next !== undefined && found.length < LONGEST_CHAIN) {
      const style = styles.get(next)
      if (!style) break
      found.push(style)
      next = valueIn(style, 'w:basedOn')
    }
    return found
  }

  const read = (id: string): ParagraphStyle => {
    const all = chain(id)
    const role = all.length === 0 ? roleOf(id) : firstOf(all, styleRole)
    const lists = all.map((style) => child(child(style, 'w:pPr'), 'w:numPr'))
    const list = firstOf(lists, (each) => valueIn(each, 'w:numId'))
    const level = firstOf(lists, (each) => valueIn(each, 'w:ilvl'))
    const justified = firstOf(all, (style) => valueIn(child(style, 'w:pPr'), 'w:jc'))
    return {
      ...(role && { role }),
      ...((list !== undefined || level !== undefined) && {
        list: { ...(list !== undefined && { list }), ...(level !== undefined && { level: Number(level) }) },
      }),
      ...(justified !== undefined && { centred: justified === 'center' }),
      look: Object.assign({}, ...all.toReversed().map((style) => lookOf(child(style, 'w:rPr')))),
    }
  }

  return {
    paragraph(id = standard) {
      if (id === undefined) return { look: {} }
      const found = known.get(id) ?? read(id)
      known.set(id, found)
      return found
    },
    character(id) {
      if (id === undefined) return {}
      const found =
        characters.get(id) ??
        Object.assign(
          {},
          ...chain(id)
            .toReversed()
            .map((style) => lookOf(child(style, 'w:rPr'))),
        )
      characters.set(id, found)
      return found
    },
  }
}

/** What the style itself says: by its name, else by the level that it has in the outline. */
function styleRole(style: XmlElement): StyleRole | undefined {
  const named = roleOf(valueIn(style, 'w:name') ?? '')
  if (named) return named
  const outline = valueIn(child(style, 'w:pPr'), 'w:outlineLvl')
  return outline === undefined ? undefined : outlineRole(outline)
}

/** A level of the outline: 0 to 8 are headings, 9 is text. */
export function outlineRole(level: string): StyleRole | undefined {
  return /^[0-8]$/.test(level) ? { kind: 'heading', level: Number(level) + 1 } : undefined
}

function firstOf<T, R>(all: readonly T[], read: (each: T) => R | undefined): R | undefined {
  for (const each of all) {
    const found = read(each)
    if (found !== undefined) return found
  }
  return undefined
}
