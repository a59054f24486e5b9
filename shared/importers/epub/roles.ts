import type { Element } from 'hast'
import type { Debris } from '../../model/document'
import { attribute, elements, textOf } from '../html-elements'
import type { Book, BookItem } from './book'

/** What the guide of EPUB 2, and the types of EPUB 3, call pages that are no part of the text. */
const ROLES: readonly (readonly [RegExp, Debris])[] = [
  [/(?:^|\s)(?:toc|loi|lot|landmarks|page-list|cover)(?:\s|$)/, 'navigation'],
  [/(?:^|\s)(?:copyright-page|colophon|imprint|imprimatur)(?:\s|$)/, 'footer'],
]
/** A page of at least so many links to other pages of the book is a table of contents. */
const LEAST_LINKS = 4

/** Why a page of a book is no part of its text: a cover, a table of contents, an imprint; undefined for the text. */
export function pageDebris(book: Book, item: BookItem, body: Element): Debris | undefined {
  const section = body.children.filter((each): each is Element => each.type === 'element')
  const inner = section.length === 1 ? attribute(section[0] as Element, 'epub:type') : undefined
  const types = [attribute(body, 'epub:type'), inner, book.guide.get(item.path)].join(' ')
  const role = ROLES.find(([pattern]) => pattern.test(types))
  if (role) return role[1]
  if (item === book.nav || item.properties.includes('nav')) return 'navigation'
  const links = [...elements(body, 'a')].filter((link) => /^#./.test(attribute(link, 'href') ?? '')).map(textOf)
  const whole = textOf(body).replace(/\s/g, '').length
  const linked = links.join('').replace(/\s/g, '').length
  return links.length >= LEAST_LINKS && linked * 10 > whole * 7 ? 'navigation' : undefined
}
