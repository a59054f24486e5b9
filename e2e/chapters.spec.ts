import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from './launch'
import { readLibrary } from './library'

// A book is asked about before it comes in: its chapters are headings, or documents of their own.

const ENGLISH = ['--lang=en-US']
const page = (title: string, words: string) =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p></body></html>`

/** A book of two chapters. */
async function writeBook(folder: string): Promise<string> {
  const path = join(folder, '河渠书.epub')
  const files = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'book.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>河渠书</dc:title><dc:language>zh-CN</dc:language><dc:creator>司马迁</dc:creator></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    'nav.xhtml':
      '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>目录</title></head><body><nav epub:type="toc"><ol><li><a href="a.xhtml">第一章 治水</a></li><li><a href="b.xhtml">第二章 修渠</a></li></ol></nav></body></html>',
    'a.xhtml': page('第一章 治水', '船家说水势一年比一年小，去年冬天河面结了冰。'),
    'b.xhtml': page('第二章 修渠', '渠成之后，两岸的田都能浇上水，百姓很是高兴。'),
  }
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  await writeFile(path, zipSync(Object.fromEntries(packed), { level: 0 }))
  return path
}
const dialog = (page: Page) => page.getByRole('dialog', { name: 'A book is brought in' })
const broughtIn = async (page: Page) =>
  (await readLibrary(page)).documents.filter(({ fileName }) => fileName === '河渠书.epub').map(({ title }) => title)

test('a book is left out when the reader changes their mind', async ({ launch, folder }) => {
  const { page } = await launch({ args: ENGLISH, files: [await writeBook(folder)] })
  await expect(dialog(page)).toContainText('河渠书.epub')
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog(page)).toHaveCount(0)
  expect(await broughtIn(page)).toEqual([])
})
