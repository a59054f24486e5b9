import type { Note, NoteSubject } from '../../model/note'
import { iriOf, isA, isObject, type Json, listOf, wordsOf } from './json'
import type { AnnotationReading } from './reading'
import { notesOf } from './records'
import { webBodies } from './web-bodies'
import { makingOf } from './web-making'

/** A note about the project or a theme. */
interface Aside {
  readonly annotation: Json
  readonly subject: 'project' | 'theme'
  readonly target: unknown
}

/** Annotations by what they are about. */
export interface PartedAnnotations {
  /** About texts. */
  readonly marks: readonly Json[]
  readonly asides: readonly Aside[]
  /** About other annotations of the file: links between them. */
  readonly linking: readonly Json[]
}

/** The path that a theme's label tells. */
const pathOf = (target: unknown): string[] =>
  ((isObject(target) ? wordsOf(listOf(target.label)[0]) : undefined) ?? '').split(' / ')

/** Parts the annotations of texts from those of the collection, of themes, and of each other. */
export function parted(
  annotations: readonly Json[],
  collection: string,
  { themes, project, idOf }: AnnotationReading,
): PartedAnnotations {
  const iris = new Set(annotations.flatMap((each) => iriOf(each) ?? []))
  const marks: Json[] = []
  const asides: Aside[] = []
  const linking: Json[] = []
  for (const annotation of annotations) {
    const [target, ...others] = listOf(annotation.target)
    const isWhole = others.length === 0 && !(isObject(target) && (target.selector || target.source))
    const iri = isWhole ? iriOf(target) : undefined
    if (iri === undefined) marks.push(annotation)
    else if (iris.has(iri) && listOf(annotation.motivation).includes('linking')) linking.push(annotation)
    else if (iri === collection || idOf(iri) === project) asides.push({ annotation, subject: 'project', target })
    else if ((isObject(target) && isA(target, 'skos:Concept')) || themes.known(iri)) {
      themes.expect(pathOf(target), iri)
      asides.push({ annotation, subject: 'theme', target })
    } else marks.push(annotation)
  }
  return { marks, asides, linking }
}

/** The notes about the project and about themes; a theme that the project does not have is made. */
export function asideNotes(asides: readonly Aside[], reading: AnnotationReading): Note[] {
  return asides.flatMap(({ annotation, subject, target }, at): Note[] => {
    const iri = iriOf(target) as string
    const theme = subject === 'theme' ? reading.themes.find(pathOf(target), iri) : undefined
    if (subject === 'theme' && !theme) return []
    const about: NoteSubject = theme ? { kind: 'theme', id: theme.id } : { kind: 'project', id: reading.project }
    const { notes } = webBodies(annotation, reading.told)
    const { modified: _, ...making } = makingOf(annotation, reading.told)
    return notesOf(notes, about, { iri: iriOf(annotation) ?? `aside ${iri} ${at}`, ...making }, reading)
  })
}
