import { Dexie } from 'dexie'
import { type ChangeSet, RECORD_KINDS, type RecordKind, type Records, steps } from '#shared/model/changes'
import type { Id } from '#shared/model/ids'
import type { NoteSubject } from '#shared/model/note'
import { ProblemError } from '#shared/result'
import type { Database } from './database'

type AnyRecord = Records[RecordKind]
type Needs = readonly (readonly [RecordKind, Id])[]

const SUBJECTS: Readonly<Record<NoteSubject['kind'], RecordKind>> = {
  highlight: 'highlights',
  theme: 'themes',
  document: 'documents',
  project: 'projects',
}

/** Which records a record of each kind cannot stand without. */
const NEEDS: { readonly [K in RecordKind]: (record: Records[K]) => Needs } = {
  projects: () => [],
  coders: ({ project }) => [['projects', project]],
  attributes: ({ project }) => [['projects', project]],
  documents: ({ project, attributes }) => [
    ['projects', project],
    ...Object.keys(attributes ?? {}).map((id) => ['attributes', id] as const),
  ],
  documentGroups: ({ project, parent, documents }) => [
    ['projects', project],
    ...(parent === null ? [] : [['documentGroups', parent] as const]),
    ...documents.map((id) => ['documents', id] as const),
  ],
  revisions: ({ project, document, coder }) => [
    ['projects', project],
    ['documents', document],
    ...(coder === null ? [] : [['coders', coder] as const]),
  ],
  themes: ({ project, coder, parent }) => [
    ['projects', project],
    ['coders', coder],
    ...(parent === null ? [] : [['themes', parent] as const]),
  ],
  themeGroups: ({ project, themes }) => [['projects', project], ...themes.map((id) => ['themes', id] as const)],
  liveThemes: ({ project, coder }) => [
    ['projects', project],
    ['coders', coder],
  ],
  savedSearches: ({ project, coder }) => [
    ['projects', project],
    ['coders', coder],
  ],
  wordLists: ({ project, coder }) => [
    ['projects', project],
    ['coders', coder],
  ],
  highlights: ({ project, document, coder }) => [
    ['projects', project],
    ['documents', document],
    ['coders', coder],
  ],
  taggings: ({ project, document, highlight, theme, coder }) => [
    ['projects', project],
    ['documents', document],
    ['highlights', highlight],
    ['themes', theme],
    ['coders', coder],
  ],
  links: ({ project, from, to, coder }) => [
    ['projects', project],
    ['highlights', from],
    ['highlights', to],
    ['coders', coder],
  ],
  notes: ({ project, about, coder }) => [
    ['projects', project],
    [SUBJECTS[about.kind], about.id],
    ['coders', coder],
  ],
}

const projectOf = (record: AnyRecord): Id => ('project' in record ? record.project : record.id)

interface Wanted {
  readonly kind: RecordKind
  readonly needs: RecordKind
  readonly id: Id
  readonly project: Id
}

const needsOf = <K extends RecordKind>(kind: K, record: AnyRecord): Needs => NEEDS[kind](record as Records[K])

/**
 * What a record needs as it was written and did not need before. What it needed before was there then, and nothing that
 * anything needs is deleted (`checkUsers`): a group of ten thousand documents that is given one more asks for that one.
 */
function newNeeds(kind: RecordKind, before: AnyRecord | undefined, after: AnyRecord): Needs {
  const needs = needsOf(kind, after)
  if (!before || projectOf(before) !== projectOf(after)) return needs
  const known = new Set(needsOf(kind, before).map(([needed, id]) => `${needed} ${id}`))
  return needs.filter(([needed, id]) => !known.has(`${needed} ${id}`))
}

/** Every record that was written finds what it needs, in its own project. */
async function checkNeeds(db: Database, set: ChangeSet): Promise<void> {
  const wanted: Wanted[] = RECORD_KINDS.flatMap((kind) =>
    [...steps(set, kind).values()].flatMap(({ before, after }) =>
      after ? newNeeds(kind, before, after).map(([needs, id]) => ({ kind, needs, id, project: projectOf(after) })) : [],
    ),
  )
  for (const needs of RECORD_KINDS) {
    const ofKind = wanted.filter((each) => each.needs === needs)
    if (ofKind.length === 0) continue
    const ids = [...new Set(ofKind.map(({ id }) => id))]
    const found = new Map((await db[needs].bulkGet(ids)).flatMap((record) => (record ? [[record.id, record]] : [])))
    for (const { kind, id, project } of ofKind) {
      const record = found.get(id)
      if (!record) throw new ProblemError({ key: 'store.missing', params: { kind, needs, id } })
      if (projectOf(record) !== project) {
        throw new ProblemError({ key: 'store.otherProject', params: { kind, needs, id } })
      }
    }
  }
}

