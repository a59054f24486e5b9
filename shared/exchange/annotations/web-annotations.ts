import { oneLine } from '../refi/reading'
import type { Tallies } from '../refi/tally'
import type { ForeignAnnotation, ForeignSource } from './annotation'
import { iriOf, isA, isObject, type Json, listOf, wordsOf } from './json'
import { webBodies } from './web-bodies'
import { makingOf } from './web-making'
import { webPlace } from './web-place'

const labelOf = (value: Json): string =>
  wordsOf(listOf(value['dc:title'] ?? value.label ?? value['rdfs:label'] ?? value.title)[0]) ?? ''

/** The annotations in a collection, its pages, a list or an annotation alone; null when it is none of these. */
export function webAnnotationsIn(value: unknown, told: Tallies, depth = 0): Json[] | null {
  if (depth > 100) return []
  if (Array.isArray(value)) {
    const found = value.map((each) => webAnnotationsIn(each, told, depth + 1))
    return found.length > 0 && found.every((each) => each === null) ? null : found.flatMap((each) => each ?? [])
  }
  if (!isObject(value)) return null
  if (Array.isArray(value['@graph'])) return webAnnotationsIn(value['@graph'], told, depth + 1)
  if (isA(value, 'AnnotationCollection')) return pagesFrom(value.first ?? value.items, told, depth)
  if (isA(value, 'AnnotationPage')) {
    const items = listOf(value.items).filter(isObject)
    return value.next === undefined ? items : [...items, ...(pagesFrom(value.next, told, depth) ?? [])]
  }
  return isA(value, 'Annotation') || value.target !== undefined || value.hasTarget !== undefined ? [value] : null
}

/** What is in the page, or the list; a page that is only named is told. */
function pagesFrom(value: unknown, told: Tallies, depth: number): Json[] | null {
  if (typeof value === 'string') {
    told.missing.add('exchange.missingPage', { name: oneLine(value) })
    return []
  }
  return webAnnotationsIn(value ?? [], told, depth + 1) ?? []
}

/** The text that a target speaks of; undefined where it names none. */
export function webSource(target: unknown): ForeignSource | undefined {
  const source = isObject(target) ? (target.source ?? target['oa:hasSource'] ?? target) : target
  const iri = iriOf(listOf(source)[0])
  if (iri === undefined || iri.trim() === '') return undefined
  return { iri: iri.trim(), urls: [], title: isObject(source) ? oneLine(labelOf(source)) : '' }
}

/**
 * An annotation of the Web Annotation Data Model: one for each of its targets. `at` is its place in the file; `only` is the
 * text that there is where there is one alone: Recogito and others leave out what they annotate.
 */
export function webAnnotation(value: Json, at: number, told: Tallies, only?: ForeignSource): ForeignAnnotation[] {
  const targets = listOf(value.target ?? value.hasTarget)
  const { modified: _, ...making } = makingOf(value, told)
  const own = iriOf(value)
  if (targets.length === 0) told.unrepresented.add('exchange.noTarget')
  return targets.flatMap((target, number): ForeignAnnotation[] => {
    const source = webSource(target) ?? (isObject(target) && target.selector !== undefined ? only : undefined)
    if (!source) {
      told.unrepresented.add('exchange.noTarget')
      return []
    }
    const selector = isObject(target) ? listOf(target.selector) : []
    const place = selector.length === 0 ? null : webPlace(selector)
    if (place === undefined) {
      told.unrepresented.add('exchange.noWords', { name: source.title || source.iri })
      return []
    }
    const iri = `${own ?? `annotation ${source.iri} ${at}`}${number === 0 ? '' : ` target ${number}`}`
    const bodies = webBodies(value, told)
    // The bodies of an annotation are about all of its targets; only for the first do they keep their own names.
    const anew = <T extends { readonly iri?: string }>({ iri: name, ...body }: T) =>
      name === undefined || number === 0 ? { ...body, ...(name !== undefined && { iri: name }) } : body
    return [
      {
        ...{ iri, source, place, ...making, ...bodies },
        taggings: bodies.taggings.map(anew),
        notes: bodies.notes.map(anew),
      },
    ]
  })
}
