import { expect, test } from 'vitest'
import { isEmpty } from '../model/changes'
import type { Note } from '../model/note'
import { takeNoteBack, writeNote } from './notes'
import { newCoder, newProject, putAwayProject, renameCoder, renameProject, restoreProject } from './projects'

const by = { coder: 'lin', now: 5 }
const about = { kind: 'highlight', id: 'h' } as const

test('a note is made, changed as it is written, and removed when nothing is left of it', () => {
  const made = writeNote({ project: 'p', about, text: '参见《史记》' }, by)
  const note = made.note as Note
  expect(made.changes.created.notes).toEqual([note])
  expect(note).toMatchObject({ text: '参见《史记》', created: 5, modified: 5, coder: 'lin' })
  const changed = writeNote({ project: 'p', about, text: '参见《汉书》\n', note }, { coder: 'zhou', now: 9 })
  expect(changed.changes.updated.notes).toEqual([
    { before: note, after: { ...note, text: '参见《汉书》\n', modified: 9 } },
  ])
  const emptied = writeNote({ project: 'p', about, text: ' \n', note }, by)
  expect(emptied).toMatchObject({
    note: null,
    changes: { summary: { key: 'changes.removedNote' }, deleted: { notes: [note] } },
  })
})

test('an empty note that never was, and a text that stays the same, change nothing', () => {
  expect(isEmpty(writeNote({ project: 'p', about, text: '' }, by).changes)).toBe(true)
  const note = writeNote({ project: 'p', about, text: 'a' }, by).note
  expect(isEmpty(writeNote({ project: 'p', about, text: 'a', note }, { ...by, now: 9 }).changes)).toBe(true)
})

test('an earlier state is taken back under its own name, also when the note is gone', () => {
  const note = writeNote({ project: 'p', about, text: 'now' }, by).note as Note
  const back = takeNoteBack({ project: 'p', about, text: 'before', note }, { ...by, now: 9 })
  expect(back.changes.summary).toEqual({ key: 'notes.tookBack' })
  expect(back.changes.updated.notes?.[0]?.after).toEqual({ ...note, text: 'before', modified: 9 })
  expect(takeNoteBack({ project: 'p', about, text: 'before', note: null }, by).changes.created.notes).toHaveLength(1)
  expect(isEmpty(takeNoteBack({ project: 'p', about, text: 'now', note }, by).changes)).toBe(true)
})

test('a project comes with its first coder; it is renamed, put away and taken out again', () => {
  const { changes, project, coder } = newProject({ name: ' 公报 ', coderName: '林' }, by)
  expect(changes.created).toEqual({ projects: [project], coders: [coder] })
  expect([project.name, coder.project]).toEqual(['公报', project.id])
  expect(renameProject({ project, name: '社论' }).updated.projects?.[0]?.after.name).toBe('社论')
  const away = putAwayProject(project, { now: 7 }).updated.projects?.[0]?.after
  expect(away?.putAway).toBe(7)
  if (away) expect(restoreProject(away).updated.projects?.[0]?.after).toEqual(project)
  expect(isEmpty(restoreProject(project))).toBe(true)
  expect(() => newProject({ name: '', coderName: '林' }, by)).toThrow('changes.problems.nameEmpty')
})

test('a coder is added and renamed', () => {
  const { coder } = newCoder({ project: 'p', name: '周' }, by)
  expect(renameCoder({ coder, name: '周 明' }).updated.coders?.[0]?.after.name).toBe('周 明')
  expect(() => renameCoder({ coder, name: '\n' })).toThrow('changes.problems.nameEmpty')
})
