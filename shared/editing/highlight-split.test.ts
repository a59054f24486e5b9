import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmpty } from '../model/changes'
import type { Highlight, Tagging } from '../model/highlight'
import type { PassageLink } from '../model/link'
import type { Note } from '../model/note'
import { passageOf } from '../model/passage'
import { problemOf } from '../trial-problem'
import type { By } from './by'
import { star, weigh } from './highlight-marks'
import { joinHighlights, splitHighlight, touching } from './highlight-split'
import { removeHighlights } from './highlights'
import { linkPassages, relabelLink, removeLinks, turnLink } from './links'

const by: By = { coder: 'lin', now: 5 }
const text = '红旗渠精神：自力更生，𠮷野艰苦创业。'
const highlight = (id: string, start: number, end: number): Highlight => ({
  id,
  project: 'p',
  document: 'd',
  passage: passageOf(text, start, end),
  coder: 'lin',
  created: 1,
})
const tagging = (id: string, on: string, theme: string, coder = 'lin'): Tagging => ({
  id,
  project: 'p',
  highlight: on,
  document: 'd',
  theme,
  coder,
  created: 1,
})
const link = (id: string, from: string, to: string, relation = 'supports'): PassageLink => ({
  id,
  project: 'p',
  from,
  to,
  relation,
  coder: 'lin',
  created: 1,
})
const note = (id: string, on: string, words: string): Note => ({
  id,
  project: 'p',
  about: { kind: 'highlight', id: on },
  text: words,
  coder: 'lin',
  created: 1,
  modified: 1,
})
const nothing = { text, taggings: [], notes: [], links: [] }
test('a highlight is split in two with the same themes; the first stays what it was', () => {
  const whole: Highlight = { ...highlight('h', 0, 5), weight: 3, star: true }
  const taggings = [tagging('1', 'h', 't'), tagging('2', 'h', 't', 'zhou'), tagging('3', 'i', 't')]
  const { changes, highlights } = splitHighlight({ highlight: whole, at: 3, text, taggings }, by)
  expect(highlights.map(({ passage }) => passage.quote)).toEqual(['红旗渠', '精神'])
  expect(highlights[0]).toMatchObject({ id: 'h', weight: 3, star: true })
  expect(highlights[1]).not.toHaveProperty('weight')
  expect(changes.created.taggings?.map(({ theme, coder }) => [theme, coder])).toEqual([
    ['t', 'lin'],
    ['t', 'zhou'],
  ])
  expect(Object.keys({ ...changes.updated, ...changes.deleted })).toEqual(['highlights'])
})

test('a split leaves something on both sides, and cuts no character', () => {
  const all = highlight('h', 11, 14)
  for (const at of [11, 14, 0, 99, 12]) {
    expect(
      problemOf(() => splitHighlight({ highlight: all, at, text, taggings: [] }, by)),
      `${at}`,
    ).toBe('changes.problems.splitOutside')
  }
  const { highlights } = splitHighlight({ highlight: all, at: 13, text, taggings: [] }, by)
  expect(highlights.map(({ passage }) => passage.quote)).toEqual(['𠮷', '野'])
})

test('what was split and is joined again is what it was', () => {
  fc.assert(
    fc.property(fc.nat({ max: 8 }), fc.integer({ min: 2, max: 10 }), fc.nat(), (start, length, where) => {
      const before = highlight('h', start, Math.min(text.length, start + length))
      const at = start + 1 + (where % (length - 1))
      const taggings = [tagging('1', 'h', 't'), tagging('2', 'h', 'u')]
      const given = { highlight: before, at, text, taggings }
      if (problemOf(() => splitHighlight(given, by)) !== 'none') return
      const split = splitHighlight(given, by)
      const all = [...taggings, ...(split.changes.created.taggings ?? [])]
      const joined = joinHighlights({ ...nothing, highlights: split.highlights, taggings: all }, by)
      expect(joined.highlight).toEqual(before)
      expect(joined.changes.deleted.taggings).toEqual(split.changes.created.taggings)
      expect(joined.changes.updated.taggings).toBeUndefined()
    }),
  )
})

