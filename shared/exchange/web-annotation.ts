import { ProblemError } from '../result'
import { iriOf, isA, isObject, jsonStart, readJson, wordsOf } from './annotations/json'
import { inWebNames, isOtherJsonLd } from './annotations/json-ld'
import { annotationReading } from './annotations/reading'
import { annotationRecords } from './annotations/records'
import { webAnnotation as annotationsOf, webAnnotationsIn } from './annotations/web-annotations'
import { asideNotes, parted } from './annotations/web-asides'
import { webLinks } from './annotations/web-links'
import type { ExchangeReader } from './incoming'
import { keeping } from './keeping'
import { oneLine } from './refi/reading'

/**
 * Annotations by the Web Annotation Data Model (W3C Recommendation, 23 February 2017) as JSON-LD: a collection with its
 * pages, a page, a list, or one annotation; compacted, expanded or with prefixes; and Open Annotation before it. The texts are not in the file; see `annotationRecords`.
 */
export const webAnnotation: ExchangeReader = {
  id: 'web-annotation',
  extensions: ['jsonld', 'json'],
  hasTexts: false,
  recognises: (file) => {
    const start = jsonStart(file)
    return (
      start !== '' &&
      (/\.jsonld$/i.test(file.name) ||
        /www\.w3\.org\/ns\/(?:anno|oa)\b|"(?:oa:)?Annotation(?:Page|Collection)?"/.test(start))
    )
  },
  read(file, options) {
    const { name } = file
    const read = readJson(file)
    const value = isOtherJsonLd(jsonStart(file)) ? inWebNames(read) : read
    const reading = annotationReading(name, options)
    const found = webAnnotationsIn(value, reading.told)
    if (found === null) throw new ProblemError({ key: 'exchange.noAnnotations', params: { name } })
    options.onProgress?.(0.3)
    const whole = isObject(value) && isA(value, 'AnnotationCollection') ? value : undefined
    const { marks, asides, linking } = parted(found, (whole && iriOf(whole)) ?? '', reading)
    const [own, ...further] = options.into.documents
    const only = own && further.length === 0 ? { iri: own.id, urls: [], title: own.title } : undefined
    const annotations = marks.flatMap((each, at) => annotationsOf(each, at, reading.told, only))
    const records = annotationRecords(annotations, reading)
    options.onProgress?.(0.9)
    const notes = [...records.notes, ...asideNotes(asides, reading)]
    const links = webLinks(linking, records.subjects, reading)
    const { documents, contents, originals, highlights, taggings } = records
    const { told } = reading
    const generator = isObject(whole?.generator) ? wordsOf(whole.generator.name) : undefined
    return keeping(
      'web-annotation',
      {
        report: {
          name: oneLine(wordsOf(whole?.label) ?? ''),
          ...(generator && { origin: oneLine(generator) }),
          repaired: told.repaired.all(),
          unrepresented: told.unrepresented.all(),
          missing: told.missing.all(),
        },
        records: {
          coders: reading.coders(),
          ...{ documents, themes: reading.themes.made(), highlights, taggings, links },
          notes,
        },
        ...{ contents, originals },
      },
      options,
    )
  },
}
