import type { Saved } from '#shared/bridge'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from '#shared/exporters/exporter'
import { EXPORT_FORMATS, type ExportFormat, KEEPING_ORIGINALS } from '#shared/exporters/formats'
import type { DocumentId } from '#shared/model/ids'
import { createWriting, type ToWrite, type Writing } from '../worker/writing'
import { type Desk, openProject, type Queue, unwrap } from './desk'

export interface ExportWish {
  /** The exporter's id. */
  readonly format: string
  /** One of its variants; its first where absent. */
  readonly variant?: string | undefined
  readonly arrange: ExportOptions['arrange']
  /** How much of the text is shown before and after each quote, in UTF-16 units. */
  readonly context?: number
  /** null: every document of the project. */
  readonly document: DocumentId | null
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
   * Writes the project's notes in a format and asks where to. Answers whether anything was saved. Rejects with a
   * ProblemError when it cannot be done.
   */
  readonly save: (wish: ExportWish) => Promise<boolean>
  /** Stops what is being done, and nothing of it is written; what is being saved already is saved. */
  readonly stop: () => void
}

/** What is read comes after what was stored before, and so is read through `queued`. */
export function createExporting(desk: Desk, queued: Queue, writing: Writing = createWriting('export')): Exporting {
  const listeners = new Set<() => void>()
  let stage: ExportStage | null = null
  /** Counts the orders: one that is stopped is no longer the present one. */
  let order = 0

  const show = (next: ExportStage | null): void => {
    stage = next
    for (const listener of listeners) listener()
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

  async function optionsOf(wish: ExportWish): Promise<ToWrite['options']> {
    const { citation } = await desk.store.places.appearance()
    return {
      arrange: wish.arrange,
      ...(wish.variant !== undefined && { variant: wish.variant }),
      ...(wish.context !== undefined && { context: wish.context }),
      ...(citation !== 'plain' && { citation }),
      language: desk.language(),
      now: Date.now(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    }
  }

  async function run(wish: ExportWish, isStopped: () => boolean): Promise<boolean> {
    show({ at: 'gathering', share: null })
    const { format } = wish
    const snapshot = await queued(() => gather(desk, wish))
    if (isStopped() || !snapshot) return false
    show({ at: 'writing', share: 0 })
    const tell = (share: number): void => {
      if (!isStopped()) show({ at: 'writing', share })
    }
    const written = await writing.write({ format, snapshot, options: await optionsOf(wish) }, tell)
    if (isStopped() || written === null) return false
    const saved = await keep(format, unwrap(written))
    if (isStopped() || !saved) return false
    const said = { key: 'exportDialog.saved', params: { count: saved.count, path: saved.path } } as const
    desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
    return true
  }

  const stop = (): void => {
    if (stage === null || stage.at === 'saving') return
    order += 1
    writing.end()
    if (stage.at === 'printing') void desk.bridge.stopPrinting()
    show(null)
  }

  return {
    get: () => stage,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async save(wish) {
      stop()
      order += 1
      const own = order
      try {
        return await run(wish, () => order !== own)
      } finally {
        if (order === own) {
          writing.end()
          show(null)
        }
      }
    },
    stop,
  }
}

async function gather(desk: Desk, { format, document, arrange }: ExportWish): Promise<ProjectSnapshot> {
  const { project } = openProject(desk)
  const isNotes = !KEEPING_ORIGINALS.includes(format)
  const read = isNotes ? desk.store.read.snapshot : desk.store.read.wholeSnapshot
  const all = await read(project.id, document === null ? undefined : [document])
  return isNotes && document !== null && arrange === 'document' ? onlyOfDocument(all) : all
}
