import { expect, test } from 'vitest'
import { lastGiven } from './last-given'
import type { Marked } from './marked'

const row = (id: string, themes: readonly string[], created: number): Marked =>
  ({
    highlight: { id },
    taggings: themes.map((theme) => ({ id: `${id} ${theme}`, highlight: id, theme, created })),
  }) as unknown as Marked

const rows = [row('first', ['trade', 'harbour'], 5), row('second', ['people'], 9), row('bare', [], 0)]

test('the themes of the passage tagged last are given again', () => {
  expect(lastGiven(rows, null, null)).toEqual(['people'])
  expect(lastGiven(rows, null, 'second')).toEqual(['trade', 'harbour'])
})

test('the chosen passage comes before the one tagged last, unless it is to have the themes or has none', () => {
  expect(lastGiven(rows, 'first', null)).toEqual(['trade', 'harbour'])
  expect(lastGiven(rows, 'first', 'first')).toEqual(['people'])
  expect(lastGiven(rows, 'bare', null)).toEqual(['people'])
})

test('where nothing else is tagged, nothing is given', () => {
  expect(lastGiven([row('only', ['trade'], 1)], null, 'only')).toEqual([])
  expect(lastGiven([], 'gone', null)).toEqual([])
})
