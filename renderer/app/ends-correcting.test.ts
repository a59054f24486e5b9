import { expect, test } from 'vitest'
import { endsCorrecting } from './ends-correcting'
import { NO_SESSION, reduceSession, type Session, type SessionAct } from './session'

const open: Session = { ...NO_SESSION, project: 'p', document: 'a' }
const correcting = reduceSession(open, { type: 'correct' })
const ends = (session: Session, act: SessionAct) => endsCorrecting(session, act)

test('another document, another project and leaving end the correcting; what stays on the page does not', () => {
  expect(correcting.correcting).toBe('left')
  expect(ends(correcting, { type: 'openDocument', document: 'b' })).toBe(true)
  expect(ends(correcting, { type: 'openDocument', document: 'a', goal: { offset: 3, highlight: null } })).toBe(false)
  const other = { document: null, beside: null, panesBeside: open.panes }
  expect(ends(correcting, { type: 'openProject', project: 'q', ...other })).toBe(true)
  expect(ends(correcting, { type: 'leaveCorrecting' })).toBe(true)
  expect(ends(correcting, { type: 'endCorrecting' })).toBe(false)
  expect(ends(correcting, { type: 'togglePane', pane: 'left' })).toBe(false)
  expect(ends(open, { type: 'openDocument', document: 'b' })).toBe(false)
})

test('a second page may be opened, turned to and changed beside the one that is corrected', () => {
  const two = reduceSession(correcting, { type: 'openBeside', document: 'b', panes: open.panes })
  expect([two.side, two.correcting]).toEqual(['right', 'left'])
  expect(ends(two, { type: 'openDocument', document: 'c' })).toBe(false)
  expect(ends(two, { type: 'closePage', side: 'right' })).toBe(false)
  expect(ends(two, { type: 'closePage', side: 'left' })).toBe(true)
  expect(ends(reduceSession(two, { type: 'turnTo', side: 'left' }), { type: 'openDocument', document: 'c' })).toBe(true)
})

test('nothing is corrected where no document is open', () => {
  expect(reduceSession(NO_SESSION, { type: 'correct' })).toBe(NO_SESSION)
})
