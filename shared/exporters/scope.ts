import type { CoderId, DocumentId, HighlightId, ThemeId, Time } from '../model/ids'
import type { ProjectSnapshot } from './exporter'

/** What is taken out of a project. What is left out narrows nothing. */
export interface Scope {
  readonly documents?: readonly DocumentId[]
  /** Only passages that have one of these themes; name descendants too where they are meant. */
  readonly themes?: readonly ThemeId[]
  /** Beside those, these passages, whatever themes they have. */
  readonly passages?: readonly HighlightId[]
  /** Only passages that this coder has marked or tagged, and of all taggings only this coder's. */
  readonly coder?: CoderId
  /** Only passages with a star. */
  readonly starred?: true
  /** Only passages with a note that has words. */
  readonly noted?: true
  /** Only passages that were marked at this time or later. */
  readonly from?: Time
  /** Only passages that were marked before this time. */
  readonly until?: Time
}

/** What of a highlight says whether it lies in a scope. */
export interface ScopedHighlight {
  readonly id: HighlightId
  readonly document: DocumentId
  readonly coder: CoderId
  readonly star?: true
  readonly created: Time
}

/** What of a tagging says so. */
export interface ScopedTagging {
  readonly highlight: HighlightId
  readonly document: DocumentId
  readonly theme: ThemeId
  readonly coder: CoderId
}

/** The passages of a project, as far as scopes go by them. */
export interface Scopable<H extends ScopedHighlight = ScopedHighlight, T extends ScopedTagging = ScopedTagging> {
  readonly highlights: readonly H[]
  readonly taggings: readonly T[]
  /** The highlights that have a note with words. */
  readonly noted: ReadonlySet<HighlightId>
}

/** The highlights that lie in `scope`, and the taggings of them that do, in their order. */
export function passagesIn<H extends ScopedHighlight, T extends ScopedTagging>(
  { highlights, taggings, noted }: Scopable<H, T>,
  scope: Scope,
): { readonly highlights: H[]; readonly taggings: T[] } {
  const { coder, from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY } = scope
  const documents = scope.documents && new Set(scope.documents)
  const themes = (scope.themes ?? scope.passages) && new Set(scope.themes)
  const passages = new Set(scope.passages)
  const fitting = taggings.filter(
    (each) =>
      (documents === undefined || documents.has(each.document)) &&
      (themes === undefined || themes.has(each.theme) || passages.has(each.highlight)) &&
      (coder === undefined || coder === each.coder),
  )
  const tagged = new Set(fitting.map(({ highlight }) => highlight))
  const kept = highlights.filter(
    (each) =>
      (documents === undefined || documents.has(each.document)) &&
      (themes === undefined || tagged.has(each.id) || passages.has(each.id)) &&
      (coder === undefined || coder === each.coder || tagged.has(each.id)) &&
      (scope.starred === undefined || each.star === true) &&
      (scope.noted === undefined || noted.has(each.id)) &&
      each.created >= from &&
      each.created < until,
  )
  const there = new Set(kept.map(({ id }) => id))
  return { highlights: kept, taggings: fitting.filter(({ highlight }) => there.has(highlight)) }
}

/** The highlights that have a note with words. */
export const notedIn = ({ notes }: Pick<ProjectSnapshot, 'notes'>): Set<HighlightId> =>
  new Set(notes.flatMap(({ about, text }) => (about.kind === 'highlight' && text.trim() !== '' ? [about.id] : [])))

/**
 * The part of a snapshot that lies in `scope`, whole in itself: taggings, links and notes go with their passages, and
 * themes stay with their ancestors. Documents stay even when none of their passages does.
 */
export function scoped(snapshot: ProjectSnapshot, scope: Scope): ProjectSnapshot {
  const documents = scope.documents && new Set(scope.documents)
  const inDocuments = (id: DocumentId): boolean => documents === undefined || documents.has(id)
  const { highlights, taggings } = passagesIn({ ...snapshot, noted: notedIn(snapshot) }, scope)
  const there = new Set(highlights.map(({ id }) => id))
  const themes =
    (scope.themes ?? scope.passages) &&
    withAncestors(snapshot, new Set([...(scope.themes ?? []), ...taggings.map(({ theme }) => theme)]))
  const kept = snapshot.documents.filter(({ id }) => inDocuments(id))
  const contents = new Set(kept.map(({ content }) => content))
  const revisions = snapshot.revisions?.filter(({ document }) => inDocuments(document))
  for (const { content } of revisions ?? []) contents.add(content)
  return {
    ...snapshot,
    documents: kept,
    contents: snapshot.contents.filter(({ id }) => contents.has(id)),
    themes: snapshot.themes.filter(({ id }) => themes === undefined || themes.has(id)),
    groups: (snapshot.groups ?? []).map((group) => ({
      ...group,
      themes: group.themes.filter((id) => themes === undefined || themes.has(id)),
    })),
    highlights,
    taggings,
    links: (snapshot.links ?? []).filter(({ from, to }) => there.has(from) && there.has(to)),
    notes: snapshot.notes.filter(({ about }) => {
      if (about.kind === 'highlight') return there.has(about.id)
      if (about.kind === 'document') return inDocuments(about.id)
      return about.kind === 'project' || themes === undefined || themes.has(about.id)
    }),
    ...(revisions && { revisions }),
  }
}

function withAncestors(snapshot: ProjectSnapshot, ids: ReadonlySet<ThemeId>): Set<ThemeId> {
  const parents = new Map(snapshot.themes.map(({ id, parent }) => [id, parent]))
  const all = new Set<ThemeId>()
  for (const id of ids) {
    for (let at: ThemeId | null = id; at !== null && !all.has(at); at = parents.get(at) ?? null) all.add(at)
  }
  return all
}
