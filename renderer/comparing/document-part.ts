import type { DocumentGroup } from '#shared/model/document-group'
import type { DocumentId } from '#shared/model/ids'
import type { SearchScope } from '#shared/model/saved-search'
import { documentsIn } from '#shared/queries/search/scope'
import type { OpenProject } from '../app/library'

/** Some documents of a project: all, the open one, or those within limits. */
export type DocumentPart =
  | { readonly kind: 'all' }
  | { readonly kind: 'open' }
  | { readonly kind: 'scope'; readonly scope: SearchScope }

/** What stands beside it: nothing, all other documents, or some. */
export type OtherPart = DocumentPart | { readonly kind: 'none' } | { readonly kind: 'others' }

/** Two groups of documents by their ids: `one` is undefined where it is all, `others` where nothing is beside it. */
export interface Sides {
  readonly one?: readonly DocumentId[]
  readonly others?: readonly DocumentId[]
}

/**
 * The documents on both sides. A document that is on both counts in both; beside all documents there are no others, and
 * then nothing is compared, nor is it while the other part has no limits yet.
 */
export function sidesOf(
  one: DocumentPart,
  other: OtherPart,
  { documents }: Pick<OpenProject, 'documents'>,
  groups: readonly DocumentGroup[],
  open: DocumentId | null,
): Sides {
  const all = (): DocumentId[] => documents.map(({ id }) => id)
  const inPart = (part: DocumentPart): readonly DocumentId[] | undefined => {
    if (part.kind === 'open') return open === null ? [] : [open]
    return part.kind === 'scope' ? documentsIn(part.scope, documents, groups) : undefined
  }
  const own = inPart(one)
  const rest = (): DocumentId[] | undefined => {
    const inside = new Set(own)
    return own && all().filter((id) => !inside.has(id))
  }
  const beside = (): readonly DocumentId[] | undefined => {
    if (other.kind === 'none') return undefined
    if (other.kind === 'others') return rest()
    return other.kind === 'scope' && Object.keys(other.scope).length === 0 ? undefined : (inPart(other) ?? all())
  }
  const others = beside()
  return { ...((own || others) && { one: own ?? all() }), ...(others && { others }) }
}
