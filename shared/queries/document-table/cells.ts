import type { AttributeValue, SourceDocument } from '../../model/document'
import type { DocumentGroup } from '../../model/document-group'
import type { DocumentId } from '../../model/ids'
import type { Column } from './columns'

/** What a document has in a column; undefined where that is unknown. */
export type CellValue = AttributeValue | readonly string[] | undefined

/** What the cells of a document are read from beside its own record. */
export interface TableFacts {
  /** The names of the groups that each document is in, as paths from the top (`广西 / 右江`), sorted. */
  readonly groups: ReadonlyMap<DocumentId, readonly string[]>
  /** How many highlights each document has; one without any need not be there. */
  readonly highlights: ReadonlyMap<DocumentId, number>
}

/** The names from the top to a group, joined by ` / `. */
export function groupPath(group: DocumentGroup, byId: ReadonlyMap<string, DocumentGroup>): string {
  const names = [group.name]
  let at = group.parent === null ? undefined : byId.get(group.parent)
  while (at) {
    names.unshift(at.name)
    at = at.parent === null ? undefined : byId.get(at.parent)
  }
  return names.join(' / ')
}

/** The paths of the groups that each document is in, sorted; a document in none is not there. */
export function groupsByDocument(groups: readonly DocumentGroup[]): Map<DocumentId, string[]> {
  const byId = new Map(groups.map((each) => [each.id, each]))
  const paths = new Map<DocumentId, string[]>()
  for (const group of groups) {
    const path = groupPath(group, byId)
    for (const id of group.documents) paths.set(id, [...(paths.get(id) ?? []), path].sort())
  }
  return paths
}

/** What a document has in a column. */
export function cellOf(document: SourceDocument, { id, attribute }: Column, facts: TableFacts): CellValue {
  if (attribute) return document.attributes?.[attribute.id]
  switch (id) {
    case 'title':
      return document.title
    case 'language':
      return document.language === 'und' ? undefined : document.language
    case 'groups':
      return facts.groups.get(document.id)
    case 'length':
      return document.length
    case 'highlights':
      return facts.highlights.get(document.id) ?? 0
    case 'fileName':
      return document.fileName
    case 'date':
    case 'source':
    case 'author':
    case 'reporter':
    case 'editor':
    case 'place':
    case 'section':
    case 'url':
      return document.metadata[id]
    default:
      return undefined
  }
}

/** A value in words, as it is written, copied and looked for; empty where it is unknown. */
export const cellWords = (value: CellValue): string =>
  value === undefined ? '' : typeof value === 'object' ? value.join('; ') : String(value)
