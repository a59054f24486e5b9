import { translator } from '../messages'
import { type CodePointIndex, codePointIndex } from '../model/code-points'
import type { SourceDocument } from '../model/document'
import type { Highlight } from '../model/highlight'
import type { Id } from '../model/ids'
import type { PassageLink } from '../model/link'
import type { Note } from '../model/note'
import { themePathName } from '../model/theme'
import { utf8 } from './bytes'
import type { Exporter, ProjectSnapshot } from './exporter'
import { fileName } from './file-name'
import { type GivenTheme, type MarkedPassage, type MarkedProject, markedProject } from './marked-documents'
import { stepsOf } from './progress'
import { utc } from './times'

const urn = (id: Id): string => `urn:uuid:${id}`

function person(project: MarkedProject, coder: Id): object {
  return { id: urn(coder), type: 'Person', name: project.coderName(coder) }
}

/** A source as an External Web Resource, which may carry a title and a language beside its IRI. */
const source = (document: SourceDocument): object => ({
  id: urn(document.id),
  type: 'Text',
  'dc:title': document.title,
  ...(document.language === 'und' ? {} : { language: document.language }),
})

function selectors({ passage, lost }: Highlight, points: CodePointIndex, length: number): object[] {
  const quote = { type: 'TextQuoteSelector', exact: passage.quote, prefix: passage.prefix, suffix: passage.suffix }
  if (lost !== undefined || passage.end > length) return [quote]
  const start = points.codePoint(passage.start)
  return [quote, { type: 'TextPositionSelector', start, end: points.codePoint(passage.end) }]
}

function themeBodies(project: MarkedProject, { tagging, theme, path }: GivenTheme): object[] {
  const given = { creator: person(project, tagging.coder), created: utc(tagging.created) }
  return [
    { id: urn(tagging.id), type: 'TextualBody', purpose: 'tagging', value: theme.name, format: 'text/plain', ...given },
    { type: 'SpecificResource', purpose: 'classifying', source: { id: urn(theme.id), label: path }, ...given },
  ]
}

const noteBody = (project: MarkedProject, note: Note): object => ({
  id: urn(note.id),
  type: 'TextualBody',
  purpose: 'commenting',
  value: note.text,
  format: 'text/markdown',
  creator: person(project, note.coder),
  created: utc(note.created),
  modified: utc(note.modified),
})

function annotation(project: MarkedProject, marked: MarkedPassage, on: object, selector: object[]): object {
  const { highlight, given, notes } = marked
  const motivation = [
    'highlighting',
    ...(highlight.star ? ['bookmarking'] : []),
    ...(highlight.weight ? ['assessing'] : []),
    ...(given.length ? ['tagging'] : []),
    ...(notes.length ? ['commenting'] : []),
  ]
  const body = [
    ...given.flatMap((each) => themeBodies(project, each)),
    ...(highlight.weight ? [{ type: 'TextualBody', purpose: 'assessing', value: String(highlight.weight) }] : []),
    ...notes.map((note) => noteBody(project, note)),
  ]
  return {
    id: urn(highlight.id),
    type: 'Annotation',
    motivation: motivation.length === 1 ? motivation[0] : motivation,
    creator: person(project, highlight.coder),
    created: utc(highlight.created),
    ...(body.length ? { body } : {}),
    target: { type: 'SpecificResource', source: on, selector },
  }
}

/** What a note is about that is about no highlight. */
function subject({ snapshot, themes }: MarkedProject, { about: { kind, id } }: Note): object {
  if (kind === 'project') return { id: urn(id), label: snapshot.project.name }
  const document = snapshot.documents.find((each) => each.id === id)
  if (kind === 'document') return document ? source(document) : { id: urn(id) }
  const theme = themes.get(id)
  return { id: urn(id), type: 'skos:Concept', ...(theme && { label: themePathName(theme, themes) }) }
}

