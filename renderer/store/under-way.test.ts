import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { allStored } from '.'
import { trialLibrary } from './trial-library'

test('settings that are changed one right after the other are all stored before the window may close', async () => {
  const { store } = await trialLibrary()
  const stored: number[] = []
  for (const zoom of [1.1, 1.25, 1.5, 1.75, 2]) void store.places.setAppearance({ zoom }).then(() => stored.push(zoom))
  await allStored()
  expect(stored).toEqual([1.1, 1.25, 1.5, 1.75, 2])
  expect((await store.places.appearance()).zoom).toBe(2)
})

test('what cannot be stored does not keep the window open', async () => {
  const { store } = await trialLibrary()
  store.close()
  const stored = store.places.setAppearance({ zoom: 2 })
  await allStored()
  await expect(stored).rejects.toThrow()
})
