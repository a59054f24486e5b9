import { ALSO, type SavedSearch, type SearchScope } from '../../model/saved-search'

type Fields = Readonly<Record<string, unknown>>

const isText = (value: unknown): boolean => value === undefined || typeof value === 'string'
const isList = (value: unknown, isOne: (each: unknown) => boolean): boolean =>
  value === undefined || (Array.isArray(value) && value.every(isOne))

/** Whether a value from a file says where is searched: each limit that is there is of its kind. */
export function isSearchScope(value: unknown): value is SearchScope {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const { documents, group, theme, from, until, attribute, also } = value as Fields
  const { id, words } = (typeof attribute === 'object' && attribute !== null ? attribute : {}) as Fields
  return (
    [group, theme, from, until].every(isText) &&
    isList(documents, (each) => typeof each === 'string') &&
    isList(also, (each) => ALSO.some((known) => known === each)) &&
    (attribute === undefined || (typeof id === 'string' && typeof words === 'string'))
  )
}

/** The scope with every id of a record that it names made another by `to`. */
export const scopeWithIds = (scope: SearchScope, to: (id: string) => string): SearchScope => ({
  ...scope,
  ...(scope.documents && { documents: scope.documents.map(to) }),
  ...(scope.group !== undefined && { group: to(scope.group) }),
  ...(scope.theme !== undefined && { theme: to(scope.theme) }),
  ...(scope.attribute && { attribute: { ...scope.attribute, id: to(scope.attribute.id) } }),
})

/** Whether the fields of a value from a file that is otherwise a saved search say what is looked for. */
export const isSought = (value: unknown): value is SavedSearch => {
  const { typed, exact, cased, wholeWords, scope } = value as Fields
  return (
    typeof typed === 'string' &&
    [exact, cased, wholeWords].every((each) => typeof each === 'boolean') &&
    isSearchScope(scope)
  )
}
