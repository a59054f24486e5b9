import type { OpenedFile } from '#shared/bridge'
import { isTable } from '#shared/importers/formats'
import type { ReadOptions } from '#shared/importers/importer'
import type { TablePreview } from '#shared/importers/table/preview'
import type { Desk } from './desk'
import type { FileToRead } from './file-to-read'

/** How a file is to be read; undefined for one that has not been looked at. */
export type Answer = ReadOptions | undefined

/** A table whose columns are asked for, among the files that are to be brought in. */
export interface AskedTable {
  readonly files: readonly FileToRead[]
  /** One for each of the files before `at`. */
  readonly answers: readonly Answer[]
  /** Which of the files it is. */
  readonly at: number
  readonly file: OpenedFile
  readonly preview: TablePreview
}

/** Whether a file's columns are asked for. Tables in folders and archives are taken as they are most likely meant. */
export const asksForColumns = ({ name, folders }: FileToRead): boolean => isTable(name) && folders === undefined

/**
 * The next table whose columns have to be asked for, after the files that have answers; null when there is none. A
 * table that cannot be read is passed over: why it cannot is told when the files are brought in.
 */
export async function nextTable(
  desk: Desk,
  files: readonly FileToRead[],
  answers: readonly Answer[],
): Promise<AskedTable | null> {
  for (let at = answers.length; at < files.length; at++) {
    const wanted = files[at]
    if (!wanted || !asksForColumns(wanted)) continue
    const file = await wanted.open().catch(() => null)
    if (!file) continue
    const read = await desk.jobs.readTable(file, {})
    if (!read.ok || read.value.rowCount === 0) continue
    return { files, answers: files.slice(0, at).map((_, i) => answers[i]), at, file, preview: read.value }
  }
  return null
}
