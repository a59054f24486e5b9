import { type AnnotationQuery, isDistant } from '../../model/annotation-query'
import type { NearUnit } from '../search/query'
import type { NamedKind, QueryNames } from './names'

const SUFFIX: Readonly<Record<NearUnit, string>> = { characters: '', sentences: 's', paragraphs: 'p' }

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`

/**
 * A query as a line of text that can be typed; `parseAnnotationQuery` reads it as the same query while the records have
 * the same names. A record whose name another one has too, or that is not there, is written by its id (`theme:#"…"`).
 */
export function formatAnnotationQuery(query: AnnotationQuery, names: Pick<QueryNames, 'nameOf'>): string {
  const named = (kind: NamedKind, id: string): string => {
    const name = names.nameOf(kind, id)
    return `${kind}:${name === undefined ? '#' : ''}${quoted(name ?? id)}`
  }
  const operand = (each: AnnotationQuery): string =>
    each.kind === 'and' || each.kind === 'or' ? `(${written(each)})` : written(each)
  const written = (each: AnnotationQuery): string => {
    switch (each.kind) {
      case 'all':
      case 'star':
      case 'untagged':
        return each.kind
      case 'theme':
        return `${named('theme', each.theme)}${each.below ? '+' : ''}`
      case 'document':
        return named('document', each.document)
      case 'group':
        return named('group', each.group)
      case 'coder':
        return named('coder', each.coder)
      case 'attribute':
        return `${named('attribute', each.attribute)}${each.test}${quoted(each.value)}`
      case 'field':
        return `${each.field}${each.test}${quoted(each.value)}`
      case 'weight':
        return `weight${each.test}${each.value}`
      case 'words':
      case 'note':
        return `${each.kind}:${quoted(each.words)}`
      case 'not':
        return `NOT ${operand(each.of)}`
      case 'relation': {
        const far = isDistant(each.relation) ? `/${each.within}${SUFFIX[each.unit]}` : ''
        return `${each.relation.toUpperCase()}${far} ${operand(each.to)}`
      }
      case 'and':
        return each.all.map((one, i) => `${i === 0 ? '' : joint(one)}${operand(one)}`).join('')
      case 'or':
        return each.any.map((one) => (one.kind === 'or' ? operand(one) : written(one))).join(' OR ')
    }
  }
  return written(query)
}

/** A relation follows what it is said of without a word between them: `theme:"甲" OVERLAPS theme:"乙"`. */
const joint = (query: AnnotationQuery): string => (query.kind === 'relation' ? ' ' : ' AND ')
