import type { RecordKind } from '../../model/changes'
import { WORD_LISTS } from '../../model/word-list'
import { isAnnotationQuery } from '../../queries/annotations/is-query'
import { isSought } from '../../queries/search/is-saved'

type Kind = 'string' | 'number' | 'object' | 'array'

/** The fields that every record of a kind must have, by what they hold. Others are kept as they are. */
const FIELDS: { readonly [K in RecordKind]: Readonly<Record<string, Kind>> } = {
  projects: { id: 'string', name: 'string', created: 'number' },
  coders: { id: 'string', project: 'string', name: 'string', created: 'number' },
  attributes: { id: 'string', project: 'string', name: 'string', type: 'string', order: 'number' },
  documents: {
    id: 'string',
    project: 'string',
    title: 'string',
    metadata: 'object',
    language: 'string',
    content: 'string',
    length: 'number',
    order: 'number',
  },
  documentGroups: { id: 'string', project: 'string', name: 'string', documents: 'array' },
  revisions: { id: 'string', project: 'string', document: 'string', content: 'string', kind: 'string' },
  themes: { id: 'string', project: 'string', name: 'string', order: 'number', colour: 'string' },
  themeGroups: { id: 'string', project: 'string', name: 'string', themes: 'array' },
  liveThemes: { id: 'string', project: 'string', name: 'string', query: 'object', order: 'number', coder: 'string' },
  savedSearches: { id: 'string', project: 'string', name: 'string', typed: 'string', order: 'number', coder: 'string' },
  wordLists: { id: 'string', project: 'string', kind: 'string', words: 'array', coder: 'string' },
  highlights: { id: 'string', project: 'string', document: 'string', passage: 'object', coder: 'string' },
  taggings: { id: 'string', project: 'string', document: 'string', highlight: 'string', theme: 'string' },
  links: { id: 'string', project: 'string', from: 'string', to: 'string' },
  notes: { id: 'string', project: 'string', text: 'string', about: 'object' },
}

const kindOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value)

/** Whether a value from a file is a record of this kind: it has the fields that such a record must have. */
export const isRecordOf = (kind: RecordKind, value: unknown): value is { readonly id: string } =>
  kindOf(value) === 'object' &&
  Object.entries(FIELDS[kind]).every(
    ([field, wanted]) => kindOf((value as Record<string, unknown>)[field]) === wanted,
  ) &&
  (kind !== 'highlights' || isPassage((value as { passage: Record<string, unknown> }).passage)) &&
  (kind !== 'liveThemes' || isLiveTheme(value as Record<string, unknown>)) &&
  (kind !== 'savedSearches' || isSought(value)) &&
  (kind !== 'wordLists' || isWordList(value as Record<string, unknown>))

const isLiveTheme = ({ query, colour }: Record<string, unknown>): boolean =>
  isAnnotationQuery(query) && (colour === undefined || typeof colour === 'string')

const isWordList = ({ kind, words }: Record<string, unknown>): boolean =>
  WORD_LISTS.some((known) => known === kind) && (words as unknown[]).every((word) => typeof word === 'string')

const isPassage = ({ start, end, quote }: Record<string, unknown>): boolean =>
  Number.isInteger(start) &&
  Number.isInteger(end) &&
  (start as number) >= 0 &&
  (end as number) >= (start as number) &&
  typeof quote === 'string'

/** Whether a value from a file is a list of blocks. */
export const areBlocks = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (block) =>
      kindOf(block) === 'object' &&
      typeof block.kind === 'string' &&
      typeof block.text === 'string' &&
      !/[\n\r]/.test(block.text),
  )
