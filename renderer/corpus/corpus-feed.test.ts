import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { Corpus, type CorpusDocument } from '#shared/corpus/corpus'
import { corpusJobs } from '#shared/corpus/jobs'
import { judgeDebris } from '#shared/editing/debris'
import { removeDocuments, renameDocument } from '#shared/editing/documents'
import { newProject } from '#shared/editing/projects'
import type { DocumentContent, SourceDocument } from '#shared/model/document'
import { bringIn, TRIAL_TEXT, trialLibrary } from '../store/trial-library'
import { createCorpusFeed } from './corpus-feed'

/** A feed into a corpus of this thread, with what was put into it. */
async function trialFeed() {
  const library = await trialLibrary()
  const corpus = new Corpus()
  const jobs = corpusJobs(corpus)
  const put: CorpusDocument[][] = []
  const feed = createCorpusFeed(library.store, () => ({
    ...jobs,
    filling: {
      ...jobs.filling,
      put: (documents) => {
        put.push([...documents])
        return jobs.filling.put(documents)
      },
    },
  }))
  const held = () => corpus.documents.map(({ document, text }) => [document.title, text])
  return { ...library, corpus, feed, put, held }
}

test('the texts of a project come in, and it is told how far they are', async () => {
  const { feed, project, held, store } = await trialFeed()
  await bringIn(store, project.id, 30)
  const told: string[] = []
  feed.subscribe(() => told.push(`${feed.get().done} of ${feed.get().all}`))
  await feed.hold(project.id)
  expect(held()).toHaveLength(32)
  expect(held()[3]).toEqual(['3.txt', TRIAL_TEXT])
  expect(feed.get()).toMatchObject({ project: project.id, done: 32, all: 32 })
  expect([told[0], told.at(-1)]).toEqual(['0 of 0', '32 of 32'])
})

test('what is written afterwards arrives, and only what changed is sent', async () => {
  const { feed, project, first, second, store, held, put, corpus, by } = await trialFeed()
  await feed.hold(project.id)
  put.length = 0
  await store.write(renameDocument({ document: first, title: '報告' }))
  await feed.settled()
  expect(put).toEqual([[{ document: { ...first, title: '報告' } }]])
  expect(held()).toEqual([
    ['報告', TRIAL_TEXT],
    ['1.txt', TRIAL_TEXT],
  ])

  const content = (await store.read.content(second.content)) as DocumentContent
  const made = judgeDebris({ document: second, content, first: 0, last: 0, debris: 'other', revisions: [] }, by)
  await store.write(made.changes, made)
  await feed.settled()
  expect(corpus.get(second.id)?.debris).toEqual([{ start: 0, end: TRIAL_TEXT.length }])
  expect(put.flat().map(({ document }) => document.id)).toEqual([first.id, second.id])

  const now = (await store.read.document(first.id)) as SourceDocument
  await store.write(removeDocuments({ documents: [now], ...(await store.read.belongingToDocuments([first.id])) }))
  await feed.settled()
  expect(held()).toEqual([['1.txt', TRIAL_TEXT]])
  await store.undo(project.id)
  await feed.settled()
  expect(held()).toHaveLength(2)
})

test('another project takes the place of the one before', async () => {
  const { feed, project, store, held } = await trialFeed()
  const other = newProject({ name: '另一個', coderName: '林' }, { now: 3 })
  await store.write(other.changes)
  await bringIn(store, other.project.id, 1)
  const first = feed.hold(project.id)
  await feed.hold(other.project.id)
  await first
  expect(held()).toHaveLength(1)
  expect(feed.get()).toMatchObject({ project: other.project.id, done: 1, all: 1 })
})
