import { Readability } from '@mozilla/readability'
import { wrap } from 'comlink'
import { unzipSync } from 'fflate'
import mammoth from 'mammoth'
import { fromMarkdown } from 'mdast-util-from-markdown'
import Papa from 'papaparse'
import * as pdfJs from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as pdfJsWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import readWorkbook from 'read-excel-file/universal'

// Reading files: in the app's own worker, and by a library alone in the window, each from the bytes to the text.

interface ReadFile {
  readonly ok: boolean
  readonly value?: { readonly documents: readonly { readonly blocks: readonly { readonly text: string }[] }[] }
  readonly problem?: { readonly key: string }
}
interface Jobs {
  readFile(file: { readonly name: string; readonly bytes: Uint8Array }, options: object): Promise<ReadFile>
}

/** What a reading took, in milliseconds, and how many characters came of it (UTF-16). */
export interface Taken {
  readonly took: number
  readonly characters: number
}

let jobs: Jobs | undefined
/** The file that is read, by its name; it is handed over once. */
const files = new Map<string, Uint8Array>()

/** Starts the app's own worker anew. */
export function startReading(worker: string): void {
  jobs = wrap<Jobs>(new Worker(worker, { type: 'module' }))
}

/** Hands a file over to the window. */
export function giveFile(name: string, base64: string): void {
  files.set(
    name,
    Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)),
  )
}

const given = (name: string): Uint8Array => {
  const bytes = files.get(name)
  if (!bytes) throw new Error(`${name} was expected to be given to the window before it is read.`)
  return bytes.slice()
}

/** Reads a file as the app does: over to the worker, read, and back. */
export async function readOurs(name: string): Promise<Taken> {
  const bytes = given(name)
  const start = performance.now()
  const read = await jobs?.readFile({ name, bytes }, {})
  const took = performance.now() - start
  if (!read?.value) throw new Error(`${name} was expected to be read, but: ${JSON.stringify(read?.problem)}`)
  const texts = read.value.documents.flatMap(({ blocks }) => blocks)
  return { took, characters: texts.reduce((sum, { text }) => sum + text.length, 0) }
}

async function pdfText(data: Uint8Array): Promise<number> {
  Object.assign(globalThis, { pdfjsWorker: pdfJsWorker })
  const pdf = await pdfJs.getDocument({ data, disableFontFace: true, useSystemFonts: true, verbosity: 0 }).promise
  let characters = 0
  for (let at = 1; at <= pdf.numPages; at += 1) {
    const { items } = await (await pdf.getPage(at)).getTextContent()
    for (const item of items) if ('str' in item) characters += item.str.length
  }
  await pdf.loadingTask.destroy()
  return characters
}

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
const bufferOf = (bytes: Uint8Array): ArrayBuffer => bytes.buffer as ArrayBuffer

/** What a library alone does with each format, and how many characters come of it. */
const PEERS: Readonly<Record<string, (bytes: Uint8Array) => number | Promise<number>>> = {
  md: (bytes) => JSON.stringify(fromMarkdown(text(bytes))).length,
  html: (bytes) => {
    const page = new DOMParser().parseFromString(text(bytes), 'text/html')
    return new Readability(page).parse()?.textContent?.length ?? 0
  },
  docx: async (bytes) => (await mammoth.extractRawText({ arrayBuffer: bufferOf(bytes) })).value.length,
  pdf: pdfText,
  csv: (bytes) => Papa.parse<string[]>(text(bytes)).data.length,
  xlsx: async (bytes) => (await readWorkbook(bufferOf(bytes))).length,
  zip: (bytes) => Object.values(unzipSync(bytes)).reduce((sum, each) => sum + text(each).length, 0),
}

/** How long the library alone takes with a file; null where none does the like. */
export async function readByPeer(name: string): Promise<number | null> {
  const peer = PEERS[name.split('.').at(-1) ?? '']
  if (!peer) return null
  const bytes = given(name)
  const start = performance.now()
  const came = await peer(bytes)
  const took = performance.now() - start
  if (came === 0) throw new Error(`The peer was expected to find something in ${name}.`)
  return took
}

const inPage = { startReading, giveFile, readOurs, readByPeer }
/** What the bench can do with files inside the window, as `window.benchImport`. */
export type ImportInPage = typeof inPage
declare global {
  interface Window {
    benchImport: ImportInPage
  }
}
window.benchImport = inPage
