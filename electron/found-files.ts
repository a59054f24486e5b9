import { basename } from 'node:path'
import type { Found, OpenedFile } from '#shared/bridge'
import { ProblemError } from '#shared/result'
import { type FileOnDisk, findFiles, readFound } from './files'
import { withTexts } from './texts-beside'

/** The files that were found for the window. It can read these, and no others. */
export interface FoundFiles {
  /** Finds the files of `paths`, as `findFiles` does, with the texts that stand beside annotations. */
  find(paths: readonly string[]): Promise<Found>
  /** Reads a file that was found. Throws a ProblemError when it cannot be read any more, or never was found. */
  read(id: number): Promise<OpenedFile>
}

/** Keeps what is found until the program ends: a file that was left out may be asked for later. */
export function createFoundFiles(): FoundFiles {
  const known: FileOnDisk[] = []
  return {
    find: async (paths) => {
      const { files, problems } = await findFiles(paths)
      const found = (await withTexts(files)).map((file) => {
        const id = known.push(file) - 1
        const { path, size, folders } = file
        return { id, name: basename(path), size, ...(folders.length > 0 && { folders }) }
      })
      return { files: found, problems }
    },
    read: async (id) => {
      const file = known[id]
      if (!file) throw new ProblemError({ key: 'shell.neverFound' })
      return readFound(file)
    },
  }
}
