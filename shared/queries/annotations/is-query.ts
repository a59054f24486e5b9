import { type AnnotationQuery, COMPARISONS, DOCUMENT_FIELDS, RELATIONS } from '../../model/annotation-query'
import { NEAR_UNITS } from '../search/query'

/** Deeper than this no query is nested. */
const DEEPEST = 100

type Fields = Readonly<Record<string, unknown>>

const isOne = (all: readonly string[], value: unknown): boolean => all.some((each) => each === value)

/** Whether a value from a file is a query: of a known kind, with all that it needs, and nested no deeper than one can be typed. */
export function isAnnotationQuery(value: unknown, depth = 0): value is AnnotationQuery {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return false
  const query = value as Fields
  const isText = (field: string): boolean => typeof query[field] === 'string'
  const isList = (all: unknown): boolean =>
    Array.isArray(all) && all.length > 1 && all.every((each) => isAnnotationQuery(each, depth + 1))
  switch (query.kind) {
    case 'all':
    case 'star':
    case 'untagged':
      return true
    case 'theme':
      return isText('theme') && typeof query.below === 'boolean'
    case 'document':
    case 'group':
    case 'coder':
      return isText(query.kind)
    case 'attribute':
      return isText('attribute') && isOne(COMPARISONS, query.test) && isText('value')
    case 'field':
      return isOne(DOCUMENT_FIELDS, query.field) && isOne(COMPARISONS, query.test) && isText('value')
    case 'weight':
      return isOne(COMPARISONS, query.test) && query.test !== '~' && isOne(['1', '2', '3', '4', '5'], `${query.value}`)
    case 'words':
    case 'note':
      return isText('words')
    case 'and':
      return isList(query.all)
    case 'or':
      return isList(query.any)
    case 'not':
      return isAnnotationQuery(query.of, depth + 1)
    case 'relation':
      return (
        isOne(RELATIONS, query.relation) &&
        isOne(NEAR_UNITS, query.unit) &&
        Number.isInteger(query.within) &&
        (query.within as number) >= 0 &&
        isAnnotationQuery(query.to, depth + 1)
      )
    default:
      return false
  }
}

/** The query with every id of a record that it names made another by `to`. */
export function withIds(query: AnnotationQuery, to: (id: string) => string): AnnotationQuery {
  switch (query.kind) {
    case 'theme':
      return { ...query, theme: to(query.theme) }
    case 'document':
      return { ...query, document: to(query.document) }
    case 'group':
      return { ...query, group: to(query.group) }
    case 'coder':
      return { ...query, coder: to(query.coder) }
    case 'attribute':
      return { ...query, attribute: to(query.attribute) }
    case 'and':
      return { ...query, all: query.all.map((each) => withIds(each, to)) }
    case 'or':
      return { ...query, any: query.any.map((each) => withIds(each, to)) }
    case 'not':
      return { ...query, of: withIds(query.of, to) }
    case 'relation':
      return { ...query, to: withIds(query.to, to) }
    default:
      return query
  }
}
