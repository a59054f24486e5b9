import { expect, test } from 'vitest'
import { changes, invert, merge } from '../model/changes'
import type { Block, DocumentContent, SourceDocument } from '../model/document'
import { joined, revised } from './revisions'

const document: SourceDocument = {
  id: 'd',
  project: 'p',
  title: '讲话',
  metadata: {},
  language: 'zh-Hans',
  format: 'plain-text',
  fileName: '讲话.txt',
  encoding: { label: 'gb18030', by: 'detection' },
  content: 'c1',
  length: 4,
  order: 0,
  created: 100,
}
const by = { coder: 'me', now: 200 }
const content = (id: string, ...texts: string[]): DocumentContent => ({
  id,
  project: 'p',
  blocks: texts.map((text): Block => ({ kind: 'paragraph', text })),
  original: '00',
})

test('the first revision is preceded by one of the state as it was brought in', () => {
  const { document: after, parts } = revised({
    document,
    content: content('c2', '一二三', '四'),
    kind: 'correction',
    reason: ' 错字 ',
    by,
    revisions: [],
  })
  expect(after).toEqual({ ...document, content: 'c2', length: 5 })
  expect(parts.updated.documents).toEqual([{ before: document, after }])
  expect(parts.created.revisions).toMatchObject([
    { document: 'd', content: 'c1', kind: 'import', reason: '', coder: null, created: 100 },
    { document: 'd', content: 'c2', kind: 'correction', reason: '错字', coder: 'me', created: 200 },
  ])
})

test('later revisions stand alone, and the revisions of other documents do not count', () => {
  const first = revised({ document, content: content('c2', '一'), kind: 'structure', by, revisions: [] })
  const own = first.parts.created.revisions
  const second = { document: first.document, content: content('c3', '二'), kind: 'correction', by } as const
  expect(revised({ ...second, revisions: own }).parts.created.revisions).toMatchObject([{ content: 'c3', reason: '' }])
  const others = own.map((each) => ({ ...each, document: 'other' }))
  expect(revised({ ...second, revisions: others }).parts.created.revisions).toMatchObject([
    { content: 'c2', kind: 'import' },
    { content: 'c3' },
  ])
})

test('what another reading says about the document goes with it', () => {
  const next = { document, content: content('c2', '一'), kind: 'reading', by, revisions: [] } as const
  const again = revised({ ...next, fields: { language: 'zh-Hant', encoding: { label: 'big5', by: 'reader' } } })
  expect(again.document).toMatchObject({ language: 'zh-Hant', encoding: { label: 'big5' }, title: '讲话' })
  expect('encoding' in revised({ ...next, fields: { encoding: undefined } }).document).toBe(false)
  expect(revised(next).document.encoding).toEqual(document.encoding)
})

test('the records make a step that can be taken back, alone or with others', () => {
  const { parts } = revised({ document, content: content('c2', '一'), kind: 'structure', by, revisions: [] })
  const note = { id: 'n', project: 'p', about: { kind: 'project', id: 'p' } } as never
  const step = changes({ key: 'changes.nothing' }, joined(parts, { created: { notes: [note] } }))
  expect(step.created).toEqual({ revisions: parts.created.revisions, notes: [note] })
  expect(merge(step, invert(step))).toEqual(changes({ key: 'changes.nothing' }, {}))
})
