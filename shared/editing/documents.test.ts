import { expect, test } from 'vitest'
import { isEmpty } from '../model/changes'
import type { SourceDocument } from '../model/document'
import { type Original, unpackOriginal } from '../model/original'
import { passageOf } from '../model/passage'
import { ProblemError } from '../result'
import { importDocuments, type ReadFile, removeDocuments, renameDocument } from './documents'
import { tagPassage } from './highlights'
import { writeNote } from './notes'
import { makeTheme } from './themes'

const by = { coder: 'lin', now: 5 }

const fileOf = (name: string, text: string, title = ''): ReadFile => ({
  file: { name, bytes: new TextEncoder().encode(text) },
  read: {
    title,
    metadata: { author: '林' },
    language: 'zh-Hans',
    format: 'text',
    encoding: { label: 'utf-8', by: 'valid UTF-8' },
    blocks: text === '' ? [] : text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
    remarks: [],
  },
})
const imported = (files: ReadFile[], documents: SourceDocument[] = []) =>
  importDocuments({ project: 'p', files, documents, attributes: [], groups: [], coders: [] }, by)

test('documents come in one step, in their order after the last, each with its content', () => {
  const first = imported([fileOf('a.txt', '红旗\n渠', '红旗渠'), fileOf('b.txt', 'b')])
  expect(first.changes.summary).toEqual({ key: 'changes.imported', params: { count: 2 } })
  expect(first.documents.map(({ title, length, order }) => [title, length, order])).toEqual([
    ['红旗渠', 4, 0],
    ['b.txt', 1, 1],
  ])
  expect(first.documents.map(({ content }) => content)).toEqual(first.contents.map(({ id }) => id))
  const [original] = first.originals as [Original]
  expect(first.contents[0]?.original).toBe(original.hash)
  expect(unpackOriginal(original)).toEqual(new TextEncoder().encode('红旗\n渠'))
  const next = imported([fileOf('c.txt', 'c')], first.documents.slice(1))
  expect(next.documents[0]?.order).toBe(2)
})

test('a document is renamed; an empty title is refused', () => {
  const [document] = imported([fileOf('a.txt', 'a', '旧')]).documents as [SourceDocument]
  expect(renameDocument({ document, title: '新' }).updated.documents?.[0]?.after.title).toBe('新')
  expect(isEmpty(renameDocument({ document, title: ' 旧' }))).toBe(true)
  expect(() => renameDocument({ document, title: ' ' })).toThrow(ProblemError)
})

test('removing documents takes their highlights, taggings and notes along, and no others', () => {
  const [a, b] = imported([fileOf('a.txt', '红旗渠'), fileOf('b.txt', '红旗渠')]).documents as [
    SourceDocument,
    SourceDocument,
  ]
  const { theme } = makeTheme({ project: 'p', name: '精神', parent: null, themes: [] }, by)
  const [inA, inB] = [a, b].map((document) =>
    tagPassage({ document, passage: passageOf('红旗渠', 0, 2), themes: [theme], highlights: [], taggings: [] }, by),
  )
  const highlights = [inA, inB].flatMap((each) => each?.highlights ?? [])
  const taggings = [inA, inB].flatMap((each) => each?.changes.created.taggings ?? [])
  const notes = [
    ...highlights.map(({ id }) => ({ kind: 'highlight', id }) as const),
    { kind: 'document', id: a.id } as const,
    { kind: 'project', id: 'p' } as const,
  ].flatMap((about) => writeNote({ project: 'p', about, text: '好' }, by).note ?? [])
  const removed = removeDocuments({ documents: [a], highlights, taggings, notes })
  expect(removed.deleted).toEqual({
    documents: [a],
    highlights: highlights.slice(0, 1),
    taggings: taggings.slice(0, 1),
    notes: [notes[0], notes[2]],
  })
})
