import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spliced, type TextChange } from '../anchoring/text-changes'
import { invert, isEmpty } from '../model/changes'
import { plainText } from '../model/document'
import type { Highlight } from '../model/highlight'
import { ProblemError } from '../result'
import { correctText } from './corrections'
import { applied, paragraphs, stored, TRIAL_BY, trialDocument, trialHighlight } from './trial-texts'

interface Edit {
  readonly kind: 'type' | 'delete' | 'replace' | 'split' | 'join'
  readonly at: number
  readonly length: number
  readonly words: string
}

/** One edit of a text, as a splice and the words it puts in. Nothing is cut between the halves of a pair. */
function asSplice(units: readonly { unit: string }[], { kind, at, length, words }: Edit) {
  const whole = (index: number): number => {
    const unit = units[index]?.unit ?? ''
    return unit >= '\udc00' && unit <= '\udfff' ? index + 1 : index
  }
  const place = whole(Math.floor(at * units.length))
  if (kind === 'type') return { from: place, to: place, words }
  if (kind === 'split') return { from: place, to: place, words: '\n' }
  if (kind === 'join') {
    const ends = units.flatMap(({ unit }, index) => (unit === '\n' ? [index] : []))
    const end = ends[Math.floor(at * ends.length)]
    return end === undefined ? null : { from: end, to: end + 1, words: '' }
  }
  const to = whole(Math.min(units.length, place + length))
  return { from: place, to, words: kind === 'replace' ? words : '' }
}

