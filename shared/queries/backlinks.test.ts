import { expect, test } from 'vitest'
import type { Note } from '../model/note'
import { backlinksTo } from './backlinks'

const note = (id: string, text: string): Note => ({
  id,
  project: 'p',
  about: { kind: 'project', id: 'p' },
  text,
  coder: 'c',
  created: 1,
  modified: 1,
})
const notes = [
  note('1', '参见 [强首府](pingdian:theme/t1)。'),
  note('2', '[石榴籽](pingdian:highlight/t1) 与 [另一](pingdian:theme/t11)'),
  note('3', 'pingdian:theme/t1 without a link'),
  note('4', '[a](pingdian:note/1) [b](pingdian:theme/t1)'),
]

test('the notes that link to a record are found, and no others', () => {
  const found = (kind: 'theme' | 'note' | 'highlight', id: string) =>
    backlinksTo([{ kind, id }], notes).map((each) => each.id)
  expect(found('theme', 't1')).toEqual(['1', '4'])
  expect(found('highlight', 't1')).toEqual(['2'])
  expect(found('note', '2')).toEqual([])
})

test('a note that links to two of the records stands once', () => {
  const to = [
    { kind: 'theme', id: 't1' },
    { kind: 'note', id: '1' },
  ] as const
  expect(backlinksTo(to, notes).map((each) => each.id)).toEqual(['1', '4'])
})