/** Every document and revision that was written has its text; which is counted, not read. */
async function checkContents(db: Database, set: ChangeSet): Promise<void> {
  for (const kind of ['documents', 'revisions'] as const) {
    const ids = [...steps(set, kind).values()].flatMap(({ after }) => (after ? [after.content] : []))
    const counts = await Promise.all(ids.map((id) => db.contents.where(':id').equals(id).count()))
    const id = ids.find((_, i) => counts[i] === 0)
    if (id) throw new ProblemError({ key: 'store.missing', params: { kind, needs: 'contents', id } })
  }
}

/** A tagging repeats its highlight's document; it has to be the same one. */
async function checkTaggings(db: Database, set: ChangeSet): Promise<void> {
  const taggings = [...steps(set, 'taggings').values()].flatMap(({ after }) => (after ? [after] : []))
  const highlights = await db.highlights.bulkGet(taggings.map(({ highlight }) => highlight))
  taggings.forEach((tagging, i) => {
    if (highlights[i]?.document !== tagging.document) {
      throw new ProblemError({
        key: 'store.missing',
        params: { kind: 'taggings', needs: 'documents', id: tagging.document },
      })
    }
  })
}

const SUBJECT_OF: Partial<Record<RecordKind, NoteSubject['kind']>> = {
  highlights: 'highlight',
  themes: 'theme',
  documents: 'document',
  projects: 'project',
}

/** The lookups that would find a record which still needs one of `ids`; each ends at the first it finds. */
function users(db: Database, kind: RecordKind, gone: readonly AnyRecord[]): [RecordKind, () => PromiseLike<number>][] {
  const ids = gone.map(({ id }) => id)
  const lost = new Set(ids)
  const projects = [...new Set(gone.map(projectOf))]
  const made = (
    by: 'themes' | 'liveThemes' | 'highlights' | 'taggings' | 'links' | 'notes' | 'revisions',
  ): [RecordKind, () => PromiseLike<number>] => [
    by,
    () =>
      db[by]
        .where('project')
        .anyOf(projects)
        .and(({ coder }: { coder: Id | null }) => coder !== null && lost.has(coder))
        .limit(1)
        .count(),
  ]
  const having = (by: RecordKind, index: string): [RecordKind, () => PromiseLike<number>] => [
    by,
    () => db[by].where(index).anyOf(ids).limit(1).count(),
  ]
  const about = SUBJECT_OF[kind]
  const noted: [RecordKind, () => PromiseLike<number>][] = about
    ? [
        [
          'notes',
          () =>
            db.notes
              .where('[about.kind+about.id]')
              .anyOf(ids.map((id) => [about, id]))
              .limit(1)
              .count(),
        ],
      ]
    : []
  switch (kind) {
    case 'projects':
      return RECORD_KINDS.filter((by) => by !== 'projects').map((by) => having(by, 'project'))
    case 'coders': {
      const kinds = ['themes', 'liveThemes', 'highlights', 'taggings', 'links', 'notes', 'revisions'] as const
      return kinds.map(made)
    }
    case 'attributes':
      return [
        [
          'documents',
          () =>
            db.documents
              .where('[project+order]')
              .between([projects[0], Dexie.minKey], [projects.at(-1), Dexie.maxKey])
              .and(({ attributes }) => attributes !== undefined && ids.some((id) => id in attributes))
              .limit(1)
              .count(),
        ],
      ]
    case 'documents':
      return [
        having('highlights', 'document'),
        having('taggings', 'document'),
        having('documentGroups', 'documents'),
        having('revisions', 'document'),
        ...noted,
      ]
    case 'documentGroups':
      return [having('documentGroups', 'parent')]
    case 'themes': {
      const pairs = gone.map((theme) => [projectOf(theme), theme.id])
      return [
        having('themes', 'parent'),
        having('themeGroups', 'themes'),
        ['taggings', () => db.taggings.where('[project+theme]').anyOf(pairs).limit(1).count()],
        ...noted,
      ]
    }
    case 'highlights':
      return [having('taggings', 'highlight'), having('links', 'from'), having('links', 'to'), ...noted]
    default:
      return []
  }
}

/** Nothing that remains needs a record that is gone. */
async function checkUsers(db: Database, set: ChangeSet): Promise<void> {
  for (const kind of RECORD_KINDS) {
    const gone = set.deleted[kind] ?? []
    if (gone.length === 0) continue
    for (const [by, count] of users(db, kind, gone)) {
      if ((await count()) > 0) throw new ProblemError({ key: 'store.inUse', params: { kind, by } })
    }
  }
}

/**
 * Checks the database as it stands after `set` was applied, inside the same transaction: a ProblemError thrown here
 * aborts it, so that no highlight is ever without its document and no tagging without its theme.
 */
export async function checkIntegrity(db: Database, set: ChangeSet): Promise<void> {
  await checkNeeds(db, set)
  if (set.created.documents || set.updated.documents || set.created.revisions || set.updated.revisions)
    await checkContents(db, set)
  if (set.created.taggings || set.updated.taggings) await checkTaggings(db, set)
  await checkUsers(db, set)
}