/** A note on a theme, a document or the project: an annotation whose target is that, as a whole. */
const wholeNote = (project: MarkedProject, note: Note): object => ({
  id: `${urn(note.id)}#annotation`,
  type: 'Annotation',
  motivation: 'commenting',
  creator: person(project, note.coder),
  created: utc(note.created),
  body: noteBody(project, note),
  target: subject(project, note),
})

/** A link: an annotation of the passage from which it goes, with the one to which it goes for its body. */
const link = (project: MarkedProject, { id, from, to, relation, coder, created }: PassageLink): object => ({
  ...{ id: urn(id), type: 'Annotation', motivation: 'linking' },
  creator: person(project, coder),
  created: utc(created),
  body: [
    { type: 'TextualBody', purpose: 'describing', value: relation, format: 'text/plain' },
    { type: 'SpecificResource', purpose: 'linking', source: urn(to) },
  ],
  target: urn(from),
})

function* annotations(project: MarkedProject): Generator<object> {
  const { snapshot } = project
  for (const { document, text, passages } of project.documents) {
    const points = codePointIndex(text)
    const on = source(document)
    for (const marked of passages) {
      yield annotation(project, marked, on, selectors(marked.highlight, points, text.length))
    }
  }
  for (const note of wholeNotes(snapshot)) yield wholeNote(project, note)
  for (const each of snapshot.links ?? []) yield link(project, each)
}

/** The notes that are about no highlight. */
const wholeNotes = ({ notes }: ProjectSnapshot): Note[] =>
  notes.filter(({ about, text }) => about.kind !== 'highlight' && text.trim() !== '')

/** JSON as `JSON.stringify` sets it, with these objects in the one array that `around` has empty under `items`. */
function* jsonOf(around: object, items: Iterable<object>, onItem: () => void): Generator<string> {
  const [head = '', foot = ''] = JSON.stringify(around, null, 2).split(EMPTY)
  let before = '"items": ['
  yield head
  for (const item of items) {
    yield `${before}\n${INDENT}${JSON.stringify(item, null, 2).replaceAll('\n', `\n${INDENT}`)}`
    before = ','
    onItem()
  }
  yield `${before === ',' ? `\n${INDENT.slice(2)}]` : EMPTY}${foot}\n`
}
const EMPTY = '"items": []'
const INDENT = '      '

/**
 * JSON-LD by the Web Annotation Data Model (W3C Recommendation, 23 February 2017): one AnnotationCollection with one
 * AnnotationPage. Each highlight is an Annotation, each tagging a body with the purpose tagging and one with the purpose
 * classifying that names the theme by its id, each note a body with the purpose commenting. A star is the motivation
 * bookmarking, a weight a body with the purpose assessing, a link an annotation with the motivation linking. Positions count Unicode code
 * points in the text whose blocks are joined by line feeds.
 */
export const webAnnotation: Exporter = {
  id: 'web-annotation',
  extension: 'jsonld',
  mediaType: 'application/ld+json',
  arranges: [],
  write(snapshot, { language, now, onProgress }) {
    const project = markedProject(snapshot)
    const marked = project.documents.reduce((sum, { passages }) => sum + passages.length, 0)
    const total = marked + wholeNotes(snapshot).length + (snapshot.links ?? []).length
    const id = urn(snapshot.project.id)
    const collection = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id,
      type: 'AnnotationCollection',
      label: snapshot.project.name,
      generator: { type: 'Software', name: 'Pingdian' },
      generated: utc(now),
      total,
      first: { id: `${id}#page-1`, type: 'AnnotationPage', partOf: id, startIndex: 0, items: [] },
      last: `${id}#page-1`,
    }
    const name = fileName(snapshot.project.name, 'jsonld', new Set(), translator(language)('export.untitled'))
    return [{ name, bytes: utf8(jsonOf(collection, annotations(project), stepsOf(onProgress, total))) }]
  },
}
