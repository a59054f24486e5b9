import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { addToDocumentGroup, makeDocumentGroup } from '#shared/editing/document-groups'
import { changes } from '#shared/model/changes'
import { newId } from '#shared/model/ids'
import { ProblemError } from '#shared/result'
import { bringIn, trialLibrary } from './trial-library'

test('a group of many documents that is given one more asks for that one alone', async () => {
  const library = await trialLibrary()
  const { store, project, by, first } = library
  const documents = await bringIn(store, project.id, 60)
  const made = makeDocumentGroup({ project: project.id, name: '报', parent: null, documents, groups: [] }, by)
  await store.write(made.changes)
  let read = 0
  store.db.documents.hook('reading', (row) => {
    read++
    return row
  })
  await store.write(addToDocumentGroup({ group: made.group, documents: [first] }))
  expect(read).toBe(1)
  const [group] = await store.read.documentGroups(project.id)
  expect(group?.documents).toHaveLength(61)

  const lost = { ...made.group, documents: [...(group?.documents ?? []), newId()] }
  const set = changes(
    { key: 'changes.marked' },
    { updated: { documentGroups: group ? [{ before: group, after: lost }] : [] } },
  )
  await expect(store.write(set)).rejects.toThrow(ProblemError)
  store.close()
})

test('a document cannot be removed in the step that changes something else about its group', async () => {
  const library = await trialLibrary()
  const { store, project, by, first, second } = library
  const made = makeDocumentGroup(
    { project: project.id, name: '报', parent: null, documents: [first, second], groups: [] },
    by,
  )
  await store.write(made.changes)
  const renamed = { before: made.group, after: { ...made.group, name: '刊' } }
  const set = changes(
    { key: 'changes.marked' },
    { deleted: { documents: [first] }, updated: { documentGroups: [renamed] } },
  )
  const problem = await store.write(set).catch((error) => error.problem)
  expect(problem).toMatchObject({ key: 'store.inUse', params: { kind: 'documents', by: 'documentGroups' } })
  store.close()
})
