import { grouped } from '../../grouped'
import type { Attribute } from '../../model/attribute'
import type { SourceDocument } from '../../model/document'
import type { DocumentGroup } from '../../model/document-group'
import type { DocumentId, GroupId, HighlightId, ThemeId } from '../../model/ids'
import type { Theme } from '../../model/theme'
import type { Boundaries } from '../boundaries'
import type { MarkedPassage, Marks } from './marks'

/** What queries are answered from beside the marks themselves. */
export interface AnnotationContext {
  readonly documents: readonly SourceDocument[]
  readonly groups: readonly DocumentGroup[]
  readonly attributes: readonly Attribute[]
  readonly themes: readonly Theme[]
  /** Of documents whose texts were read; without them no distance in sentences or paragraphs is small enough. */
  readonly boundaries?: ReadonlyMap<DocumentId, Boundaries>
}

/** A passage with what is asked about it. */
export interface AnnotatedPassage extends MarkedPassage {
  readonly document: SourceDocument
}

/** The passages of one document. */
export interface AnnotatedStretch {
  readonly document: SourceDocument
  /** Where they begin and end in `passages`, exclusive. */
  readonly from: number
  readonly to: number
  /** In text order; the same list as before when neither the document nor its marks have changed. */
  readonly own: readonly AnnotatedPassage[]
}

/** Marks put in order, so that questions are answered without walking through all of them each time. */
export interface Annotations {
  readonly records: AnnotationContext
  /** Those that stand in their text, by the order of the documents, then in text order. */
  readonly passages: readonly AnnotatedPassage[]
  /** For each document with passages, in that order. */
  readonly stretches: readonly AnnotatedStretch[]
  /** The theme and all below it. */
  readonly below: (theme: ThemeId) => ReadonlySet<ThemeId>
  /** The documents of a group and of all below it. */
  readonly documentsIn: (group: GroupId) => ReadonlySet<DocumentId>
  /** The words of the notes about a passage, folded. */
  readonly notesOf: (highlight: HighlightId) => readonly string[]
  /** The marks that it was made of. */
  readonly marks: Marks
}

/** A node of a tree and all below it, each once, even where the parents run in a circle. */
function branch(top: string, children: ReadonlyMap<string | null, readonly string[]>): Set<string> {
  const all = new Set([top])
  for (const each of all) for (const child of children.get(each) ?? []) all.add(child)
  return all
}

function childrenOf(nodes: readonly { readonly id: string; readonly parent: string | null }[]) {
  return new Map([...grouped(nodes, ({ parent }) => parent)].map(([id, all]) => [id, all.map((each) => each.id)]))
}

/** Answers as `find` does, which is asked once for each id. */
function onceEach<V>(find: (id: string) => V): (id: string) => V {
  const known = new Map<string, V>()
  return (id) => {
    const there = known.get(id)
    if (there !== undefined) return there
    const found = find(id)
    known.set(id, found)
    return found
  }
}

const NONE: readonly string[] = []

/**
 * Puts marks in order. Those whose document is not among the documents given are left out. What `before` has of a
 * document that has not changed since is taken from there.
 */
export function annotationsOf(records: AnnotationContext, marks: Marks, before?: Annotations | null): Annotations {
  const { documents, groups, themes } = records
  const known = new Map(before?.stretches.map((each) => [each.document.id, each]))
  const passages: AnnotatedPassage[] = []
  const stretches: AnnotatedStretch[] = []
  for (const document of documents) {
    const marked = marks.byDocument.get(document.id)
    if (!marked || marked.length === 0) continue
    const there = known.get(document.id)
    const isSame = there?.document === document && before?.marks.byDocument.get(document.id) === marked
    const own = isSame && there ? there.own : marked.map((each) => ({ ...each, document }))
    const from = passages.length
    for (const each of own) passages.push(each)
    stretches.push({ document, from, to: passages.length, own })
  }

  const themesBelow = childrenOf(themes)
  const groupsBelow = childrenOf(groups)
  const groupsById = new Map(groups.map((each) => [each.id, each]))
  return {
    records,
    passages,
    stretches,
    below: onceEach((theme) => branch(theme, themesBelow)),
    documentsIn: onceEach(
      (group) => new Set([...branch(group, groupsBelow)].flatMap((id) => groupsById.get(id)?.documents ?? [])),
    ),
    notesOf: (highlight) => marks.words.get(highlight) ?? NONE,
    marks,
  }
}
