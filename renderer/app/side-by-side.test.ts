import { describe, expect, test } from 'vitest'
import { NO_SESSION, reduceSession, type Session } from './session'
import { documentOn, sidesOf } from './side-by-side'

const ALONE: Session = { ...NO_SESSION, project: 'project', document: 'essay', chosen: 'highlight' }
const NARROW = { left: true, right: false }
const two = (document: string): Session => reduceSession(ALONE, { type: 'openBeside', document, panes: NARROW })
const shown = (session: Session) => sidesOf(session).map((side) => documentOn(session, side))

describe('two pages side by side', () => {
  test('the second page stands on the right and is in hand', () => {
    const session = two('speech')
    expect(shown(session)).toEqual(['essay', 'speech'])
    expect(session).toMatchObject({ document: 'speech', side: 'right', chosen: null, panes: NARROW })
  })

  test('two places of one document keep what is chosen', () => {
    expect(two('essay')).toMatchObject({ document: 'essay', beside: 'essay', chosen: 'highlight' })
  })

  test('a document is opened on the page in hand, and the other page stays', () => {
    const left = reduceSession(two('speech'), { type: 'turnTo', side: 'left' })
    expect(shown(reduceSession(left, { type: 'openDocument', document: 'letter' }))).toEqual(['letter', 'speech'])
  })

  test('turning to the other page lets the box and the place that was gone to go', () => {
    const box = { kind: 'range', range: { start: 1, end: 2 } } as const
    const before = { ...two('essay'), box, goal: { offset: 5, highlight: null } }
    const after = reduceSession(before, { type: 'turnTo', side: 'left' })
    expect(after).toMatchObject({ side: 'left', box: null, goal: null, chosen: 'highlight' })
    expect(reduceSession(after, { type: 'turnTo', side: 'left' })).toBe(after)
  })

  test.each(['left', 'right'] as const)('closing the page on the %s leaves the other where it stands', (side) => {
    const after = reduceSession(two('speech'), { type: 'closePage', side })
    expect(after).toMatchObject({
      document: side === 'left' ? 'speech' : 'essay',
      beside: null,
      side: side === 'left' ? 'right' : 'left',
      panes: ALONE.panes,
      panesAlone: null,
    })
  })

  test('when the document in hand is gone, its page closes', () => {
    const after = reduceSession(two('speech'), { type: 'openDocument', document: null })
    expect(after).toMatchObject({ document: 'essay', beside: null, side: 'left' })
  })

  test('nothing stands beside an empty page', () => {
    expect(reduceSession(NO_SESSION, { type: 'openBeside', document: 'essay', panes: NARROW })).toBe(NO_SESSION)
  })

  test('another project begins with the pages that it was left with', () => {
    const act = { type: 'openProject', project: 'other', document: 'a', beside: 'b', panesBeside: NARROW } as const
    expect(reduceSession(two('speech'), act)).toMatchObject({ document: 'a', beside: 'b', side: 'left' })
    expect(reduceSession(two('speech'), { ...act, beside: null })).toMatchObject({ beside: null, panes: ALONE.panes })
  })
})
