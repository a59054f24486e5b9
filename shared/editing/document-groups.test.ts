import { expect, test } from 'vitest'
import { isEmpty } from '../model/changes'
import type { DocumentGroup } from '../model/document-group'
import { problemOf } from '../trial-problem'
import {
  addToDocumentGroup,
  deleteDocumentGroup,
  makeDocumentGroup,
  moveDocumentGroup,
  removeFromDocumentGroup,
  renameDocumentGroup,
} from './document-groups'

const groups: DocumentGroup[] = []
const make = (name: string, parent: DocumentGroup | null, documents: string[] = []): DocumentGroup => {
  const given = { project: 'p', name, parent: parent?.id ?? null, documents: documents.map((id) => ({ id })), groups }
  const { group } = makeDocumentGroup(given, { now: 5 })
  groups.push(group)
  return group
}
const papers = make('报纸', null, ['a', 'b', 'a'])
const guangxi = make('广西', papers, ['a'])
const front = make('头版', guangxi)
const other = make('广西', null)
test('a group is made as the last at its place, with each document once; a name is taken only there', () => {
  expect([papers.documents, papers.order, guangxi.order, other.order]).toEqual([['a', 'b'], 0, 0, 1])
  expect(
    problemOf(() =>
      makeDocumentGroup({ project: 'p', name: ' 报纸', parent: null, documents: [], groups }, { now: 1 }),
    ),
  ).toBe('changes.problems.documentGroupNameTaken')
  expect(problemOf(() => renameDocumentGroup({ group: other, name: '报纸', groups }))).toBe(
    'changes.problems.documentGroupNameTaken',
  )
  expect(renameDocumentGroup({ group: other, name: '华南', groups }).updated.documentGroups?.[0]?.after.name).toBe(
    '华南',
  )
  expect(isEmpty(renameDocumentGroup({ group: other, name: '广西', groups }))).toBe(true)
})

test('a group is moved with all that is below it, but not under itself or to where its name is taken', () => {
  expect(moveDocumentGroup({ group: front, parent: null, groups }).updated.documentGroups?.[0]?.after).toEqual({
    ...front,
    parent: null,
    order: 2,
  })
  expect(isEmpty(moveDocumentGroup({ group: front, parent: guangxi.id, groups }))).toBe(true)
  expect(problemOf(() => moveDocumentGroup({ group: papers, parent: front.id, groups }))).toBe(
    'changes.problems.documentGroupUnderItself',
  )
  expect(problemOf(() => moveDocumentGroup({ group: papers, parent: papers.id, groups }))).toBe(
    'changes.problems.documentGroupUnderItself',
  )
  expect(problemOf(() => moveDocumentGroup({ group: other, parent: papers.id, groups }))).toBe(
    'changes.problems.documentGroupNameTaken',
  )
})

test('documents are added once and taken out; a deleted group takes those below it along', () => {
  const documents = [{ id: 'b' }, { id: 'c' }]
  expect(addToDocumentGroup({ group: papers, documents }).updated.documentGroups?.[0]?.after.documents).toEqual([
    'a',
    'b',
    'c',
  ])
  expect(isEmpty(addToDocumentGroup({ group: papers, documents: [{ id: 'a' }] }))).toBe(true)
  expect(removeFromDocumentGroup({ group: papers, documents }).updated.documentGroups?.[0]?.after.documents).toEqual([
    'a',
  ])
  expect(isEmpty(removeFromDocumentGroup({ group: papers, documents: [{ id: 'z' }] }))).toBe(true)
  expect(deleteDocumentGroup({ group: papers, groups }).deleted).toEqual({ documentGroups: [papers, guangxi, front] })
})
