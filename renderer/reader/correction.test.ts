import fc from 'fast-check'
import { history, undo } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type Command, EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { Decoration, type DecorationSet } from 'prosemirror-view'
import { expect, test } from 'vitest'
import { placeAfter, type TextChanges, textAfter } from '#shared/anchoring/text-changes'
import { correctedBlocks } from '#shared/editing/corrected-blocks'
import { type Block, plainText } from '#shared/model/document'
import { correctingKeys, plainSlice, setKind } from './correcting-keys'
import { changesIn, correctionPlugin, drawCorrected } from './correction'
import type { DrawnHighlight } from './highlights'
import { editedBlocks, livePositions, offsetIn, posIn, wordsIn } from './live-positions'
import { BLOCKS_PER_SECTION, positionsOf, proseDocument } from './positions'

const line = fc.string({ unit: fc.constantFrom('一', '二', 'a', '𠮷', '。'), maxLength: 8 })
const blocksOf = (lines: readonly string[]): Block[] => lines.map((text) => ({ kind: 'paragraph', text }))
const lines = fc.oneof(
  fc.array(line, { minLength: 1, maxLength: 6 }),
  fc.array(line, { minLength: BLOCKS_PER_SECTION - 1, maxLength: BLOCKS_PER_SECTION + 3 }),
)

const decorate = (each: DrawnHighlight, at: { start: number; end: number }, doc: Node): Decoration =>
  Decoration.inline(posIn(doc, at.start), posIn(doc, at.end), {}, { id: each.id })

function begin(blocks: readonly Block[], highlights: readonly DrawnHighlight[] = []) {
  const plugins = [correctionPlugin(plainText(blocks), decorate), history({ newGroupDelay: 0 }), correctingKeys()]
  const state = EditorState.create({ doc: proseDocument(blocks), plugins })
  return state.apply(drawCorrected(state.tr, highlights))
}
const textOf = (state: EditorState): string => wordsIn(state.doc, 0, offsetIn(state.doc, state.doc.content.size))
const run = (state: EditorState, command: Command): EditorState => {
  let next = state
  command(state, (transaction: Transaction) => {
    next = state.apply(transaction)
  })
  return next
}
const select = (state: EditorState, start: number, end = start): EditorState =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, posIn(state.doc, start), posIn(state.doc, end))))
/** Presses a key as the browser would tell it. */
const press = (state: EditorState, name: string): EditorState => {
  const handle = state.plugins.at(-1)?.props.handleKeyDown
  let next = state
  const view = { state, dispatch: (transaction: Transaction) => (next = state.apply(transaction)) }
  const event = { key: name, keyCode: 0, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }
  handle?.call(state.plugins.at(-1) as never, view as never, event as KeyboardEvent)
  return next
}
const drawnIn = (state: EditorState): { id: string; start: number; end: number }[] => {
  const set = state.plugins[0]?.props.decorations?.call(state.plugins[0] as never, state) as DecorationSet
  return set
    .find()
    .map(({ from, to, spec }) => ({ id: spec.id, start: offsetIn(state.doc, from), end: offsetIn(state.doc, to) }))
}

test('positions of a document that was not edited are those that the reader counts', () => {
  fc.assert(
    fc.property(lines, (source) => {
      const blocks = blocksOf(source)
      const doc = proseDocument(blocks)
      const known = positionsOf(blocks)
      const live = livePositions(() => doc)
      expect([live.length, live.starts]).toEqual([known.length, known.starts])
      for (let offset = 0; offset <= known.length; offset += 1) expect(live.toPos(offset)).toBe(known.toPos(offset))
      for (let pos = 0; pos <= doc.content.size; pos += 1) expect(live.toOffset(pos)).toBe(known.toOffset(pos))
    }),
    { numRuns: 60 },
  )
})

