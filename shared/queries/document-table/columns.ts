import type { Attribute } from '../../model/attribute'
import type { AttributeId } from '../../model/ids'

/** What every document has a column for, in the order in which the columns stand until they are moved. */
export const OWN_COLUMNS = [
  'title',
  'date',
  'source',
  'author',
  'reporter',
  'editor',
  'place',
  'section',
  'url',
  'language',
  'groups',
  'length',
  'highlights',
  'fileName',
] as const
export type OwnColumn = (typeof OWN_COLUMNS)[number]

/** A column of the table of documents: one of its own, or an attribute's. It is what is remembered of a column. */
export type ColumnId = OwnColumn | `attribute ${AttributeId}`

/** What kind of values a column has; `several`: a document may have more than one. */
export type ColumnKind = 'text' | 'number' | 'date' | 'choice' | 'several'

export interface Column {
  readonly id: ColumnId
  readonly kind: ColumnKind
  /** Whether its cells can be written in. */
  readonly edits: boolean
  /** Absent for a column that is no attribute's. */
  readonly attribute?: Attribute
}

const KINDS: { readonly [C in OwnColumn]?: ColumnKind } = {
  date: 'date',
  language: 'choice',
  groups: 'several',
  length: 'number',
  highlights: 'number',
}

const NOT_WRITTEN: readonly OwnColumn[] = ['groups', 'length', 'highlights', 'fileName']

/** The columns that are shown until others are chosen; all attributes come after them. */
const USUAL: readonly OwnColumn[] = ['title', 'date', 'source', 'author', 'groups', 'length', 'highlights']

export const columnOfAttribute = (id: AttributeId): ColumnId => `attribute ${id}`

/** Every column that the table can have: its own, and one for each attribute of the project. */
export function allColumns(attributes: readonly Attribute[]): Column[] {
  const own = OWN_COLUMNS.map((id): Column => ({ id, kind: KINDS[id] ?? 'text', edits: !NOT_WRITTEN.includes(id) }))
  const theirs = attributes.map(
    (attribute): Column => ({ id: columnOfAttribute(attribute.id), kind: attribute.type, edits: true, attribute }),
  )
  return [...own, ...theirs]
}

/**
 * The columns that are shown, in their order. `chosen` are those that were remembered, null when none were; an attribute
 * that was made since (`known` does not have it) is shown as the last.
 */
export function shownColumns(
  all: readonly Column[],
  chosen: readonly ColumnId[] | null,
  known: readonly ColumnId[],
): Column[] {
  const wanted: readonly ColumnId[] = chosen ?? USUAL
  const isNew = ({ id, attribute }: Column): boolean =>
    attribute !== undefined && !wanted.includes(id) && (chosen === null || !known.includes(id))
  const shown = wanted.flatMap((id) => all.find((each) => each.id === id) ?? [])
  return [...shown, ...all.filter(isNew)]
}
