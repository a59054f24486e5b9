import { ProblemError } from '../result'
import { asciiStart } from './declared-encoding'
import { openZip, type Zip } from './zip'

/** What the media type that lies unpacked at the beginning of an archive says of it, the longer ones first. */
const MEDIA_TYPES: readonly (readonly [string, string])[] = [
  ['application/epub+zip', 'EPUB'],
  ['application/vnd.oasis.opendocument.text', 'ODT'],
  ['application/vnd.oasis.opendocument', 'OpenDocument'],
]

/** What the list of content types that Office puts into its files names, for the part that all others hang on. */
const CONTENT_TYPES: readonly (readonly [RegExp, string])[] = [
  [/wordprocessingml\.(?:document|template)\.main\+xml|ms-word\.[a-z.]*macroEnabled/i, 'DOCX (Word)'],
  [/spreadsheetml\.(?:sheet|template)\.main\+xml|ms-excel\.[a-z.]*macroEnabled/i, 'XLSX (Excel)'],
  [/presentationml\.[a-z]+\.main\+xml|ms-powerpoint\.[a-z.]*macroEnabled/i, 'PPTX (PowerPoint)'],
]

/** Where Office lists the content types. */
const LIST = '[Content_Types].xml'
/** One of these is in every file of Office: folders of its names without them are anybody's. */
const OFFICE = [LIST, 'word/document.xml', 'xl/workbook.xml', 'ppt/presentation.xml']

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
const LOOKED_AT = { entries: 100_000, total: Number.MAX_SAFE_INTEGER, ratio: 200, ratioFrom: 1024 }
/** A part that tells the format is no longer than this, in bytes. */
const LONGEST = 2 ** 20

/**
 * The format of a ZIP archive by what lies at its top: what lies in the folders and archives inside it tells nothing.
 * One that is cut off, so that its directory is missing, is known by the names that stand near its beginning.
 */
export function zipFormat(bytes: Uint8Array): string {
  const start = asciiStart(bytes, 120)
  const media = MEDIA_TYPES.find(([type]) => start.includes(`mimetype${type}`))
  if (media) return media[1]
  const zip = opened(bytes)
  if (!zip) {
    const names = asciiStart(bytes, SEARCHED)
    return [...MEDIA_TYPES, ...TOP].find(([name]) => names.includes(name))?.[1] ?? 'ZIP'
  }
  const said = textOf(zip, 'mimetype').trim()
  const packedMedia = said !== '' && MEDIA_TYPES.find(([type]) => said.startsWith(type))
  if (packedMedia) return packedMedia[1]
  const types = textOf(zip, LIST)
  const content = CONTENT_TYPES.find(([type]) => type.test(types))
  if (content) return content[1]
  const paths = [...zip.entries.keys()]
  const isOffice = OFFICE.some((path) => zip.entries.has(path))
  return (
    TOP.find(([top]) =>
      top.endsWith('/')
        ? isOffice && paths.some((path) => path.startsWith(top))
        : paths.some((path) => path.toLowerCase() === top.toLowerCase()),
    )?.[1] ?? 'ZIP'
  )
}

const opened = (bytes: Uint8Array): Zip | undefined => unlessRefused(() => openZip('', bytes, LOOKED_AT))

/** A short part as text; empty when there is none, or it cannot be read. */
function textOf(zip: Zip, path: string): string {
  if ((zip.entries.get(path)?.size ?? LONGEST) >= LONGEST) return ''
  return new TextDecoder().decode(unlessRefused(() => zip.read(path)))
}

function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof ProblemError) return undefined
    throw error
  }
}
