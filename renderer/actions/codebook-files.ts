import { bringInCodebook } from '#shared/editing/theme-codebook'
import type { ProjectId } from '#shared/model/ids'
import { by, commit, type Desk, openProject, unwrap } from './desk'
import { askForFiles } from './file-to-read'

/** Writes the project's codebook as a table or as a printable text, and asks where to. */
export async function exportCodebook(desk: Desk, format: 'csv' | 'markdown'): Promise<void> {
  const snapshot = await desk.store.read.snapshot(openProject(desk).project.id)
  const { codebookCsv } = await import('#shared/exporters/codebook-csv')
  const { codebookMarkdown } = await import('#shared/exporters/codebook-markdown')
  const write = format === 'csv' ? codebookCsv : codebookMarkdown
  const written = write(snapshot, { language: desk.language() })
  const files = Array.isArray(written) ? written : [written]
  const saved = unwrap(await desk.bridge.saveFiles({ files }))
  if (!saved) return
  const said = { key: 'exportDialog.saved', params: { count: saved.count, path: saved.path } } as const
  desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
}

/** Prints the project's codebook, or saves it as a PDF. */
export async function printCodebook(desk: Desk, to: 'printer' | 'pdf'): Promise<void> {
  const snapshot = await desk.store.read.snapshot(openProject(desk).project.id)
  const { codebookPage } = await import('#shared/exporters/codebook-page')
  const page = codebookPage(snapshot, { language: desk.language(), now: Date.now() })
  const saved = unwrap(await desk.bridge.print({ ...page, to }))
  if (!saved) return
  const said = { key: 'exportDialog.saved', params: { count: saved.count, path: saved.path } } as const
  desk.dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
}

/** Copies the themes of another project into the open one, as one step: those that are there are matched by their path. */
export async function copyCodebook(desk: Desk, from: ProjectId): Promise<void> {
  const other = await desk.store.read.project(from)
  if (!other) return
  const { project, themes } = openProject(desk)
  const { codebookEntries } = await import('#shared/exporters/codebook-entries')
  const entries = codebookEntries({
    project: other,
    themes: await desk.store.read.themes(from),
    taggings: [],
    highlights: [],
  })
  await commit(desk, bringInCodebook({ project: project.id, entries, themes }, by(desk)).changes)
}

/** Asks for a codebook and brings its themes in as one step: themes that are there are matched by their path. */
export async function importCodebook(desk: Desk): Promise<void> {
  const [file] = await askForFiles(desk)
  if (!file) return
  const { readCodebook } = await import('#shared/importers/codebook')
  const { tableOfWorkbook } = await import('#shared/importers/codebook-workbook')
  const { entries, remarks } = readCodebook(await tableOfWorkbook(file))
  const { project, themes } = openProject(desk)
  const { changes } = bringInCodebook({ project: project.id, entries, themes }, by(desk))
  await commit(desk, changes)
  if (remarks.length > 0) {
    const outcome = { name: file.name, document: null, remarks }
    desk.dispatch({
      type: 'openDialog',
      dialog: { kind: 'report', report: { outcomes: [outcome], duplicates: Promise.resolve(new Map()) } },
    })
  }
}
