import type { Block } from '../../model/document'
import { ProblemError } from '../../result'
import { nameWithoutExtension } from '../formats'
import type { ReadDocument, ReadOptions, SourceFile } from '../importer'
import { languageOf } from '../language'
import { withoutControls } from '../line-ends'
import { Remarks } from '../remarks'
import { blocksOf } from './blocks'
import type { Pdf } from './engine'
import { opened } from './open'
import { outlineOf, unlessBroken } from './outline'
import { type Fonts, readPageText } from './page-text'
import type { PageText } from './piece'
import { propertiesOf } from './properties'
import { withoutRadicals } from './radicals'

/** After this many pages in a row that cannot be read, the rest is not tried. */
const MOST_BROKEN_IN_A_ROW = 20
/** Of the time a file takes, this share goes to reading its pages; the rest to putting them together. */
const READING = 0.95

/** Reads a PDF's text layer. Throws a ProblemError when it is encrypted, damaged, or holds no text. */
export async function readPdf(file: SourceFile, options: ReadOptions): Promise<ReadDocument> {
  const { pdf, close } = await opened(file, options)
  try {
    const remarks = new Remarks()
    const pages = await pagesOf(pdf, file.name, options, remarks)
    const labels = (await unlessBroken(() => pdf.getPageLabels())) ?? null
    const { blocks, title } = blocksOf(pages, { labels, outline: await outlineOf(pdf) }, remarks)
    const metadata = await propertiesOf(pdf)
    const named = metadata.title ?? title
    return {
      title: named ?? nameWithoutExtension(file.name),
      metadata,
      language: languageOf(textOf(blocks)),
      format: 'pdf',
      blocks,
      remarks: remarks.all(),
    }
  } finally {
    await close()
  }
}

const textOf = (blocks: readonly Block[]): string => blocks.map((block) => block.text).join('\n')

async function pagesOf(pdf: Pdf, name: string, options: ReadOptions, remarks: Remarks): Promise<PageText[]> {
  const pages: PageText[] = []
  const fonts: Fonts = new Map()
  let broken = 0
  let inARow = 0
  for (let number = 1; number <= pdf.numPages && inARow < MOST_BROKEN_IN_A_ROW; number++) {
    const page = await unlessBroken(() => pageOf(pdf, number, fonts))
    inARow = page === undefined ? inARow + 1 : 0
    broken += page === undefined ? 1 : 0
    pages.push(page ?? { index: number - 1, width: 0, height: 0, pieces: [], across: [] })
    options.onProgress?.((READING * number) / pdf.numPages)
  }
  const unread = broken + pdf.numPages - pages.length
  if (unread === pdf.numPages) throw new ProblemError({ key: 'import.pdfDamaged', params: { name } })
  remarks.count('import.pdfBrokenPages', unread)
  const empty = pages.filter(({ pieces, across }) => pieces.length + across.length === 0).length
  if (empty === pages.length) throw new ProblemError({ key: 'import.pdfNoText', params: { name, count: pdf.numPages } })
  remarks.count('import.pdfEmptyPages', empty - broken)
  return cleaned(pages, remarks)
}

async function pageOf(pdf: Pdf, number: number, fonts: Fonts): Promise<PageText> {
  const page = await pdf.getPage(number)
  try {
    return await readPageText(page, fonts)
  } finally {
    page.cleanup()
  }
}

function cleaned(pages: readonly PageText[], remarks: Remarks): PageText[] {
  const sample = pages.flatMap((page) => page.pieces.map((piece) => piece.text)).join('')
  const simplified = languageOf(sample) === 'zh-Hans'
  let repaired = 0
  const clean = (raw: string): string => {
    const { text, repaired: more } = withoutRadicals(withoutControls(raw, remarks), simplified)
    repaired += more
    return text.replace(/[\v\f\u0085\u2028\u2029\n\r]/g, ' ')
  }
  const read = pages.map((page) => ({
    ...page,
    pieces: page.pieces
      .map((piece) => ({ ...piece, text: clean(piece.text) }))
      .filter(({ text }) => text.trim() !== ''),
    across: page.across.map(clean),
  }))
  remarks.count('import.pdfRadicals', repaired)
  return read
}
