import { fromHtml } from 'hast-util-from-html'
import type { DocumentMetadata, Evidence } from '../model/document'
import { ProblemError } from '../result'
import { type DecodedText, decode } from './encoding'
import { FORMATS } from './formats'
import { readPage } from './html/page'
import { pageDate } from './html/page-date'
import { keptAddress, textOf } from './html-elements'
import { refuseTooManyTags } from './html-size'
import type { Importer, ReadDocument, ReadOptions, SourceFile } from './importer'
import { type MimePart, mimeParts } from './mime-parts'
import { readPlainText } from './plain-text'
import { Remarks } from './remarks'

/**
 * Reads web pages that a browser saved in one file (MHTML, RFC 2557) and mails: the page itself, or what a mail says,
 * without what is sent along. Nothing is fetched.
 */
export const mhtml: Importer = {
  id: 'mhtml',
  extensions: FORMATS.mhtml,
  prose: true,
  async read(file, options) {
    const [message, ...others] = await mimeParts(file)
    if (!message) throw new Error(`${file.name} was taken apart into nothing.`)
    const parts = [message, ...others]
    const location = addressOf(message, 'snapshot-content-location') ?? addressOf(message, 'content-location')
    const page = mainPage(parts, location)
    const { decodeWords } = await import('postal-mime')
    const header = (name: string): string => decodeWords(message.headers.get(name) ?? '').trim()
    if (page) {
      const address = addressOf(page, 'content-location') ?? location
      return withHeaders(await pageOf(file, page, options, address), message, header)
    }
    const words = parts.find(
      ({ type, bytes, headers }) => type === 'text/plain' && headers.size > 0 && bytes.length > 0,
    )
    if (!words) throw new ProblemError({ key: 'import.notAPage', params: { name: file.name } })
    const text = readPlainText({ ...file, bytes: words.bytes }, options)
    return withHeaders({ ...text, format: 'mhtml' }, message, header)
  },
}

/** The part that holds the page: the one whose address the file gives as its own, else the first with words in it. */
function mainPage(parts: readonly MimePart[], location: string | undefined): MimePart | undefined {
  const pages = parts.filter(({ type, bytes }) => type !== 'text/plain' && bytes.length > 0)
  const named = pages.find((part) => addressOf(part, 'content-location') === location && location !== undefined)
  const inOrder = [...new Set([...(named ? [named] : []), ...pages])]
  return inOrder.find(hasWords) ?? inOrder[0]
}

/** Whether a page is more than a set of frames, in which other pages are shown. */
const hasWords = ({ bytes }: MimePart): boolean => {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200_000))
  return !/<frameset[\s>]/i.test(start) || textOf(fromHtml(start.replace(/<noframes[\s\S]*$/i, ''))).length > 200
}

const addressOf = (part: MimePart, header: string): string | undefined => {
  const address = keptAddress(part.headers.get(header))
  return address !== undefined && /^https?:/i.test(address) ? address : undefined
}

async function pageOf(
  file: SourceFile,
  part: MimePart,
  options: ReadOptions,
  address: string | undefined,
): Promise<ReadDocument> {
  const remarks = new Remarks()
  const { text, encoding }: DecodedText = decode({ ...file, bytes: part.bytes }, options, remarks, part.charset)
  refuseTooManyTags(file.name, text)
  const { blocks, ...page } = await readPage(fromHtml(text), file, remarks, address)
  return { ...page, format: 'mhtml', encoding, blocks, remarks: remarks.all() }
}

/**
 * A document with what the message says of it: of a mail its subject, date and sender; of a saved page only its title,
 * where the page has none, since the date is the day on which it was saved.
 */
function withHeaders(read: ReadDocument, message: MimePart, header: (name: string) => string): ReadDocument {
  const isMail = message.headers.has('to') || message.headers.has('message-id') || message.headers.has('received')
  const subject = header('subject')
  const from = header('from')
  const date = pageDate(header('date').replace(/\s*\([^)]*\)$/, ''))
  const said = (name: string): Evidence => ({ by: 'properties', quote: `${name}: ${header(name.toLowerCase())}` })
  const { evidence = {}, ...own } = read.metadata
  const found: DocumentMetadata = {
    ...(subject !== '' && (isMail || own.title === undefined) && { title: subject }),
    ...(isMail && date !== undefined && { date }),
    ...(isMail && from !== '' && { author: from.replace(/\s*<[^>]*>$/, '').replace(/^"(.*)"$/, '$1') || from }),
  }
  const metadata: DocumentMetadata = {
    ...own,
    ...found,
    evidence: {
      ...evidence,
      ...(found.title !== undefined && { title: said('Subject') }),
      ...(found.date !== undefined && { date: said('Date') }),
      ...(found.author !== undefined && { author: said('From') }),
    },
  }
  return { ...read, title: found.title ?? read.title, metadata }
}
