import type { Nodes, Root } from 'hast'
import { attribute, elements, keptAddress } from '../html-elements'

/**
 * The address that links on a page start from: `<base>`, else where the page says it is; undefined where it does not.
 * `location` is where it was saved from, when the file knows.
 */
export function baseAddress(root: Root, location?: string): string | undefined {
  const [base] = [...elements(root, 'base')].flatMap((element) => attribute(element, 'href') ?? [])
  const canonical = [...elements(root, 'link')].find((link) => attribute(link, 'rel') === 'canonical')
  const meta = [...elements(root, 'meta')].find((each) => attribute(each, 'property') === 'og:url')
  const places = [
    location,
    savedFrom(root),
    canonical && attribute(canonical, 'href'),
    meta && attribute(meta, 'content'),
  ]
  const page = places.find((place) => /^https?:/i.test(keptAddress(place) ?? ''))
  return base === undefined ? page : absolute(base, page)
}

/** The address that browsers write into a page that they save, in a comment. */
export function savedFrom(node: Nodes): string | undefined {
  if (node.type === 'comment') return SAVED.exec(node.value)?.[1]
  if (!('children' in node)) return undefined
  for (const child of node.children) {
    if (child.type !== 'comment' && !(child.type === 'element' && child.tagName === 'html')) continue
    const found = savedFrom(child)
    if (found !== undefined) return found
  }
  return undefined
}

const SAVED = /(?:saved from url=\(\d+\)|\burl:\s*)(https?:\/\/\S+)/

/** An address as it stands in a page, with its scheme and host; itself when it has them, or when there is no base. */
export function absolute(href: string, base: string | undefined): string {
  if (base === undefined || /^[a-z][a-z0-9+.-]*:/i.test(href.trim())) return href
  try {
    return new URL(href.trim(), base).href
  } catch {
    return href
  }
}
