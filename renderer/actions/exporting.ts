import type { Saved } from '#shared/bridge'
import type { ExportedFile, ExportOptions, ProjectSnapshot } from '#shared/exporters/exporter'
import { EXPORT_FORMATS, type ExportFormat, KEEPING_ORIGINALS } from '#shared/exporters/formats'
import type { DocumentId } from '#shared/model/ids'
import type { Result } from '#shared/result'
import { type Desk, openProject, unwrap } from './desk'

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

/** Asks where to save the files, or the PDF that is printed of them. */
function keep(desk: Desk, format: string, files: readonly ExportedFile[]): Promise<Result<Saved | null>> {
  const [page] = files
  const { printed }: ExportFormat = EXPORT_FORMATS.find(({ id }) => id === format) ?? { id: format, variants: [] }
  if (!printed || !page) return desk.bridge.saveFiles({ files })
  const title = page.name.replace(/\.html$/, '')
  return desk.bridge.print({ html: new TextDecoder().decode(page.bytes), title, to: 'pdf' })
}

/** Writes the project's notes in a format and asks where to. Answers whether anything was saved. */
export async function exportNotes(desk: Desk, wish: ExportWish): Promise<boolean> {
  const { project } = openProject(desk)
  const read = KEEPING_ORIGINALS.includes(wish.format) ? desk.store.read.wholeSnapshot : desk.store.read.snapshot
  const all = await read(project.id, wish.document === null ? undefined : [wish.document])
  const isNotes = !KEEPING_ORIGINALS.includes(wish.format)
  const snapshot = isNotes && wish.document !== null && wish.arrange === 'document' ? onlyOfDocument(all) : all
  const { citation } = await desk.store.places.appearance()
  const options: ExportOptions = {
    arrange: wish.arrange,
    ...(wish.variant !== undefined && { variant: wish.variant }),
    ...(wish.context !== undefined && { context: wish.context }),
    ...(citation !== 'plain' && { citation }),
    language: desk.language(),
    now: Date.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
  const files = unwrap(await desk.jobs.exportProject(wish.format, snapshot, options))
  const saved = unwrap(await keep(desk, wish.format, files))
  if (!saved) return false
  const said = { key: 'exportDialog.saved', params: { count: saved.count, path: saved.path } } as const
  desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
  return true
}
