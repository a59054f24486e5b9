import type { AnnotationQuery, DocumentField } from '../../model/annotation-query'
import type { SourceDocument } from '../../model/document'
import type { AttributeId, DocumentId, GroupId, Id, ThemeId } from '../../model/ids'
import { byOrder, type Theme, themePathName } from '../../model/theme'
import type { AnnotatedPassage, Annotations } from '../annotations/annotations'
import { passagesOf } from '../annotations/evaluate'
import { groupPath } from '../document-table/cells'

/** How exactly a date is looked at. */
export const PERIODS = ['year', 'month', 'day'] as const
export type Period = (typeof PERIODS)[number]

/** A saved query, which counts as a theme. */
export interface LiveMember {
  readonly id: Id
  readonly name: string
  readonly query: AnnotationQuery
  /** What it shows, where that is known. */
  readonly passages?: readonly AnnotatedPassage[]
}

/** What the rows or the columns of a table are. */
export type Axis =
  /** `below`: a theme counts the passages of the themes below it as its own. `only`: these, else all in use. */
  | {
      readonly kind: 'themes'
      readonly below: boolean
      readonly only?: readonly ThemeId[]
      readonly live?: readonly LiveMember[]
    }
  | { readonly kind: 'documents' }
  /** A group counts the documents of the groups below it as its own. */
  | { readonly kind: 'groups'; readonly only?: readonly GroupId[] }
  | { readonly kind: 'attribute'; readonly attribute: AttributeId }
  | { readonly kind: 'field'; readonly field: Exclude<DocumentField, 'date'> }
  | { readonly kind: 'time'; readonly period: Period }
  | { readonly kind: 'coders'; readonly names: ReadonlyMap<Id, string> }

/** One row or column. */
export interface Member {
  readonly id: string
  /** null: documents without a value, passages without any of the axis. */
  readonly name: string | null
  /** The documents that it is about; null: every one. */
  readonly documents: ReadonlySet<DocumentId> | null
  /** For a document or theme its record. */
  readonly theme?: Theme
  /** Set for a live theme. */
  readonly live?: true
}

/** The members of an axis in their own order, and which of them (by index) each passage belongs to. */
export interface Members {
  readonly members: readonly Member[]
  readonly of: (passage: AnnotatedPassage) => readonly number[]
}

/** The id of the member for what has no value. */
export const WITHOUT = ''

const LENGTHS: Readonly<Record<Period, number>> = { year: 4, month: 7, day: 10 }

/** The themes from the top down, each followed by those below it; siblings in their order. Those in a circle are last. */
export function inTreeOrder(themes: readonly Theme[]): Theme[] {
  const there = new Set(themes.map(({ id }) => id))
  const sorted = [...themes].sort(byOrder)
  const ordered = new Set<Theme>()
  const walk = (each: Theme): void => {
    if (ordered.has(each)) return
    ordered.add(each)
    for (const child of sorted) if (child.parent === each.id) walk(child)
  }
  for (const each of sorted) if (each.parent === null || !there.has(each.parent)) walk(each)
  for (const each of sorted) walk(each)
  return [...ordered]
}

const NONE: readonly number[] = []

function themeMembers({ below, only, live = [] }: Axis & { kind: 'themes' }, annotations: Annotations): Members {
  const { themes } = annotations.records
  const byId = new Map(themes.map((each) => [each.id, each]))
  const wanted = only ? new Set(only) : null
  const shown = inTreeOrder(themes).filter((each) => (wanted ? wanted.has(each.id) : each.archived === undefined))
  const indexes = new Map<ThemeId, number[]>()
  for (const [i, theme] of shown.entries()) {
    for (const id of below ? annotations.below(theme.id) : [theme.id]) indexes.set(id, [...(indexes.get(id) ?? []), i])
  }
  const showing = new Map<AnnotatedPassage, number[]>()
  for (const [i, { query, passages }] of live.entries()) {
    for (const passage of passages ?? passagesOf(query, annotations)) {
      const there = showing.get(passage)
      if (there) there.push(shown.length + i)
      else showing.set(passage, [shown.length + i])
    }
  }
  return {
    members: [
      ...shown.map((theme) => ({ id: theme.id, name: themePathName(theme, byId), documents: null, theme })),
      ...live.map(({ id, name }) => ({ id, name, documents: null, live: true as const })),
    ],
    of: (passage) => {
      const { taggings } = passage
      const own =
        taggings.length === 1
          ? (indexes.get(taggings[0]?.theme ?? '') ?? NONE)
          : [...new Set(taggings.flatMap(({ theme }) => indexes.get(theme) ?? NONE))]
      const shows = showing.get(passage)
      return shows ? [...own, ...shows] : own
    },
  }
}

