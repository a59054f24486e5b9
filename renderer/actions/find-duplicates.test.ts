import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import type { Jobs } from '#shared/jobs'
import { fingerprints } from '#shared/queries/fingerprints'
import { bringIn, trialLibrary } from '../store/trial-library'
import type { StartedWorker } from '../worker/jobs'
import { createFindDuplicates } from './find-duplicates'

/** A worker that compares in this thread, and how many texts it was given. */
function trialWorker() {
  const given: string[] = []
  const started: { worker: { onerror?: (event: { message: string }) => void; terminate: () => void } }[] = []
  const start = () => {
    const compared = fingerprints()
    const jobs: Pick<Jobs, 'addTexts' | 'findDuplicates'> = {
      addTexts: async (texts) => {
        given.push(...texts.map(({ content }) => content))
        return { ok: true, value: compared.add(texts) }
      },
      findDuplicates: async (documents, asked) => ({ ok: true, value: compared.duplicates(documents, asked) }),
    }
    const made = { jobs, worker: { terminate: () => {} } }
    started.push(made)
    return made as unknown as StartedWorker
  }
  return { given, started, start }
}

test('each text is read and handed over once, however often documents come in', async () => {
  const { store, project } = await trialLibrary()
  const { given, started, start } = trialWorker()
  const find = createFindDuplicates(store, start)
  const [third] = await bringIn(store, project.id, 1)
  expect([...(await find(project.id, [third?.id ?? ''])).values()]).toMatchObject([{ kind: 'same' }])
  expect(given).toHaveLength(3)
  const more = await bringIn(store, project.id, 4)
  const [one, other] = await Promise.all([
    find(
      project.id,
      more.map(({ id }) => id),
    ),
    find(project.id, []),
  ])
  expect([one.size, other.size]).toEqual([4, 0])
  expect(given).toHaveLength(7)
  expect(new Set(given).size).toBe(7)
  expect(started).toHaveLength(1)
})

test('after its worker broke down a new one is given all texts again', async () => {
  const { store, project, first, second } = await trialLibrary()
  const { given, started, start } = trialWorker()
  const find = createFindDuplicates(store, start)
  await find(project.id, [first.id])
  started[0]?.worker.onerror?.({ message: 'out of memory' })
  expect((await find(project.id, [second.id])).size).toBe(1)
  expect(started).toHaveLength(2)
  expect(given).toHaveLength(4)
})
