import type { TableMapping } from '../importer'
import { columnNames, type KnownColumn } from './columns'

/** The parts of a document's origin that a column can be, each at most once. */
export const ORIGIN_ROLES = ['title', 'date', 'author', 'source', 'url'] as const satisfies readonly KnownColumn[]

/** What a column can be taken for. */
export const COLUMN_ROLES = ['text', ...ORIGIN_ROLES, 'attribute', 'leftOut'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

/** What a mapping takes a column for. */
export function roleOf(mapping: TableMapping, column: number): ColumnRole {
  if (mapping.text.includes(column)) return 'text'
  const origin = ORIGIN_ROLES.find((role) => mapping[role] === column)
  return origin ?? (mapping.attributes.some((each) => each.column === column) ? 'attribute' : 'leftOut')
}

/** The mapping without this column. */
function without(mapping: TableMapping, column: number): TableMapping {
  const origin = Object.fromEntries(
    ORIGIN_ROLES.flatMap((role) =>
      mapping[role] === undefined || mapping[role] === column ? [] : [[role, mapping[role]]],
    ),
  )
  return {
    hasHeader: mapping.hasHeader,
    sheet: mapping.sheet,
    text: mapping.text.filter((each) => each !== column),
    ...origin,
    attributes: mapping.attributes.filter((each) => each.column !== column),
  }
}

const attributesWith = (mapping: TableMapping, column: number, name: string): TableMapping['attributes'] =>
  [...mapping.attributes, { column, name }].sort((a, b) => a.column - b.column)

/**
 * The mapping with another role for a column. Columns that make the text do so from left to right. A column that was
 * the title (the date ...) becomes an attribute when another takes that part over, so that nothing of the table is
 * lost unsaid. `names` are the columns' names, which attributes have until they are given others.
 */
export function withRole(
  mapping: TableMapping,
  column: number,
  role: ColumnRole,
  names: readonly string[],
): TableMapping {
  const rest = without(mapping, column)
  switch (role) {
    case 'text':
      return { ...rest, text: [...rest.text, column].sort((a, b) => a - b) }
    case 'attribute':
      return { ...rest, attributes: attributesWith(rest, column, names[column] ?? '') }
    case 'leftOut':
      return rest
    default: {
      const before = rest[role]
      const freed = before === undefined ? rest : withRole(rest, before, 'attribute', names)
      return { ...freed, [role]: column }
    }
  }
}

/** The mapping with another name for the attribute that a column becomes. */
export const withAttributeName = (mapping: TableMapping, column: number, name: string): TableMapping => ({
  ...mapping,
  attributes: mapping.attributes.map((each) => (each.column === column ? { column, name } : each)),
})

/** The mapping with the first row taken for names, or for a document; attributes that had their columns' names keep to them. */
export function withHeader(
  mapping: TableMapping,
  hasHeader: boolean,
  rows: readonly (readonly string[])[],
): TableMapping {
  const [before, after] = [columnNames(rows, mapping.hasHeader), columnNames(rows, hasHeader)]
  const attributes = mapping.attributes.map(({ column, name }) => ({
    column,
    name: name === before[column] ? (after[column] ?? name) : name,
  }))
  return { ...mapping, hasHeader, attributes }
}
