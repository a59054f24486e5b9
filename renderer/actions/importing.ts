import type { ReadFile } from '#shared/editing/documents'
import type { ReadOptions } from '#shared/importers/importer'
import type { KeptReading } from '#shared/importers/read-to-keep'
import { type CoderId, type DocumentId, newId, type ProjectId } from '#shared/model/ids'
import type { Problem } from '#shared/result'
import { isAtWork } from '../app/session'
import { createReading, type Reading } from '../worker/reading'
import { by, type Desk, openProject, problemOf, type Queue, report as reportProblem } from './desk'
import type { FileToRead } from './file-to-read'
import { createFindDuplicates, type FindDuplicates } from './find-duplicates'
import { type ImportOutcome, needsReport } from './import-outcome'
import { storeBatch } from './store-batch'

/** A batch is stored once it holds so many documents, or was read from files of so many bytes. */
const BATCH = { documents: 50, bytes: 4 * 1024 * 1024 }
/** So many documents that come in without a pause are one step. */
const STEP = 1_000
/** Of so many files the report opens by itself; of more, the line at the foot of the window offers it. */
const FEW = 20

/** How often it is told how far it is, in milliseconds: a small file takes less, and each telling draws the window. */
const TOLD_EVERY = 100

/** How far the bringing in is. */
export interface ImportProgress {
  /** `stopped`: some files are left, and can still be brought in. */
  readonly state: 'reading' | 'stopped'
  /** Files that are stored or told to be unreadable, of `all`. */
  readonly done: number
  readonly all: number
  /** The file that is being read. */
  readonly name: string
  /** How much of all bytes has been read, 0 to 1. */
  readonly share: number
}

/** A file, and how it is to be read. */
export interface Wanted {
  readonly file: FileToRead
  readonly options: ReadOptions
}

/** Brings files in while the reader goes on reading. One order after the other, one file after the other. */
export interface Importing {
  readonly get: () => ImportProgress | null
  readonly subscribe: (listener: () => void) => () => void
  /** Brings files into the open project. Resolves when all are in, or when it was stopped. */
  readonly bringIn: (wanted: readonly Wanted[]) => Promise<void>
  /** Stops: what was read is stored, the file that is being read is given up whole. */
  readonly stop: () => void
  /** Brings in what was left when it was stopped. */
  readonly resume: () => Promise<void>
  /** Forgets what was left. */
  readonly forget: () => void
}

interface Order {
  readonly project: ProjectId
  readonly coder: CoderId
  readonly outcomes: ImportOutcome[]
  /** What was open when it began; the first document that comes in takes its place, unless the reader is at work there. */
  readonly open: DocumentId | null
  /** Files that are neither stored nor told to be unreadable, in their order. */
  left: Wanted[]
  readonly all: number
  /** A little is counted for each file, however small. */
  readonly bytes: number
  documents: number
  stopped: boolean
}

const weight = ({ file }: Wanted): number => file.size + 4096
const weigh = (files: readonly Wanted[]): number => files.reduce((sum, each) => sum + weight(each), 0)

