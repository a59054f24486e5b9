import { escapeWords } from '../../exporters/escape-markdown'
import type { ForeignAnnotation, ForeignNote, ForeignSource, ForeignTagging } from '../annotations/annotation'
import type { Tallies } from '../refi/tally'
import type { BratLines, BratNote } from './lines'
import type { BratPlaces } from './places'

/** A link that is to be, between annotations by their IRIs. */
export interface BratLink {
  readonly iri: string
  readonly from: string
  readonly to: string
  /** What the relation is called; empty for pieces of one passage. */
  readonly relation: string
}

/** What a person wrote about an annotation; notes of other types say which. */
const OWN_WORDS = 'AnnotatorNotes'

/**
 * Entities as annotations, and what joins them as links. An event is the passage where it is said; attributes are themes
 * of it, entries of lists elsewhere and notes are notes. What stands at a relation has no passage: notes go to its first.
 */
export function bratAnnotations(
  lines: BratLines,
  source: ForeignSource,
  { places }: BratPlaces,
  told: Tallies,
): { readonly annotations: readonly ForeignAnnotation[]; readonly links: readonly BratLink[] } {
  const entities = new Set(lines.entities.map(({ id }) => id))
  const events = new Map(lines.events.map((event) => [event.id, event]))
  const relations = new Map(lines.relations.map((relation) => [relation.id, relation]))
  const attributes = new Map(lines.attributes.map((attribute) => [attribute.id, attribute]))
  const iriOf = (id: string): string => `${source.iri} ${id}`

  /** The entity that an id means: its own, an event's trigger; undefined where there is none. */
  const entityOf = (id: string): string | undefined => {
    const trigger = events.get(id)?.trigger
    return entities.has(id) ? id : trigger !== undefined && entities.has(trigger) ? trigger : undefined
  }
  const taggings = new Map<string, ForeignTagging[]>()
  const notes = new Map<string, ForeignNote[]>()
  const put = <T>(lists: Map<string, T[]>, id: string, each: T): void => {
    const list = lists.get(id)
    if (list) list.push(each)
    else lists.set(id, [each])
  }
  for (const { id, type } of lines.entities) put(taggings, id, { path: [type] })
  for (const { type, trigger } of lines.events) if (entities.has(trigger)) put(taggings, trigger, { path: [type] })
  for (const { name, target, value } of lines.attributes) {
    const entity = entityOf(target)
    if (entity === undefined)
      told.unrepresented.add(relations.has(target) ? 'exchange.attributeOfLink' : 'exchange.leftOut')
    else {
      put(taggings, entity, { path: value === undefined ? [name] : [name, value] })
      told.repaired.add('exchange.attributeIsTheme')
    }
  }
  for (const note of lines.notes) {
    const relation = relations.get(note.target)
    const target = attributes.get(note.target)?.target ?? relation?.arguments[0]?.target ?? note.target
    const entity = entityOf(target)
    if (entity === undefined) told.unrepresented.add('exchange.leftOut')
    else put(notes, entity, { text: wordsOf(note), iri: iriOf(note.id) })
    if (entity !== undefined && target !== note.target) told.repaired.add('exchange.noteAtPassage')
  }

  const annotations: ForeignAnnotation[] = []
  const links: BratLink[] = []
  for (const [at, { id }] of lines.entities.entries()) {
    const pieces = places[at] ?? []
    if (pieces.length > 1) told.repaired.add('exchange.inPieces')
    for (const [number, place] of pieces.entries()) {
      const iri = number === 0 ? iriOf(id) : `${iriOf(id)} piece ${number + 1}`
      const said = number === 0 ? (notes.get(id) ?? []) : []
      annotations.push({ iri, source, place, taggings: taggings.get(id) ?? [], notes: said })
      if (number > 0) links.push({ iri: `${iri} link`, from: iriOf(id), to: iri, relation: '' })
    }
  }
  const join = (name: string, from: string | undefined, target: string, relation: string): void => {
    const to = entityOf(target)
    if (from === undefined || to === undefined || from === to) told.unrepresented.add('exchange.otherLink')
    else links.push({ iri: iriOf(name), from: iriOf(from), to: iriOf(to), relation })
  }
  for (const event of lines.events)
    for (const [at, { role, target }] of event.arguments.entries())
      join(`${event.id} ${at}`, entityOf(event.id), target, role)
  for (const { id, type, arguments: joined } of lines.relations) {
    const [first, ...others] = joined
    const from = entityOf(first?.target ?? '')
    for (const [at, { target }] of others.entries()) join(at === 0 ? id : `${id} ${at}`, from, target, type)
    if (joined.some(({ role }) => role !== '' && !/^Arg\d$/i.test(role))) told.unrepresented.add('exchange.rolesOfLink')
  }
  return { annotations, links }
}

const wordsOf = ({ type, text }: BratNote): string =>
  escapeWords(type === OWN_WORDS ? text : `${type}${text === '' ? '' : ` ${text}`}`)
