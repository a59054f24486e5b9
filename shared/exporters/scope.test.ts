import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProjectSnapshot } from './exporter'
import { notedIn, type Scope, scoped } from './scope'

const snapshot = JSON.parse(
  readFileSync(new URL('./fixtures/snapshot.json', import.meta.url), 'utf8'),
) as ProjectSnapshot

test('a scope that narrows nothing leaves the records as they are', () => {
  const all = scoped(snapshot, {})
  for (const kind of ['documents', 'contents', 'themes', 'highlights', 'taggings', 'notes'] as const) {
    expect(all[kind]).toEqual(snapshot[kind])
  }
})

test('a theme keeps its ancestors, and only the passages that have it with what belongs to them', () => {
  const child = snapshot.themes.find(({ parent }) => parent !== null)
  if (!child) throw new Error('The fixture was expected to have a theme under another.')
  const part = scoped(snapshot, { themes: [child.id] })
  expect(part.themes.map(({ id }) => id)).toContain(child.parent)
  expect(part.taggings.every(({ theme }) => theme === child.id)).toBe(true)
  const there = new Set(part.highlights.map(({ id }) => id))
  expect(there).toEqual(new Set(part.taggings.map(({ highlight }) => highlight)))
  for (const { about } of part.notes) if (about.kind === 'highlight') expect(there.has(about.id)).toBe(true)
})

test('passages that are named are taken whole beside those with a theme', () => {
  const [tagging] = snapshot.taggings
  const named = snapshot.highlights.find(({ id }) => id !== tagging?.highlight)
  if (!tagging || !named) throw new Error('The fixture was expected to have two passages.')
  const alone = scoped(snapshot, { passages: [named.id] })
  expect(alone.highlights).toEqual([named])
  const own = snapshot.taggings.filter(({ highlight }) => highlight === named.id)
  expect(alone.taggings).toEqual(own)
  for (const { theme } of own) expect(alone.themes.map(({ id }) => id)).toContain(theme)
  expect(scoped(snapshot, { passages: [] }).highlights).toEqual([])
  const both = scoped(snapshot, { themes: [tagging.theme], passages: [named.id] })
  const tagged = snapshot.taggings.filter(({ theme }) => theme === tagging.theme).map(({ highlight }) => highlight)
  expect(new Set(both.highlights.map(({ id }) => id))).toEqual(new Set([...tagged, named.id]))
})

test('a document is taken with its own passages, and others with theirs are left', () => {
  const [first, second] = snapshot.documents
  if (!first || !second) throw new Error('The fixture was expected to have two documents.')
  const part = scoped(snapshot, { documents: [second.id] })
  expect(part.documents).toEqual([second])
  expect(part.contents.map(({ id }) => id)).toEqual([second.content])
  expect(part.highlights.every(({ document }) => document === second.id)).toBe(true)
  expect(part.notes.some(({ about }) => about.kind === 'document' && about.id === first.id)).toBe(false)
})

test('only passages with a note, or marked in a time, are taken when that is asked for', () => {
  const noted = notedIn(snapshot)
  expect(noted.size).toBeGreaterThan(0)
  expect(noted.size).toBeLessThan(snapshot.highlights.length)
  expect(new Set(scoped(snapshot, { noted: true }).highlights.map(({ id }) => id))).toEqual(noted)
  const times = snapshot.highlights.map(({ created }) => created).sort((a, b) => a - b)
  const from = times[1] as number
  const until = times.at(-1) as number
  const part = scoped(snapshot, { from, until })
  expect(part.highlights.map(({ created }) => created).sort((a, b) => a - b)).toEqual(
    times.filter((time) => time >= from && time < until),
  )
  const there = new Set(part.highlights.map(({ id }) => id))
  expect(part.taggings.every(({ highlight }) => there.has(highlight))).toBe(true)
})

test('each further word of a scope takes no passage in that was not in before', () => {
  const ids = <T>(from: readonly T[]) => fc.option(fc.subarray([...from]), { nil: undefined })
  const { documents, themes, coders } = snapshot
  const words = fc.record({
    documents: ids(documents.map(({ id }) => id)),
    themes: ids(themes.map(({ id }) => id)),
    coder: fc.constantFrom(undefined, ...coders.map(({ id }) => id)),
    starred: fc.constantFrom(undefined, true as const),
    noted: fc.constantFrom(undefined, true as const),
  })
  fc.assert(
    fc.property(words, (wide) => {
      const given = Object.entries(wide).filter(([, value]) => value !== undefined)
      const taken = (entries: typeof given) =>
        new Set(scoped(snapshot, Object.fromEntries(entries) as Scope).highlights.map(({ id }) => id))
      const all = taken(given)
      for (const left of given) {
        const wider = taken(given.filter((each) => each !== left))
        for (const id of all) expect(wider.has(id)).toBe(true)
      }
    }),
  )
})
