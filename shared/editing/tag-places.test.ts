import { expect, test } from 'vitest'
import { passageOf } from '../model/passage'
import { tagPlaces } from './tag-places'
import { TRIAL_BY, trialHighlight } from './trial-texts'

const TEXT = '发展与发展'
const theme = {
  id: 't',
  project: 'p',
  name: '发展',
  parent: null,
  order: 0,
  colour: 'azurite',
  description: '',
  coder: 'me',
  created: 1,
} as const

test('passages of several documents get a theme in one step, and what stands there already is used again', () => {
  const there = trialHighlight('h', TEXT, 0, 2)
  const passages = [passageOf(TEXT, 0, 2), passageOf(TEXT, 3, 5)]
  const places = ['d', 'e'].map((id) => ({
    document: { id, project: 'p' },
    passages,
    highlights: id === 'd' ? [there] : [],
    taggings: [],
  }))
  const set = tagPlaces({ places, theme }, TRIAL_BY)
  expect(set.summary.params).toEqual({ count: 4, theme: '发展' })
  expect(set.created.highlights?.map(({ document }) => document)).toEqual(['d', 'e', 'e'])
  expect(set.created.taggings?.map(({ document, theme }) => `${document} ${theme}`)).toEqual([
    'd t',
    'd t',
    'e t',
    'e t',
  ])
})