test('joined highlights have the themes, notes and links of all, none twice', () => {
  const [a, b, c]: Highlight[] = [highlight('a', 0, 3), { ...highlight('b', 2, 5), weight: 4 }, highlight('c', 5, 7)]
  const taggings = [tagging('1', 'a', 't'), tagging('2', 'b', 't'), tagging('3', 'b', 'u'), tagging('4', 'c', 'u')]
  const notes = [note('n', 'a', '一'), note('m', 'c', '二')]
  const links = [link('1', 'a', 'b'), link('2', 'a', 'x'), link('3', 'c', 'x'), link('4', 'x', 'b', 'echoes')]
  const highlights = [c, a, b, a] as Highlight[]
  const { changes, highlight: joined } = joinHighlights({ highlights, text, taggings, notes, links }, by)
  expect(joined).toEqual({ ...a, passage: passageOf(text, 0, 7), weight: 4 })
  expect(changes.deleted.highlights).toEqual([b, c])
  expect(changes.deleted.taggings).toEqual([taggings[1], taggings[3]])
  expect(changes.updated.taggings?.map((each) => each.after)).toEqual([{ ...taggings[2], highlight: 'a' }])
  expect(changes.updated.notes?.map((each) => each.after.text)).toEqual(['一\n\n二'])
  expect(changes.deleted.notes).toEqual([notes[1]])
  expect(changes.deleted.links).toEqual([links[0], links[2]])
  expect(changes.updated.links?.map((each) => each.after)).toEqual([{ ...links[3], to: 'a' }])
  expect(changes.summary.params).toEqual({ count: 3 })
})

test('highlights with a gap, of several documents, or one alone are not joined', () => {
  const join = (...highlights: Highlight[]) => problemOf(() => joinHighlights({ ...nothing, highlights }, by))
  expect(join(highlight('a', 0, 3), highlight('b', 4, 5))).toBe('changes.problems.joinGap')
  expect(join(highlight('a', 0, 3), { ...highlight('b', 3, 5), document: 'e' })).toBe('changes.problems.joinDocuments')
  expect(join(highlight('a', 0, 3))).toBe('changes.problems.joinOne')
  expect(join(highlight('a', 0, 3), highlight('b', 3, 5))).toBe('none')
})

test('neighbours that only white space parts touch each other and can be joined', () => {
  const english = 'It takes in. It gives out.\nIt keeps.'
  const at = (id: string, start: number, end: number): Highlight => ({
    ...highlight(id, 0, 1),
    passage: passageOf(english, start, end),
  })
  const [a, b, c] = [at('a', 0, 12), at('b', 13, 26), at('c', 27, 36)]
  expect(touching(b, [a, b, c, at('d', 0, 2), { ...c, id: 'e', document: 'other' }], english)).toEqual([b, a, c])
  expect(touching(a, [a, b, c], english)).toEqual([a, b])
  const joined = joinHighlights({ ...nothing, text: english, highlights: [a, b, c] }, by).highlight
  expect(joined.passage.quote).toBe(english)
})

test('weight and star are given and taken away, and what has them already is not counted', () => {
  const plain = highlight('a', 0, 3)
  const marked: Highlight = { ...plain, id: 'b', weight: 2, star: true }
  const weighed = weigh({ highlights: [plain, marked], weight: 2 })
  expect(weighed.updated.highlights).toEqual([{ before: plain, after: { ...plain, weight: 2 } }])
  expect(weighed.summary.params).toEqual({ count: 1, weight: 2 })
  expect(weigh({ highlights: [marked], weight: null }).updated.highlights?.[0]?.after).not.toHaveProperty('weight')
  expect(star({ highlights: [plain, marked], star: true }).updated.highlights).toHaveLength(1)
  expect(star({ highlights: [marked], star: false }).updated.highlights?.[0]?.after).not.toHaveProperty('star')
  expect(isEmpty(star({ highlights: [plain], star: false }))).toBe(true)
})

test('passages are linked once, in words of one’s own too; links are relabelled, turned and removed', () => {
  const [from, to] = [highlight('a', 0, 3), highlight('b', 3, 5)]
  const { link: made, changes } = linkPassages({ from, to, relation: 'supports', links: [] }, by)
  expect(changes.created.links).toEqual([made])
  const again = linkPassages({ from, to, relation: ' supports ', links: [made] }, by)
  expect(isEmpty(again.changes)).toBe(true)
  expect(again.link).toBe(made)
  expect(linkPassages({ from, to, relation: '引自', links: [made] }, by).link.relation).toBe('引自')
  expect(problemOf(() => linkPassages({ from, to: from, relation: 'echoes', links: [] }, by))).toBe(
    'changes.problems.linkToItself',
  )
  expect(problemOf(() => relabelLink({ link: made, relation: ' ' }))).toBe('changes.problems.nameEmpty')
  expect(relabelLink({ link: made, relation: '引自' }).updated.links?.[0]?.after.relation).toBe('引自')
  expect(turnLink(made).updated.links?.[0]?.after).toMatchObject({ from: 'b', to: 'a' })
  expect(removeLinks([made]).deleted.links).toEqual([made])
  const gone = removeHighlights({ highlights: [to], taggings: [], notes: [], links: [made, link('z', 'x', 'y')] })
  expect(gone.deleted.links).toEqual([made])
})