const unit = fc.constantFrom('一', '二', '三', 'a', ' ', '𠮷', '😃', '\n', '。')
const corrections = fc.record({
  text: fc.string({ unit, minLength: 1, maxLength: 60 }).filter((text) => text.trim() !== ''),
  marks: fc.array(fc.tuple(fc.nat({ max: 119 }), fc.integer({ min: 1, max: 30 })), { maxLength: 8 }),
  edits: fc.array(
    fc.record<Edit>({
      kind: fc.constantFrom('type', 'delete', 'replace', 'split', 'join'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.integer({ min: 1, max: 9 }),
      words: fc.string({ unit: fc.constantFrom('新', 'x', '😀', '一'), minLength: 1, maxLength: 4 }),
    }),
    { maxLength: 8 },
  ),
})

test('after any series of corrections a highlight that was not inside a deletion quotes the same words, and undo is complete', () => {
  let [kept, lost] = [0, 0]
  fc.assert(
    fc.property(corrections, ({ text, marks, edits }) => {
      const highlights = marks.flatMap(([start, length], i): Highlight[] =>
        start < text.length ? [trialHighlight(`h${i}`, text, start, Math.min(text.length, start + length))] : [],
      )
      let units = [...Array(text.length).keys()].map((at) => ({ unit: text[at] as string, at }))
      let changes: TextChange[] = []
      const deleted = new Set<number>()
      for (const edit of edits) {
        const splice = asSplice(units, edit)
        if (!splice) continue
        const { from, to, words } = splice
        for (const { at } of units.slice(from, to)) deleted.add(at)
        const put = Array.from({ length: words.length }, (_, i) => ({ unit: words[i] as string, at: -1 }))
        units = [...units.slice(0, from), ...put, ...units.slice(to)]
        changes = spliced(changes, { from, to, inserted: words.length })
      }
      const after = units.map(({ unit }) => unit).join('')
      fc.pre(after.trim() !== '')
      const { document, content } = trialDocument(paragraphs(text))
      const edited = { blocks: paragraphs(after), changes }
      const made = correctText({ document, content, edited, highlights, revisions: [] }, TRIAL_BY)

      const before = stored(document, highlights)
      const now = applied(before, made.changes)
      expect(applied(now, invert(made.changes))).toEqual(before)

      for (const { id, passage } of highlights) {
        const found = now.get(`highlights ${id}`) as Highlight
        if (found.lost !== undefined) {
          lost += 1
          expect(found.passage).toEqual(passage)
        } else expect(after.slice(found.passage.start, found.passage.end)).toBe(found.passage.quote)
        // A paragraph's end inside a passage is no word of it; at its bounds it is its first or last sign.
        const isBound = (at: number): boolean => at === passage.start || at === passage.end - 1
        const inside = [...deleted].filter((at) => at >= passage.start && at < passage.end)
        const hit = inside.some((at) => text[at] !== '\n' || isBound(at))
        const put = units.findIndex(({ at }) => at >= passage.start)
        const end = units.findLastIndex(({ at }) => at < passage.end && at >= 0)
        const typedInto = units.slice(put, end + 1).some(({ at, unit }) => at < 0 && unit !== '\n')
        if (hit || typedInto || passage.quote.trim() === '') continue
        kept += 1
        expect(found.lost).toBeUndefined()
        expect(found.passage.quote.replaceAll('\n', '')).toBe(passage.quote.replaceAll('\n', ''))
      }
    }),
    { numRuns: 1000 },
  )
  expect(kept).toBeGreaterThan(50)
  expect(lost).toBeGreaterThan(20)
})

const given = (text: string, ...marks: [number, number][]) => ({
  ...trialDocument(paragraphs(text)),
  highlights: marks.map(([start, end], i) => trialHighlight(`h${i}`, text, start, end)),
  revisions: [],
})

test('a correction is one step: the text, a revision with its reason after that of the import, and the highlights', () => {
  const text = '壮族人民的新生活'
  const it = given(text, [0, 4], [2, 5], [5, 8])
  const changes = spliced([], { from: 2, to: 4, inserted: 3 })
  const edited = { blocks: paragraphs('壮族老百姓的新生活'), changes }
  const { moved, ...made } = correctText({ ...it, edited, reason: ' 误植 ' }, TRIAL_BY)
  expect(made.changes.summary).toEqual({ key: 'changes.correctedText', params: { title: '公报' } })
  expect(made.document).toMatchObject({ length: 9, content: made.contents[0]?.id })
  expect(made.changes.created.revisions?.map(({ kind, reason, content }) => [kind, reason, content])).toEqual([
    ['import', '', 'c1'],
    ['correction', '误植', made.contents[0]?.id],
  ])
  expect(moved.map(({ state, after }) => [state, after.passage.quote])).toEqual([
    ['changed', '壮族老百姓'],
    ['changed', '老百姓的'],
    ['same', '新生活'],
  ])
  expect(made.contents[0]).toMatchObject({ original: '00', project: 'p' })
})

test('what is lost is counted, keeps its passage, and is not moved by the next correction', () => {
  const it = given('一二三四五', [1, 3])
  const cut = spliced([], { from: 0, to: 4, inserted: 0 })
  const made = correctText({ ...it, edited: { blocks: paragraphs('五'), changes: cut } }, TRIAL_BY)
  expect(made.changes.summary).toEqual({ key: 'changes.correctedTextLost', params: { title: '公报', count: 1 } })
  const lost = made.moved.map(({ after }) => after)
  expect(lost).toEqual([{ ...it.highlights[0], lost: TRIAL_BY.now }])
  const content = made.contents[0] as typeof it.content
  const edited = { blocks: paragraphs('五六'), changes: spliced([], { from: 1, to: 1, inserted: 1 }) }
  const next = correctText({ document: made.document, content, highlights: lost, revisions: [], edited }, TRIAL_BY)
  expect([next.moved, next.changes.updated.highlights]).toEqual([[], undefined])
})

test('a block that only became a heading is a correction of structure; the same text is none', () => {
  const it = given('一\n二', [0, 1])
  const blocks = [{ kind: 'heading', level: 1, text: '一' } as const, { kind: 'paragraph', text: '二' } as const]
  const made = correctText({ ...it, edited: { blocks, changes: [] } }, TRIAL_BY)
  expect(made.changes.created.revisions?.at(-1)?.kind).toBe('structure')
  expect(made.changes.updated.highlights).toBeUndefined()
  expect(isEmpty(correctText({ ...it, edited: { blocks: paragraphs('一\n二'), changes: [] } }, TRIAL_BY).changes)).toBe(
    true,
  )
})

test('a text is not corrected away', () => {
  const it = given('一')
  const edited = { blocks: paragraphs(' '), changes: spliced([], { from: 0, to: 1, inserted: 1 }) }
  expect(() => correctText({ ...it, edited }, TRIAL_BY)).toThrow(ProblemError)
  expect(plainText(it.content.blocks)).toBe('一')
})
