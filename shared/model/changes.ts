import type { MessageKey, MessageParams } from '../messages/keys'
import type { Attribute } from './attribute'
import type { SourceDocument } from './document'
import type { DocumentGroup } from './document-group'
import type { Highlight, Tagging } from './highlight'
import type { Id } from './ids'
import type { PassageLink } from './link'
import type { LiveTheme } from './live-theme'
import type { Note } from './note'
import type { Coder, Project } from './project'
import type { Revision } from './revision'
import { same } from './same'
import type { SavedSearch } from './saved-search'
import type { Theme } from './theme'
import type { ThemeGroup } from './theme-group'
import type { WordList } from './word-list'

/** The kinds of record a ChangeSet can change, each named as its table is. */
export interface Records {
  readonly projects: Project
  readonly coders: Coder
  readonly attributes: Attribute
  readonly documents: SourceDocument
  readonly documentGroups: DocumentGroup
  readonly revisions: Revision
  readonly highlights: Highlight
  readonly themes: Theme
  readonly themeGroups: ThemeGroup
  readonly liveThemes: LiveTheme
  readonly savedSearches: SavedSearch
  readonly wordLists: WordList
  readonly taggings: Tagging
  readonly links: PassageLink
  readonly notes: Note
}
export type RecordKind = keyof Records

/** Every kind, owners before what belongs to them. */
export const RECORD_KINDS: readonly RecordKind[] = [
  'projects',
  'coders',
  'attributes',
  'documents',
  'documentGroups',
  'revisions',
  'themes',
  'themeGroups',
  'liveThemes',
  'savedSearches',
  'wordLists',
  'highlights',
  'taggings',
  'links',
  'notes',
]

/** What a ChangeSet does, as a message that a person can read in any language. */
export interface Summary {
  readonly key: MessageKey
  readonly params?: MessageParams
}

/** One step of work: what is created, updated and deleted together, or not at all. */
export interface ChangeSet {
  readonly summary: Summary
  readonly created: { readonly [K in RecordKind]?: readonly Records[K][] }
  readonly updated: {
    readonly [K in RecordKind]?: readonly { readonly before: Records[K]; readonly after: Records[K] }[]
  }
  readonly deleted: { readonly [K in RecordKind]?: readonly Records[K][] }
}

/** The three parts of a ChangeSet; what is left out changes nothing. */
export type ChangeParts = Partial<Omit<ChangeSet, 'summary'>>

const filled = <T extends { readonly [K in RecordKind]?: readonly unknown[] }>(part: T | undefined): T =>
  Object.fromEntries(Object.entries(part ?? {}).filter(([, list]) => list && list.length > 0)) as T

/** A ChangeSet of these parts; empty lists are left out. */
export const changes = (summary: Summary, parts: ChangeParts): ChangeSet => ({
  summary,
  created: filled(parts.created),
  updated: filled(parts.updated),
  deleted: filled(parts.deleted),
})

/** Whether it changes nothing. */
export const isEmpty = (set: ChangeSet): boolean =>
  RECORD_KINDS.every((kind) => !set.created[kind]?.length && !set.updated[kind]?.length && !set.deleted[kind]?.length)

/** The sentence for a ChangeSet; one that changes nothing says so. */
export const describe = (set: ChangeSet): Summary => (isEmpty(set) ? { key: 'changes.nothing' } : set.summary)

/** The ChangeSet that takes this one back. Its summary is the same: who undoes says that it was undone. */
export function invert(set: ChangeSet): ChangeSet {
  const updated = Object.fromEntries(
    Object.entries(set.updated).map(([kind, list]) => [
      kind,
      list.map(({ before, after }) => ({ before: after, after: before })),
    ]),
  )
  return { summary: set.summary, created: set.deleted, updated, deleted: set.created }
}

/** What happens to one record: `before` is absent when it is created, `after` when it is deleted. */
export interface Step<K extends RecordKind = RecordKind> {
  readonly before?: Records[K]
  readonly after?: Records[K]
}

/**
 * What happens to each record of this kind, by id.
 * Throws when the ChangeSet names one record twice, or an update turns a record into another.
 */
export function steps<K extends RecordKind>(set: ChangeSet, kind: K): Map<Id, Step<K>> {
  const byId = new Map<Id, Step<K>>()
  const add = (id: Id, step: Step<K>): void => {
    if (byId.has(id)) throw new Error(`A ChangeSet must name a record once; this one names ${kind} ${id} twice.`)
    byId.set(id, step)
  }
  for (const before of set.deleted[kind] ?? []) add(before.id, { before })
  for (const { before, after } of set.updated[kind] ?? []) {
    if (before.id !== after.id) {
      throw new Error(`An update must keep the id; this one turns ${kind} ${before.id} into ${after.id}.`)
    }
    add(before.id, { before, after })
  }
  for (const after of set.created[kind] ?? []) add(after.id, { after })
  return byId
}

/** The summary of two steps that have become one: where only their counts differ, both counted; else the second's. */
export function together(first: Summary, second: Summary): Summary {
  const { count: before, ...those } = first.params ?? {}
  const { count: after, ...these } = second.params ?? {}
  if (first.key !== second.key || typeof before !== 'number' || typeof after !== 'number') return second
  return same(those, these) ? { key: second.key, params: { ...these, count: before + after } } : second
}

const state = (record: unknown): string => (record === undefined ? 'absent' : JSON.stringify(record))

function mergeKind<K extends RecordKind>(first: ChangeSet, second: ChangeSet, kind: K): Step<K>[] {
  const merged = steps(first, kind)
  for (const [id, then] of steps(second, kind)) {
    const now = merged.get(id)
    if (!now) {
      merged.set(id, then)
      continue
    }
    if (!same(now.after, then.before)) {
      throw new Error(
        `Merging expected ${kind} ${id} to be ${state(then.before)} before the second ChangeSet, ` +
          `but the first leaves it ${state(now.after)}.`,
      )
    }
    merged.set(id, { before: now.before, after: then.after })
  }
  return [...merged.values()].filter(({ before, after }) => !same(before, after))
}

/**
 * One ChangeSet with the effect of `first` and then `second`. It is summed up as `second` is, unless told otherwise.
 * Throws when `second` does not follow from what `first` leaves behind.
 */
export function merge(first: ChangeSet, second: ChangeSet, summary: Summary = second.summary): ChangeSet {
  const created: Record<string, unknown[]> = {}
  const updated: Record<string, unknown[]> = {}
  const deleted: Record<string, unknown[]> = {}
  for (const kind of RECORD_KINDS) {
    const all = mergeKind(first, second, kind)
    created[kind] = all.flatMap(({ before, after }) => (before || !after ? [] : [after]))
    updated[kind] = all.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []))
    deleted[kind] = all.flatMap(({ before, after }) => (after || !before ? [] : [before]))
  }
  return changes(summary, { created, updated, deleted } as ChangeParts)
}

/** The ids of records by kind. */
export type Touched = { readonly [K in RecordKind]?: readonly Id[] }

/** The ids of every record that a ChangeSet creates, updates or deletes; kinds without any are left out. */
export const touched = (set: ChangeSet): Touched =>
  filled(Object.fromEntries(RECORD_KINDS.map((kind) => [kind, [...steps(set, kind).keys()]])))
