import type { Saved } from '#shared/bridge'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from '#shared/exporters/exporter'
import { EXPORT_FORMATS, type ExportFormat, type ExportFormatId, KEEPING_ORIGINALS } from '#shared/exporters/formats'
import type { ExportPreview } from '#shared/exporters/preview'
import type { Scope } from '#shared/exporters/scope'
import type { DocumentId } from '#shared/model/ids'
import type { Problem, Result } from '#shared/result'
import { createWriting, type ToWrite, type Writing } from '../worker/writing'
import { type Desk, openProject, problemOf, type Queue, unwrap } from './desk'

/** One thing to be taken out. */
export interface ExportOrder {
  readonly format: ExportFormatId
  /** One of its variants; its first where absent. */
  readonly variant?: string | undefined
  readonly arrange: ExportOptions['arrange']
  /** How much of the text is shown before and after each quote, in UTF-16 units. */
  readonly context: number
  readonly scope: Scope
}

/** Without what is said about themes and project: notes of one document are one file. */
const onlyOfDocument = (snapshot: ProjectSnapshot): ProjectSnapshot => ({
  ...snapshot,
  themes: snapshot.themes.map((theme) => ({ ...theme, description: '' })),
  notes: snapshot.notes.filter(({ about }) => about.kind === 'document' || about.kind === 'highlight'),
})

/** What is being done for an export. `share`: how much of it is done, 0 to 1; null where that cannot be told. */
export interface ExportStage {
  readonly at: 'gathering' | 'writing' | 'saving' | 'printing'
  readonly share: number | null
}

/** Takes annotated notes out, one order at a time. */
export interface Exporting {
  /** What is being done now; null when nothing is. */
  readonly get: () => ExportStage | null
  readonly subscribe: (listener: () => void) => () => void
  /**
   * Writes the project's notes in a format and asks where to. Answers whether it was saved. Rejects with a
   * ProblemError when it cannot be done.
   */
  readonly save: (order: ExportOrder) => Promise<boolean>
  /** Stops what is being done and says so; nothing of it is written. What is being saved already is saved. */
  readonly stop: () => void
  /**
   * How an order begins, made from these documents of its scope. What was being previewed before is given up: that is null.
   */
  readonly preview: (order: ExportOrder, documents: readonly DocumentId[]) => Promise<Result<ExportPreview> | null>
  /** Gives up what is being previewed, and all that is held for it. */
  readonly endPreview: () => void
}

/** What is read comes after what was stored before, and so is read through `queued`. */
export function createExporting(desk: Desk, queued: Queue): Exporting {
  const writing: Writing = createWriting('export')
  const previewing: Writing = createWriting('preview')
  const listeners = new Set<() => void>()
  let stage: ExportStage | null = null
  /** Counts the orders: one that is stopped is no longer the present one. */
  let present = 0
  let isPreviewing = false
  let latest: symbol | null = null

  const show = (next: ExportStage | null): void => {
    stage = next
    for (const listener of listeners) listener()
  }

  const say = (said: Problem, remarks: readonly Problem[] = []): void => {
    const told = remarks.length > 0 ? { remarks } : {}
    desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false, ...told } })
  }

  /** Asks where to save the files, or the PDF that is printed of them. */
  async function keep(format: string, files: readonly ExportedFile[]): Promise<Saved | null> {
    const [page] = files
    const { printed }: ExportFormat = EXPORT_FORMATS.find(({ id }) => id === format) ?? { id: format, variants: [] }
    if (!printed || !page) {
      show({ at: 'saving', share: null })
      return unwrap(await desk.bridge.saveFiles({ files }))
    }
    show({ at: 'printing', share: null })
    const title = page.name.replace(/\.html$/, '')
    return unwrap(await desk.bridge.print({ html: new TextDecoder().decode(page.bytes), title, to: 'pdf' }))
  }

  async function optionsOf({ arrange, variant, context }: ExportOrder): Promise<ToWrite['options']> {
    const { citation } = await desk.store.places.appearance()
    return {
      arrange,
      ...(variant !== undefined && { variant }),
      context,
      ...(citation !== 'plain' && { citation }),
      language: desk.language(),
      now: Date.now(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }
  }

  async function toWrite(order: ExportOrder, documents = order.scope.documents): Promise<ToWrite> {
    const { format, scope } = order
    const options = await optionsOf(order)
    return { format, scope, options, snapshot: await gather(desk, order, documents) }
  }

  async function run(order: ExportOrder, isStopped: () => boolean): Promise<boolean> {
    show({ at: 'gathering', share: null })
    const what = await queued(() => toWrite(order))
    if (isStopped() || !what) return false
    show({ at: 'writing', share: 0 })
    const tell = (share: number): void => {
      if (!isStopped()) show({ at: 'writing', share })
    }
    const written = await writing.write(what, tell)
    if (isStopped() || written === null) return false
    const { files, remarks } = unwrap(written)
    const saved = await keep(order.format, files)
    if (!saved) return false
    // What was there before the stop came is said, whatever was said of the stop.
    say({ key: 'exportDialog.saved', params: { count: saved.count, path: saved.path } }, remarks)
    return !isStopped()
  }

  const stop = (): void => {
    if (stage === null || stage.at === 'saving') return
    present += 1
    writing.end()
    if (stage.at === 'printing') void desk.bridge.stopPrinting()
    show(null)
    say({ key: 'exportDialog.stopped' })
  }

  return {
    get: () => stage,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async save(order) {
      stop()
      present += 1
      const own = present
      try {
        return await run(order, () => present !== own)
      } finally {
        if (present === own) {
          writing.end()
          show(null)
        }
      }
    },
    stop,
    async preview(order, documents) {
      if (isPreviewing) previewing.end()
      isPreviewing = true
      const own = Symbol()
      latest = own
      try {
        const what = await toWrite(order, documents)
        return latest === own ? await previewing.preview(what) : null
      } catch (error) {
        return { ok: false, problem: problemOf(error) }
      } finally {
        if (latest === own) isPreviewing = false
      }
    },
    endPreview: () => {
      latest = null
      isPreviewing = false
      previewing.end()
    },
  }
}

async function gather(
  desk: Desk,
  { format, scope, arrange }: ExportOrder,
  documents: readonly DocumentId[] | undefined,
): Promise<ProjectSnapshot> {
  const { project } = openProject(desk)
  const isNotes = !KEEPING_ORIGINALS.includes(format)
  const read = isNotes ? desk.store.read.snapshot : desk.store.read.wholeSnapshot
  const all = await read(project.id, documents)
  return isNotes && scope.documents?.length === 1 && arrange === 'document' ? onlyOfDocument(all) : all
}
