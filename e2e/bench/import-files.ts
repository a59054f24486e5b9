import type { ElectronApplication } from '@playwright/test'
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { strToU8, zipSync } from 'fflate'
import Papa from 'papaparse'
import writeXlsxFile from 'write-excel-file/node'
import { type Block, makeBlocks } from './page/text'

/** A file that the bench has read. */
export interface TrialFile {
  readonly format: string
  readonly name: string
  readonly bytes: Uint8Array
}

/** How many characters each file holds; those of a PDF take ten times as long as others. */
const LENGTH = 1_000_000
const PDF_LENGTH = 100_000

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const marked = ({ kind, text }: Block): string =>
  kind === 'heading' ? `## ${text}` : `${text.slice(0, 9)}**${text.slice(9, 15)}**${text.slice(15)}`

const elements = (blocks: readonly Block[]): string =>
  blocks.map(({ kind, text }) => (kind === 'heading' ? `<h2>${text}</h2>` : `<p>${text}</p>`)).join('\n')

const page = (blocks: readonly Block[], style = ''): string => {
  const body = elements(blocks)
  const menu = '<nav><a href="/">首页</a> &gt; <a href="/news">新闻</a></nav>'
  const foot = '<footer>网站声明 联系我们</footer>'
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>试读</title><style>${style}</style></head><body>${menu}<article><h1>试读</h1>${body}</article>${foot}</body></html>`
}

/** A page as Chromium saves it whole, in Base64. */
function savedWhole(blocks: readonly Block[]): string {
  const base64 = Buffer.from(page(blocks)).toString('base64')
  const head = (...lines: string[]): string => `${lines.join('\r\n')}\r\n\r\n`
  const address = 'Content-Location: https://news.example/trial.html'
  return [
    head(
      'From: <Saved by Blink>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
    ),
    `--b\r\n${head('Content-Type: text/html', 'Content-Transfer-Encoding: base64', address)}`,
    `${base64.replace(/.{76}/g, '$&\r\n')}\r\n--b--\r\n`,
  ].join('')
}

/** A book of which each chapter, from heading to heading, is a page. */
function book(blocks: readonly Block[]): Uint8Array {
  const starts = blocks.flatMap(({ kind }, at) => (kind === 'heading' ? [at] : []))
  const chapters = [0, ...starts].map((from, at, all) => blocks.slice(from, all[at + 1])).filter(({ length }) => length)
  const html = 'application/xhtml+xml'
  const items = chapters.map((_, at) => `<item id="c${at}" href="${at}.xhtml" media-type="${html}"/>`)
  const spine = chapters.map((_, at) => `<itemref idref="c${at}"/>`)
  const links = chapters.map((each, at) => `<li><a href="${at}.xhtml">${each[0]?.text}</a></li>`)
  const container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`
  const metadata = `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>试读</dc:title><dc:language>zh</dc:language></metadata>`
  const nav = `<item id="nav" href="nav.xhtml" media-type="${html}" properties="nav"/>`
  const xhtml = (body: string): Uint8Array =>
    strToU8(
      `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>${body}</body></html>`,
    )
  return zipSync({
    mimetype: [strToU8('application/epub+zip'), { level: 0 }],
    'META-INF/container.xml': strToU8(container),
    'book.opf': strToU8(
      `<package xmlns="http://www.idpf.org/2007/opf" version="3.0">${metadata}<manifest>${nav}${items.join('')}</manifest><spine>${spine.join('')}</spine></package>`,
    ),
    'nav.xhtml': xhtml(`<nav epub:type="toc"><ol>${links.join('')}</ol></nav>`),
    ...Object.fromEntries(chapters.map((each, at) => [`${at}.xhtml`, xhtml(elements(each))])),
  })
}

/** A time of a subtitle, from seconds. */
const clock = (seconds: number, mark: string): string =>
  `${new Date(seconds * 1000).toISOString().slice(11, 19)}${mark}000`

/** Lines of 24 characters, two seconds each; `mark` stands before the thousandths. */
const subtitles = (blocks: readonly Block[], mark: ',' | '.'): string =>
  blocks
    .flatMap(({ text }) => text.match(/.{1,24}/gu) ?? [])
    .map((line, at) => `${at + 1}\n${clock(at * 2, mark)} --> ${clock(at * 2 + 2, mark)}\n${line}\n`)
    .join('\n')

/** Rows of a table: a title, a date, a source, a figure, and a text. */
const rowsOf = (blocks: readonly Block[]): string[][] => [
  ['标题', '日期', '来源', '得分', '正文'],
  ...blocks.map(({ text }, at) => [text.slice(0, 12), `2020-01-${10 + (at % 20)}`, '试报', String(at % 100), text]),
]

