import type { SourceDocument } from '../../model/document'
import type { DocumentGroup } from '../../model/document-group'
import type { DocumentId, GroupId } from '../../model/ids'
import type { SearchScope } from '../../model/saved-search'
import { fold } from '../fold'

/** Whether the scope leaves out documents, or parts of their texts. */
export const isLimited = ({ also: _, ...limits }: SearchScope): boolean =>
  Object.values(limits).some((each) => each !== undefined)

function branch(id: GroupId, groups: readonly DocumentGroup[]): Set<DocumentId> {
  const ids = [id]
  for (const each of ids)
    ids.push(...groups.flatMap(({ id, parent }) => (parent === each && !ids.includes(id) ? [id] : [])))
  return new Set(groups.flatMap((each) => (ids.includes(each.id) ? each.documents : [])))
}

/** The documents that a scope takes in, in their order; undefined where that is all of them. */
export function documentsIn(
  scope: SearchScope,
  documents: readonly SourceDocument[],
  groups: readonly DocumentGroup[],
): DocumentId[] | undefined {
  const { from, until, attribute } = scope
  const tests: ((document: SourceDocument) => boolean)[] = []
  if (scope.documents) {
    const chosen = new Set(scope.documents)
    tests.push(({ id }) => chosen.has(id))
  }
  if (scope.group !== undefined) {
    const members = branch(scope.group, groups)
    tests.push(({ id }) => members.has(id))
  }
  if (from) tests.push(({ metadata: { date } }) => date !== undefined && date.slice(0, from.length) >= from)
  if (until) tests.push(({ metadata: { date } }) => date !== undefined && date.slice(0, until.length) <= until)
  if (attribute && attribute.words.trim() !== '') {
    const words = fold(attribute.words.trim())
    tests.push(({ attributes }) => fold(String(attributes?.[attribute.id] ?? '')).includes(words))
  }
  if (tests.length === 0) return undefined
  return documents.flatMap((document) => (tests.every((test) => test(document)) ? [document.id] : []))
}
