import { expect, test } from 'vitest'
import type { NoteSubject } from '../model/note'
import { countsByKind, type ListedNote, notesWanted } from './notes'

const listed = (id: string, kind: NoteSubject['kind'], text: string, modified: number, quote?: string): ListedNote => ({
  note: { id, project: 'p', about: { kind, id: `about ${id}` }, text, coder: 'c', created: 0, modified },
  place: kind === 'theme' ? '政治 / 强首府' : '一九七八年的讲话',
  ...(quote === undefined ? {} : { quote }),
})
const notes = [
  listed('a', 'highlight', 'ＡＢＣ 与 Essay', 3, '像石榴籽一样'),
  listed('b', 'theme', '何时算作此主题', 1),
  listed('c', 'document', 'An essay of 1978', 2),
]
const ids = (wanted: Partial<Parameters<typeof notesWanted>[1]>) =>
  notesWanted(notes, { typed: '', kind: null, order: 'latest', ...wanted }).map(({ note }) => note.id)

test('all notes stand in the order of their last change, latest or oldest first', () => {
  expect(ids({})).toEqual(['a', 'c', 'b'])
  expect(ids({ order: 'oldest' })).toEqual(['b', 'c', 'a'])
})

test('what is typed is found in the note, its place and its quotation, in any width, case and script', () => {
  expect(ids({ typed: 'abc' })).toEqual(['a'])
  expect(ids({ typed: 'ESSAY' })).toEqual(['a', 'c'])
  expect(ids({ typed: '石榴' })).toEqual(['a'])
  expect(ids({ typed: '強首府' })).toEqual(['b'])
  expect(ids({ typed: 'essay 1978' })).toEqual(['c'])
  expect(ids({ typed: 'nowhere' })).toEqual([])
})

test('notes are kept by kind, and counted by it', () => {
  expect(ids({ kind: 'theme' })).toEqual(['b'])
  expect(ids({ kind: 'theme', typed: 'essay' })).toEqual([])
  expect(countsByKind(notes)).toEqual({ highlight: 1, theme: 1, document: 1, project: 0 })
})
