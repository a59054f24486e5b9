import { join, relative, resolve } from 'node:path'
import type { ReadDocument, ReadOptions, SourceFile } from '#shared/importers/importer'
import { readFile } from '#shared/importers/index'
import { type Problem, ProblemError } from '#shared/result'
import { findFiles, readFound } from '../files'
import type { Terminal } from './command'

/** A document of a file, or why there is none. */
export type Found = {
  /** The file as it was named; for one in a folder that was named, the folder's name with its own. */
  readonly path: string
  /** For a document out of an archive: its file there, with its folders. */
  readonly inside?: string
} & ({ readonly document: ReadDocument } | { readonly problem: Problem })

/**
 * Reads files and folders one after the other, as the window does when they are brought in. What cannot be read is
 * among the results, and the rest is read. `refuse` says why a file is not to be read at all.
 */
export async function* documentsIn(
  paths: readonly string[],
  options: ReadOptions,
  { cwd, support }: Terminal,
  refuse: (file: SourceFile) => Problem | undefined = () => undefined,
): AsyncGenerator<Found> {
  for (const named of paths) {
    const absolute = resolve(cwd, named)
    const { files, problems } = await findFiles([absolute])
    for (const { path, problem } of problems) yield { path: asNamed(named, absolute, path), problem }
    for (const found of files) {
      const path = asNamed(named, absolute, found.path)
      try {
        const file = await readFound(found)
        const problem = refuse(file)
        if (problem) throw new ProblemError(problem)
        const { documents, failed } = await readFile(file, { ...options, support })
        for (const document of documents) {
          const within = document.file && [...(document.file.folders ?? []).slice(file.folders?.length ?? 0)]
          yield { path, ...(within && { inside: [...within, document.file?.name].join('/') }), document }
        }
        for (const { name, problem } of failed) yield { path, inside: name, problem }
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        yield { path, problem: error.problem }
      }
    }
  }
}

const asNamed = (named: string, absolute: string, path: string): string =>
  path === absolute ? named : join(named, relative(absolute, path))
