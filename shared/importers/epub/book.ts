import { ProblemError } from '../../result'
import type { SourceFile } from '../importer'
import type { XmlElement } from '../office/xml-tree'
import { bookXml, type Container, localName, openContainer, within } from './container'

/** A file of the book. */
export interface BookItem {
  readonly id: string
  /** Its path in the archive. */
  readonly path: string
  readonly mediaType: string
  readonly properties: readonly string[]
}

/** What the package document of a book says (EPUB Packages 3.3, and OPF 2.0.1). */
export interface Book extends Container {
  readonly metadata: XmlElement | undefined
  /** The id of the identifier that is the book's own. */
  readonly identifier: string | undefined
  /** The pages of the text, in reading order. */
  readonly spine: readonly BookItem[]
  /** The navigation document of EPUB 3, and the NCX of EPUB 2. */
  readonly nav: BookItem | undefined
  readonly ncx: BookItem | undefined
  /** What pages are, by their paths, as the guide of EPUB 2 names them: `cover`, `toc`, `copyright-page`. */
  readonly guide: ReadonlyMap<string, string>
}

/** A book has some hundred pages; each costs. */
const MOST_PAGES = 5_000

/** Opens a book. Throws a ProblemError when it is damaged, locked, or has no text. */
export function openBook(file: SourceFile): Book {
  const container = openContainer(file)
  const { zip, name, packagePath } = container
  const root = bookXml(zip, name, packagePath)
  const items = new Map<string, BookItem>()
  for (const { attributes } of within(root, 'item')) {
    const { id, href } = attributes
    if (id === undefined || href === undefined || items.has(id)) continue
    items.set(id, {
      id,
      path: pathFrom(packagePath, href),
      mediaType: attributes['media-type'] ?? '',
      properties: (attributes.properties ?? '').split(/\s+/),
    })
  }
  const spineElement = within(root, 'spine')[0]
  const seen = new Set<string>()
  const spine = within(spineElement, 'itemref')
    .flatMap(({ attributes }) => items.get(attributes.idref ?? '') ?? [])
    .filter(({ path, mediaType }) => {
      const isPage = /x?html|xml$/i.test(mediaType) && !/svg|ncx/i.test(mediaType) && zip.entries.has(path)
      const isNew = !seen.has(path)
      seen.add(path)
      return isPage && isNew
    })
  if (spine.length === 0) throw new ProblemError({ key: 'import.noText', params: { name } })
  if (spine.length > MOST_PAGES) {
    throw new ProblemError({ key: 'import.zipTooMany', params: { name, count: spine.length, most: MOST_PAGES } })
  }
  const all = [...items.values()]
  const guide = within(within(root, 'guide')[0], 'reference').map(
    ({ attributes }) => [pathFrom(packagePath, attributes.href ?? ''), attributes.type ?? ''] as const,
  )
  return {
    ...container,
    metadata: root?.children.find((each) => localName(each) === 'metadata'),
    identifier: root?.attributes['unique-identifier'],
    spine,
    nav: all.find(({ properties, path }) => properties.includes('nav') && zip.entries.has(path)),
    ncx:
      items.get(spineElement?.attributes.toc ?? '') ??
      all.find(({ mediaType }) => mediaType === 'application/x-dtbncx+xml'),
    guide: new Map(guide),
  }
}

/** The path in the archive that an address in the file `from` leads to, without what stands behind #. */
export function pathFrom(from: string, href: string): string {
  const [path = ''] = href.split('#')
  const names = path === '' ? from.split('/') : path.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const name of decoded(path).split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}

/** An address as it was before it was written into markup. */
export function decoded(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
