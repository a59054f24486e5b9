import { type Problem, ProblemError } from '../result'
import { FORMATS } from './formats'
import type { Importer, Nesting, ReadDocument, Reading, SourceFile } from './importer'
import { ARCHIVE_LIMITS, openZip, type Zip, type ZipEntry } from './zip'

/** Archives in archives are opened this deep. */
const DEEPEST = 4
/** All archives in one file together may hold so much, unpacked: far more than is read closely. */
const MOST_BYTES = 512 * 2 ** 20
const MOST_FILES = 20_000

/** What programs leave in archives beside the documents. */
const LITTER = /^(?:\..*|__MACOSX|Thumbs\.db|desktop\.ini|~\$.*)$/i

/** Whether an entry is hidden, or lies in a hidden folder. */
const isHidden = ({ path }: ZipEntry): boolean => path.split('/').some((name) => LITTER.test(name))

/**
 * Reads the files in an archive, each as if it had come by itself; the folders inside follow those in which the
 * archive lies. Hidden files are passed over, and what cannot be read is named with the reason.
 */
export const zip: Importer = {
  id: 'zip',
  extensions: FORMATS.zip,
  signature: 'ZIP',
  prose: false,
  async read(file, options, inside) {
    const { depth, left } = enter(file, options.nesting)
    const archive = openZip(file.name, file.bytes, ARCHIVE_LIMITS)
    const entries = [...archive.entries.values()].filter((entry) => !isHidden(entry))
    const all = entries.reduce((sum, { size }) => sum + size, 0)
    if (entries.length > left.files || all > left.bytes) {
      throw new ProblemError({ key: 'archive.tooMuch', params: { name: file.name, megabytes: MOST_BYTES / 2 ** 20 } })
    }
    left.files -= entries.length
    left.bytes -= all

    const documents: ReadDocument[] = []
    const failed: Reading['failed'][number][] = refused(archive, file)
    let done = 0
    for (const entry of entries) {
      const onProgress = (part: number): void => options.onProgress?.((done + part * entry.size) / all)
      try {
        const own = unpacked(archive, entry, file)
        const read = await inside(own, { ...options, nesting: { depth, left }, onProgress })
        documents.push(...read.documents.map((each) => ({ ...each, file: each.file ?? own })))
        failed.push(...read.failed.map(({ name, problem }) => ({ name: `${entry.path}/${name}`, problem })))
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
        failed.push({ name: entry.path, problem: error.problem })
      }
      done += entry.size
      options.onProgress?.(all === 0 ? 1 : done / all)
    }
    return { documents, failed }
  },
}

function enter({ name }: SourceFile, nesting: Nesting | undefined): Nesting {
  if (!nesting) return { depth: 1, left: { bytes: MOST_BYTES, files: MOST_FILES } }
  if (nesting.depth >= DEEPEST) throw new ProblemError({ key: 'archive.tooDeep', params: { name, deepest: DEEPEST } })
  return { depth: nesting.depth + 1, left: nesting.left }
}

function unpacked(archive: Zip, { path }: ZipEntry, { folders = [] }: SourceFile): SourceFile {
  const names = path.split('/')
  const name = names.pop() as string
  const bytes = archive.read(path) as Uint8Array
  const within = [...folders, ...names]
  return { name, bytes, ...(within.length > 0 && { folders: within }) }
}

const refused = (archive: Zip, { name }: SourceFile): { name: string; problem: Problem }[] =>
  archive.refused.map((entry) => ({ name: entry, problem: { key: 'archive.outside', params: { name, entry } } }))
