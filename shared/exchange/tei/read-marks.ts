import type { SourceDocument } from '../../model/document'
import type { Highlight, Tagging, Weight } from '../../model/highlight'
import { WEIGHTS } from '../../model/highlight'
import type { Id } from '../../model/ids'
import type { PassageLink } from '../../model/link'
import type { Note, NoteSubject } from '../../model/note'
import { type Passage, passageOf } from '../../model/passage'
import { placedIn } from '../annotations/placing'
import type { AnnotationReading } from '../annotations/reading'
import { oneLine } from '../refi/reading'
import { idIn, spanOf } from './pointers'
import type { TeiAnnotation } from './read-annotations'
import type { TeiText } from './read-text'
import { iriOfXmlId } from './read-themes'

/** A document that was read, with its text and the `xml:id`s that stand for the whole of it. */
export interface TeiDocument {
  readonly document: SourceDocument
  readonly text: TeiText
  readonly xmlIds: readonly string[]
}

/** What annotations became. */
export interface TeiMarks {
  readonly highlights: Highlight[]
  readonly taggings: Tagging[]
  readonly notes: Note[]
  readonly links: PassageLink[]
}

interface Marked {
  readonly annotation: TeiAnnotation
  readonly highlight: Highlight
}

/**
 * Annotations of the texts as highlights, and what is said of these, of documents, of themes and of the project.
 * `subjects` are the themes and the project by their `xml:id`s. What points to nothing in the file is told.
 */
export function readMarks(
  annotations: readonly TeiAnnotation[],
  documents: readonly TeiDocument[],
  subjects: Map<string, NoteSubject>,
  reading: AnnotationReading,
): TeiMarks {
  const { project, told, ownId } = reading
  const marks: TeiMarks = { highlights: [], taggings: [], notes: [], links: [] }
  const marked: Marked[] = []
  const others: TeiAnnotation[] = []
  for (const { document, xmlIds } of documents)
    for (const id of xmlIds) subjects.set(id, { kind: 'document', id: document.id })
  for (const annotation of annotations) {
    const at = passageFor(annotation, documents)
    if (!at) {
      others.push(annotation)
      continue
    }
    const id = ownId(iriOf(annotation, `annotation ${marked.length}`, reading))
    const weight = WEIGHTS.find((each) => String(each) === annotation.typed.weight?.trim())
    const highlight: Highlight = {
      ...{ id, project, document: at.document.id, passage: at.passage },
      ...(weight && { weight: weight as Weight }),
      ...(annotation.motivation.includes('bookmarking') && { star: true as const }),
      ...(at.isLost && { lost: reading.options.now }),
      ...{ coder: annotation.coder, created: annotation.created },
    }
    if (at.isLost) told.repaired.add('exchange.notInText', { name: at.document.title })
    marks.highlights.push(highlight)
    marked.push({ annotation, highlight })
    if (annotation.xmlId !== undefined) subjects.set(annotation.xmlId, { kind: 'highlight', id })
  }
  const byId = new Map(marks.highlights.map((each) => [each.id, each]))
  for (const annotation of others)
    sayOf(annotation, subjects.get(idIn(annotation.targets[0] ?? '') ?? ''), subjects, byId, marks, reading)
  // What a highlight's own annotation says comes last: its `ana` repeats what taggings say.
  for (const { annotation, highlight } of marked) {
    const given = new Set(marks.taggings.filter((each) => each.highlight === highlight.id).map(({ theme }) => theme))
    const pointers = annotation.pointers.filter((each) => !given.has(subjects.get(idIn(each) ?? '')?.id ?? ''))
    const own = { ...annotation, pointers, xmlId: undefined }
    sayOf(own, { kind: 'highlight', id: highlight.id }, subjects, byId, marks, reading)
  }
  return marks
}

const iriOf = ({ xmlId, targets }: TeiAnnotation, place: string, { file }: AnnotationReading): string =>
  xmlId === undefined ? `${file} ${place} ${targets.join(' ')}` : iriOfXmlId(xmlId, file)

interface Found {
  readonly document: SourceDocument
  readonly passage: Passage
  readonly isLost: boolean
}

/** The passage that an annotation is about; undefined for one that is about something else. */
function passageFor({ targets, typed }: TeiAnnotation, documents: readonly TeiDocument[]): Found | undefined {
  for (const { document, text, xmlIds } of documents) {
    if (targets.length === 1 && xmlIds.includes(idIn(targets[0] ?? '') ?? '')) {
      if (!typed.quote) return undefined
      const { quote, prefix = null, suffix = null } = typed
      const [placed] = placedIn(text.text, [{ exact: quote, prefix, suffix, start: null, end: null }])
      return placed && { document, passage: placed.passage, isLost: placed.state === 'lost' }
    }
    const spans = targets.flatMap((target) => spanOf(target, text) ?? [])
    if (spans.length === 0) continue
    const start = Math.min(...spans.map((each) => each.start))
    const end = Math.max(...spans.map((each) => each.end))
    if (start < end) return { document, passage: passageOf(text.text, start, end), isLost: false }
  }
  return undefined
}

/** What an annotation says of its subject: themes, notes, links. */
function sayOf(
  annotation: TeiAnnotation,
  subject: NoteSubject | undefined,
  subjects: ReadonlyMap<string, NoteSubject>,
  highlights: ReadonlyMap<Id, Highlight>,
  { taggings, notes, links }: TeiMarks,
  reading: AnnotationReading,
): void {
  const { project, told, ownId } = reading
  const { coder, created, modified, pointers, typed } = annotation
  if (!subject) return told.missing.add('exchange.noPointer')
  const newId = (what: string): Id =>
    ownId(annotation.xmlId === undefined ? `${subject.id} ${what}` : iriOf(annotation, what, reading))
  const highlight = subject.kind === 'highlight' ? highlights.get(subject.id) : undefined
  const words = [...annotation.notes]
  for (const pointer of pointers) {
    const to = subjects.get(idIn(pointer) ?? '')
    if (to?.kind === 'theme' && highlight) {
      const { id, document } = highlight
      taggings.push({ id: newId(`tagging ${to.id}`), project, highlight: id, document, theme: to.id, coder, created })
    } else if (to?.kind === 'theme' && subject.kind === 'document') {
      told.unrepresented.add('exchange.wholeSource', { name: pointer })
    } else if (to?.kind === 'highlight' && highlight && to.id !== highlight.id) {
      const relation = oneLine(typed.relation ?? '') || 'echoes'
      links.push({ id: newId(`link ${to.id}`), project, from: highlight.id, to: to.id, relation, coder, created })
    } else if (/^https?:/i.test(pointer)) words.push(`<${pointer}>`)
    else if (!to) told.missing.add('exchange.noPointer')
  }
  for (const [at, text] of words.entries()) {
    if (text.trim() === '' && annotation.motivation[0] !== 'commenting') continue
    notes.push({ id: newId(`note ${at}`), project, about: subject, text, coder, created, modified })
  }
}
