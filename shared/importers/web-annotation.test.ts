import fc from 'fast-check'
import { expect, test } from 'vitest'
import { webAnnotation } from '../exporters/web-annotation'
import type { Highlight } from '../model/highlight'
import { passageOf } from '../model/passage'
import { ProblemError } from '../result'
import { locateSelectors, passageFromSelectors, readSelectors, type WebSelectors } from './web-annotation'

const bytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))
const none: WebSelectors = {
  annotation: null,
  source: null,
  exact: null,
  prefix: null,
  suffix: null,
  start: null,
  end: null,
}

const unit = fc.oneof(
  fc.constantFrom('𠮷', '😃', '的', '\n', ' ', '"', '\\', '\ud83d', '\ude03'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)

test('passages taken out and read in again are the same passages', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit, minLength: 1, maxLength: 200 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 8 }),
      async (text, ends) => {
        const blocks = text.split('\n').map((line) => ({ kind: 'paragraph' as const, text: line }))
        const highlights = ends.flatMap(([a, b], i): Highlight[] => {
          const start = a % (text.length + 1)
          const end = b % (text.length + 1)
          if (start === end) return []
          return [
            { id: `h${i}`, project: 'p', document: 'd', coder: 'c', created: i, passage: passageOf(text, start, end) },
          ]
        })
        const document = { id: 'd', project: 'p', title: '题', metadata: {}, language: 'und', format: 'text' }
        const [file] = await webAnnotation.write(
          {
            project: { id: 'p', name: 'P', created: 0 },
            coders: [],
            documents: [{ ...document, fileName: 'd.txt', content: 'x', length: text.length, order: 1, created: 0 }],
            contents: [{ id: 'x', blocks }],
            themes: [],
            highlights,
            taggings: [],
            notes: [],
          },
          { arrange: 'document', language: 'en', now: 0, timeZone: 'UTC' },
        )
        const found = readSelectors(file?.bytes as Uint8Array).map((selectors) => ({
          id: selectors.annotation,
          passage: passageFromSelectors(selectors, text),
        }))
        const expected = highlights.map(({ id, passage }) => ({ id: `urn:uuid:${id}`, passage }))
        const byId = (a: { id: string | null }, b: { id: string | null }) => String(a.id).localeCompare(String(b.id))
        expect(found.sort(byId)).toEqual(expected.sort(byId))
      },
    ),
  )
})

test('a single annotation, a page and a list are read, with sources as words or as objects', () => {
  const selector = { type: 'TextQuoteSelector', exact: '红旗' }
  const one = { id: 'urn:a', type: 'Annotation', target: { source: 'urn:d', selector } }
  const other = { ...one, target: { source: { id: 'urn:d' }, selector: [selector] } }
  const expected = { ...none, annotation: 'urn:a', source: 'urn:d', exact: '红旗' }
  expect(readSelectors(bytes(one))).toEqual([expected])
  expect(readSelectors(bytes({ type: 'AnnotationPage', items: [other, one] }))).toEqual([expected, expected])
  expect(readSelectors(bytes([one, 7, { ...one, target: 'urn:whole' }]))).toEqual([expected])
})

test('a file that is not JSON, and JSON without annotations, are refused with what was found', () => {
  const refused = (value: unknown) => {
    try {
      readSelectors(bytes(value))
    } catch (error) {
      return error instanceof ProblemError ? error.problem : error
    }
    return null
  }
  expect(refused('{"id": ')).toMatchObject({
    key: 'anchoring.notJson',
    params: { reason: expect.stringContaining('JSON') },
  })
  expect(refused({ hello: 1 })).toEqual({ key: 'anchoring.notAnnotations' })
  expect(refused('3')).toEqual({ key: 'anchoring.notAnnotations' })
})

test('the position alone is enough, and a position that points to other words yields to the quote', () => {
  expect(passageFromSelectors({ ...none, start: 1, end: 3 }, '𠮷红旗')?.quote).toBe('红旗')
  expect(locateSelectors({ ...none, exact: '红旗', start: 0, end: 2 }, '𠮷红旗')).toMatchObject({
    state: 'moved',
    start: 2,
  })
  expect(passageFromSelectors({ ...none, exact: '红旗', start: 9, end: 12 }, '𠮷红旗')?.start).toBe(2)
})

test('a quote that stands at several places, without context or position, is not placed', () => {
  expect(locateSelectors({ ...none, exact: '红旗' }, '红旗，红旗')).toEqual({ state: 'lost', reason: 'ambiguous' })
  expect(passageFromSelectors({ ...none, start: 3, end: 900 }, '红旗')).toBeNull()
})
