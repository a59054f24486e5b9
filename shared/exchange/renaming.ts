import { v5 } from 'uuid'
import type { ChangeParts, RecordKind, Records } from '../model/changes'
import type { Id, ProjectId } from '../model/ids'
import { withIds } from '../queries/annotations/is-query'
import { scopeWithIds } from '../queries/search/is-saved'

/** The records of one part of a ChangeSet. */
export type RecordLists = NonNullable<ChangeParts['created']>

/** The id that a thing with another program's id or IRI has in a project: the same each time it is asked for (UUID 5). */
export const idFor = (project: ProjectId, foreign: string): Id => v5(`${project} ${foreign}`, v5.URL)

type Rename = (id: Id) => Id

/** How the records of each kind name others; the record's own id and its project are renamed for all. */
const REFERENCES: { readonly [K in RecordKind]: (record: Records[K], to: Rename) => Partial<Records[K]> } = {
  projects: () => ({}),
  coders: () => ({}),
  attributes: () => ({}),
  documents: ({ attributes, content }, to) => ({
    content: to(content),
    ...(attributes && {
      attributes: Object.fromEntries(Object.entries(attributes).map(([id, value]) => [to(id), value])),
    }),
  }),
  documentGroups: ({ parent, documents }, to) => ({
    parent: parent === null ? null : to(parent),
    documents: documents.map(to),
  }),
  revisions: ({ document, content, coder }, to) => ({
    document: to(document),
    content: to(content),
    coder: coder === null ? null : to(coder),
  }),
  themes: ({ parent, example, coder }, to) => ({
    parent: parent === null ? null : to(parent),
    coder: to(coder),
    ...(example !== undefined && { example: to(example) }),
  }),
  themeGroups: ({ themes }, to) => ({ themes: themes.map(to) }),
  liveThemes: ({ query, coder }, to) => ({ query: withIds(query, to), coder: to(coder) }),
  savedSearches: ({ scope, coder }, to) => ({ scope: scopeWithIds(scope, to), coder: to(coder) }),
  wordLists: ({ coder }, to) => ({ coder: to(coder) }),
  highlights: ({ document, coder }, to) => ({ document: to(document), coder: to(coder) }),
  taggings: ({ highlight, document, theme, coder }, to) => ({
    highlight: to(highlight),
    document: to(document),
    theme: to(theme),
    coder: to(coder),
  }),
  links: ({ from, to: end, coder }, to) => ({ from: to(from), to: to(end), coder: to(coder) }),
  notes: ({ about, text, coder }, to) => ({
    about: { ...about, id: to(about.id) },
    coder: to(coder),
    text: text.replace(
      /(pingdian:(?:theme|document|highlight|note)\/)([\w-]+)/g,
      (_, scheme: string, id: Id) => scheme + to(id),
    ),
  }),
}

/** The records with every id that `names` knows renamed, wherever it stands: as their own, as a reference, in a note's link. */
export function renamed(records: RecordLists, names: ReadonlyMap<Id, Id>): RecordLists {
  const to: Rename = (id) => names.get(id) ?? id
  const one = <K extends RecordKind>(kind: K, record: Records[K]): Records[K] => ({
    ...record,
    id: to(record.id),
    ...('project' in record ? { project: to(record.project) } : {}),
    ...REFERENCES[kind](record, to),
  })
  return Object.fromEntries(
    Object.entries(records).map(([kind, list]) => [
      kind,
      list.map((record) => one(kind as RecordKind, record as Records[RecordKind])),
    ]),
  ) as RecordLists
}
