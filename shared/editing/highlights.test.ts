import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmpty } from '../model/changes'
import type { Highlight, Tagging } from '../model/highlight'
import type { Note } from '../model/note'
import { passageOf } from '../model/passage'
import type { Theme } from '../model/theme'
import type { By } from './by'
import {
  addThemes,
  markPassages,
  removeHighlights,
  removeTheme,
  resizeHighlight,
  tagPassage,
  tagPassages,
} from './highlights'
import { makeThemePath } from './themes'

const by: By = { coder: 'lin', now: 5 }
const other: By = { coder: 'zhou', now: 6 }
const document = { id: 'd', project: 'p' }
const text = '红旗渠精神：自力更生，艰苦创业。'

const themesNamed = (...names: string[]): Theme[] => {
  const themes: Theme[] = []
  for (const path of names) themes.push(makeThemePath({ project: 'p', path, themes }, by).theme)
  return themes
}
const [spirit, labour] = themesNamed('精神', '劳动') as [Theme, Theme]

test('tagging a passage makes its highlight and a tagging, and says so', () => {
  const { changes, highlights } = tagPassage(
    { document, passage: passageOf(text, 0, 3), themes: [spirit], highlights: [], taggings: [] },
    by,
  )
  expect(changes.summary).toEqual({ key: 'changes.tagged', params: { count: 1, theme: '精神' } })
  expect(highlights).toEqual(changes.created.highlights)
  expect(highlights[0]).toMatchObject({
    document: 'd',
    project: 'p',
    coder: 'lin',
    created: 5,
    passage: { quote: '红旗渠' },
  })
  expect(changes.created.taggings).toEqual([
    expect.objectContaining({
      highlight: highlights[0]?.id,
      document: 'd',
      theme: spirit.id,
      coder: 'lin',
      created: 5,
    }),
  ])
})

test('a range that this coder has highlighted already is used again, and no theme is given twice', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          start: fc.nat({ max: 3 }),
          length: fc.integer({ min: 1, max: 3 }),
          themes: fc.subarray([spirit, labour]),
          by: fc.constantFrom(by, other),
        }),
        { maxLength: 20 },
      ),
      (marks) => {
        const highlights: Highlight[] = []
        const taggings: Tagging[] = []
        for (const mark of marks) {
          const passage = passageOf(text, mark.start, mark.start + mark.length)
          const made = tagPassage({ document, passage, themes: mark.themes, highlights, taggings }, mark.by)
          expect(made.highlights).toHaveLength(1)
          expect(made.highlights[0]?.passage).toEqual(passage)
          highlights.push(...(made.changes.created.highlights ?? []))
          taggings.push(...(made.changes.created.taggings ?? []))
        }
        const ranges = highlights.map(({ coder, passage }) => `${coder} ${passage.start} ${passage.end}`)
        expect(new Set(ranges).size).toBe(ranges.length)
        const given = taggings.map(({ highlight, theme, coder }) => `${highlight} ${theme} ${coder}`)
        expect(new Set(given).size).toBe(given.length)
        for (const tagging of taggings) {
          expect(highlights.find(({ id }) => id === tagging.highlight)?.coder).toBe(tagging.coder)
        }
      },
    ),
  )
})

test('the same passage twice in one step is one highlight', () => {
  const passages = [passageOf(text, 0, 3), passageOf(text, 0, 3), passageOf(text, 6, 10)]
  const { changes, highlights } = markPassages({ document, passages, highlights: [] }, by)
  expect(highlights).toHaveLength(2)
  expect(changes.summary.params).toEqual({ count: 2 })
  expect(isEmpty(markPassages({ document, passages, highlights }, by).changes)).toBe(true)
})

test('several themes are counted in the sentence, and one named twice is given once', () => {
  const passages = [passageOf(text, 0, 3), passageOf(text, 6, 10)]
  const themes = [spirit, labour]
  const { changes } = tagPassages({ document, passages, themes, highlights: [], taggings: [] }, by)
  expect(changes.summary).toEqual({ key: 'changes.taggedWithThemes', params: { count: 2, themes: 2 } })
  expect(changes.created.taggings).toHaveLength(4)
  const { highlights } = markPassages({ document, passages: [passageOf(text, 0, 3)], highlights: [] }, by)
  expect(addThemes({ highlights, themes: [spirit, spirit], taggings: [] }, by).created.taggings).toHaveLength(1)
})

test('a theme is added where it is missing, and taken away from the highlights named', () => {
  const passages = [passageOf(text, 0, 3), passageOf(text, 6, 10)]
  const { changes, highlights } = tagPassages(
    { document, passages, themes: [spirit], highlights: [], taggings: [] },
    by,
  )
  const taggings = changes.created.taggings ?? []
  expect(isEmpty(addThemes({ highlights, themes: [spirit], taggings }, by))).toBe(true)
  expect(addThemes({ highlights, themes: [labour], taggings }, by).summary.params).toEqual({ count: 2, theme: '劳动' })
  const removed = removeTheme({ highlights: highlights.slice(1), theme: spirit, taggings })
  expect(removed.deleted).toEqual({ taggings: taggings.slice(1) })
  expect(removed.summary).toEqual({ key: 'changes.untagged', params: { count: 1, theme: '精神' } })
})

test('removing highlights takes their taggings and notes along, and no others', () => {
  const passages = [passageOf(text, 0, 3), passageOf(text, 6, 10)]
  const { changes, highlights } = tagPassages(
    { document, passages, themes: [spirit], highlights: [], taggings: [] },
    by,
  )
  const taggings = changes.created.taggings ?? []
  const noteOn = (id: string, kind: Note['about']['kind']): Note => ({
    id: `${kind} ${id}`,
    project: 'p',
    about: { kind, id },
    text: '好',
    coder: 'lin',
    created: 1,
    modified: 1,
  })
  const [first, second] = highlights as [Highlight, Highlight]
  const notes = [noteOn(first.id, 'highlight'), noteOn(second.id, 'highlight'), noteOn(first.id, 'theme')]
  const removed = removeHighlights({ highlights: [first], taggings, notes })
  expect(removed.deleted).toEqual({ highlights: [first], taggings: taggings.slice(0, 1), notes: notes.slice(0, 1) })
})

test('a highlight takes the new passage, and the same extent changes nothing', () => {
  const { highlights } = markPassages({ document, passages: [passageOf(text, 0, 3)], highlights: [] }, by)
  const highlight = highlights[0] as Highlight
  const after = { ...highlight, passage: passageOf(text, 0, 5) }
  expect(resizeHighlight({ highlight, passage: after.passage }).updated).toEqual({
    highlights: [{ before: highlight, after }],
  })
  expect(isEmpty(resizeHighlight({ highlight, passage: passageOf(text, 0, 3) }))).toBe(true)
})
