import { asciiStart } from '../importers/declared-encoding'
import type { SourceFile } from '../importers/importer'
import { translator } from '../messages'
import type { PassageLink } from '../model/link'
import { type AnnotationReading, annotationReading } from './annotations/reading'
import { annotationRecords } from './annotations/records'
import { type BratLink, bratAnnotations } from './brat/annotations'
import { type BratDocument, bratDocument } from './brat/document'
import { bratLines } from './brat/lines'
import { bratPlaces } from './brat/places'
import type { ExchangeReader } from './incoming'
import { keeping } from './keeping'
import { ONE_WAY } from './losses'
import { tellCounting } from './refi/read-selections'
import { oneLine } from './refi/reading'
import { textBeside, textOfStandoff } from './together'

/**
 * Annotations of brat in its standoff format (`X.ann`), with the texts that they stand beside (`X.txt`), which are the
 * documents. Types become themes, relations and the parts of events links between passages.
 */
export const brat: ExchangeReader = {
  id: 'brat',
  extensions: ['ann'],
  recognises: ({ name, bytes }) => /\.ann$/i.test(name) && /^\s*(?:$|[TREAMN#]\w*\t|\*\t)/.test(asciiStart(bytes, 256)),
  read(file, options) {
    const reading = annotationReading(file.name, options)
    const { told } = reading
    const came = options.beside ?? []
    const files = [file, ...came.filter(({ name }) => /\.ann$/i.test(name))]
    const read = files.map((each, at) => {
      options.onProgress?.((0.5 * at) / files.length)
      return { file: each, ...documentAndLines(each, came, at, reading) }
    })
    const made = read.flatMap((each) => each.made ?? [])
    const { into } = options
    const whole = {
      ...into,
      documents: [...into.documents, ...made.map(({ document }) => document)],
      contents: [...into.contents, ...made.map(({ content }) => content)],
    }
    const found = read.map(({ lines, source, text, file: { name } }) => {
      const places = bratPlaces(lines.entities, text)
      if (places.counting && lines.entities.length > 0) tellCounting(places.counting, textBeside(name) ?? name, reading)
      return bratAnnotations(lines, source, places, told)
    })
    const records = annotationRecords(
      found.flatMap(({ annotations }) => annotations),
      { ...reading, options: { ...options, into: whole } },
    )
    options.onProgress?.(0.9)
    const links = found.flatMap((each) => each.links.flatMap((link) => linkOf(link, records.subjects, reading)))
    const { documents, contents, originals, highlights, taggings, notes } = records
    return keeping(
      ONE_WAY,
      {
        report: {
          ...{ name: '', origin: 'brat' },
          repaired: told.repaired.all(),
          unrepresented: told.unrepresented.all(),
          missing: told.missing.all(),
        },
        records: {
          coders: reading.coders(),
          documents: [...made.map(({ document }) => document), ...documents],
          ...{ themes: reading.themes.made(), highlights, taggings, links, notes },
        },
        contents: [...made.map(({ content }) => content), ...contents],
        originals: [...made.map(({ original }) => original), ...originals],
      },
      options,
    )
  },
}

function documentAndLines(
  file: SourceFile,
  beside: readonly SourceFile[],
  order: number,
  reading: AnnotationReading,
): BratDocument & { readonly lines: ReturnType<typeof bratLines> } {
  const lines = bratLines(new TextDecoder().decode(file.bytes))
  reading.told.unrepresented.add('exchange.linesNotRead', { name: file.name }, lines.unread)
  return { ...bratDocument(file, textOfStandoff(file, beside), order, reading), lines }
}

function linkOf(
  { iri, from, to, relation }: BratLink,
  subjects: ReturnType<typeof annotationRecords>['subjects'],
  { project, options, ownId }: AnnotationReading,
): PassageLink[] {
  const [start, end] = [subjects.get(from), subjects.get(to)]
  if (start?.kind !== 'highlight' || end?.kind !== 'highlight') return []
  const name = oneLine(relation) || translator(options.language)('exchange.goesOn')
  const { coder, now } = options
  return [{ id: ownId(iri), project, from: start.id, to: end.id, relation: name, coder: coder.id, created: now }]
}
