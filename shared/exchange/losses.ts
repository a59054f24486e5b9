import type { ProjectSnapshot } from '../exporters/exporter'
import { RECORD_KINDS, type RecordKind, type Records } from '../model/changes'

/** What a snapshot is made of: the kinds of record, texts and files. */
export interface Kept extends Records {
  readonly contents: ProjectSnapshot['contents'][number]
  readonly originals: NonNullable<ProjectSnapshot['originals']>[number]
}
export type KeptKind = RecordKind | 'contents' | 'originals'

/** The formats that come back: what is written can be read again. */
export type ExchangeFormat = 'pingdian' | 'qdpx' | 'qdc' | 'web-annotation' | 'tei' | 'csv'

/** One thing that a format does not carry. */
export interface Loss<K extends KeptKind = KeptKind> {
  readonly kind: K
  /** The fields that are lost, one in another as `metadata.tags`; `all` where the record itself is. */
  readonly fields: readonly string[] | 'all'
  /** Which records are meant, where not all are. */
  only?(record: Kept[K], snapshot: ProjectSnapshot): boolean
  /** What that means to a person, as a sentence for the table in the README. */
  readonly says: string
}

/** So that `only` knows its record; in the list they stand as `Loss`. */
const loss = <K extends KeptKind>(each: Loss<K>): Loss => each as unknown as Loss

const isLost = (id: string, { highlights }: ProjectSnapshot): boolean => lostIds(highlights).has(id)
const known = new WeakMap<readonly Records['highlights'][], ReadonlySet<string>>()
function lostIds(highlights: readonly Records['highlights'][]): ReadonlySet<string> {
  const ids = known.get(highlights) ?? new Set(highlights.flatMap(({ id, lost }) => (lost === undefined ? [] : [id])))
  known.set(highlights, ids)
  return ids
}

/** Themes that stand beside nothing: no passage has them, and no note is about them. */
const isUnused = (id: string, { taggings, notes }: ProjectSnapshot): boolean => {
  const ids = used.get(taggings) ?? new Set(taggings.map(({ theme }) => theme))
  used.set(taggings, ids)
  return !ids.has(id) && !notes.some(({ about, text }) => about.id === id && text.trim() !== '')
}
const used = new WeakMap<readonly Records['taggings'][], ReadonlySet<string>>()

/** Coders who made nothing that is carried. */
const isIdle = (id: string, { highlights, taggings, notes, links = [] }: ProjectSnapshot): boolean => {
  const made = [highlights, taggings, links, notes.filter(({ text }) => text.trim() !== '')]
  return !made.some((list: readonly { readonly coder: string }[]) => list.some(({ coder }) => coder === id))
}

const THEMES: readonly Loss[] = [
  loss({
    kind: 'themes',
    fields: ['example', 'shortcut', 'archived', 'coder', 'created'],
    says: 'Who made a theme and when, its example, its key, and whether it is archived.',
  }),
  loss({ kind: 'themeGroups', fields: ['created'], says: 'When a group of themes was made.' }),
]

const PUT_AWAY = loss({ kind: 'projects', fields: ['putAway'], says: 'Whether the project was put away.' })
const SINCE_WHEN_CODING = loss({
  kind: 'coders',
  fields: ['created'],
  says: 'Since when a coder works on the project.',
})
const SINCE_WHEN_LOST = loss({
  kind: 'highlights',
  fields: ['lost', 'passage'],
  only: ({ id }, snapshot) => isLost(id, snapshot),
  says: 'Since when a highlight is not in its text any more: its words are looked for again.',
})
const FILE_FACTS: readonly Loss[] = [
  loss({
    kind: 'documents',
    fields: ['format', 'fileName', 'encoding', 'content'],
    says: 'The name, format and encoding of the file that a document was read from.',
  }),
  loss({
    kind: 'documents',
    fields: ['metadata.title', 'metadata.categories', 'metadata.tags', 'metadata.other', 'metadata.evidence'],
    says: 'Categories, tags and other facts about a document that are no attributes, and where its facts were found.',
  }),
]

