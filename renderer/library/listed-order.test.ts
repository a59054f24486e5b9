import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SourceDocument } from '#shared/model/document'
import { DOCUMENT_ORDERS, sortDocuments } from '#shared/queries/sort-documents'
import { type ListedOrder, listedOrder } from './listed-order'

const document = (order: number, title: string, date: string | undefined): SourceDocument => ({
  id: `d${order}`,
  project: 'p',
  title,
  metadata: date === undefined ? {} : { date },
  language: 'zh-Hans',
  format: 'text',
  fileName: 'a.txt',
  content: 'c',
  length: 1,
  order,
  created: 1,
})

const facts = fc.record({
  title: fc.constantFrom('安理会', '第2篇', '第10篇', '渡口', ''),
  date: fc.constantFrom(undefined, '1978', '2021-12', '2021-12-30'),
})
/** What happens to a list of documents: one comes, goes, or changes. */
const change = fc.record({ at: fc.nat(20), kind: fc.constantFrom('come', 'go', 'change'), facts })

test('what is put in anew stands where sorting all of it would put it', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...DOCUMENT_ORDERS),
      fc.array(facts, { maxLength: 12 }),
      fc.array(change, { maxLength: 12 }),
      (order, begun, changes) => {
        const read = new Map([
          ['d1', 5],
          ['d3', 9],
          ['d14', 7],
        ])
        let documents: readonly SourceDocument[] = begun.map(({ title, date }, at) => document(at, title, date))
        let next = documents.length
        let listed: ListedOrder | null = listedOrder(null, { documents, order, read })
        for (const { at, kind, facts } of changes) {
          const made = (place: number) => document(place, facts.title, facts.date)
          if (kind === 'come') documents = [...documents, made(next++)]
          else if (documents.length > 0) {
            const index = at % documents.length
            const place = documents[index]?.order ?? 0
            documents = kind === 'go' ? documents.toSpliced(index, 1) : documents.with(index, made(place))
          }
          listed = listedOrder(listed, { documents, order, read })
          expect(listed.sorted).toEqual(sortDocuments(documents, order, read))
        }
      },
    ),
  )
})

test('of many documents those that stay are not compared with each other again', () => {
  let compared = 0
  const counted = (at: number): SourceDocument => {
    const made = document(at, `${at}`, undefined)
    return Object.defineProperty({ ...made }, 'title', {
      enumerable: true,
      get: () => {
        compared++
        return made.title
      },
    })
  }
  const documents = Array.from({ length: 2000 }, (_, at) => counted(at))
  const given = { documents, order: 'title', read: new Map() } as const
  const listed = listedOrder(null, given)
  compared = 0
  const changed = listedOrder(listed, { ...given, documents: documents.with(7, document(7, '1500½', undefined)) })
  expect(changed.sorted.findIndex(({ order }) => order === 7)).toBeGreaterThan(1000)
  expect(compared).toBeLessThan(100)
})
