import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Location, locateAll } from '../anchoring/locate'
import { textDiff } from '../anchoring/text-diff'
import { invert } from '../model/changes'
import { type Block, plainText } from '../model/document'
import type { Highlight } from '../model/highlight'
import { passageOf } from '../model/passage'
import { ProblemError } from '../result'
import { correctText } from './corrections'
import { placeFound, placeLost } from './lost-highlights'
import { readAgain } from './read-again'
import { restoreRevision } from './restorations'
import { applied, paragraphs, stored, TRIAL_BY, trialDocument, trialHighlight } from './trial-texts'

const fileOf = (name: string, blocks: Block[]) => ({
  file: { name, bytes: new TextEncoder().encode(plainText(blocks)) },
  read: { title: 'other', metadata: { author: '他' }, language: 'en', format: 'markdown', blocks, remarks: [] },
})

test('a document that is read again takes its highlights to where they were found, and counts those that were not', () => {
  const text = '甲乙丙丁戊己庚辛'
  const { document } = trialDocument(paragraphs(text))
  const highlights = [
    trialHighlight('a', text, 0, 2),
    trialHighlight('b', text, 2, 4),
    trialHighlight('c', text, 6, 8),
    { ...trialHighlight('d', text, 4, 5), lost: 9 },
  ]
  const locations: Location[] = [
    { state: 'moved', start: 1, end: 3 },
    { state: 'changed', start: 3, end: 4, score: 0.6 },
    { state: 'lost', reason: 'gone' },
    { state: 'changed', start: 4, end: 5, score: 0.6 },
  ]
  const again = { document, ...fileOf('d.txt', paragraphs('〇甲乙丙庚')), highlights, locations, revisions: [] }
  const made = readAgain({ ...again, kind: 'reading' }, TRIAL_BY)
  expect(made.changes.summary).toEqual({ key: 'changes.readAgainUnplaced', params: { title: '公报', count: 1 } })
  expect(made.document).toMatchObject({ title: '公报', metadata: {}, length: 5, format: 'markdown', language: 'en' })
  expect(made.moved.map(({ state, after }) => [after.id, state, after.passage, after.lost])).toEqual([
    ['a', 'same', passageOf('〇甲乙丙庚', 1, 3), undefined],
    ['b', 'changed', passageOf('〇甲乙丙庚', 3, 4), undefined],
    ['c', 'lost', highlights[2]?.passage, TRIAL_BY.now],
  ])
  expect(made.changes.created.revisions?.map(({ kind }) => kind)).toEqual(['import', 'reading'])

  const refused = new Set(['b'])
  const other = readAgain({ ...again, ...fileOf('e.md', again.read.blocks), kind: 'replacement', refused }, TRIAL_BY)
  expect(other.changes.summary).toEqual({ key: 'changes.replacedSourceLost', params: { title: '公报', count: 2 } })
  expect(other.document.fileName).toBe('e.md')
  expect(other.originals[0]?.hash).toBe(other.contents[0]?.original)
  expect(other.moved.map(({ state }) => state)).toEqual(['same', 'lost', 'lost'])
})

test('a document with highlights is not read again as nothing', () => {
  const { document } = trialDocument(paragraphs('甲乙'))
  const highlights = [trialHighlight('a', '甲乙', 0, 1)]
  const locations: Location[] = [{ state: 'lost', reason: 'gone' }]
  const nothing = { document, ...fileOf('d.txt', []), highlights, locations, revisions: [], kind: 'reading' } as const
  expect(() => readAgain(nothing, TRIAL_BY)).toThrow(ProblemError)
})

const word = fc.constantFrom(
  '民族',
  '区域',
  '自治',
  '人民',
  '生活',
  '的',
  '和',
  '，',
  '。',
  '新时代',
  '\n',
  '发展',
  '𠮷',
)
const prose = fc.array(word, { minLength: 12, maxLength: 80 }).map((words) => words.join(''))
/** A text and another made of it by cutting, moving, repeating and writing anew. */
const mutated = fc
  .tuple(prose, fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), fc.nat(), prose), { minLength: 1, maxLength: 4 }))
  .map(([before, steps]) => {
    let after = [...before]
    for (const [at, length, to, words] of steps) {
      const cut = after.splice(at % Math.max(1, after.length), length)
      const put = at % 3 === 0 ? cut : at % 3 === 1 ? [...words].slice(0, 20) : [...cut, ...cut]
      after = after.toSpliced(to % (after.length + 1), 0, ...put)
    }
    return { before, after: after.join('') }
  })
  .filter(({ before, after }) => before.trim() !== '' && after.trim() !== '')
