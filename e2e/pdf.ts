import { readFile } from 'node:fs/promises'

/** The words of each page of a PDF, the titles of its bookmarks, and whether it is tagged for those who cannot see it. */
export async function readPdf(path: string): Promise<{ pages: string[]; bookmarks: string[]; tagged: boolean }> {
  // pdf.js asks for a browser's matrix while it is loaded, though words need none.
  const globals = globalThis as { DOMMatrix?: unknown }
  globals.DOMMatrix ??= class {}
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const pdf = await getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, at) => {
      const { items } = await (await pdf.getPage(at + 1)).getTextContent()
      return items.map((item) => ('str' in item ? item.str : '')).join('')
    }),
  )
  const titles = (all: readonly { title: string; items: readonly unknown[] }[]): string[] =>
    all.flatMap(({ title, items }) => [title, ...titles(items as typeof all)])
  const bookmarks = titles((await pdf.getOutline()) ?? [])
  const tagged = (await pdf.getMarkInfo())?.Marked === true
  await pdf.destroy()
  return { pages, bookmarks, tagged }
}