/** The members of an axis on which each document stands at any number of places: those of which it has the name. */
function documentMembers(
  documents: readonly SourceDocument[],
  nameOf: (document: SourceDocument) => string | undefined,
): Members {
  const sets = new Map<string, Set<DocumentId>>()
  for (const document of documents) {
    const value = nameOf(document) ?? WITHOUT
    const there = sets.get(value)
    if (there) there.add(document.id)
    else sets.set(value, new Set([document.id]))
  }
  const collator = new Intl.Collator('zh', { numeric: true })
  const values = [...sets.keys()].sort(
    (a, b) => Number(a === WITHOUT) - Number(b === WITHOUT) || collator.compare(a, b),
  )
  const members = values.map((id) => ({ id, name: id === WITHOUT ? null : id, documents: sets.get(id) ?? null }))
  const indexes = new Map(values.map((value, i) => [value, [i]]))
  return { members, of: ({ document }) => indexes.get(nameOf(document) ?? WITHOUT) ?? [] }
}

function groupMembers({ only }: Axis & { kind: 'groups' }, annotations: Annotations): Members {
  const { groups } = annotations.records
  const byId = new Map(groups.map((each) => [each.id, each]))
  const shown = only
    ? only.flatMap((id) => byId.get(id) ?? [])
    : [...groups].sort((a, b) => (groupPath(a, byId) < groupPath(b, byId) ? -1 : 1))
  const members = shown.map((each) => ({
    id: each.id,
    name: groupPath(each, byId),
    documents: annotations.documentsIn(each.id),
  }))
  const indexes = new Map<DocumentId, number[]>()
  for (const [i, { documents }] of members.entries()) {
    for (const id of documents) indexes.set(id, [...(indexes.get(id) ?? []), i])
  }
  return { members, of: ({ document }) => indexes.get(document.id) ?? [] }
}

/** The rows or columns that an axis has. */
export function membersOf(axis: Axis, annotations: Annotations): Members {
  const { documents } = annotations.records
  switch (axis.kind) {
    case 'themes':
      return themeMembers(axis, annotations)
    case 'documents': {
      const indexes = new Map(documents.map(({ id }, i) => [id, [i]]))
      const members = documents.map(({ id, title }) => ({ id, name: title, documents: new Set([id]) }))
      return { members, of: ({ document }) => indexes.get(document.id) ?? [] }
    }
    case 'groups':
      return groupMembers(axis, annotations)
    case 'attribute':
      return documentMembers(documents, ({ attributes }) => attributes?.[axis.attribute]?.toString())
    case 'field':
      return documentMembers(documents, (each) =>
        axis.field === 'title' || axis.field === 'language' ? each[axis.field] : each.metadata[axis.field],
      )
    case 'time': {
      const length = LENGTHS[axis.period]
      return documentMembers(documents, ({ metadata: { date } }) =>
        date === undefined || date.length < length ? undefined : date.slice(0, length),
      )
    }
    case 'coders': {
      const ids = [...axis.names.keys()]
      const members = ids.map((id) => ({ id, name: axis.names.get(id) ?? null, documents: null }))
      const indexes = new Map(ids.map((id, i) => [id, i]))
      return {
        members,
        of: ({ highlight, taggings }) => [
          ...new Set([highlight.coder, ...taggings.map(({ coder }) => coder)].flatMap((id) => indexes.get(id) ?? [])),
        ],
      }
    }
  }
}
