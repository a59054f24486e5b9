/** In what the distance of NEAR is counted. */
export const NEAR_UNITS = ['characters', 'sentences', 'paragraphs'] as const
export type NearUnit = (typeof NEAR_UNITS)[number]

/** What is looked for in texts. */
export type SearchQuery =
  /** Words as they stand, one after the other. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** Words with gaps: `?` is one character, `*` up to 40, but no stop; `\` before `*`, `?` and `\` means the sign itself. */
  | { readonly kind: 'wildcard'; readonly text: string }
  /** A regular expression as JavaScript writes it, matched within paragraphs. */
  | { readonly kind: 'regex'; readonly source: string }
  /** Texts that all of them match; at least two. */
  | { readonly kind: 'and'; readonly all: readonly SearchQuery[] }
  /** Texts that one of them matches; at least two. */
  | { readonly kind: 'or'; readonly any: readonly SearchQuery[] }
  /** Texts that it does not match. */
  | { readonly kind: 'not'; readonly of: SearchQuery }
  /** Places of the one with a place of the other no further away than this, in either order. */
  | {
      readonly kind: 'near'
      readonly one: SearchQuery
      readonly other: SearchQuery
      /** Characters between them, or sentences or paragraphs from the one to the other; from 0. */
      readonly within: number
      readonly unit: NearUnit
    }

const SUFFIX: Readonly<Record<NearUnit, string>> = { characters: '', sentences: 's', paragraphs: 'p' }
/** What binds tighter has the higher number. */
const STRENGTH = { or: 1, and: 2, not: 3, near: 4 } as const

const quoted = (text: string): string => `"${text.replace(/[\\"*?]/g, '\\$&')}"`
/** A wildcard's text keeps its signs and the backslashes before those that are meant as they stand. */
const wild = (text: string): string => `"${text.replace(/\\[\s\S]|"/g, (each) => (each === '"' ? '\\"' : each))}"`
const slashed = (source: string): string =>
  `/${source.replace(/\\[\s\S]|\//g, (each) => (each === '/' ? '\\/' : each))}/`

/** A query as a line of text that can be typed; `parseQuery` reads it as the same query. */
export function formatQuery(query: SearchQuery, inside = 0): string {
  switch (query.kind) {
    case 'phrase':
      return quoted(query.text)
    case 'wildcard':
      return wild(query.text)
    case 'regex':
      return slashed(query.source)
    default:
      break
  }
  const strength = STRENGTH[query.kind]
  const written = operation(query, strength)
  return strength <= inside ? `(${written})` : written
}

function operation(
  query: Exclude<SearchQuery, { readonly kind: 'phrase' | 'wildcard' | 'regex' }>,
  strength: number,
): string {
  switch (query.kind) {
    case 'and':
      return query.all.map((each) => formatQuery(each, strength)).join(' AND ')
    case 'or':
      return query.any.map((each) => formatQuery(each, strength)).join(' OR ')
    case 'not':
      return `NOT ${formatQuery(query.of, strength)}`
    case 'near':
      return `${formatQuery(query.one, strength)} NEAR/${query.within}${SUFFIX[query.unit]} ${formatQuery(query.other, strength)}`
  }
}