function wordFile(blocks: readonly Block[]): Promise<Uint8Array> {
  const children = blocks.map(({ kind, text }) =>
    kind === 'heading'
      ? new Paragraph({ text, heading: HeadingLevel.HEADING_2 })
      : new Paragraph({ children: [new TextRun(text.slice(0, 9)), new TextRun({ text: text.slice(9), bold: true })] }),
  )
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

/** A text of OpenDocument with nothing in it but headings and paragraphs. */
function openDocument(blocks: readonly Block[]): Uint8Array {
  const names = ['office', 'text'].map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  const body = blocks.map(({ kind, text }) =>
    kind === 'heading' ? `<text:h text:outline-level="2">${text}</text:h>` : `<text:p>${text}</text:p>`,
  )
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${names.join(' ')} office:version="1.3"><office:body><office:text>${body.join('')}</office:text></office:body></office:document-content>`
  const type = 'application/vnd.oasis.opendocument.text'
  return zipSync({ mimetype: [strToU8(type), { level: 0 }], 'content.xml': strToU8(content) })
}

/** Rich Text, in which each Chinese character is written as its number. */
function richText(blocks: readonly Block[]): string {
  const number = (at: number): string => `\\u${at > 0x7fff ? at - 0x10000 : at}?`
  const words = (text: string): string => Array.from(text, (each) => number(each.charCodeAt(0))).join('')
  const paragraphs = blocks.map(
    ({ kind, text }) => `\\pard${kind === 'heading' ? '\\outlinelevel1' : ''} ${words(text)}\\par\n`,
  )
  return `{\\rtf1\\ansi\\ansicpg936\\uc1\n${paragraphs.join('')}}`
}

/** A PDF that Chromium itself prints, with the Chinese font in it. */
async function printed(app: ElectronApplication, blocks: readonly Block[]): Promise<Uint8Array> {
  const html = page(blocks, 'body { font-family: "Noto Serif CJK SC", serif }')
  const base64 = await app.evaluate(async ({ BrowserWindow }, words) => {
    const window = new BrowserWindow({ show: false })
    await window.loadURL(`data:text/html;charset=utf-8;base64,${Buffer.from(words).toString('base64')}`)
    const pdf = await window.webContents.printToPDF({ pageSize: 'A4' })
    window.destroy()
    return pdf.toString('base64')
  }, html)
  return Buffer.from(base64, 'base64')
}

const zipped = (blocks: readonly Block[], count: number): Uint8Array => {
  const plain = blocks.map(({ text }) => text).join('\n\n')
  const part = (at: number): number => Math.floor((at * plain.length) / count)
  const parts = Array.from({ length: count }, (_, at) => strToU8(plain.slice(part(at), part(at + 1))))
  return zipSync(Object.fromEntries(parts.map((bytes, at) => [`texts/${at}.txt`, bytes])))
}

type Maker = (blocks: readonly Block[], app: ElectronApplication) => Uint8Array | Promise<Uint8Array>

/** How a file of each format is made of a text, as far as the format allows; a table has a row for each paragraph. */
const MAKERS = {
  txt: (blocks) => bytesOf(blocks.map(({ text }) => text).join('\n\n')),
  md: (blocks) => bytesOf(blocks.map(marked).join('\n\n')),
  html: (blocks) => bytesOf(page(blocks)),
  mhtml: (blocks) => bytesOf(savedWhole(blocks)),
  docx: wordFile,
  odt: openDocument,
  rtf: (blocks) => bytesOf(richText(blocks)),
  pdf: (blocks, app) => printed(app, blocks),
  epub: book,
  srt: (blocks) => bytesOf(subtitles(blocks, ',')),
  vtt: (blocks) => bytesOf(`WEBVTT\n\n${subtitles(blocks, '.')}`),
  csv: (blocks) => bytesOf(Papa.unparse(rowsOf(blocks))),
  xlsx: (blocks) =>
    writeXlsxFile(rowsOf(blocks).map((row) => row.map((value) => ({ value, type: String })))).toBuffer(),
  zip: (blocks) => zipped(blocks, 200),
} satisfies Readonly<Record<string, Maker>>

/** One file in each format, of the same text as far as the format allows. */
export async function makeFiles(app: ElectronApplication): Promise<TrialFile[]> {
  const long = makeBlocks(LENGTH, 7)
  const short = makeBlocks(PDF_LENGTH, 7)
  const files: TrialFile[] = []
  for (const [format, make] of Object.entries<Maker>(MAKERS)) {
    files.push({ format, name: `trial.${format}`, bytes: await make(format === 'pdf' ? short : long, app) })
  }
  return files
}

/** How often each format comes in a folder of mixed documents, of 50 files. */
const MIXED = {
  txt: 15,
  html: 10,
  mhtml: 2,
  md: 6,
  docx: 7,
  odt: 2,
  rtf: 2,
  epub: 1,
  srt: 2,
  vtt: 2,
  pdf: 1,
} satisfies Partial<Record<keyof typeof MAKERS, number>>
const IN_TURN = Object.entries(MIXED).flatMap(([format, times]) =>
  Array<keyof typeof MAKERS>(times).fill(format as keyof typeof MIXED),
)

/** `count` files of 500 to 8,500 characters each, no two of them alike, their formats as in a folder of press cuttings. */
export async function makeMixed(app: ElectronApplication, count: number): Promise<TrialFile[]> {
  const files: TrialFile[] = []
  for (let at = 0; at < count; at += 1) {
    // 7 and 50 have no common divisor: the formats come mixed.
    const format = IN_TURN[(at * 7) % IN_TURN.length] ?? 'txt'
    const make: Maker = MAKERS[format]
    files.push({
      format,
      name: `${at}.${format}`,
      bytes: await make(makeBlocks(500 + ((at * 37) % 80) * 100, at), app),
    })
  }
  return files
}
