import type { Found, OpenedFile } from '#shared/bridge'
import type { ReadOptions } from '#shared/importers/importer'
import { ProblemError } from '#shared/result'
import { type Desk, unwrap } from './desk'

/** A file that is to be brought in. Its bytes are read when its turn comes. */
export interface FileToRead {
  readonly name: string
  /** In bytes. */
  readonly size: number
  /** As of an `OpenedFile`. */
  readonly folders?: readonly string[]
  /** What was said of how it is to be read, before its turn. */
  readonly options?: ReadOptions
  /** Reads it. Throws a ProblemError when it cannot be read. */
  readonly open: () => Promise<OpenedFile>
}

/** What the shell found; of what cannot be read, why is told when its turn comes. */
export const filesFound = ({ bridge }: Pick<Desk, 'bridge'>, { files, problems }: Found): FileToRead[] => [
  ...files.map(({ id, ...facts }) => ({ ...facts, open: async () => unwrap(await bridge.readFound(id)) })),
  ...problems.map(({ path, problem }) => ({
    name: path,
    size: 0,
    open: () => Promise.reject(new ProblemError(problem)),
  })),
]

/** Asks for files that are read at once, where only one is wanted. Throws a ProblemError when one cannot be read. */
export async function askForFiles(desk: Desk): Promise<readonly OpenedFile[]> {
  const found = unwrap(await desk.bridge.chooseFiles())
  return Promise.all(filesFound(desk, found).map(({ open }) => open()))
}
