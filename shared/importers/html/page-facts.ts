import type { Element, Nodes, Root } from 'hast'
import { attribute, elements, keptAddress, textOf } from '../html-elements'
import { type Fact, type PageField, quoted } from './fact'
import { fieldOfMeta, OF_SITES } from './meta-names'
import { RANK } from './rank'

const tag = (element: Element, names: readonly (readonly [string, string])[]): string =>
  names
    .flatMap(([written, name]) => {
      const value = attribute(element, name)
      return value === undefined ? [] : [` ${written}="${value}"`]
    })
    .join('')

/** What the `<meta>` elements of a page say; of a name that stands there several times, all values. */
export function metaFacts(root: Root): Fact[] {
  return [...elements(root, 'meta')].flatMap((meta): Fact[] => {
    const names = ['name', 'property', 'itemProp', 'httpEquiv'].flatMap((name) => attribute(meta, name) ?? [])
    const value = attribute(meta, 'content')
      ?.replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
    const name = names.find((each) => fieldOfMeta(each))
    const found = name === undefined ? undefined : fieldOfMeta(name)
    if (!found || !name || !value) return []
    const rank = (OF_SITES.has(name.toLowerCase()) ? RANK.metaOfSite : RANK.meta) + found.place
    const written = tag(meta, [
      ['name', 'name'],
      ['property', 'property'],
      ['itemprop', 'itemProp'],
      ['http-equiv', 'httpEquiv'],
      ['content', 'content'],
    ])
    return [{ field: found.field, value, rank, evidence: { by: 'markup', quote: quoted(`<meta${written}>`) } }]
  })
}

/** Properties of microdata, which stand in the text itself. https://schema.org/Article */
const MICRODATA: Readonly<Record<string, PageField>> = {
  headline: 'title',
  alternativeheadline: 'subtitle',
  datepublished: 'date',
  author: 'author',
  editor: 'editor',
  articlesection: 'section',
  dateline: 'place',
}

/** Elements that sites mark by an id of their own: WeChat's account and time, and what Baidu asked news pages to mark. */
const BY_ID: Readonly<Record<string, PageField>> = {
  js_name: 'source',
  publish_time: 'date',
  pubtime_baidu: 'date',
  source_baidu: 'source',
  author_baidu: 'author',
  editor_baidu: 'editor',
}

/** A time of publication that is written in parts, as on xinhuanet.com: 2021 04/12 15:42:10. */
const IN_PARTS = /^(20\d\d)\s*(\d\d)\/(\d\d)\s*(\d\d:\d\d:\d\d)$/

/**
 * What elements of the text say by their attributes: microdata, `rel="author"`, `<time>` (where it says that it is the
 * time of publication, or is the only one of the page), and the addresses in `<link rel="canonical">` and in the remark
 * that browsers write into a saved page.
 */
export function elementFacts(root: Root): Fact[] {
  const facts: Fact[] = []
  const times: Fact[] = []
  const add = (field: PageField, value: string, rank: number, quote: string): void => {
    if (value !== '') facts.push({ field, value, rank, evidence: { by: 'markup', quote: quoted(quote) } })
  }
  const visit = (node: Nodes, within: boolean): void => {
    if (node.type === 'comment') {
      const [quote, address] = /(?:saved from url=\(\d+\)|\burl:\s*)(https?:\/\/\S+)/.exec(node.value) ?? []
      if (quote && address) add('url', address, RANK.saved, quote)
    }
    if (node.type === 'element') {
      const property = attribute(node, 'itemProp')?.toLowerCase() ?? ''
      const field = node.tagName === 'meta' ? undefined : MICRODATA[property]
      const id = attribute(node, 'id') ?? ''
      if (Object.hasOwn(BY_ID, id)) {
        add(BY_ID[id] as PageField, textOf(node), RANK.page, `<${node.tagName} id="${id}">${textOf(node)}`)
      } else if (/\btime\b/.test(attribute(node, 'className') ?? '') && IN_PARTS.test(textOf(node))) {
        const text = textOf(node)
        add('date', text.replace(IN_PARTS, '$1-$2-$3 $4'), RANK.page, text)
      } else if (node.tagName === 'time') times.push(...timeFact(node, property))
      else if (field) {
        const named = field === 'author' ? [...withProperty(node, 'name')][0] : undefined
        const text = textOf(named ?? node)
        add(
          field,
          attribute(node, 'content') ?? text,
          RANK.microdata,
          `<${node.tagName} itemprop="${property}">${text}`,
        )
      } else if (node.tagName === 'a' && !within && / author /.test(` ${attribute(node, 'rel')} `)) {
        add('author', textOf(node), RANK.page, `<a rel="author">${textOf(node)}</a>`)
      } else if (node.tagName === 'link' && attribute(node, 'rel') === 'canonical') {
        const href = keptAddress(attribute(node, 'href'))
        if (href !== undefined) add('url', href, RANK.meta, `<link rel="canonical" href="${href}">`)
      }
    }
    const inField = within || (node.type === 'element' && MICRODATA[attribute(node, 'itemProp') ?? ''] === 'author')
    if ('children' in node) for (const child of node.children) visit(child, inField)
  }
  visit(root, false)
  const [named, ...others] = [...ofClass(root, 'author')].map(textOf)
  if (named && others.length === 0 && named.length <= LONGEST_NAME) {
    add('author', named, RANK.page + 50, `<… class="author">${named}`)
  }
  const told = times.filter(({ rank }) => rank === RANK.microdata)
  const alone = new Set(times.map(({ value }) => value.slice(0, 10))).size === 1
  return [...facts, ...(told.length > 0 ? told : alone ? times : [])]
}

/** What a page's only element of class `author` holds is a name when it is no longer than this, in UTF-16 units. */
const LONGEST_NAME = 24

function* ofClass(node: Nodes, name: string): Generator<Element> {
  if (node.type === 'element' && ` ${attribute(node, 'className')} `.includes(` ${name} `)) yield node
  if ('children' in node) for (const child of node.children) yield* ofClass(child, name)
}

function timeFact(time: Element, property: string): Fact[] {
  const value = (attribute(time, 'dateTime') ?? textOf(time)).replace(/\s+/g, ' ').trim()
  if (value === '' || /modified|updated/i.test(`${property} ${attribute(time, 'className') ?? ''}`)) return []
  const isPublication =
    property === 'datepublished' || time.properties.pubDate !== undefined || time.properties.pubdate !== undefined
  const written = tag(time, [
    ['itemprop', 'itemProp'],
    ['datetime', 'dateTime'],
  ])
  const quote = quoted(`<time${written}>${textOf(time)}</time>`)
  return [{ field: 'date', value, rank: isPublication ? RANK.microdata : RANK.page, evidence: { by: 'markup', quote } }]
}

function* withProperty(node: Nodes, property: string): Generator<Element> {
  if (node.type === 'element' && attribute(node, 'itemProp') === property) yield node
  if ('children' in node) for (const child of node.children) yield* withProperty(child, property)
}
