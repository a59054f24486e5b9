import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type ChangeSet,
  changes,
  invert,
  isEmpty,
  merge,
  RECORD_KINDS,
  describe as sentenceOf,
  steps,
  together,
  touched,
} from './changes'
import type { Note } from './note'
import { same } from './same'
import type { Theme } from './theme'

interface Model {
  readonly themes: readonly Theme[]
  readonly notes: readonly Note[]
}

const theme = (id: string, name: string): Theme => ({
  id,
  project: 'p',
  name,
  parent: null,
  order: 0,
  colour: 'ochre',
  description: '',
  coder: 'c',
  created: 1,
})
const note = (id: string, text: string): Note => ({
  id,
  project: 'p',
  about: { kind: 'project', id: 'p' },
  text,
  coder: 'c',
  created: 1,
  modified: 1,
})

const SUMMARY = { key: 'changes.wroteNote' } as const

function difference<K extends 'themes' | 'notes'>(kind: K, from: Model, to: Model) {
  type T = Model[K][number]
  const before = new Map(from[kind].map((each) => [each.id, each as T]))
  const after = new Map(to[kind].map((each) => [each.id, each as T]))
  return {
    created: [...after.values()].filter(({ id }) => !before.has(id)),
    deleted: [...before.values()].filter(({ id }) => !after.has(id)),
    updated: [...before.values()].flatMap((each) => {
      const then = after.get(each.id)
      return then && !same(each, then) ? [{ before: each, after: then }] : []
    }),
  }
}

/** The ChangeSet that leads from one state to another. */
function between(from: Model, to: Model): ChangeSet {
  const themes = difference('themes', from, to)
  const notes = difference('notes', from, to)
  return changes(SUMMARY, {
    created: { themes: themes.created as Theme[], notes: notes.created as Note[] },
    deleted: { themes: themes.deleted as Theme[], notes: notes.deleted as Note[] },
    updated: {
      themes: themes.updated as { before: Theme; after: Theme }[],
      notes: notes.updated as { before: Note; after: Note }[],
    },
  })
}

function applied(model: Model, set: ChangeSet): Model {
  const of = <K extends 'themes' | 'notes'>(kind: K) => {
    const byId = new Map<string, unknown>(model[kind].map((each) => [each.id, each]))
    for (const [id, { before, after }] of steps(set, kind)) {
      expect(byId.get(id)).toEqual(before)
      if (after) byId.set(id, after)
      else byId.delete(id)
    }
    return [...byId.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
  }
  return { themes: of('themes') as Theme[], notes: of('notes') as Note[] }
}

const ids = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5')).map((list) => list.sort())
const words = fc.constantFrom('红旗', 'b', 'c')
const model: fc.Arbitrary<Model> = fc
  .record({ t: ids, n: ids, names: fc.array(words, { minLength: 5, maxLength: 5 }) })
  .map(({ t, n, names }) => ({
    themes: t.map((id) => theme(id, names[Number(id) - 1] as string)),
    notes: n.map((id) => note(id, names[5 - Number(id)] as string)),
  }))

test('inverting twice gives the same ChangeSet', () => {
  fc.assert(
    fc.property(model, model, (a, b) => {
      const set = between(a, b)
      expect(invert(invert(set))).toEqual(set)
    }),
  )
})

test('a ChangeSet and then its inverse change nothing', () => {
  fc.assert(
    fc.property(model, model, (a, b) => {
      const set = between(a, b)
      expect(applied(applied(a, set), invert(set))).toEqual(a)
      expect(isEmpty(merge(set, invert(set)))).toBe(true)
    }),
  )
})

test('merging two ChangeSets has the effect of both in order, and names each record once', () => {
  fc.assert(
    fc.property(model, model, model, (a, b, c) => {
      const merged = merge(between(a, b), between(b, c))
      expect(applied(a, merged)).toEqual(c)
      for (const kind of RECORD_KINDS) {
        const byId = (set: ChangeSet) => [...steps(set, kind)].sort(([x], [y]) => (x < y ? -1 : 1))
        expect(byId(merged)).toEqual(byId(between(a, c)))
      }
    }),
  )
})

test('merging says what it expected when the second does not follow from the first', () => {
  const made = changes(SUMMARY, { created: { themes: [theme('1', '红旗')] } })
  const gone = changes(SUMMARY, { deleted: { themes: [theme('1', '红旗')] } })
  const renamed = changes(SUMMARY, { updated: { themes: [{ before: theme('1', 'x'), after: theme('1', 'y') }] } })
  expect(() => merge(made, made)).toThrow('Merging expected themes 1 to be absent before the second ChangeSet')
  expect(() => merge(gone, gone)).toThrow('but the first leaves it absent')
  expect(() => merge(gone, renamed)).toThrow('but the first leaves it absent')
  expect(() => merge(made, renamed)).toThrow('"name":"x"')
})

test('a ChangeSet that names a record twice, or turns one into another, is refused', () => {
  const twice = changes(SUMMARY, { created: { themes: [theme('1', 'a'), theme('1', 'b')] } })
  expect(() => touched(twice)).toThrow('names themes 1 twice')
  const turned = changes(SUMMARY, { updated: { themes: [{ before: theme('1', 'a'), after: theme('2', 'a') }] } })
  expect(() => touched(turned)).toThrow('turns themes 1 into 2')
})

test('what was touched is listed by kind, and kinds that were not are left out', () => {
  const set = changes(SUMMARY, {
    created: { themes: [theme('1', 'a')], highlights: [] },
    updated: { themes: [{ before: theme('2', 'a'), after: theme('2', 'b') }] },
    deleted: { notes: [note('3', 'c')] },
  })
  expect(touched(set)).toEqual({ themes: ['2', '1'], notes: ['3'] })
})

test('a ChangeSet that changes nothing says so', () => {
  expect(sentenceOf(changes(SUMMARY, { created: { themes: [] } }))).toEqual({ key: 'changes.nothing' })
  expect(sentenceOf(changes(SUMMARY, { created: { themes: [theme('1', 'a')] } }))).toEqual(SUMMARY)
})

test('an absent field is the same as an undefined one; lists and bytes are compared by what they hold', () => {
  expect(same({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(same({ a: 1 }, { a: 1, b: undefined })).toBe(true)
  expect(same({ a: 1 }, { a: 1, b: null })).toBe(false)
  expect(same({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toBe(true)
  expect(same([1, 2], [1])).toBe(false)
  expect(same([], {})).toBe(false)
  expect(same(new Uint8Array([1, 2]), new Uint8Array([1, 2]))).toBe(true)
  expect(same(new Uint8Array([1, 2]), new Uint8Array([1, 3]))).toBe(false)
  expect(same(Number.NaN, Number.NaN)).toBe(true)
})

test('steps that become one count together what they both did, and are else summed up as the last', () => {
  const imported = (count: number) => ({ key: 'changes.imported', params: { count } }) as const
  expect(together(imported(50), imported(12))).toEqual(imported(62))
  const tagged = (theme: string) => ({ key: 'changes.tagged', params: { count: 1, theme } }) as const
  expect(together(tagged('甲'), tagged('甲'))).toEqual({ key: 'changes.tagged', params: { count: 2, theme: '甲' } })
  expect(together(tagged('甲'), tagged('乙'))).toEqual(tagged('乙'))
  expect(together(imported(2), { key: 'changes.wroteNote' })).toEqual({ key: 'changes.wroteNote' })
})
