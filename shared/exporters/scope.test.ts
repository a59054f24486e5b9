import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ProjectSnapshot } from './exporter'
import { scoped } from './scope'

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

test('a document is taken with its own passages, and others with theirs are left', () => {
  const [first, second] = snapshot.documents
  if (!first || !second) throw new Error('The fixture was expected to have two documents.')
  const part = scoped(snapshot, { documents: [second.id] })
  expect(part.documents).toEqual([second])
  expect(part.contents.map(({ id }) => id)).toEqual([second.content])
  expect(part.highlights.every(({ document }) => document === second.id)).toBe(true)
  expect(part.notes.some(({ about }) => about.kind === 'document' && about.id === first.id)).toBe(false)
})
