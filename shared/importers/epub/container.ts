import { ProblemError } from '../../result'
import { asciiStart } from '../declared-encoding'
import type { SourceFile } from '../importer'
import { type XmlElement, xmlTree } from '../office/xml-tree'
import { OFFICE_LIMITS, openZip, type Zip } from '../zip'

/** A book's archive (EPUB Open Container Format 3.3), and the path of its package document. */
export interface Container {
  readonly zip: Zip
  readonly name: string
  readonly packagePath: string
}

/** How fonts are obfuscated, which keeps nobody from reading (EPUB 3.3, 4.4; Adobe's older way). */
const OF_FONTS = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'])

/**
 * Opens a book's archive. Throws a ProblemError when it is no archive, has no package document, or its text is locked
 * by rights management.
 */
export function openContainer({ name, bytes }: SourceFile): Container {
  const zip = openZip(name, bytes, OFFICE_LIMITS)
  refuseLocked(zip, name)
  const container = bookXml(zip, name, 'META-INF/container.xml')
  const roots = within(container, 'rootfile').flatMap(({ attributes }) => attributes['full-path'] ?? [])
  const packagePath =
    roots.map((path) => path.replace(/^\/+/, '')).find((path) => zip.entries.has(path)) ??
    [...zip.entries.keys()].find((path) => /\.opf$/i.test(path))
  if (packagePath === undefined) {
    throw new ProblemError({ key: 'import.partMissing', params: { name, path: roots[0] ?? 'content.opf' } })
  }
  return { zip, name, packagePath }
}

/** The root of an XML part of the book; undefined when there is none with this path. Throws as `xmlTree` does. */
export function bookXml(zip: Zip, name: string, path: string): XmlElement | undefined {
  const bytes = zip.read(path)
  return bytes && xmlTree({ name, path }, withoutDoctype(bytes))
}

/** Every element under `root` with this name, whatever its namespace, in document order. */
export function within(root: XmlElement | undefined, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const gather = (parent: XmlElement): void => {
    for (const each of parent.children) {
      if (localName(each) === name) found.push(each)
      gather(each)
    }
  }
  if (root) gather(root)
  return found
}

/** An element's name without its prefix. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

/** NCX files name a document type, which only says where its grammar is; one that defines anything stays, and is refused. */
function withoutDoctype(bytes: Uint8Array): Uint8Array {
  if (!/<!doctype/i.test(asciiStart(bytes))) return bytes
  const text = new TextDecoder().decode(bytes)
  return new TextEncoder().encode(text.replace(/<!doctype\s[^[>]*>/i, ''))
}

function refuseLocked(zip: Zip, name: string): void {
  const locked = within(bookXml(zip, name, 'META-INF/encryption.xml'), 'EncryptedData').some(
    (data) =>
      !within(data, 'EncryptionMethod').every(({ attributes }) => OF_FONTS.has(attributes.Algorithm ?? '')) &&
      within(data, 'CipherReference').some(({ attributes }) => !IS_MEDIA.test(attributes.URI ?? '')),
  )
  if (locked) throw new ProblemError({ key: 'import.bookLocked', params: { name } })
}

const IS_MEDIA = /\.(?:otf|ttf|woff2?|jpe?g|png|gif|svg|webp|css|mp3|mp4|js)$/i
