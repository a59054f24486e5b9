import { expect, test } from 'vitest'
import { allStored } from '../store'
import { latestWriter } from './unsaved'

test('every text that comes is stored in order, and of those that come meanwhile the last', async () => {
  const stored: string[] = []
  let release = (): void => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  const writer = latestWriter(
    async (text) => {
      if (text === 'a') await gate
      stored.push(text)
    },
    () => expect.fail('nothing fails here'),
  )
  for (const text of ['a', 'ab', 'abc']) writer.store(text)
  expect(writer.idle()).toBe(false)
  release()
  await allStored()
  expect(stored).toEqual(['a', 'abc'])
  expect(writer.idle()).toBe(true)
  expect(writer.last()).toBe('abc')
})

test('a text that cannot be stored is told, and the next one is stored all the same', async () => {
  const told: unknown[] = []
  const stored: string[] = []
  const writer = latestWriter(
    async (text) => {
      if (text === 'bad') throw new Error('no room')
      stored.push(text)
    },
    (error) => told.push(error),
  )
  writer.store('bad')
  await allStored()
  writer.store('good')
  await allStored()
  expect(told).toHaveLength(1)
  expect(stored).toEqual(['good'])
})
