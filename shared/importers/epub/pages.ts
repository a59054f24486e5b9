import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Encoding } from '../../model/document'
import { decode } from '../encoding'
import { xhtmlAsHtml } from '../html/xhtml'
import { attribute, elements } from '../html-elements'
import { refuseTooManyTags } from '../html-size'
import type { ReadOptions } from '../importer'
import type { Remarks } from '../remarks'
import { type Book, type BookItem, decoded, pathFrom } from './book'

/** The pages of a book as one tree, so that a note on one is found from its call on another. */
export interface Pages {
  readonly root: Root
  /** The element that holds each page's body. */
  readonly bodies: ReadonlyMap<BookItem, Element>
  readonly encoding: Encoding | undefined
}

/** Reads the pages of a book in their order. Throws a ProblemError when one is damaged, or there are too many tags. */
export function readPages(book: Book, options: ReadOptions, remarks: Remarks): Pages {
  const bodies = new Map<BookItem, Element>()
  const { zip, name, spine } = book
  let encoding: Encoding | undefined
  const sources = spine.map((item) => {
    const read = decode({ name, bytes: zip.read(item.path) ?? new Uint8Array() }, options, remarks)
    encoding ??= read.encoding
    return { item, text: xhtmlAsHtml(read.text) }
  })
  refuseTooManyTags(name, sources.map(({ text }) => text).join('\n'))
  sources.forEach(({ item, text }, index) => {
    const [body] = [...elements(fromHtml(text), 'body')]
    const children: ElementContent[] = body?.children ?? []
    const types = body && attribute(body, 'epub:type')
    const page: Element = {
      type: 'element',
      tagName: 'section',
      properties: { id: '', ...(types !== undefined && { 'epub:type': types }) },
      children,
    }
    giveAddresses(page, item.path)
    bodies.set(item, page)
    options.onProgress?.((index + 1) / sources.length)
  })
  return { root: { type: 'root', children: [...bodies.values()] }, bodies, encoding }
}

/** Where an element stands in a book: the path of its page, and its id there. */
export const bookAddress = (path: string, id: string): string => `${path}#${id}`

/** Makes the ids of a page's elements, and its links to pages of the book, addresses in the book. */
function giveAddresses(page: Element, path: string): void {
  const visit = (element: Element): void => {
    const { properties } = element
    const id = attribute(element, 'id')
    if (id !== undefined) properties.id = bookAddress(path, id)
    if (element.tagName === 'a') {
      const name = attribute(element, 'name')
      if (name !== undefined) properties.name = bookAddress(path, name)
      const href = attribute(element, 'href')
      if (href !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(href.trim())) {
        const fragment = href.includes('#') ? decoded(href.slice(href.indexOf('#') + 1)) : ''
        properties.href = `#${encodeURIComponent(bookAddress(pathFrom(path, href), fragment))}`
      }
    }
    for (const child of element.children) if (child.type === 'element') visit(child)
  }
  visit(page)
}
