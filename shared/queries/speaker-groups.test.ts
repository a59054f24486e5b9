import { expect, test } from 'vitest'
import type { Block } from '../model/document'
import { plainText } from '../model/document'
import { speakerGroups } from './speaker-groups'
import { suggestSpeakers } from './speakers'

const groupsIn = (...texts: string[]) => {
  const blocks: Block[] = texts.map((text) => ({ kind: 'paragraph', text }))
  const text = plainText(blocks)
  return speakerGroups(suggestSpeakers(blocks)).map(({ speaker, posts, said }) => ({
    speaker,
    posts,
    said: said.map(({ start, end }) => text.slice(start, end)),
  }))
}

test('who is named once with a post and then by name only is one speaker, with the post', () => {
  expect(groupsIn('市委书记周明远强调，要修好路。', '李秀兰说：“路通了。”', '周明远指出，水是根本。')).toEqual([
    { speaker: '周明远', posts: ['市委书记'], said: ['要修好路。', '水是根本。'] },
    { speaker: '李秀兰', posts: [], said: ['路通了。'] },
  ])
})

test('the end of what is said is no part of the post behind it', () => {
  expect(groupsIn('“今年的收成比去年好多了。”村民王桂英笑着说。')[0]?.posts).toEqual(['村民'])
  expect(groupsIn('“今年的收成比去年好多了”，村民王桂英笑着说。')[0]?.posts).toEqual(['村民'])
})

test('a name in the other script is the same speaker', () => {
  expect(groupsIn('郑海峰指出，路要修。', '鄭海峰強調，水要管。')).toEqual([
    { speaker: '郑海峰', posts: [], said: ['路要修。', '水要管。'] },
  ])
})

test('nobody speaks, nobody is listed', () => {
  expect(groupsIn('船在河上走了三天三夜。')).toEqual([])
})
