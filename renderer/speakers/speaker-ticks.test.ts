import { expect, test } from 'vitest'
import type { SpeakerSuggestion } from '#shared/queries/speakers'
import { linesOf, ticked, turned } from './speaker-ticks'

const said = (speaker: string, start: number): SpeakerSuggestion => ({
  speaker,
  start,
  end: start + 5,
  cue: { start, end: start },
  confidence: 0.8,
})
const [a, b, c] = [said('甲', 0), said('甲', 10), said('乙', 20)] as const

test('each speaker stands over what they say', () => {
  const lines = linesOf([
    { speaker: '甲', posts: [], said: [a, b] },
    { speaker: '乙', posts: [], said: [c] },
  ])
  expect(lines.map(({ key }) => key)).toEqual(['speaker 0', 'said 0 0', 'said 0 1', 'speaker 1', 'said 1 0'])
})

test('a speaker is turned with all they say: first all ticked, then none', () => {
  const one = turned([a], new Set())
  expect([ticked([a, b], one), ticked([c], one), ticked([], one)]).toEqual(['some', 'none', 'none'])
  const all = turned([a, b], one)
  expect([...all]).toEqual([a, b])
  expect([...turned([a, b], all)]).toEqual([])
})
