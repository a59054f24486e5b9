import { expect, test } from 'vitest'
import { noteLinkAddress, noteLinkAt } from './note-link'

test('an address names its record, and only a record', () => {
  for (const kind of ['theme', 'document', 'highlight', 'note'] as const) {
    const link = { kind, id: '01900000-0000-7000-8000-000000000001' }
    expect(noteLinkAt(noteLinkAddress(link))).toEqual(link)
  }
  for (const other of [
    'https://example.org/theme/1',
    'pingdian:project/1',
    'pingdian:theme/',
    'pingdian:theme/1?x',
    '',
  ])
    expect(noteLinkAt(other)).toBeNull()
})