const marksOf = (text: string, marks: readonly [number, number][]): Highlight[] =>
  marks.flatMap(([start, length], i) =>
    start < text.length ? [trialHighlight(`h${i}`, text, start, Math.min(text.length, start + length))] : [],
  )
const marks = fc.array(fc.tuple(fc.nat({ max: 150 }), fc.integer({ min: 1, max: 24 })), { minLength: 1, maxLength: 8 })

test('after a file took the place of another no passage is silently on other words, and undo brings all back', () => {
  fc.assert(
    fc.property(mutated, marks, ({ before, after }, at) => {
      const { document } = trialDocument(paragraphs(before))
      const highlights = marksOf(before, at)
      const locations = locateAll(
        highlights.map(({ passage }) => passage),
        after,
      )
      const file = fileOf('new.txt', paragraphs(after))
      const replaced = { document, ...file, highlights, locations, revisions: [], kind: 'replacement' } as const
      const made = readAgain(replaced, TRIAL_BY)
      expect(made.moved).toHaveLength(highlights.length)
      for (const { before, after: now, state } of made.moved) {
        if (state === 'lost') expect(now).toEqual({ ...before, lost: TRIAL_BY.now })
        else expect(after.slice(now.passage.start, now.passage.end)).toBe(now.passage.quote)
        if (state === 'same') expect(now.passage.quote).toBe(before.passage.quote)
      }
      const start = stored(document, highlights)
      expect(applied(applied(start, made.changes), invert(made.changes))).toEqual(start)
    }),
    { numRuns: 300 },
  )
})

test('a restored text has every highlight on the same words, or tells it; one that was lost is taken back', () => {
  fc.assert(
    fc.property(mutated, marks, ({ before, after }, at) => {
      const { document, content } = trialDocument(paragraphs(before))
      const highlights = marksOf(before, at)
      const edited = { blocks: paragraphs(after), changes: textDiff(before, after) }
      const corrected = correctText({ document, content, edited, highlights, revisions: [] }, TRIAL_BY)
      fc.pre(corrected.contents.length > 0)
      const now = corrected.moved.map((each) => each.after)
      const locations = locateAll(
        now.map(({ passage }) => passage),
        before,
      )
      const back = { document: corrected.document, content, changes: textDiff(after, before), locations }
      const made = restoreRevision({ ...back, highlights: now, revisions: [] }, TRIAL_BY)
      expect(made.document.content).toBe(content.id)
      for (const { before: was, after: is, state } of made.moved) {
        if (is.lost === undefined) expect(before.slice(is.passage.start, is.passage.end)).toBe(is.passage.quote)
        if (state === 'same') expect(is.passage.quote.replaceAll('\n', '')).toBe(was.passage.quote.replaceAll('\n', ''))
      }
    }),
    { numRuns: 300 },
  )
})

test('lost highlights are placed again by hand, or where they are found', () => {
  const text = '甲乙丙丁戊己庚辛壬癸'
  const lost = { ...trialHighlight('a', text, 0, 4), lost: 9 }
  const other = '子丑寅甲乙丙丁戊己'
  const byHand = placeLost({ highlight: lost, text: other, range: { start: 3, end: 5 } })
  const { lost: _, ...placed } = { ...lost, passage: passageOf(other, 3, 5) }
  expect(byHand.updated.highlights).toEqual([{ before: lost, after: placed }])
  const again = { ...lost, id: 'b' }
  const locations: Location[] = [
    { state: 'moved', start: 3, end: 7 },
    { state: 'lost', reason: 'gone' },
  ]
  const found = placeFound({ highlights: [lost, again], locations, text: other })
  expect(found.updated.highlights?.map(({ after }) => [after.id, after.passage.quote, after.lost])).toEqual([
    ['a', '甲乙丙丁', undefined],
  ])
})
