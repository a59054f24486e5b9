import type { Id, Time } from '../../model/ids'
import type { ForeignCoder } from '../annotations/annotation'
import type { AnnotationReading } from '../annotations/reading'
import { momentOf } from '../moment'
import { childOf, childrenOf, type XmlElement } from '../refi/element'
import { oneLine } from '../refi/reading'
import { idIn, pointersIn } from './pointers'
import { wordsIn } from './read-header'
import { iriOfXmlId } from './read-themes'

/** An annotation that stands apart from the text, as it is written. */
export interface TeiAnnotation {
  /** Its `xml:id`; absent where it has none. */
  readonly xmlId: string | undefined
  readonly motivation: readonly string[]
  /** What it is about: one stretch from the first to the last of them. */
  readonly targets: readonly string[]
  /** What it points to: categories, other annotations, addresses. */
  readonly pointers: readonly string[]
  readonly notes: readonly string[]
  /** The notes that are more than words, by their types. */
  readonly typed: Readonly<Record<'weight' | 'quote' | 'prefix' | 'suffix' | 'relation', string | undefined>>
  readonly coder: Id
  readonly created: Time
  readonly modified: Time
}

const TYPES = ['weight', 'quote', 'prefix', 'suffix', 'relation'] as const

/** The annotations in `standOff` elements, and spans and notes that point to the text wherever they stand. */
export function annotationsIn(
  root: XmlElement,
  coderOf: (pointer: string | undefined) => ForeignCoder | undefined,
  reading: AnnotationReading,
): TeiAnnotation[] {
  const found: TeiAnnotation[] = []
  const look = (element: XmlElement): void => {
    const { name, attributes } = element
    const isSpan = name === 'span' && (attributes.from ?? attributes.target) !== undefined
    const isNote = name === 'note' && attributes.target?.startsWith('#')
    if (name === 'annotation' || isSpan || isNote) found.push(annotationOf(element, coderOf, reading))
    else element.children.forEach(look)
  }
  look(root)
  return found
}

function annotationOf(
  element: XmlElement,
  coderOf: (pointer: string | undefined) => ForeignCoder | undefined,
  reading: AnnotationReading,
): TeiAnnotation {
  const { name, attributes } = element
  const changes = childrenOf(childOf(element, 'revisiondesc'), 'change')
  const change = (status: string): XmlElement | undefined => changes.find((each) => each.attributes.status === status)
  const made = change('created') ?? changes[0]
  const person = childOf(childOf(element, 'respstmt'), 'persname') ?? childOf(childOf(element, 'respstmt'), 'name')
  const named = oneLine(wordsIn(person))
  const coder = coderOf(made?.attributes.who ?? attributes.resp) ?? (named === '' ? undefined : { name: named })
  const created = momentOf(made?.attributes.when ?? '') ?? reading.options.now
  const all = childrenOf(element, 'note')
  const words = all.filter(({ attributes: { type } }) => !TYPES.some((each) => each === type)).map(wordsIn)
  const typed = Object.fromEntries(
    TYPES.map((type) => [type, all.filter((each) => each.attributes.type === type).map(wordsIn)[0]]),
  ) as TeiAnnotation['typed']
  return {
    xmlId: attributes.id,
    motivation: pointersIn(attributes.motivation),
    targets: [attributes.from, attributes.to, attributes.target].flatMap(pointersIn),
    pointers: [
      ...[...childrenOf(element, 'ptr'), ...childrenOf(element, 'ref')].flatMap((each) =>
        pointersIn(each.attributes.target),
      ),
      ...pointersIn(attributes.ana),
    ],
    notes: name === 'annotation' ? words : [wordsIn(element)],
    typed,
    ...{ coder: reading.coderOf(coder), created },
    modified: momentOf(change('modified')?.attributes.when ?? '') ?? created,
  }
}

/** Finds who is pointed to among those who are responsible, by `xml:id`. */
export function coderFinder(root: XmlElement, file: string) {
  const people = new Map<string, ForeignCoder>()
  const look = ({ name, attributes, children, content }: XmlElement): void => {
    if (attributes.id !== undefined && ['respstmt', 'person', 'persname', 'name', 'editor', 'author'].includes(name)) {
      const own = children.find((child) => child.name === 'persname' || child.name === 'name')
      const shown = oneLine(
        own ? wordsIn(own) : wordsIn({ name, attributes, children, text: '', ...(content && { content }) }),
      )
      people.set(attributes.id, { iri: iriOfXmlId(attributes.id, file), name: shown || attributes.id })
    }
    if (name !== 'text' && name !== 'annotation') children.forEach(look)
  }
  look(root)
  const find = (pointer: string | undefined): ForeignCoder | undefined =>
    people.get(idIn(pointersIn(pointer)[0] ?? '') ?? '')
  return { find, people }
}