/** Stores go through `queued`, so that whatever else the reader does comes between two of them. */
export function createImporting(
  desk: Desk,
  queued: Queue,
  reading: Reading = createReading(),
  findDuplicates: FindDuplicates = createFindDuplicates(desk.store),
): Importing {
  const listeners = new Set<() => void>()
  let progress: ImportProgress | null = null
  let orders: Order[] = []
  let left: Order[] = []
  let running: Promise<void> | null = null

  const show = (next: ImportProgress | null): void => {
    progress = next
    for (const listener of listeners) listener()
  }
  const showLeft = (): void => {
    const files = left.reduce((sum, order) => sum + order.left.length, 0)
    const all = left.reduce((sum, order) => sum + order.all, 0)
    show(files === 0 ? null : { state: 'stopped', done: all - files, all, name: '', share: 0 })
  }

  async function read(order: Order, { file, options }: Wanted, onProgress: (done: number) => void) {
    try {
      const opened = await file.open()
      if (order.stopped) return null
      return await reading.read(opened, options, onProgress)
    } catch (error) {
      return { ok: false, problem: problemOf(error) } as const
    }
  }

  async function run(order: Order): Promise<void> {
    const step = newId()
    const before = order.documents
    let batch: { files: Wanted[]; documents: ReadFile[]; bytes: number } = { files: [], documents: [], bytes: 0 }
    let failed = false
    let told = Number.NEGATIVE_INFINITY
    const store = async (): Promise<void> => {
      const { files, documents } = batch
      batch = { files: [], documents: [], bytes: 0 }
      const coalesce = `import ${step} ${Math.floor((order.documents - before) / STEP)}`
      const stored = await queued(() => storeBatch(desk, order, documents, coalesce))
      if (stored === null) {
        order.left.unshift(...files)
        order.stopped = true
        failed = true
        return
      }
      order.outcomes.push(...stored)
      const session = desk.session()
      const first = stored[0]?.document
      const isAsItWas = session.project === order.project && session.document === order.open
      if (order.documents === 0 && first && isAsItWas && !isAtWork(session))
        desk.dispatch({ type: 'openDocument', document: first.id })
      order.documents += stored.length
    }
    const refuse = (name: string, problem: Problem): void => {
      order.outcomes.push({ name, document: null, remarks: [problem] })
    }
    const take = ({ documents, failed }: KeptReading, wanted: Wanted): void => {
      for (const { name, problem } of failed) refuse(name, problem)
      batch.files.push(wanted)
      batch.documents.push(...documents)
      batch.bytes += wanted.file.size
    }

    while (!order.stopped) {
      const wanted = order.left[0]
      if (!wanted) break
      const { name } = wanted.file
      let over = false
      const tell = (part: number): void => {
        // What a worker told before it was ended may be heard after that.
        if (over || performance.now() - told < TOLD_EVERY) return
        told = performance.now()
        const share = 1 - (weigh(order.left) - part * weight(wanted)) / order.bytes
        show({ state: 'reading', done: order.all - order.left.length, all: order.all, name, share })
      }
      tell(0)
      const result = await read(order, wanted, tell)
      over = true
      order.left.shift()
      // It may be why reading was stopped: when the others are brought in, it comes last.
      if (result === null) order.left.push(wanted)
      else if (result.ok) take(result.value, wanted)
      else refuse(name, result.problem)
      if (batch.documents.length >= BATCH.documents || batch.bytes >= BATCH.bytes) await store()
    }
    if (batch.documents.length > 0) await store()
    if (!failed) tellEnd(order, order.documents - before)
  }

  function tellEnd({ project, left, all, outcomes }: Order, documents: number): void {
    const asked = outcomes.flatMap(({ document }) => document?.id ?? [])
    const report = { outcomes: [...outcomes], duplicates: findDuplicates(project, asked) }
    const session = desk.session()
    if (left.length === 0 && all <= FEW && needsReport(outcomes) && session.dialog === null && !isAtWork(session))
      desk.dispatch({ type: 'openDialog', dialog: { kind: 'report', report } })
    const said: Problem =
      left.length > 0
        ? { key: 'importing.stopped', params: { done: all - left.length, count: all } }
        : documents > 0
          ? { key: 'changes.imported', params: { count: documents } }
          : { key: 'report.summary', params: { count: 0, all } }
    const message = { kind: 'done', said, undoable: documents > 0, report } as const
    if (documents > 0 || all > FEW || left.length > 0) desk.dispatch({ type: 'say', message })
    report.duplicates.then(
      ({ size }) => {
        if (size === 0 || left.length > 0 || desk.session().message !== message) return
        const said = { key: 'importing.someThere', params: { documents, count: size } } as const
        desk.dispatch({ type: 'say', message: { ...message, said } })
      },
      (error: unknown) => reportProblem(desk, error),
    )
  }

  async function runAll(): Promise<void> {
    for (let order = orders[0]; order; order = orders[0]) {
      await run(order)
      orders.shift()
      if (order.left.length > 0) {
        left.push(order, ...orders)
        orders = []
      }
    }
    running = null
    showLeft()
  }
  const begin = (more: readonly Order[]): Promise<void> => {
    orders.push(...more)
    running ??= runAll()
    return running
  }

  return {
    get: () => progress,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    bringIn: (wanted) => {
      const { project } = openProject(desk)
      const order = {
        project: project.id,
        coder: by(desk).coder,
        outcomes: [],
        open: desk.session().document,
        left: [...wanted],
        all: wanted.length,
        bytes: weigh(wanted),
        documents: 0,
        stopped: false,
      }
      return begin([order])
    },
    stop: () => {
      for (const order of orders) order.stopped = true
      reading.end()
    },
    resume: () => {
      const more = left
      left = []
      for (const order of more) order.stopped = false
      return begin(more)
    },
    forget: () => {
      left = []
      if (!running) showLeft()
    },
  }
}
