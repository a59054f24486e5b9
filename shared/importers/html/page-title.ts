import type { Root } from 'hast'
import type { Block } from '../../model/document'
import { elements, textOf } from '../html-elements'
import { type Fact, quoted } from './fact'
import { RANK } from './rank'

/** Between a headline and the names of section and site, which follow it in `<title>`. */
const SEPARATOR = /\s*(?:[_|｜»«¦]+|--+|\s[-–—·•:]\s|\s*[—–]\s*|-)\s*/g
/** How the names of sites end. */
const SITE =
  /(?:网|網|网站|在线|在線|日报|日報|晚报|晚報|早报|时报|時報|新闻|新聞|频道|頻道|政府|客户端|公众号|博客|部落格|中心|\.(?:com|cn|net|org|tw|jp)\S*|(?:News|Times|Post|Daily|Journal|Herald|Tribune|Gazette|Guardian|Magazine|Blog)(?: \w+)?)$/i
/** A name of a site is no longer than this, in UTF-16 units. */
const LONGEST_SITE = 24
/** A headline behind the name of a paper has no fewer than this. */
const SHORTEST_HEADLINE = 5

const same = (text: string): string => text.replace(/[\s\p{P}\p{S}]+/gu, '').toLowerCase()

/**
 * The headline of a page by its own text: a heading whose words `<title>` begins with or holds, else `<title>` without
 * the site's name. `sites` are the names the page gives to its site, `blocks` its text.
 */
export function titleFacts(root: Root, blocks: readonly Block[], sites: readonly string[]): Fact[] {
  const title = [...elements(root, 'title')].map(textOf).find((text) => text !== '')
  if (title === undefined) return []
  const known = new Set(sites.map(same))
  const evidence = { by: 'markup', quote: quoted(`<title>${title}</title>`) } as const
  const headings = ['h1', 'h2', 'h3'].flatMap((name) =>
    [...elements(root, name)].map((heading) => ({ name, text: textOf(heading) })),
  )
  const heading = headings.find(({ text }) => isHeadline(text, title) && !known.has(same(text)))
  return [
    ...(heading
      ? [
          {
            field: 'title' as const,
            value: heading.text,
            rank: RANK.page,
            evidence: { by: 'markup' as const, quote: quoted(`<${heading.name}>${heading.text}</${heading.name}>`) },
          },
        ]
      : []),
    { field: 'title', value: withoutSite(title, known, blocks), rank: RANK.metaOfSite + 50, evidence },
  ]
}

/** Whether a heading is what `<title>` names: it holds the heading's words, and little else but the site's names. */
function isHeadline(heading: string, title: string): boolean {
  const [words, whole] = [same(heading), same(title)]
  return words.length >= 2 && (whole.startsWith(words) || (whole.includes(words) && words.length * 2 > whole.length))
}

/** A title without the names of section and site around it. A part that stands in the text as it is, is kept. */
export function withoutSite(title: string, known: ReadonlySet<string>, blocks: readonly Block[]): string {
  const cuts = [...title.matchAll(SEPARATOR)].filter(({ index }) => index > 0)
  const texts = new Set(blocks.map(({ text }) => same(text)))
  if (texts.has(same(title))) return title
  for (const { index } of cuts.toReversed()) {
    const start = title.slice(0, index)
    if (start.length >= 2 && texts.has(same(start)) && !known.has(same(start))) return start
  }
  for (const { index, 0: separator } of cuts) {
    const end = title.slice(index + separator.length)
    if (end.length >= SHORTEST_HEADLINE && texts.has(same(end)) && !known.has(same(end))) return end
  }
  let kept = title
  for (const { index, 0: separator } of cuts.toReversed()) {
    const name = kept.slice(index + separator.length)
    const isSite = known.has(same(name)) || (SITE.test(name) && !/^[—–]$/.test(separator))
    if (name.length > LONGEST_SITE || !isSite || index < 2) break
    kept = kept.slice(0, index).trim()
  }
  const [first] = cuts
  if (kept === title && first && known.has(same(title.slice(0, first.index)))) {
    kept = title.slice(first.index + first[0].length)
  }
  return kept
}
