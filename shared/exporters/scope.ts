import type { CoderId, DocumentId, ThemeId } from '../model/ids'
import type { ProjectSnapshot } from './exporter'

/** What is taken out of a project. What is left out narrows nothing. */
export interface Scope {
  readonly documents?: readonly DocumentId[]
  /** Only passages that have one of these themes; name descendants too where they are meant. */
  readonly themes?: readonly ThemeId[]
  readonly coder?: CoderId
  /** Only passages with a star. */
  readonly starred?: true
}

/**
 * The part of a snapshot that lies in `scope`, whole in itself: taggings, links and notes go with their passages, and
 * themes stay with their ancestors. Documents stay even when none of their passages does.
 */
export function scoped(snapshot: ProjectSnapshot, scope: Scope): ProjectSnapshot {
  const documents = scope.documents && new Set(scope.documents)
  const themes = scope.themes && withAncestors(snapshot, new Set(scope.themes))
  const wanted = scope.themes && new Set(scope.themes)
  const inDocuments = (id: DocumentId): boolean => documents === undefined || documents.has(id)
  const taggings = snapshot.taggings.filter(
    ({ document, theme, coder }) =>
      inDocuments(document) &&
      (wanted === undefined || wanted.has(theme)) &&
      (scope.coder === undefined || scope.coder === coder),
  )
  const tagged = new Set(taggings.map(({ highlight }) => highlight))
  const highlights = snapshot.highlights.filter(
    ({ id, document, coder, star }) =>
      inDocuments(document) &&
      (wanted === undefined || tagged.has(id)) &&
      (scope.coder === undefined || scope.coder === coder || tagged.has(id)) &&
      (scope.starred === undefined || star === true),
  )
  const there = new Set(highlights.map(({ id }) => id))
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
    taggings: taggings.filter(({ highlight }) => there.has(highlight)),
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
