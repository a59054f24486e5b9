import type { Dirent, Stats } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { Found, OpenedFile } from '#shared/bridge'
import { type Problem, ProblemError } from '#shared/result'

const MEGABYTE = 1024 * 1024

/** What may be brought in at once. */
export interface Limits {
  /** The largest file, in bytes; it goes through memory twice on its way to the window. */
  readonly file: number
  /** All files together, in bytes; they are read one after the other, and the library keeps them on the disk. */
  readonly together: number
  /** How many files a folder may hold, its sub-folders' included. */
  readonly count: number
}

/** Far above what a person reads closely; a file is below what a window's memory can hold. */
export const LIMITS: Limits = { file: 200 * MEGABYTE, together: 4096 * MEGABYTE, count: 20_000 }

/** A file on the disk, and the folders it lay in: the one that was asked for by its own name, then those below it. */
export interface FileOnDisk {
  readonly path: string
  readonly folders: readonly string[]
  /** In bytes. */
  readonly size: number
}

/** What was found, in the order asked for, and a sentence about each thing that cannot be read. */
export interface FilesFound {
  readonly files: readonly FileOnDisk[]
  readonly problems: Found['problems']
}

type Place = Omit<FileOnDisk, 'size'>

function problemOf(error: unknown, path: string): Problem {
  if (error instanceof ProblemError) return error.problem
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return { key: 'shell.notFound', params: { path } }
  if (code === 'EACCES' || code === 'EPERM') return { key: 'shell.notAllowed', params: { path } }
  return { key: 'shell.unreadable', params: { path, detail: code ?? message } }
}

const inMegabytes = (bytes: number) => Math.ceil(bytes / MEGABYTE)
const byName = new Intl.Collator('zh', { numeric: true })

async function filesIn(folder: string, limits: Limits): Promise<Place[]> {
  const found: Place[] = []
  const walk = async (at: string, folders: readonly string[]): Promise<void> => {
    const entries: Dirent[] = await readdir(at, { withFileTypes: true })
    entries.sort((a, b) => byName.compare(a.name, b.name))
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const path = join(at, entry.name)
      // A link to a folder is not followed: it could lead round in a circle.
      if (entry.isDirectory()) await walk(path, [...folders, entry.name])
      else if (entry.isFile() || (entry.isSymbolicLink() && (await stat(path)).isFile())) found.push({ path, folders })
      if (found.length > limits.count)
        throw new ProblemError({ key: 'shell.tooMany', params: { path: folder, limit: limits.count } })
    }
  }
  // The root of a disk has no name.
  await walk(
    folder,
    [basename(resolve(folder))].filter((name) => name !== ''),
  )
  if (found.length === 0) throw new ProblemError({ key: 'shell.emptyFolder', params: { path: folder } })
  return found
}

function checked({ path, folders }: Place, facts: Stats, limits: Limits): FileOnDisk {
  if (!facts.isFile()) throw new ProblemError({ key: 'shell.notAFile', params: { path } })
  if (facts.size <= limits.file) return { path, folders, size: facts.size }
  const params = { path, megabytes: inMegabytes(facts.size), limit: inMegabytes(limits.file) }
  throw new ProblemError({ key: 'shell.tooLarge', params })
}

/**
 * Finds the files of `paths`; a folder stands for the files in it and its sub-folders, sorted by name with numbers by
 * value, without hidden ones, each with the folders it lay in. What cannot be read is told and the rest is found; only
 * when everything together is over the limit is nothing found.
 */
export async function findFiles(paths: readonly string[], limits: Limits = LIMITS): Promise<FilesFound> {
  const problems: Found['problems'][number][] = []
  const attempt = async <T>(path: string, work: () => Promise<T>): Promise<T[]> => {
    try {
      return [await work()]
    } catch (error) {
      problems.push({ path, problem: problemOf(error, path) })
      return []
    }
  }
  const files: FileOnDisk[] = []
  for (const path of paths) {
    const found = await attempt(path, async () =>
      (await stat(path)).isDirectory() ? filesIn(path, limits) : [{ path, folders: [] }],
    )
    for (const file of found.flat())
      files.push(...(await attempt(file.path, async () => checked(file, await stat(file.path), limits))))
  }
  const together = files.reduce((sum, { size }) => sum + size, 0)
  if (together <= limits.together) return { files, problems }
  const params = { megabytes: inMegabytes(together), limit: inMegabytes(limits.together) }
  return { files: [], problems: [...problems, { path: paths[0] ?? '', problem: { key: 'shell.tooMuch', params } }] }
}

/** Reads a file as it is now. Throws a ProblemError when it is gone, may not be read, or has become too large. */
export async function readFound({ path, folders }: FileOnDisk, limits: Limits = LIMITS): Promise<OpenedFile> {
  try {
    checked({ path, folders }, await stat(path), limits)
    return { name: basename(path), bytes: await readFile(path), ...(folders.length > 0 && { folders }) }
  } catch (error) {
    throw new ProblemError(problemOf(error, path))
  }
}
