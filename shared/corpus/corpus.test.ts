import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paragraphs, trialDocument } from '../editing/trial-texts'
import { plainText, type SourceDocument } from '../model/document'
import { fold } from '../queries/fold'
import { Corpus, type CorpusDocument } from './corpus'
import { corpusJobs } from './jobs'

/** A document with this text, as the corpus is told of it. */
function told(id: string, text: string, changed: Partial<SourceDocument> = {}): CorpusDocument {
  const { document } = trialDocument(paragraphs(text))
  return { document: { ...document, id, content: `${id} ${text}`, ...changed }, text: plainText(paragraphs(text)) }
}

test('documents come, change and go, in library order, and their folded texts with them', () => {
  const corpus = new Corpus()
  corpus.put([told('b', '發展', { order: 2 }), told('a', '質量', { order: 1 }), told('c', 'Ａ', { order: 3 })])
  expect(corpus.documents.map(({ document }) => document.id)).toEqual(['a', 'b', 'c'])
  expect(['a', 'b', 'c'].map((id) => corpus.folded(id))).toEqual(['质量', '发展', 'a'])
  const { revision } = corpus
  corpus.put([told('b', '開放', { order: 0 })])
  corpus.remove(['a', 'never there'])
  expect(corpus.documents.map(({ text }) => text)).toEqual(['開放', 'Ａ'])
  expect([corpus.folded('a'), corpus.folded('b'), corpus.folded('c')]).toEqual([undefined, '开放', 'a'])
  expect(corpus.revision).toBeGreaterThan(revision)
  corpus.clear()
  expect([corpus.documents, corpus.shelves]).toEqual([[], []])
})

test('a text that is held need not be sent again; one that is not is asked for', () => {
  const corpus = new Corpus()
  const { document, text } = told('a', '發展')
  corpus.put([{ document, ...(text !== undefined && { text }), debris: [{ start: 0, end: 1 }] }])
  corpus.put([{ document: { ...document, title: '公报' } }])
  expect(corpus.get('a')).toEqual({ document: { ...document, title: '公报' }, text, debris: [{ start: 0, end: 1 }] })
  expect(() => corpus.put([{ document: { ...document, content: 'another' } }])).toThrow('another')
})

test('whatever was done to it, the corpus holds the last texts, each folded by itself', () => {
  const text = fc.array(fc.constantFrom('發', '发', 'Ａ', '展', '“', '𠮷', '\n'), { maxLength: 6 })
  const id = fc.constantFrom('a', 'b', 'c', 'd')
  const step = fc.oneof(
    fc.record({ put: fc.array(fc.tuple(id, text), { maxLength: 3 }) }),
    fc.record({ remove: fc.array(id, { maxLength: 2 }) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (all) => {
      const corpus = new Corpus()
      const expected = new Map<string, string>()
      for (const each of all) {
        if ('put' in each) {
          corpus.put(each.put.map(([id, parts]) => told(id, parts.join(''))))
          for (const [id, parts] of each.put) expected.set(id, parts.join(''))
        } else {
          corpus.remove(each.remove)
          for (const id of each.remove) expected.delete(id)
        }
        // Reading in between must not keep what is out of date.
        for (const shelf of corpus.shelves) shelf.folded()
      }
      expect(corpus.documents.map(({ document, text }) => [document.id, text]).sort()).toEqual([...expected].sort())
      for (const [id, text] of expected) expect(corpus.folded(id)).toBe(fold(text))
    }),
  )
})

test('the jobs answer with a value, and with the problem where there is one', async () => {
  const { filling } = corpusJobs()
  expect(await filling.put([told('a', '發展')])).toEqual({ ok: true, value: undefined })
  const { document } = told('b', '發展')
  expect(await filling.put([{ document }])).toMatchObject({ ok: false, problem: { key: 'app.jobFailed' } })
})
