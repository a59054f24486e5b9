import { WEIGHTS, type Weight } from '../../model/highlight'
import { oneLine } from '../refi/reading'
import type { Tallies } from '../refi/tally'
import type { ForeignAnnotation, ForeignNote, ForeignTagging } from './annotation'
import { iriOf, isA, isObject, type Json, listOf, wordsOf } from './json'
import { makingOf } from './web-making'
import { wordsOfHtml } from './words-of-html'

/** The purposes whose bodies are themes; all others are words about the passage. */
const NAMING: readonly string[] = ['tagging', 'classifying', 'identifying']

const plain = (purpose: string): string => purpose.replace(/^oa:/, '')
const purposesOf = (value: unknown): string[] => listOf(value).map((each) => plain(iriOf(each) ?? ''))

/** The last part of an IRI, which is most often a name. */
const nameInIri = (iri: string): string => {
  const last = iri.split(/[/#:]/).findLast((part) => part !== '') ?? iri
  try {
    return decodeURIComponent(last).replaceAll('_', ' ')
  } catch {
    return last
  }
}

/**
 * What the bodies of an annotation say: those whose purpose is tagging, classifying or identifying are themes, and all
 * other words are notes. A body without a purpose has the annotation's motivation. A body that classifies and stands
 * after one that tags, by the same person at the same time, is its theme, as Pingdian writes it.
 */
export function webBodies(
  annotation: Json,
  told: Tallies,
): Pick<ForeignAnnotation, 'taggings' | 'notes' | 'star' | 'weight'> {
  const motivations = purposesOf(annotation.motivation ?? annotation.motivatedBy)
  const usual = motivations.find((each) => NAMING.includes(each)) ?? 'commenting'
  const only = motivations.every((each) => NAMING.includes(each) || each === 'highlighting') ? usual : 'commenting'
  const taggings: ForeignTagging[] = []
  const notes: ForeignNote[] = []
  let weight: Weight | undefined
  /** The tagging that the body before this one made, with what was said of its making. */
  let before: { readonly making: string; readonly tagging: ForeignTagging } | undefined
  const bodyValue = wordsOf(annotation.bodyValue)
  const bodies = [
    ...listOf(annotation.body ?? annotation.hasBody),
    ...(bodyValue === undefined ? [] : [bodyText(bodyValue)]),
  ]
  for (const body of bodies.flatMap((each) => (isObject(each) && Array.isArray(each.items) ? each.items : [each]))) {
    const { purposes, iri, words, label, source, making } = partsOf(body, told)
    const [purpose = only] = purposes
    const own = { ...(iri !== undefined && { iri }), ...making }
    if (purpose === 'assessing' && WEIGHTS.some((each) => String(each) === words.trim())) {
      weight = Number(words) as Weight
      continue
    }
    if (purpose === 'highlighting' && words.trim() === '') continue
    if (NAMING.includes(purpose)) {
      const made = JSON.stringify(making)
      const path = label ? label.split(' / ') : [oneLine(source === undefined ? words : nameInIri(source))]
      const name = path.at(-1)
      if (name === '') continue
      const isSame = before?.making === made && before.tagging.path[0] === name
      if (purpose === 'classifying' && source !== undefined && before && isSame) {
        taggings[taggings.length - 1] = { ...before.tagging, theme: source, path }
        before = undefined
        continue
      }
      const { modified: _, ...tagging } = own
      const found = { ...tagging, path, ...(source !== undefined && { theme: source }) }
      taggings.push(found)
      before = purpose === 'tagging' ? { making: made, tagging: found } : undefined
      continue
    }
    const text = words.trim() !== '' ? words : source === undefined ? '' : `<${source}>`
    if (text !== '') notes.push({ ...own, text })
  }
  return {
    ...{ taggings, notes },
    ...(motivations.includes('bookmarking') && { star: true as const }),
    ...(weight && { weight }),
  }
}

const bodyText = (value: string): Json => ({ type: 'TextualBody', value })

function partsOf(body: unknown, told: Tallies) {
  if (!isObject(body)) {
    const source = iriOf(body)
    return { purposes: [], iri: undefined, words: '', label: '', source, making: {} }
  }
  const value = wordsOf(body.value) ?? wordsOf(body['rdf:value']) ?? wordsOf(body.chars) ?? ''
  const source = body.source ?? body['oa:hasSource']
  const isText = value !== '' || source === undefined
  const named = isText ? undefined : iriOf(source)
  const label = isObject(source) ? oneLine(wordsOf(listOf(source.label ?? source['rdfs:label'])[0]) ?? '') : ''
  const isWeb = value === '' && source === undefined
  return {
    purposes: isA(body, 'Tag') ? ['tagging'] : purposesOf(body.purpose ?? body['oa:hasPurpose']),
    iri: isWeb ? undefined : iriOf(body),
    words: /html/i.test(wordsOf(body.format) ?? '') ? wordsOfHtml(value) : value,
    label: label || (isWeb ? oneLine(wordsOf(body.label) ?? '') : ''),
    source: isWeb ? iriOf(body) : named,
    making: makingOf(body, told),
  }
}
