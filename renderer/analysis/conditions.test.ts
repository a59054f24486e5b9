import { expect, test } from 'vitest'
import { annotationsOf } from '#shared/queries/annotations/annotations'
import { formatAnnotationQuery } from '#shared/queries/annotations/format-query'
import { marksOf } from '#shared/queries/annotations/marks'
import { projectNames } from '#shared/queries/annotations/names'
import { parseAnnotationQuery } from '#shared/queries/annotations/parse-query'
import { ASKED, askedOf, beginning } from './conditions'

const nothing = { documents: [], groups: [], attributes: [], themes: [], highlights: [], taggings: [], notes: [] }

test('every row of the form begins as what it asks, and can be written as a line that is read back', () => {
  const empty = annotationsOf(nothing, marksOf(nothing))
  const names = projectNames({ ...nothing, coders: [] })
  for (const asked of Object.values(ASKED).flat()) {
    if (asked === 'theme') continue // Of a project without themes it asks for passages without one.
    const query = beginning(asked, empty)
    expect(askedOf(query)).toBe(asked)
    expect(parseAnnotationQuery(formatAnnotationQuery(query, names), names)).toEqual(query)
  }
})

test('what stood in a row stays when it becomes a relation, and when the relation becomes another', () => {
  const empty = annotationsOf(nothing, marksOf(nothing))
  const before = beginning('before', empty, { kind: 'words', words: '发展' })
  expect(before).toMatchObject({ relation: 'before', to: { words: '发展' }, within: 50 })
  const further = { ...before, within: 3, unit: 'sentences' as const }
  expect(beginning('after', empty, further as never)).toMatchObject({ relation: 'after', within: 3, unit: 'sentences' })
  expect(beginning('overlaps', empty, before)).toMatchObject({ relation: 'overlaps', to: { words: '发展' }, within: 0 })
})
