import type { AnnotationQuery } from '../../model/annotation-query'
import { formatAnnotationQuery } from './format-query'
import type { QueryNames } from './names'
import { parseAnnotationQuery } from './parse-query'

/** A query with what it is called. */
export interface NamedQuery {
  readonly name: string
  readonly query: AnnotationQuery
}

/**
 * Queries as a text that can be read again: before each its name on a line that begins with `# `, then the query on one
 * line; an empty line between them.
 */
export const formatQueryFile = (queries: readonly NamedQuery[], names: Pick<QueryNames, 'nameOf'>): string =>
  queries.map(({ name, query }) => `# ${oneLine(name)}\n${oneLine(formatAnnotationQuery(query, names))}\n`).join('\n')

/** A name or value of several lines is written on one. */
const oneLine = (text: string): string => text.replace(/[\r\n\u2028\u2029]+/g, ' ')

/**
 * The queries of such a text. A query without a name before it is called as it is written. Throws the ProblemError of
 * the first that cannot be read; nothing is read then.
 */
export function readQueryFile(text: string, names: QueryNames): NamedQuery[] {
  const all: NamedQuery[] = []
  let name = ''
  for (const line of text.replace(/^\ufeff/, '').split(/[\r\n]+/)) {
    const written = line.trim()
    const title = /^#\s+(.*)$/.exec(written)
    if (title) name = title[1]?.trim() ?? ''
    else if (written !== '') {
      all.push({ name: name || written, query: parseAnnotationQuery(written, names) })
      name = ''
    }
  }
  return all
}
