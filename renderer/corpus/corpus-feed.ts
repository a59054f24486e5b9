import { wrap } from 'comlink'
import type { CorpusDocument } from '#shared/corpus/corpus'
import type { CorpusJobs } from '#shared/corpus/jobs'
import { blockStarts, type DocumentContent, plainText, type SourceDocument } from '#shared/model/document'
import type { DocumentId, ProjectId } from '#shared/model/ids'
import type { Hit } from '#shared/queries/find'
import { ProblemError, type Result } from '#shared/result'
import type { Delta, Live, Rows, Store } from '../store'

/** How far the texts of a project have come into the worker's memory. */
export interface CorpusProgress {
  readonly project: ProjectId | null
  /** Documents that are there, and documents that are to be. */
  readonly done: number
  readonly all: number
  /** Grows with every batch that has arrived: what was asked before may have another answer now. */
  readonly revision: number
}

/** The worker that holds the open project's texts, and what keeps it up to date. */
export interface CorpusFeed {
  /** What may be asked; the worker is started when it is first asked. Answers are of the texts that are there by then. */
  readonly jobs: CorpusJobs
  /**
   * Brings a project's texts in, in the background, and keeps them as the library has them from then on; the one that
   * was held before goes. Resolves when all are there; at once when they are.
   */
  hold(project: ProjectId): Promise<void>
  /** Resolves when everything that was committed before is in the worker too. */
  settled(): Promise<void>
  readonly get: () => CorpusProgress
  readonly subscribe: (listener: () => void) => () => void
}

/** A batch is sent when its texts are longer than this together, in UTF-16 units: a few hundredths of a second. */
const BATCH = 400_000

/** The stretches of a plain text that are debris, those that touch as one. */
function debrisOf({ blocks }: DocumentContent): Hit[] {
  const starts = blockStarts(blocks)
  const found: Hit[] = []
  blocks.forEach(({ debris, text }, i) => {
    if (debris === undefined || text === '') return
    const start = starts[i] as number
    const last = found.at(-1)
    if (last && last.end + 1 >= start) found[found.length - 1] = { start: last.start, end: start + text.length }
    else found.push({ start, end: start + text.length })
  })
  return found
}

const must = (result: Result<void>): void => {
  if (!result.ok) throw new ProblemError(result.problem)
}

export function createCorpusFeed(store: Store, start: () => CorpusJobs = startCorpus): CorpusFeed {
  let started: CorpusJobs | null = null
  const jobs = (): CorpusJobs => {
    started ??= start()
    return started
  }
  const listeners = new Set<() => void>()
  let progress: CorpusProgress = { project: null, done: 0, all: 0, revision: 0 }
  const tell = (change: Partial<CorpusProgress>): void => {
    progress = { ...progress, ...change }
    for (const listener of [...listeners]) listener()
  }
  let live: Live<Rows<SourceDocument>, Delta<SourceDocument>> | null = null
  /** What the library has and the worker does not have yet; undefined where it is to go. */
  let waiting = new Map<DocumentId, { readonly now?: SourceDocument; readonly needsText: boolean }>()
  let carrying: Promise<void> = Promise.resolve()
  /** The project whose texts were searched once when all were there. */
  let warmed: ProjectId | null = null
  const held = new Map<DocumentId, SourceDocument>()

  const carryBatch = async (project: ProjectId): Promise<void> => {
    const batch: { readonly id: DocumentId; readonly now?: SourceDocument; readonly needsText: boolean }[] = []
    let length = 0
    for (const [id, change] of waiting) {
      batch.push({ id, ...change })
      waiting.delete(id)
      length += change.needsText ? (change.now?.length ?? 0) : 0
      if (length >= BATCH) break
    }
    const texts = batch.flatMap(({ now, needsText }) => (now && needsText ? [now.content] : []))
    const read = await store.read.contents(texts)
    const byId = new Map(read.flatMap((each) => (each ? [[each.id, each]] : [])))
    const documents = batch.flatMap(({ now, needsText }): CorpusDocument[] => {
      if (!now) return []
      if (!needsText) return [{ document: now }]
      const content = byId.get(now.content)
      // One that changed since is read again by what announced that.
      return content ? [{ document: now, text: plainText(content.blocks), debris: debrisOf(content) }] : []
    })
    const gone = batch.flatMap(({ id, now }) => (now ? [] : [id]))
    if (progress.project !== project) return
    if (documents.length > 0) must(await jobs().filling.put(documents))
    if (gone.length > 0) must(await jobs().filling.remove(gone))
    for (const { document } of documents) held.set(document.id, document)
    for (const id of gone) held.delete(id)
    tell({ done: held.size, all: Math.max(held.size, live?.get().rows.length ?? 0), revision: progress.revision + 1 })
  }
  const carry = (project: ProjectId): Promise<void> => {
    carrying = carrying
      .catch(() => undefined)
      .then(async () => {
        while (progress.project === project && waiting.size > 0) await carryBatch(project)
      })
    return carrying
  }
  const note = ({ added, changed, removed }: Delta<SourceDocument>): void => {
    const fresh = [...added, ...changed.map(({ after }) => after)]
    for (const now of fresh) {
      const needsText = waiting.get(now.id)?.needsText || held.get(now.id)?.content !== now.content
      waiting.set(now.id, { now, needsText })
    }
    for (const { id } of removed) waiting.set(id, { needsText: false })
  }

  const hold = async (project: ProjectId): Promise<void> => {
    if (progress.project !== project) {
      live?.close()
      waiting = new Map()
      held.clear()
      const following = store.liveDocuments(project)
      live = following
      tell({ project, done: 0, all: 0, revision: progress.revision + 1 })
      carrying = carrying.catch(() => undefined).then(async () => must(await jobs().filling.clear()))
      following.subscribe((delta) => {
        if (live !== following) return
        note(delta)
        tell({ all: following.get().rows.length })
        void carry(project)
      })
    }
    await settled()
    if (progress.project === project && warmed !== project) {
      warmed = project
      must(await jobs().search.warm())
    }
  }
  const settled = async (): Promise<void> => {
    await live?.ready
    await live?.idle()
    await carrying
  }

  return {
    get jobs() {
      return jobs()
    },
    hold,
    settled,
    get: () => progress,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Starts the worker that holds the texts. */
const startCorpus = (): CorpusJobs =>
  wrap(
    new Worker(new URL('../worker/corpus.ts', import.meta.url), { type: 'module', name: 'corpus' }),
  ) as unknown as CorpusJobs
