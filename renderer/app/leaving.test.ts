import { expect, test } from 'vitest'
import { spotLeft } from './leaving'
import { NO_SESSION, reduceSession } from './session'

const session = { ...NO_SESSION, project: 'p', document: 'a' }
const reader = { top: () => 100, inView: () => ({ start: 100, end: 500 }) }
const goal = (offset: number) => ({ offset, highlight: null })

test('a jump out of what is in view leaves a place', () => {
  expect(spotLeft({ type: 'goTo', goal: goal(900) }, session, reader)).toEqual({ document: 'a', offset: 100 })
  expect(spotLeft({ type: 'openDocument', document: 'b' }, session, reader)).toEqual({ document: 'a', offset: 100 })
})

test('a jump to what is in view leaves none, nor does what is no jump', () => {
  expect(spotLeft({ type: 'goTo', goal: goal(300) }, session, reader)).toBeNull()
  expect(spotLeft({ type: 'openDocument', document: 'a' }, session, reader)).toBeNull()
  expect(spotLeft({ type: 'closeBox' }, session, reader)).toBeNull()
  expect(spotLeft({ type: 'goTo', goal: goal(900) }, session, null)).toBeNull()
})

test('going back opens the document that was left, at the line that was at the top, and forward leads here again', () => {
  const isThere = () => true
  const left = reduceSession(session, { type: 'leave', from: { document: 'a', offset: 100 } })
  const there = reduceSession(left, { type: 'openDocument', document: 'b' })
  const back = reduceSession(there, { type: 'goVisited', way: 'back', here: { document: 'b', offset: 7 }, isThere })
  expect(back).toMatchObject({ document: 'a', goal: { offset: 100, where: 'top' } })
  const forward = reduceSession(back, { type: 'goVisited', way: 'forward', here: null, isThere })
  expect(forward).toMatchObject({ document: 'b', goal: { offset: 7, where: 'top' } })
})

test('going back from the first place stays there', () => {
  expect(reduceSession(session, { type: 'goVisited', way: 'back', here: null, isThere: () => true })).toBe(session)
})
