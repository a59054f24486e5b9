import type { SourceFile } from '../../importers/importer'
import { ARCHIVE_LIMITS, openZip } from '../../importers/zip'
import { ProblemError } from '../../result'

/** The files of a project as another program packed them. */
export interface RefiArchive {
  /** The project's XML. */
  readonly qde: Uint8Array
  /** The paths of further projects in it, which are not read. */
  readonly others: readonly string[]
  /**
   * The file that a path names (`internal://NAME`, or with a folder), without regard to case. Programs write a bare name
   * too, or where the file lay on their disk; its last name is looked for then, in the archive and nowhere else. Undefined
   * where there is none. Throws a ProblemError when it is damaged.
   */
  find(path: string | undefined): Uint8Array | undefined
}

/**
 * Opens a project: an archive with a `.qde` in it, by whatever name, or the `.qde` alone, whose sources are missing then.
 * Throws a ProblemError when it is neither.
 */
export function openArchive({ name, bytes }: SourceFile): RefiArchive {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return { qde: bytes, others: [], find: () => undefined }
  const zip = openZip(name, bytes, ARCHIVE_LIMITS)
  const paths = [...zip.entries.keys()]
  const [qde, ...others] = paths
    .filter((path) => /\.qde$/i.test(path) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length)
  if (qde === undefined) throw new ProblemError({ key: 'exchange.noQde', params: { name } })
  const byPath = new Map(paths.map((path) => [plain(path), path]))
  const byName = new Map<string, string>()
  for (const path of paths) {
    const name = lastOf(plain(path))
    if (!byName.has(name) || /(?:^|\/)sources\//i.test(path)) byName.set(name, path)
  }
  const folder = plain(qde.slice(0, qde.lastIndexOf('/') + 1))
  return {
    qde: zip.read(qde) as Uint8Array,
    others,
    find(path) {
      const named = plain(decoded((path ?? '').trim().replace(/^[a-z]{2,}:\/*/i, '')))
      if (named === '') return undefined
      const found = [`${folder}sources/${named}`, `${folder}${named}`, named].flatMap(
        (each) => byPath.get(each) ?? [],
      )[0]
      const known = found ?? byName.get(lastOf(named))
      return known === undefined ? undefined : zip.read(known)
    },
  }
}

/** A path as two are compared: programs differ in case, in slashes, and in how they write what has accents. */
const plain = (path: string): string => path.replaceAll('\\', '/').normalize('NFC').toLowerCase()
const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch (error) {
    if (error instanceof URIError) return path
    throw error
  }
}

/** The XML in a project or codebook, as it is in the file. Throws a ProblemError when there is none. */
export const xmlOf = (file: SourceFile): Uint8Array => openArchive(file).qde