const IDLE_CODERS = loss({
  kind: 'coders',
  fields: 'all',
  only: ({ id }, snapshot) => isIdle(id, snapshot),
  says: 'Coders who made no highlight, tagging, link or note.',
})
const ONLY_MARKS = loss({
  kind: 'contents',
  fields: 'all',
  says: 'Documents, with their texts, attributes and groups: passages are set on those of the project that they name.',
})
const UNUSED_THEMES = loss({
  kind: 'themes',
  fields: 'all',
  only: ({ id }, snapshot) => isUnused(id, snapshot),
  says: 'Themes that no passage has, and groups of themes.',
})
const ONLY_PATHS = loss({
  kind: 'themes',
  fields: ['parent', 'order', 'colour', 'description', 'inclusion', 'exclusion'],
  says: 'What a theme means, its colour and its place: only its path is told.',
})

const LIVE_THEMES = loss({
  kind: 'liveThemes',
  fields: 'all',
  says: 'Live themes (queries that are kept); their lines of text can be saved.',
})

const SAVED_SEARCHES = loss({ kind: 'savedSearches', fields: 'all', says: 'Searches that are saved.' })

const WORD_LISTS = loss({
  kind: 'wordLists',
  fields: 'all',
  says: 'Words of one’s own and words left out, for counting words.',
})

/**
 * What each format does not carry. The table in the README is made from this, the round-trip tests hold formats to it, and
 * what is lost stays as it is when a project comes back into itself (`keeping`). A new format adds its rows.
 */
export const LOSSES: { readonly [F in ExchangeFormat]: readonly Loss[] } = {
  pingdian: [PUT_AWAY],
  qdpx: [
    PUT_AWAY,
    SINCE_WHEN_CODING,
    ...THEMES,
    LIVE_THEMES,
    SAVED_SEARCHES,
    WORD_LISTS,
    loss({ kind: 'attributes', fields: ['created'], says: 'When an attribute was made.' }),
    ...FILE_FACTS,
    loss({
      kind: 'documents',
      fields: ['language'],
      only: ({ language }) => language === 'und',
      says: 'That the language of a document is unknown: it is guessed again.',
    }),
    loss({
      kind: 'contents',
      fields: ['id', 'original', 'blocks'],
      says: 'Headings, lists, emphasis, pages, times and speakers: the plain text goes out, and Word and PDF files as they came.',
    }),
    loss({ kind: 'originals', fields: 'all', says: 'Files that documents were read from, other than PDF and Word.' }),
    loss({ kind: 'revisions', fields: 'all', says: 'Earlier texts of corrected documents.' }),
    loss({
      kind: 'documentGroups',
      fields: ['parent', 'order', 'created'],
      says: 'That groups of documents lie in each other, their place there, and when they were made.',
    }),
    loss({
      kind: 'highlights',
      fields: 'all',
      only: ({ id }, snapshot) => isLost(id, snapshot),
      says: 'Highlights that are not in their text any more: a note tells of each, with its words and themes.',
    }),
    loss({
      kind: 'taggings',
      fields: 'all',
      only: ({ highlight }, snapshot) => isLost(highlight, snapshot),
      says: 'The taggings of those highlights.',
    }),
    loss({
      kind: 'notes',
      fields: ['about'],
      only: ({ about }, snapshot) => isLost(about.id, snapshot),
      says: 'That a note is about such a highlight: it is about the document.',
    }),
    loss({ kind: 'links', fields: ['coder', 'created'], says: 'Who linked two passages, and when.' }),
    loss({
      kind: 'links',
      fields: 'all',
      only: ({ from, to }, snapshot) => isLost(from, snapshot) || isLost(to, snapshot),
      says: 'Links of such highlights.',
    }),
  ],
  qdc: [
    ...THEMES,
    loss({ kind: 'documents', fields: 'all', says: 'Everything that is neither a theme nor a group of themes.' }),
  ],
  'web-annotation': [
    PUT_AWAY,
    IDLE_CODERS,
    SINCE_WHEN_CODING,
    ONLY_MARKS,
    UNUSED_THEMES,
    ONLY_PATHS,
    ...THEMES.slice(0, 1),
    SINCE_WHEN_LOST,
    loss({
      kind: 'notes',
      fields: 'all',
      only: ({ text }) => text.trim() === '',
      says: 'Notes without words.',
    }),
    LIVE_THEMES,
    SAVED_SEARCHES,
    WORD_LISTS,
  ],
  tei: [
    PUT_AWAY,
    SINCE_WHEN_CODING,
    ...THEMES.slice(0, 1),
    LIVE_THEMES,
    SAVED_SEARCHES,
    WORD_LISTS,
    loss({
      kind: 'themeGroups',
      fields: 'all',
      says: 'Groups of themes, groups of documents, and the attributes of documents.',
    }),
    loss({
      kind: 'documents',
      fields: ['attributes'],
      says: 'Groups of themes, groups of documents, and the attributes of documents.',
    }),
    ...FILE_FACTS,
    loss({
      kind: 'contents',
      fields: ['id', 'original', 'blocks'],
      says: 'Emphasis, links, pages, times and speakers in a text; its headings, lists, quotations, tables and notes go out.',
    }),
    loss({ kind: 'originals', fields: 'all', says: 'Files that documents were read from.' }),
    loss({ kind: 'revisions', fields: 'all', says: 'Earlier texts of corrected documents.' }),
    SINCE_WHEN_LOST,
  ],
  csv: [
    PUT_AWAY,
    IDLE_CODERS,
    SINCE_WHEN_CODING,
    ONLY_MARKS,
    UNUSED_THEMES,
    ONLY_PATHS,
    ...THEMES.slice(0, 1),
    SINCE_WHEN_LOST,
    loss({
      kind: 'highlights',
      fields: ['star', 'weight'],
      says: 'Stars and weights in a table of taggings; who gave a theme, and when, in one of passages.',
    }),
    loss({
      kind: 'notes',
      fields: ['coder', 'created', 'modified'],
      says: 'Who wrote a note, and when: the notes of a passage are one.',
    }),
    loss({ kind: 'links', fields: 'all', says: 'Links, and notes about anything but passages.' }),
    LIVE_THEMES,
    SAVED_SEARCHES,
    WORD_LISTS,
  ],
}

