import type { Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { attribute, elements, textOf } from '../html-elements'
import { type Fact, isOfMany, type PageField, quoted, together } from './fact'
import { RANK } from './rank'

type Node = Readonly<Record<string, unknown>>

/** Deeper and larger graphs are not about one article. */
const DEEPEST = 10
const MOST_NODES = 5_000
/** A longer script is data for the page's own programs, in UTF-16 units. */
const LONGEST = 4_000_000

const ARTICLE = /(?:Article|BlogPosting|Posting|Report|Chapter|Book|Review|Legislation|TextDigitalDocument)$/
const PAGE = /^(?:WebPage|ItemPage|AboutPage|CreativeWork)$/
/** Properties that name other works than the page's own. */
const OTHERS = new Set(['itemListElement', 'hasPart', 'mentions', 'citation', 'relatedLink', 'comment', 'review'])

/**
 * What a page says in JSON-LD (schema.org) about the article it holds: the one whose headline is in `title`, else the
 * first. What is no JSON is passed over. https://schema.org/Article
 */
export function jsonLdFacts(root: Root, title: string): Fact[] {
  const nodes: Node[] = []
  for (const script of elements(root, 'script')) {
    if (!/^application\/ld\+json/i.test(attribute(script, 'type') ?? '')) continue
    const source = script.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
    if (source.length <= LONGEST) gather(parsed(source), nodes, 0)
  }
  const byId = new Map<unknown, Node>()
  for (const node of nodes) if (node['@id'] !== undefined && node.name !== undefined) byId.set(node['@id'], node)
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)))
  const article = articles.find((node) => title.includes(words(node.headline ?? node.name) || '\0')) ?? articles[0]
  const page = nodes.find((node) => typesOf(node).some((type) => PAGE.test(type)))
  return [
    ...(article ? factsOf(article, byId, RANK.jsonLd) : []),
    ...(page ? factsOf(page, byId, RANK.jsonLdPage) : []),
  ]
}

function parsed(source: string): unknown {
  const bare = source.replace(/^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)|(?:\/\/\s*)?(?:\]\]>|-->)\s*$/g, '')
  try {
    return JSON.parse(bare)
  } catch {
    // Line ends and tabs inside strings are no JSON, and common.
    try {
      return JSON.parse(bare.replace(/[\p{Cc}]+/gu, ' '))
    } catch {
      return undefined
    }
  }
}

/** All nodes that may be the page's own, those at the top first. */
function gather(value: unknown, nodes: Node[], depth: number): void {
  if (depth > DEEPEST || nodes.length > MOST_NODES || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) for (const each of value) gather(each, nodes, depth + 1)
  else {
    nodes.push(value as Node)
    for (const [key, each] of Object.entries(value)) if (!OTHERS.has(key)) gather(each, nodes, depth + 1)
  }
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value])

const typesOf = (node: Node): string[] =>
  listOf(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^https?:\/\/schema\.org\//, ''))

/** The properties of an article for each field, in the order in which they are believed. */
const PROPERTIES: readonly (readonly [PageField, readonly string[]])[] = [
  ['title', ['headline', 'name']],
  ['subtitle', ['alternativeHeadline']],
  ['date', ['datePublished', 'dateCreated', 'uploadDate']],
  ['author', ['author', 'creator']],
  ['editor', ['editor']],
  ['source', ['sourceOrganization', 'publisher', 'provider']],
  ['place', ['dateline', 'locationCreated']],
  ['section', ['articleSection']],
  ['url', ['url', 'mainEntityOfPage', '@id']],
  ['tags', ['keywords']],
  ['language', ['inLanguage']],
  ['description', ['description']],
]

function factsOf(node: Node, byId: ReadonlyMap<unknown, Node>, rank: number): Fact[] {
  return PROPERTIES.flatMap(([field, properties]): Fact[] => {
    for (const property of properties) {
      const found = [...new Set(listOf(node[property]).map((value) => wordsOf(value, field, byId)))].filter(Boolean)
      if (found.length === 0) continue
      const value = isOfMany(field) ? together(found) : (found[0] as string)
      const quote = quoted(`"${property}": ${JSON.stringify(node[property])}`)
      return [{ field, value, rank, evidence: { by: 'JSON-LD', quote } }]
    }
    return []
  })
}

/** The words of a value: of a node its name, of a reference the name of what it leads to; empty for none. */
function wordsOf(value: unknown, field: PageField, byId: ReadonlyMap<unknown, Node>): string {
  if (typeof value !== 'object' || value === null) return words(value)
  const node = value as Node
  if (field === 'url') return words(node.url ?? node['@id'])
  const named = node.name === undefined ? byId.get(node['@id']) : node
  const name = words(
    listOf(named?.name ?? node['@value'] ?? (field === 'language' ? node.alternateName : undefined))[0],
  )
  return /^https?:/.test(name) ? '' : name
}

/** A string without markup and character references, which some sites leave in; empty for what is no string. */
function words(value: unknown): string {
  const written = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  return /[&<]/.test(written) && written.length < 10_000
    ? textOf(fromHtml(written, { fragment: true }))
    : written.replace(/[\s\p{Cc}]+/gu, ' ').trim()
}