const edit = fc.record({
  kind: fc.constantFrom('type', 'delete', 'replace', 'Enter', 'Backspace', 'Delete', 'paste', 'kind', 'undo'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat({ max: 12 }),
  words: fc.string({ unit: fc.constantFrom('新', 'x', '\n', '一'), minLength: 1, maxLength: 5 }),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function make(state: EditorState, { kind, at, length, words }: Edit): EditorState {
  const size = textOf(state).length
  const start = Math.floor(at * (size + 1))
  const end = Math.min(size, start + (['delete', 'replace', 'kind'].includes(kind) ? length : 0))
  const there = select(state, start, end)
  if (kind === 'type' || kind === 'replace') return there.apply(there.tr.insertText(words.replaceAll('\n', '')))
  if (kind === 'delete') return press(there, 'Backspace')
  if (kind === 'paste') return there.apply(there.tr.replaceSelection(plainSlice(words, there)))
  if (kind === 'kind') return run(there, setKind({ kind: 'heading', level: 2 }))
  if (kind === 'undo') return run(there, undo)
  return press(there, kind)
}

test('after any editing the changes lead from the text before to the text as it is, and highlights are drawn on their words', () => {
  fc.assert(
    fc.property(
      lines,
      fc.array(edit, { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 })), { maxLength: 6 }),
      (source, edits, marks) => {
        const blocks = blocksOf(source)
        const before = plainText(blocks)
        const highlights = marks.flatMap(([at, length], i): DrawnHighlight[] => {
          const start = before.length === 0 ? 0 : at % before.length
          const end = Math.min(before.length, start + 1 + length)
          return start < end ? [{ id: `h${i}`, start, end, themes: [], label: '' }] : []
        })
        const state = edits.reduce(make, begin(blocks, highlights))
        const after = textOf(state)
        const changes: TextChanges = changesIn(state)
        expect(textAfter(before, changes, ({ start, end }) => after.slice(start, end))).toBe(after)
        const drawn = new Map<string, { start: number; end: number }>()
        for (const { id, start, end } of drawnIn(state)) {
          const known = drawn.get(id)
          drawn.set(id, { start: Math.min(start, known?.start ?? start), end: Math.max(end, known?.end ?? end) })
        }
        for (const each of highlights) {
          const at = placeAfter(changes, each)
          const seen = drawn.get(each.id)
          if (at === null) expect(seen).toBeUndefined()
          else if (after.slice(at.start, at.end).trim() !== '') expect(seen && { ...seen }).toEqual(at)
        }
        const made = correctedBlocks(blocks, editedBlocks(state.doc, proseDocument(blocks), blocks), changes)
        expect(plainText(made)).toBe(after)
      },
    ),
    { numRuns: 200 },
  )
})

test('undoing all corrections leaves no change and the blocks as they were', () => {
  fc.assert(
    fc.property(lines, fc.array(edit, { maxLength: 8 }), (source, edits) => {
      const blocks = blocksOf(source)
      let state = edits.filter(({ kind }) => kind !== 'undo').reduce(make, begin(blocks))
      for (let i = 0; i < edits.length + 2; i += 1) state = run(state, undo)
      expect(textOf(state)).toBe(plainText(blocks))
      expect(changesIn(state)).toEqual([])
      expect(editedBlocks(state.doc, proseDocument(blocks), blocks).map(({ kind }) => kind)).toEqual(
        blocks.map(({ kind }) => kind),
      )
    }),
    {
      numRuns: 100,
      // What is put back stands before words that are the same and had gone.
      examples: [
        [
          ['一', '', '一', ...Array.from({ length: BLOCKS_PER_SECTION - 2 }, () => '')],
          [
            { kind: 'type', at: 0, length: 0, words: '新' },
            { kind: 'delete', at: 0, length: 4, words: '新' },
            { kind: 'replace', at: 0, length: 1, words: '新' },
          ],
        ],
      ],
    },
  )
})

test('Enter parts a paragraph, Backspace and Delete join two, over the bound of two sections as well', () => {
  const blocks = blocksOf(Array.from({ length: BLOCKS_PER_SECTION + 2 }, (_, i) => `第${i}段`))
  const bound = positionsOf(blocks).starts[BLOCKS_PER_SECTION] as number
  const joined = press(select(begin(blocks), bound), 'Backspace')
  expect(textOf(joined)).toContain('第63段第64段')
  expect(changesIn(joined)).toEqual([{ from: bound - 1, to: bound, start: bound - 1, end: bound - 1 }])
  expect(textOf(press(select(begin(blocks), bound - 1), 'Delete'))).toBe(textOf(joined))
  const parted = press(select(joined, bound - 1), 'Enter')
  expect(textOf(parted)).toBe(plainText(blocks))
  expect(changesIn(parted)).toEqual([])
})

test('what follows a heading is a paragraph, and an empty paragraph before one goes away', () => {
  const blocks: Block[] = [
    { kind: 'heading', level: 1, text: '题' },
    { kind: 'paragraph', text: '' },
    { kind: 'listItem', level: 1, marker: '1.', text: '项' },
  ]
  const of = (state: EditorState) =>
    editedBlocks(state.doc, proseDocument(blocks), blocks).map(({ kind, text }) => `${kind} ${text}`)
  expect(of(press(select(begin(blocks), 1), 'Enter'))).toEqual([
    'heading 题',
    'paragraph ',
    'paragraph ',
    'listItem 项',
  ])
  expect(of(press(select(begin(blocks), 3), 'Backspace'))).toEqual(['heading 题', 'listItem 项'])
})

test('marks inside a block come out as they went in', () => {
  const blocks: Block[] = [
    {
      kind: 'paragraph',
      text: '一二三四五',
      marks: [
        { start: 1, end: 4, kind: 'emphasis' },
        { start: 0, end: 2, kind: 'strong' },
        { start: 2, end: 3, kind: 'link', href: 'https://a.example/' },
      ],
    },
  ]
  const state = begin(blocks)
  expect(editedBlocks(state.doc, proseDocument(blocks), blocks)[0]?.marks).toBe(blocks[0]?.marks)
  const typed = select(state, 5)
  const more = typed.apply(typed.tr.insertText('六'))
  expect(editedBlocks(more.doc, proseDocument(blocks), blocks)[0]?.marks).toEqual(
    [...(blocks[0]?.marks ?? [])].sort((a, b) => a.start - b.start),
  )
})
