import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { changes } from '#shared/model/changes'
import { newId } from '#shared/model/ids'
import { openStore } from '.'

test('the bound store writes, reads and undoes', async () => {
  const store = await openStore(newId())
  const project = { id: newId(), name: '红旗', created: 1 }
  await store.write(
    changes({ key: 'changes.madeProject', params: { name: '红旗' } }, { created: { projects: [project] } }),
  )
  expect(await store.read.projects()).toEqual([project])
  expect(await store.undo(project.id)).toBeNull()
  store.close()
})