/**
 * What tables of taggings and passages do not say of what is there already. Only one of them says what stars and weights
 * there are.
 */
export const TABLES_KEEP: { readonly [K in 'taggings' | 'passages']: readonly Loss[] } = {
  taggings: [
    loss({ kind: 'highlights', fields: ['passage', 'lost', 'coder', 'created', 'star', 'weight'], says: '' }),
    loss({ kind: 'taggings', fields: ['created'], says: '' }),
  ],
  passages: [
    loss({ kind: 'highlights', fields: ['passage', 'lost', 'coder', 'created'], says: '' }),
    loss({ kind: 'taggings', fields: ['created'], says: '' }),
  ],
}

/**
 * What formats in which nothing goes out do not say of what is there already: where a passage stands is decided when it
 * is taken in first, and what was done to it since then stays.
 */
export const ONE_WAY: readonly Loss[] = [
  loss({ kind: 'coders', fields: ['created'], says: '' }),
  loss({ kind: 'themes', fields: ['created', 'coder', 'parent', 'colour', 'description'], says: '' }),
  loss({ kind: 'highlights', fields: ['passage', 'lost', 'star', 'weight', 'created'], says: '' }),
  loss({ kind: 'taggings', fields: ['created'], says: '' }),
  loss({ kind: 'notes', fields: ['created'], says: '' }),
]

/** The kinds of which a format carries something. */
export const CARRIES: { readonly [F in ExchangeFormat]: readonly KeptKind[] } = {
  pingdian: ['contents', ...RECORD_KINDS.filter((kind) => kind !== 'projects')],
  qdpx: [
    'coders',
    'themes',
    'themeGroups',
    'attributes',
    'documents',
    'contents',
    'documentGroups',
    'highlights',
    'taggings',
    'links',
    'notes',
  ],
  qdc: ['themes', 'themeGroups'],
  csv: ['highlights', 'taggings', 'notes'],
  tei: ['coders', 'themes', 'documents', 'contents', 'highlights', 'taggings', 'links', 'notes'],
  'web-annotation': ['coders', 'themes', 'highlights', 'taggings', 'links', 'notes'],
}

/** The record without the fields; those in another one are named with a dot. */
export function without(record: object, fields: readonly string[]): Record<string, unknown> {
  const rest: Record<string, unknown> = { ...record }
  for (const field of fields) {
    const [outer = '', inner] = field.split('.')
    if (inner === undefined) delete rest[outer]
    else if (rest[outer]) {
      const { [inner]: _, ...others } = rest[outer] as Record<string, unknown>
      rest[outer] = others
    }
  }
  return rest
}
