import { ProblemError } from '../result'
import { asciiStart } from './declared-encoding'
import { zipDirectory } from './zip-directory'

/** What the media type that lies unpacked at the beginning of an archive says of it, the longer ones first. */
const MEDIA_TYPES: readonly (readonly [string, string])[] = [
  ['application/epub+zip', 'EPUB'],
  ['application/vnd.oasis.opendocument.text', 'ODT'],
  ['application/vnd.oasis.opendocument', 'OpenDocument'],
]

/** Files and folders at the top of an archive that tell its format. */
const TOP: readonly (readonly [string, string])[] = [
  ['project.qde', 'QDPX (REFI-QDA)'],
  ['word/', 'DOCX (Word)'],
  ['xl/', 'XLSX (Excel)'],
  ['ppt/', 'PPTX (PowerPoint)'],
  ['META-INF/container.xml', 'EPUB'],
]

/** How much of an archive without a readable directory is searched for names, in bytes. */
const SEARCHED = 65_536
/** Archives of more entries than this are no documents; those that hold documents are counted when they are opened. */
const LOOKED_AT = 100_000

/**
 * The format of a ZIP archive by what lies at its top: what lies in the folders and archives inside it tells nothing.
 * One that is cut off, so that its directory is missing, is known by the names that stand near its beginning.
 */
export function zipFormat(bytes: Uint8Array): string {
  const start = asciiStart(bytes, 120)
  const media = MEDIA_TYPES.find(([type]) => start.includes(`mimetype${type}`))
  if (media) return media[1]
  const paths = pathsIn(bytes)
  if (!paths) {
    const names = asciiStart(bytes, SEARCHED)
    return [...MEDIA_TYPES, ...TOP].find(([name]) => names.includes(name))?.[1] ?? 'ZIP'
  }
  return (
    TOP.find(([top]) => paths.some((path) => (top.endsWith('/') ? path.startsWith(top) : path === top)))?.[1] ?? 'ZIP'
  )
}

function pathsIn(bytes: Uint8Array): string[] | undefined {
  try {
    return zipDirectory('', bytes, LOOKED_AT).map(({ path }) => path)
  } catch (error) {
    if (error instanceof ProblemError) return undefined
    throw error
  }
}
