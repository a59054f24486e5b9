import type { MessageKey } from '../messages/keys'
import { ProblemError } from '../result'
import { csv } from './csv'
import { asciiStart } from './declared-encoding'
import { docx } from './docx'
import { epub } from './epub'
import { extensionOf } from './formats'
import { html } from './html'
import type { Importer, ReadDocument, Reading, ReadOptions, SourceFile } from './importer'
import { markdown } from './markdown'
import { mhtml } from './mhtml'
import { odt } from './odt'
import { lacksHeadings, outlined } from './outline'
import { pdf } from './pdf'
import { plainText } from './plain-text'
import { rtf } from './rtf'
import { formatBySignature, looksBinary } from './signature'
import { beginsAsSubtitles, subtitles } from './subtitles'
import { understood } from './understanding'
import { unmarkedUtf16 } from './utf-16'
import { xlsx } from './xlsx'
import { zip } from './zip-archive'

export { ENCODINGS } from './encoding-labels'
export { importableExtensions } from './formats'

/** Every format Pingdian reads. */
export const IMPORTERS: readonly Importer[] = [
  plainText,
  markdown,
  html,
  mhtml,
  epub,
  docx,
  odt,
  rtf,
  csv,
  xlsx,
  zip,
  pdf,
  subtitles,
]

/**
 * Reads a file: most hold one document, archives and tables many. The extension chooses the importer, unless the
 * content is plainly something else: text that begins as a web page is read as HTML, and a text file that begins with
 * front matter as Markdown, or as subtitles do, as these.
 * Throws a ProblemError that names the file when it is empty, is no text, or holds no words.
 */
export async function readFile(file: SourceFile, options: ReadOptions): Promise<Reading> {
  const { name, bytes } = file
  if (bytes.length === 0) throw new ProblemError({ key: 'import.emptyFile', params: { name } })
  const importer = importerFor(file)
  const read = await refusingDeepNesting(name, async () => importer.read(file, options, readFile))
  const { documents, failed } = 'documents' in read ? read : { documents: [finished(read, importer)], failed: [] }
  if (documents.every(isBlank) && failed.length === 0) {
    throw new ProblemError({ key: 'import.noText', params: { name } })
  }
  return { documents: documents.filter((each) => !isBlank(each)).map(withPlainTitle), failed }
}

/** A document with what is looked for in its text: in prose as pages give it, and where no style marks a heading. */
const finished = (read: ReadDocument, { prose }: Importer): ReadDocument =>
  prose ? outlined(understood(read)) : lacksHeadings(read) ? outlined(read) : read

/** Reads a file that holds one document. Throws as `readFile` does. */
export async function readDocument(file: SourceFile, options: ReadOptions): Promise<ReadDocument> {
  const { documents } = await readFile(file, options)
  const [document, ...others] = documents
  if (!document || others.length > 0) {
    throw new Error(`${file.name} was expected to hold one document, and holds ${documents.length}.`)
  }
  return document
}

/** Titles are of one line; names of files, from which they may come, can hold anything. */
const withPlainTitle = (read: ReadDocument): ReadDocument => {
  const title = read.title.replace(/[\s\p{Cc}]+/gu, ' ').trim()
  return title === read.title ? read : { ...read, title }
}

const isBlank = ({ blocks }: ReadDocument): boolean => blocks.every((block) => block.text.trim() === '')

/** Formats that are not read, of which it can be said what to do. */
const REFUSED: Readonly<Record<string, MessageKey>> = {
  'DOC (Word 97–2003)': 'import.oldWord',
  'encrypted Office document': 'import.officePassword',
}

/** How projects of other programs are called in formats of their own. */
const PROGRAMS: readonly (readonly [RegExp, string])[] = [
  [/\.(?:mx\d{1,2}|mex\d{2}|mqda)$/i, 'MAXQDA'],
  [/\.(?:nvpx?|nvcx?)$/i, 'NVivo'],
  [/\.(?:atlproj\d*|atlcb|hpr[5-9]?)$/i, 'ATLAS.ti'],
  [/\.(?:qda|qda\.zip)$/i, 'QualCoder'],
  [/\.qrk$/i, 'Quirkos'],
  [/\.(?:ppj|ppz)$/i, 'QDA Miner'],
  [/\.f4a$/i, 'f4analyse'],
]

/** The program that makes files with this name; undefined for one that many make. */
const programOf = (name: string): string | undefined => PROGRAMS.find(([pattern]) => pattern.test(name))?.[1]

const isUtf16 = (bytes: Uint8Array): boolean =>
  /^(?:\xff\xfe|\xfe\xff)/.test(String.fromCharCode(...bytes.subarray(0, 2))) || unmarkedUtf16(bytes) !== undefined

/**
 * The importer for a file, by its extension and the beginning of its content.
 * Throws a ProblemError when its content is of a format that is not read, or no text.
 */
export function importerFor(file: SourceFile): Importer {
  const { name, bytes } = file
  const program = programOf(name)
  if (program !== undefined) throw new ProblemError({ key: 'import.otherProgram', params: { name, program } })
  const found = formatBySignature(bytes)
  if (found !== undefined) {
    const signed = IMPORTERS.find(({ signature }) => signature === found)
    if (!signed) throw new ProblemError({ key: REFUSED[found] ?? 'import.otherFormat', params: { name, found } })
    return signed
  }
  if (looksBinary(bytes) && !isUtf16(bytes)) throw new ProblemError({ key: 'import.binary', params: { name } })
  const extension = extensionOf(file.name)
  const byExtension =
    IMPORTERS.find(({ signature, extensions }) => !signature && extensions.includes(extension)) ?? plainText
  const start = asciiStart(file.bytes, 8192).trimStart()
  if (isMessage(start) && (byExtension === plainText || byExtension === html)) return mhtml
  if (isWebPage(start) || (byExtension === plainText && isMarkup(start))) return html
  if (byExtension === plainText && beginsAsSubtitles(start)) return subtitles
  return byExtension === plainText && hasFrontMatter(start) ? markdown : byExtension
}

/** A saved page in MIME: headers first, and one of them says that what follows belongs together. */
const isMessage = (start: string): boolean =>
  /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){0,40}?content-type:\s*multipart\/related/i.test(start)

const isWebPage = (start: string): boolean =>
  /^(?:<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!doctype html|html[\s>]|head>|body[\s>])/i.test(start)

/** A text that begins with an element of HTML that has an end tag too. */
function isMarkup(start: string): boolean {
  const tag = /^<(p|div|h[1-6]|table|article|section|main|title|ul|ol|blockquote|center|span|font)(?:\s[^<>]*)?>/i.exec(
    start,
  )
  return tag !== null && start.toLowerCase().includes(`</${tag[1]?.toLowerCase()}>`)
}

const hasFrontMatter = (start: string): boolean =>
  /^---[ \t]*\r?\n[ \t]*["'\w-]*\s*:[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.test(start)

async function refusingDeepNesting<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof RangeError && /call stack/i.test(error.message)) {
      throw new ProblemError({ key: 'import.tooDeep', params: { name } })
    }
    throw error
  }
}
