import type { Attribute } from '../../model/attribute'
import type { SourceDocument } from '../../model/document'
import type { DocumentGroup } from '../../model/document-group'
import type { Highlight, Tagging } from '../../model/highlight'
import type { DocumentId, GroupId, HighlightId, ThemeId } from '../../model/ids'
import type { Note } from '../../model/note'
import type { Theme } from '../../model/theme'
import type { Boundaries } from '../boundaries'
import { fold } from '../fold'

/** The records that queries and tables are answered from. */
export interface AnnotationRecords {
  readonly documents: readonly SourceDocument[]
  readonly groups: readonly DocumentGroup[]
  readonly attributes: readonly Attribute[]
  readonly themes: readonly Theme[]
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
  readonly notes: readonly Note[]
  /** Of documents whose texts were read; without them no distance in sentences or paragraphs is small enough. */
  readonly boundaries?: ReadonlyMap<DocumentId, Boundaries>
}

/** A passage with what is asked about it. */
export interface AnnotatedPassage {
  readonly highlight: Highlight
  readonly document: SourceDocument
  readonly taggings: readonly Tagging[]
}

/** Records put in order, so that questions are answered without walking through all of them each time. */
export interface Annotations {
  readonly records: AnnotationRecords
  /** Those that stand in their text, by the order of the documents, then in text order. */
  readonly passages: readonly AnnotatedPassage[]
  /** For each document with passages, in that order: where its passages begin and end in `passages`, exclusive. */
  readonly stretches: readonly { readonly document: SourceDocument; readonly from: number; readonly to: number }[]
  /** The theme and all below it. */
  readonly below: (theme: ThemeId) => ReadonlySet<ThemeId>
  /** The documents of a group and of all below it. */
  readonly documentsIn: (group: GroupId) => ReadonlySet<DocumentId>
  /** The words of the notes about a passage, folded. */
  readonly notesOf: (highlight: HighlightId) => readonly string[]
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

function grouped<T, K>(all: readonly T[], keyOf: (each: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const each of all) {
    const group = groups.get(keyOf(each))
    if (group) group.push(each)
    else groups.set(keyOf(each), [each])
  }
  return groups
}

/** Puts records in order. Highlights that are lost, or whose document is not among those given, are no passages. */
export function annotationsOf(records: AnnotationRecords): Annotations {
  const { documents, groups, themes, notes } = records
  const taggings = grouped(records.taggings, ({ highlight }) => highlight)
  const highlights = grouped(records.highlights, ({ document }) => document)
  const passages: AnnotatedPassage[] = []
  const stretches: { document: SourceDocument; from: number; to: number }[] = []
  for (const document of documents) {
    const from = passages.length
    const own = (highlights.get(document.id) ?? []).filter(({ lost }) => lost === undefined)
    own.sort((a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end || (a.id < b.id ? -1 : 1))
    for (const highlight of own) passages.push({ highlight, document, taggings: taggings.get(highlight.id) ?? [] })
    if (passages.length > from) stretches.push({ document, from, to: passages.length })
  }

  const themesBelow = childrenOf(themes)
  const groupsBelow = childrenOf(groups)
  const groupsById = new Map(groups.map((each) => [each.id, each]))
  const words = grouped(notes, ({ about }) => (about.kind === 'highlight' ? about.id : null))
  return {
    records,
    passages,
    stretches,
    below: (theme) => branch(theme, themesBelow),
    documentsIn: (group) =>
      new Set([...branch(group, groupsBelow)].flatMap((id) => groupsById.get(id)?.documents ?? [])),
    notesOf: (highlight) => (words.get(highlight) ?? []).map(({ text }) => fold(text)),
  }
}
