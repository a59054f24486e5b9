import type { Column } from '#shared/queries/document-table/columns'
import type { CellField } from '../actions/document-table'

/** What of a document the cells of a column write; null for a column that only shows. */
export function fieldOf({ id, attribute, edits }: Column): CellField | null {
  if (!edits) return null
  if (attribute) return { kind: 'attribute', attribute }
  switch (id) {
    case 'title':
    case 'language':
      return { kind: id }
    case 'date':
    case 'source':
    case 'author':
    case 'reporter':
    case 'editor':
    case 'place':
    case 'section':
    case 'url':
      return { kind: 'metadata', field: id }
    default:
      return null
  }
}
