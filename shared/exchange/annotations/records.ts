import { type DocumentContent, plainText, type SourceDocument } from '../../model/document'
import type { Highlight, Tagging } from '../../model/highlight'
import type { Id } from '../../model/ids'
import type { Note, NoteSubject } from '../../model/note'
import type { Original } from '../../model/original'
import type { ForeignAnnotation, ForeignNote, ForeignPlace } from './annotation'
import type { Placed } from './placing'
import { placedIn } from './placing'
import { quotedDocument } from './quoted-document'
import type { AnnotationReading } from './reading'
import { sourceFinder } from './source-finder'

/** What annotations became. */
export interface AnnotationRecords {
  readonly documents: readonly SourceDocument[]
  readonly contents: readonly DocumentContent[]
  readonly originals: readonly Original[]
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
  readonly notes: readonly Note[]
  /** The highlight, or the document, that an annotation became, by its IRI. */
  readonly subjects: ReadonlyMap<string, NoteSubject>
}

interface Target {
  readonly document: SourceDocument
  readonly annotations: readonly ForeignAnnotation[]
  readonly placed: readonly Placed[]
}

/**
 * Annotations as highlights of the project's documents, with taggings and notes. What is annotated and is not in the
 * project becomes a document made of its quotes; what is nowhere in its document comes in as lost. Both are told.
 */
export function annotationRecords(
  annotations: readonly ForeignAnnotation[],
  reading: AnnotationReading,
): AnnotationRecords {
  const made: { documents: SourceDocument[]; contents: DocumentContent[]; originals: Original[] } = {
    ...{ documents: [], contents: [], originals: [] },
  }
  const highlights: Highlight[] = []
  const taggings: Tagging[] = []
  const notes: Note[] = []
  const subjects = new Map<string, NoteSubject>()
  for (const { path, theme } of annotations.flatMap((each) => each.taggings))
    if (theme !== undefined) reading.themes.expect(path, theme)
  for (const { document, annotations: own, placed } of targetsOf(annotations, made, reading)) {
    let next = 0
    for (const each of own) {
      const place = each.place === null ? undefined : placed[next++]
      if (!place) {
        const about: NoteSubject = { kind: 'document', id: document.id }
        if (!subjects.has(each.iri)) subjects.set(each.iri, about)
        notes.push(...notesOf(each.notes, about, each, reading))
        reading.told.unrepresented.add('exchange.wholeSource', { name: document.title }, each.taggings.length)
        continue
      }
      const highlight = highlightOf(each, place, document, reading)
      highlights.push(highlight)
      const about: NoteSubject = { kind: 'highlight', id: highlight.id }
      if (!subjects.has(each.iri)) subjects.set(each.iri, about)
      taggings.push(...taggingsOf(each, highlight, reading))
      notes.push(...notesOf(each.notes, about, each, reading))
    }
  }
  return { ...made, highlights, taggings, notes, subjects }
}

const isPlaced = (annotation: ForeignAnnotation): annotation is ForeignAnnotation & { readonly place: ForeignPlace } =>
  annotation.place !== null

function targetsOf(
  annotations: readonly ForeignAnnotation[],
  made: { readonly documents: SourceDocument[]; readonly contents: DocumentContent[]; readonly originals: Original[] },
  reading: AnnotationReading,
): Target[] {
  const find = sourceFinder(reading)
  const sources = new Map<string, ForeignAnnotation[]>()
  for (const each of annotations) {
    const own = sources.get(each.source.iri)
    if (own) own.push(each)
    else sources.set(each.source.iri, [each])
  }
  const blocks = new Map(reading.options.into.contents.map((each) => [each.id, each.blocks]))
  return [...sources.values()].map((own): Target => {
    const source = (own.find((each) => each.source.title !== '') ?? (own[0] as ForeignAnnotation)).source
    const places = own.filter(isPlaced).map(({ place }) => place)
    const found = find(source)
    if (found) return { document: found, annotations: own, placed: placedInFound(found, places, blocks, reading) }
    const { document, content, original, placed } = quotedDocument(source, places, made.documents.length, reading)
    made.documents.push(document)
    made.contents.push(content)
    made.originals.push(original)
    reading.told.missing.add(places.length > 0 ? 'exchange.quotedOnly' : 'exchange.missingUnmarked', {
      name: document.title,
    })
    return { document, annotations: own, placed }
  })
}

function placedInFound(
  document: SourceDocument,
  places: readonly ForeignPlace[],
  blocks: ReadonlyMap<Id, DocumentContent['blocks']>,
  { told }: AnnotationReading,
): Placed[] {
  const placed = placedIn(plainText(blocks.get(document.content) ?? []), places)
  const count = (state: Placed['state']): number => placed.filter((each) => each.state === state).length
  told.repaired.add('exchange.otherWords', { name: document.title }, count('changed'))
  told.repaired.add('exchange.notInText', { name: document.title }, count('lost'))
  return placed
}

function highlightOf(
  { iri, coder, created, star, weight }: ForeignAnnotation,
  { passage, state }: Placed,
  document: SourceDocument,
  { options, project, ownId, coderOf }: AnnotationReading,
): Highlight {
  return {
    ...{ id: ownId(iri), project, document: document.id, passage },
    ...(weight && { weight }),
    ...(star && { star }),
    ...(state === 'lost' && { lost: options.now }),
    ...{ coder: coderOf(coder), created: created ?? options.now },
  }
}

function taggingsOf(annotation: ForeignAnnotation, highlight: Highlight, reading: AnnotationReading): Tagging[] {
  const given = new Set<string>()
  return annotation.taggings.flatMap((each): Tagging[] => {
    const theme = reading.themes.find(each.path, each.theme)
    if (!theme) return []
    const coder = reading.coderOf(each.coder ?? annotation.coder)
    const name = `${theme.id} ${coder}`
    if (each.iri === undefined && given.has(name)) return []
    given.add(name)
    return [
      {
        ...{ id: reading.ownId(each.iri ?? `${highlight.id} tagging ${name}`), project: reading.project },
        ...{ highlight: highlight.id, document: highlight.document, theme: theme.id, coder },
        created: each.created ?? annotation.created ?? reading.options.now,
      },
    ]
  })
}

/** Notes about something; those without words are left out. `annotation` says who made them where they do not. */
export function notesOf(
  notes: readonly ForeignNote[],
  about: NoteSubject,
  annotation: Pick<ForeignAnnotation, 'iri' | 'coder' | 'created'>,
  { options, project, ownId, coderOf }: AnnotationReading,
): Note[] {
  return notes.flatMap((each, at): Note[] => {
    if (each.text.trim() === '') return []
    const created = each.created ?? annotation.created ?? options.now
    return [
      {
        ...{ id: ownId(each.iri ?? `${annotation.iri} note ${at}`), project, about, text: each.text },
        ...{ coder: coderOf(each.coder ?? annotation.coder), created, modified: each.modified ?? created },
      },
    ]
  })
}
