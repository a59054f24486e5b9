import type { PassageLink } from '../../model/link'
import type { NoteSubject } from '../../model/note'
import { oneLine } from '../refi/reading'
import { iriOf, isObject, type Json, listOf, wordsOf } from './json'
import type { AnnotationReading } from './reading'
import { makingOf } from './web-making'

/** Annotations of annotations as links between passages; those that join something else are told. */
export function webLinks(
  linking: readonly Json[],
  subjects: ReadonlyMap<string, NoteSubject>,
  reading: AnnotationReading,
): PassageLink[] {
  const { told, project, options } = reading
  const passage = (iri: string | undefined): string | undefined => {
    const subject = subjects.get(iri ?? '')
    return subject?.kind === 'highlight' ? subject.id : undefined
  }
  return linking.flatMap((annotation, at): PassageLink[] => {
    const bodies = listOf(annotation.body)
    const from = passage(iriOf(listOf(annotation.target)[0]))
    const to = bodies.flatMap((body) => passage(iriOf(isObject(body) ? (body.source ?? body) : body)) ?? [])[0]
    if (from === undefined || to === undefined || from === to) {
      told.unrepresented.add('exchange.otherLink')
      return []
    }
    const relation = bodies.flatMap((body) => (isObject(body) ? (wordsOf(body.value) ?? []) : []))[0] ?? ''
    const { coder, created = options.now } = makingOf(annotation, told)
    const id = reading.ownId(iriOf(annotation) ?? `link ${from} ${to} ${at}`)
    return [
      { ...{ id, project, from, to, relation: oneLine(relation) || 'echoes' }, coder: reading.coderOf(coder), created },
    ]
  })
}
