import type { Found } from '#shared/bridge'
import { isExchange } from '#shared/exchange/formats'
import { type Sorted, sorted } from '#shared/exchange/together'
import { isTable } from '#shared/importers/formats'
import type { Result } from '#shared/result'
import { booksToAskAbout } from './ask-chapters'
import { type Answer, nextTable } from './ask-tables'
import { type Desk, type Queue, report, unwrap } from './desk'
import { type FileToRead, filesFound } from './file-to-read'
import { createImporting } from './importing'
import { offer } from './taking-in'

const NOTHING_EXCHANGED: Sorted<FileToRead> = { exchanged: [], documents: [] }

/** Sorts files by their names, tables by what their first row says. */
async function sortedByContent(files: readonly FileToRead[]): Promise<Sorted<FileToRead>> {
  const tables = new Set<FileToRead>()
  for (const file of files) {
    if (!isTable(file.name)) continue
    const opened = await file.open().catch(() => undefined)
    const { tableHead } = await import('#shared/exchange/tables/head')
    if (opened && tableHead(opened)) tables.add(file)
  }
  return sorted(files, (file) => isExchange(file.name) || tables.has(file))
}

/** What brings documents in: files that were dropped, chosen, or named to the shell. */
export function bringingIn(desk: Desk, queued: Queue) {
  const importing = createImporting(desk, queued)

  /** Tells a problem where there is one. */
  async function told(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      report(desk, error)
    }
  }

  /**
   * Brings files into the open project. When the columns of a table among them, or what a book's chapters become, are to
   * be asked for, it asks first, and the answers come back with the same files.
   */
  async function bringIn(files: readonly FileToRead[], answers: readonly Answer[] = []): Promise<void> {
    const { exchanged, documents } = answers.length === 0 ? await sortedByContent(files) : NOTHING_EXCHANGED
    if (exchanged.length > 0) {
      // The documents first: annotations may be of them.
      if (documents.length > 0) await importing.bringIn(documents.map((file) => ({ file, options: {} })))
      return offer(desk, exchanged)
    }
    const { dialog } = desk.session()
    // The session may not have closed the dialog yet from which the answer comes.
    if (dialog?.kind === 'askChapters' && files.every(({ options }) => options?.chapters === undefined))
      return desk.dispatch({ type: 'openDialog', dialog: { ...dialog, files: [...dialog.files, ...files] } })
    // Files that come while a table is asked for wait with it.
    const before = dialog?.kind === 'mapTable' && answers.length === 0 ? dialog.asked : null
    if (!before && booksToAskAbout(files).length > 0)
      return desk.dispatch({ type: 'openDialog', dialog: { kind: 'askChapters', files } })
    const asked = before ? { ...before, files: [...before.files, ...files] } : await nextTable(desk, files, answers)
    if (asked) return desk.dispatch({ type: 'openDialog', dialog: { kind: 'mapTable', asked } })
    await importing.bringIn(files.map((file, at) => ({ file, options: { ...file.options, ...answers[at] } })))
  }

  async function bringInFound(found: Found): Promise<void> {
    if (found.files.length > 0) return bringIn(filesFound(desk, found))
    for (const { problem } of found.problems)
      desk.dispatch({ type: 'say', message: { kind: 'problem', said: problem } })
  }
  const ask = (choose: () => Promise<Result<Found>>) => told(async () => bringInFound(unwrap(await choose())))

  return {
    importing,
    bringIn: (...given: Parameters<typeof bringIn>) => told(() => bringIn(...given)),
    /** Brings in what the shell found. */
    bringInFound: (found: Found) => told(() => bringInFound(found)),
    askAndBringIn: () => ask(desk.bridge.chooseFiles),
    askAndBringInFolders: () => ask(desk.bridge.chooseFolders),
    /** Looks at a table again: in another encoding, or at another sheet. */
    readTable: (...given: Parameters<typeof desk.jobs.readTable>) => desk.jobs.readTable(...given),
  }
}
