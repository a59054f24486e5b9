import type { SourceFile } from '../../importers/importer'
import { ARCHIVE_LIMITS, openZip } from '../../importers/zip'
import { ProblemError } from '../../result'

/** The files of a project as another program packed them. */
export interface RefiArchive {
  /** The project's XML. */
  readonly qde: Uint8Array
  /**
   * The file that a path (`internal://NAME`, or with a folder) names, without regard to case; undefined where the archive
   * has none, or the path leads out of it. Throws a ProblemError when it is damaged.
   */
  find(path: string | undefined): Uint8Array | undefined
}

/**
 * Opens a project: an archive with a `.qde` in it, by whatever name, or the `.qde` alone, whose sources are missing then.
 * Throws a ProblemError when it is neither.
 */
export function openArchive({ name, bytes }: SourceFile): RefiArchive {
  if (!(bytes[0] === 0x50 && bytes[1] === 0x4b)) return { qde: bytes, find: () => undefined }
  const zip = openZip(name, bytes, ARCHIVE_LIMITS)
  const paths = [...zip.entries.keys()]
  const qde = paths
    .filter((path) => /\.qde$/i.test(path) && !/(?:^|\/)(?:__MACOSX\/|\._)/.test(path))
    .sort((a, b) => a.split('/').length - b.split('/').length)[0]
  if (qde === undefined) throw new ProblemError({ key: 'exchange.noQde', params: { name } })
  const byPath = new Map<string, string>()
  for (const path of paths) {
    const lower = path.toLowerCase()
    const [last = ''] = lower.split('/').slice(-1)
    if (!byPath.has(last) || /(?:^|\/)sources\//.test(lower)) byPath.set(last, path)
  }
  return {
    qde: zip.read(qde) as Uint8Array,
    find(path) {
      const [, rest] = /^internal:\/\/\/?(.*)$/i.exec(path?.trim() ?? '') ?? []
      if (rest === undefined) return undefined
      const last = decoded(rest).replaceAll('\\', '/').split('/').at(-1)?.toLowerCase()
      const found = byPath.get(last ?? '')
      return found === undefined ? undefined : zip.read(found)
    },
  }
}

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
