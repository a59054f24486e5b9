import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProblemError } from '../../result'
import { projectNames } from './names'
import { formatQueryFile, readQueryFile } from './query-file'
import { queries, records } from './random-annotations'

test('queries come back from their text as they were', () => {
  const name = fc.string({ minLength: 1, maxLength: 8 }).map((each) => `名 ${each.trim()}`.trim())
  fc.assert(
    fc.property(records, fc.array(fc.record({ name, query: queries }), { maxLength: 4 }), (given, all) => {
      const coders = ['li', 'wang'].map((id) => ({ id, project: 'p', name: id, created: 0 }))
      const names = projectNames({ ...given, coders })
      expect(readQueryFile(formatQueryFile(all, names), names)).toEqual(all)
    }),
  )
})

test('a query without a name is called as it is written, and one that cannot be read is refused', () => {
  const names = projectNames({ themes: [], documents: [], groups: [], attributes: [], coders: [] })
  expect(readQueryFile('\ufeff#  要点 \r\nstar\r\n\r\nuntagged OR star', names)).toEqual([
    { name: '要点', query: { kind: 'star' } },
    { name: 'untagged OR star', query: { kind: 'or', any: [{ kind: 'untagged' }, { kind: 'star' }] } },
  ])
  expect(() => readQueryFile('star\n# x\ntheme:没有', names)).toThrow(ProblemError)
})
