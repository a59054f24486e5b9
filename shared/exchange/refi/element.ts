import { SaxesParser } from 'saxes'
import { declaredLabel } from '../../importers/declared-encoding'
import { canonicalLabel } from '../../importers/encoding'
import { ProblemError } from '../../result'

/** An element of a document. Namespaces are left away: drafts of the standard had others, and mean the same. */
export interface XmlElement {
  /** The local name in lower case. */
  readonly name: string
  /** Attributes by their local names in lower case. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** The words in it, those in its children aside. */
  readonly text: string
  /** Words and children in their order, for formats that mix them; absent where they were not asked for. */
  readonly content?: readonly (string | XmlElement)[]
}

/** A project with 400,000 taggings has some 2,000,000 elements; each takes about 300 bytes. */
const MOST_ELEMENTS = 4_000_000
/** Themes may lie 100 deep in each other, in four elements of the project. */
const DEEPEST = 110

/** A file that is read as XML, and whether it had to be put right before. */
export interface ReadXml {
  readonly root: XmlElement
  /** How many characters that XML forbids stand as U+FFFD now. */
  readonly replaced: number
}

/**
 * Reads an XML file; `name` is named in problems. With `mixed`, elements keep the order of words and children. Nothing outside the file is ever asked for.
 * Throws a ProblemError for a file that declares a document type of its own (its entities could fill the memory, or name other
 * files), is not well-formed, is nested too deeply or has too many elements.
 */
export function readXml(name: string, bytes: Uint8Array, manner: 'plain' | 'mixed' = 'plain'): ReadXml {
  const text = decodedXml(bytes)
  try {
    return { root: parsed(name, text, manner), replaced: 0 }
  } catch (error) {
    const mended = mend(text)
    if (mended.replaced === 0 || !isMalformed(error)) throw error
    return { root: parsed(name, mended.text, manner), replaced: mended.replaced }
  }
}

const isMalformed = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.key === 'exchange.notXml'

/** The text of an XML file, by the encoding that it declares; UTF-16 only by its byte order mark: programs that declare it without one write UTF-8 in truth. */
export function decodedXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const declared = canonicalLabel(declaredLabel(bytes) ?? '')
  return new TextDecoder(declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared).decode(bytes)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML must not have.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/

function mend(text: string): { readonly text: string; readonly replaced: number } {
  let replaced = 0
  const mark = (): string => {
    replaced += 1
    return '\ufffd'
  }
  const mended = text
    .replace(new RegExp(FORBIDDEN, 'g'), mark)
    .replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (reference, hex?: string, decimal?: string) => {
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      const isLegal =
        point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) && !FORBIDDEN.test(String.fromCodePoint(point))
      return isLegal ? reference : mark()
    })
  return { text: mended, replaced }
}

interface Building extends XmlElement {
  readonly children: Building[]
  text: string
  readonly content?: (string | Building)[]
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()

function parsed(name: string, text: string, manner: 'plain' | 'mixed'): XmlElement {
  let count = 0
  let root: Building | undefined
  const open: Building[] = []
  const parser = new SaxesParser()
  parser.on('error', ({ message }) => {
    throw new ProblemError({ key: 'exchange.notXml', params: { name, detail: message.replace(/\.$/, '') } })
  })
  // One that only names its definition does no harm: that is never asked for.
  parser.on('doctype', (declared) => {
    if (!declared.includes('[')) return
    throw new ProblemError({ key: 'exchange.doctype', params: { name } })
  })
  parser.on('opentag', ({ name: tag, attributes }) => {
    count += 1
    if (count > MOST_ELEMENTS)
      throw new ProblemError({ key: 'exchange.tooManyElements', params: { name, most: MOST_ELEMENTS } })
    if (open.length >= DEEPEST) throw new ProblemError({ key: 'exchange.tooDeep', params: { name, most: DEEPEST } })
    const own = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value]))
    const mixed = manner === 'mixed' ? { content: [] } : {}
    const element: Building = { name: local(tag), attributes: own, children: [], text: '', ...mixed }
    open.at(-1)?.children.push(element)
    open.at(-1)?.content?.push(element)
    root ??= element
    open.push(element)
  })
  const words = (piece: string): void => {
    const element = open.at(-1)
    element?.content?.push(piece)
    if (element && element.children.length === 0) element.text += piece
  }
  parser.on('text', words)
  parser.on('cdata', words)
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(text).close()
  if (!root) throw new ProblemError({ key: 'exchange.notXml', params: { name, detail: 'no element' } })
  return root
}

/** The children with this local name (lower case). */
export const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? []

/** The first child with this local name (lower case). */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name)

/** The words of the first child with this local name; empty where there is none. */
export const wordsOf = (element: XmlElement, name: string): string => childOf(element, name)?.text ?? ''
