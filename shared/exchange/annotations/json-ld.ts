import { isObject, type Json } from './json'

/** Nested deeper than this, nothing is an annotation any more. */
const DEEPEST = 60

const VOCABULARIES =
  /^(?:oa:|http:\/\/www\.w3\.org\/ns\/oa#|cnt:|http:\/\/www\.w3\.org\/2011\/content#|as:|https?:\/\/www\.w3\.org\/ns\/activitystreams#|rdf:|http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#|rdfs:|http:\/\/www\.w3\.org\/2000\/01\/rdf-schema#|dcterms:|http:\/\/purl\.org\/dc\/terms\/|foaf:|http:\/\/xmlns\.com\/foaf\/0\.1\/)/

/** What the Web Annotation context calls things by another name than its vocabulary, and what Open Annotation (2013) and IIIF 2 called so. */
const NAMES: Readonly<Record<string, string>> = {
  '@id': 'id',
  '@type': 'type',
  hasTarget: 'target',
  on: 'target',
  hasBody: 'body',
  resource: 'body',
  hasSource: 'source',
  full: 'source',
  hasSelector: 'selector',
  motivatedBy: 'motivation',
  hasPurpose: 'purpose',
  annotatedBy: 'creator',
  annotatedAt: 'created',
  chars: 'value',
}

/** Whether what a file begins with is written otherwise than the Web Annotation context has it. */
export const isOtherJsonLd = (start: string): boolean =>
  /"@(?:type|value)"|\/ns\/oa#|"oa:|"has(?:Target|Body)"/.test(start)

/**
 * JSON-LD that is expanded, has prefixes, or is Open Annotation, in the names that the Web Annotation context gives: the
 * other readers know no others. What has no such name is kept as it is.
 */
export function inWebNames(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return null
  if (typeof value === 'string') return value.replace(/^http:\/\/www\.w3\.org\/ns\/oa#(?=\w+$)/, '')
  if (Array.isArray(value)) return value.map((each) => inWebNames(each, depth + 1))
  if (!isObject(value)) return value
  if ('@value' in value) return value['@value']
  if ('@list' in value) return inWebNames(value['@list'], depth + 1)
  const named: Record<string, unknown> = {}
  for (const [key, each] of Object.entries(value)) {
    const name = nameOf(key, value)
    // Expanded, every value is a list.
    const one = /:\/\//.test(key) && Array.isArray(each) && each.length === 1 ? each[0] : each
    named[name] ??= inWebNames(one, depth + 1)
  }
  return named
}

function nameOf(key: string, { on }: Json): string {
  const local = key.replace(VOCABULARIES, '')
  // A resource is a body only where there is something that it is about.
  if (local === 'resource' && on === undefined) return key
  return NAMES[local] ?? local
}
