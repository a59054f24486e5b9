import { SaxesParser } from 'saxes'
import { ProblemError } from '../../result'

/** Attributes by their names, with the prefix that `PREFIXES` gives their namespace; without one where they have none. */
export type Attributes = Readonly<Record<string, string>>

/** What is told of an XML part, in its order. Names have the prefix that `PREFIXES` gives their namespace (`w:p`). */
export interface XmlHandlers {
  /** `parent` is the element around it, empty for the root. What is in it is passed over when this returns 'skip'. */
  open(name: string, attributes: Attributes, parent: string): 'skip' | undefined
  close?(name: string): void
  text?(text: string): void
}

const OOXML = 'http://schemas.openxmlformats.org'
const STRICT = 'http://purl.oclc.org/ooxml'
const MICROSOFT = 'http://schemas.microsoft.com/office'
const ODF = 'urn:oasis:names:tc:opendocument:xmlns'

/** The usual prefixes of the namespaces in office documents, whatever prefix a file gives them; others are `?`. */
const PREFIXES: Readonly<Record<string, string>> = {
  [`${OOXML}/wordprocessingml/2006/main`]: 'w',
  [`${STRICT}/wordprocessingml/main`]: 'w',
  [`${OOXML}/officeDocument/2006/relationships`]: 'r',
  [`${STRICT}/officeDocument/relationships`]: 'r',
  [`${OOXML}/package/2006/relationships`]: 'rel',
  [`${OOXML}/package/2006/metadata/core-properties`]: 'cp',
  [`${OOXML}/officeDocument/2006/extended-properties`]: 'ep',
  [`${STRICT}/officeDocument/extendedProperties`]: 'ep',
  [`${OOXML}/officeDocument/2006/math`]: 'm',
  [`${STRICT}/officeDocument/math`]: 'm',
  [`${OOXML}/markup-compatibility/2006`]: 'mc',
  [`${OOXML}/drawingml/2006/picture`]: 'pic',
  [`${STRICT}/drawingml/picture`]: 'pic',
  [`${OOXML}/drawingml/2006/chart`]: 'c',
  [`${STRICT}/drawingml/chart`]: 'c',
  [`${OOXML}/drawingml/2006/diagram`]: 'dgm',
  [`${STRICT}/drawingml/diagram`]: 'dgm',
  [`${MICROSOFT}/word/2010/wordml`]: 'w14',
  [`${MICROSOFT}/word/2012/wordml`]: 'w15',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  [`${ODF}:office:1.0`]: 'office',
  [`${ODF}:text:1.0`]: 'text',
  [`${ODF}:style:1.0`]: 'style',
  [`${ODF}:table:1.0`]: 'table',
  [`${ODF}:meta:1.0`]: 'meta',
  [`${ODF}:drawing:1.0`]: 'draw',
  [`${ODF}:manifest:1.0`]: 'manifest',
  [`${ODF}:xsl-fo-compatible:1.0`]: 'fo',
  'urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0': 'loext',
  'http://www.w3.org/1999/xlink': 'xlink',
  'http://www.w3.org/1998/Math/MathML': 'math',
  'http://www.w3.org/XML/1998/namespace': 'xml',
}

/** Word nests at most some hundred elements; each level costs time at every name below it. */
const DEEPEST = 2000
/** The longest novels have some 2,000,000 elements. */
const MOST_ELEMENTS = 4_000_000
/** How many characters are read between two looks at the progress. */
const STEP = 262_144

/** Where an XML part stands: its file's name and its path in it, for problems. */
export interface Place {
  readonly name: string
  readonly path: string
}

/**
 * Reads an XML part from beginning to end, telling `handlers` what is in it. No entity is defined, nothing is fetched.
 * `onProgress` is told how far it is, 0 to 1.
 * Throws a ProblemError when it is not well-formed, defines names of its own (a document type), is nested deeper than
 * 2,000 elements, or has more than 4,000,000.
 */
export function readXml(
  { name: file, path }: Place,
  bytes: Uint8Array,
  handlers: XmlHandlers,
  onProgress?: (done: number) => void,
): void {
  const names: string[] = []
  let elements = 0
  let skipped = 0
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw new ProblemError({ key: 'import.partDamaged', params: { name: file, path, detail: error.message } })
  })
  parser.on('doctype', () => {
    throw new ProblemError({ key: 'import.doctype', params: { name: file, path } })
  })
  parser.on('opentag', (tag) => {
    elements += 1
    if (elements > MOST_ELEMENTS) {
      throw new ProblemError({ key: 'import.tooManyTags', params: { name: file, most: MOST_ELEMENTS } })
    }
    if (names.length >= DEEPEST) throw new ProblemError({ key: 'import.tooDeep', params: { name: file } })
    const name = qualified(tag.uri, tag.local)
    const parent = names.at(-1) ?? ''
    names.push(name)
    if (skipped > 0) skipped += 1
    else {
      const attributes: Record<string, string> = {}
      for (const each of Object.values(tag.attributes)) attributes[qualified(each.uri, each.local)] = each.value
      if (handlers.open(name, attributes, parent) === 'skip') skipped = 1
    }
  })
  parser.on('closetag', () => {
    const name = names.pop() as string
    if (skipped > 0) skipped -= 1
    else handlers.close?.(name)
  })
  const text = (words: string): void => {
    if (skipped === 0) handlers.text?.(words)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  const xml = new TextDecoder(encodingOf(bytes)).decode(bytes)
  for (let at = 0; at < xml.length; at += STEP) {
    parser.write(xml.slice(at, at + STEP))
    onProgress?.(Math.min(1, (at + STEP) / xml.length))
  }
  parser.close()
}

/** XML is in UTF-8 unless a byte order mark says otherwise; office programs write nothing else. */
const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'

function qualified(uri: string, local: string): string {
  if (uri === '') return local
  return `${Object.hasOwn(PREFIXES, uri) ? PREFIXES[uri] : '?'}:${local}`
}
