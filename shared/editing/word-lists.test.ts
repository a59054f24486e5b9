import { expect, test } from 'vitest'
import { isEmpty } from '../model/changes'
import { type WordList, wordsIn } from '../model/word-list'
import { writeWords } from './word-lists'

const by = { coder: 'c', now: 5 }
const made = writeWords({ project: 'p', kind: 'lexicon', words: ['新发展理念', '提法', '提法'], lists: [] }, by)
const [list] = made.created.wordLists as [WordList]

test('words of one’s own are kept, each once, and written anew', () => {
  expect(list).toMatchObject({ kind: 'lexicon', words: ['新发展理念', '提法'], project: 'p', coder: 'c' })
  const again = { project: 'p', kind: 'lexicon' as const, lists: [list] }
  expect(isEmpty(writeWords({ ...again, words: ['新发展理念', '提法'] }, by))).toBe(true)
  expect(writeWords({ ...again, words: ['提法'] }, by).updated.wordLists?.[0]?.after.words).toEqual(['提法'])
  expect(writeWords({ ...again, words: [] }, by).deleted).toEqual({ wordLists: [list] })
  expect(writeWords({ ...again, kind: 'stops', words: ['的'] }, by).created.wordLists).toHaveLength(1)
})

test('lists that came together hold together until they are written anew', () => {
  const other = { ...list, id: 'other', words: ['提法', '高质量'] }
  expect(wordsIn([list, other], 'lexicon')).toEqual(['新发展理念', '提法', '高质量'])
  expect(wordsIn([list, other], 'stops')).toEqual([])
  const { updated, deleted } = writeWords({ project: 'p', kind: 'lexicon', words: ['a'], lists: [list, other] }, by)
  expect([updated.wordLists?.[0]?.after.words, deleted.wordLists]).toEqual([['a'], [other]])
})
