import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { strToU8, zipSync } from 'fflate'
import { accessible } from './accessible'
import { answerOpenDialog, openTitle, step } from './desk'
import { expect, test } from './launch'
import { readLibrary } from './library'
import { plainText } from './text'

// A book is asked about before it comes in: its chapters are headings, or documents of their own.

const ENGLISH = ['--lang=en-US']
const page = (title: string, words: string) =>
  `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p></body></html>`

type Chapter = readonly [title: string, words: string]
const CANALS: readonly Chapter[] = [
  ['第一章 治水', '船家说水势一年比一年小，去年冬天河面结了冰。'],
  ['第二章 修渠', '渠成之后，两岸的田都能浇上水，百姓很是高兴。'],
]
const DITCHES: readonly Chapter[] = [
  ['上卷 开沟', '开沟的人天不亮就上山，挑着干粮，唱着山歌。'],
  ['下卷 引泉', '泉水引到村口的那一天，老人们都来看了。'],
]

/** A book of two chapters. */
async function writeBook(folder: string, title: string, [first, second]: readonly Chapter[]): Promise<string> {
  if (!first || !second) throw new Error('A book of two chapters was expected.')
  const path = join(folder, `${title}.epub`)
  const files = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'book.opf': `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">x</dc:identifier><dc:title>${title}</dc:title><dc:language>zh-CN</dc:language><dc:creator>司马迁</dc:creator></metadata><manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`,
    'nav.xhtml': `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>目录</title></head><body><nav epub:type="toc"><ol><li><a href="a.xhtml">${first[0]}</a></li><li><a href="b.xhtml">${second[0]}</a></li></ol></nav></body></html>`,
    'a.xhtml': page(...first),
    'b.xhtml': page(...second),
  }
  const packed = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  await writeFile(path, zipSync(Object.fromEntries(packed), { level: 0 }))
  return path
}
const dialog = (page: Page) => page.getByRole('dialog', { name: 'A book is brought in' })
const broughtIn = async (page: Page, fileName: string) =>
  (await readLibrary(page)).documents.filter((each) => each.fileName === fileName).map(({ title }) => title)
const outline = (page: Page) => page.getByRole('region', { name: 'Headings of this document' })

test('a book is left out when the reader changes their mind', async ({ launch, folder }) => {
  const { page } = await launch({ args: ENGLISH, files: [await writeBook(folder, '河渠书', CANALS)] })
  await expect(dialog(page)).toContainText('河渠书.epub')
  await accessible(page)
  await dialog(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog(page)).toHaveCount(0)
  expect(await broughtIn(page, '河渠书.epub')).toEqual([])
})

test('the chapters of one book are headings, and those of another documents of their own', async ({
  launch,
  folder,
}) => {
  const { app, page } = await launch({ args: ENGLISH, files: [await writeBook(folder, '河渠书', CANALS)] })
  await expect(dialog(page).getByRole('radio', { name: /^Headings/ })).toBeFocused()
  await step(page, () => page.keyboard.press('Enter'))
  await expect(openTitle(page)).toHaveText('河渠书')
  expect(await broughtIn(page, '河渠书.epub')).toEqual(['河渠书'])
  await expect(outline(page).getByRole('row')).toHaveText(['第一章 治水', '第二章 修渠'])
  expect(await plainText(page)).toContain('百姓很是高兴')
  await expect(outline(page).getByTitle(/^Guessed/)).toHaveCount(0)

  await answerOpenDialog(app, [await writeBook(folder, '沟洫志', DITCHES)])
  await page.keyboard.press('Control+o')
  await expect(dialog(page)).toContainText('沟洫志.epub')
  await page.keyboard.press('ArrowDown')
  await expect(dialog(page).getByRole('radio', { name: /^Documents/ })).toBeChecked()
  await step(page, () => dialog(page).getByRole('button', { name: 'Bring in' }).click())
  await expect(openTitle(page)).toHaveText(/上卷 开沟|下卷 引泉/)
  expect(await broughtIn(page, '沟洫志.epub')).toEqual(['上卷 开沟', '下卷 引泉'])
  const { documents } = await readLibrary(page)
  const chapters = documents.filter(({ fileName }) => fileName === '沟洫志.epub')
  expect(chapters.map(({ metadata }) => metadata)).toEqual(
    Array(2).fill(expect.objectContaining({ author: '司马迁', source: '沟洫志' })),
  )
  await page
    .locator('.library-pane')
    .getByRole('row', { name: /下卷 引泉/ })
    .click()
  await expect(openTitle(page)).toHaveText('下卷 引泉')
  await expect.poll(() => plainText(page)).toContain('老人们都来看了')
  expect(await plainText(page)).not.toContain('开沟的人')
  await step(page, () => page.keyboard.press('Control+z'), -1)
  expect(await broughtIn(page, '沟洫志.epub')).toEqual([])
  expect(await broughtIn(page, '河渠书.epub')).toEqual(['河渠书'])
})
