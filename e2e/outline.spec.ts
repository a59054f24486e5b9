import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessible } from './accessible'
import { boxField, said, step } from './desk'
import { expect, test } from './launch'
import { problemsOf, readLibrary } from './library'
import { openDocument, settled } from './screen'
import { click, drag, plainText, rangeOf, text } from './text'

// The outline is corrected on its own rows, by keys and by menu: no word moves, and each word is one step back.

const ENGLISH = ['--lang=en-US']
const SPEECH = [
  '在全县水利工作会议上的讲话',
  '同志们：今天开会，专门研究水的问题，目的是把去年没有做完的事做完。',
  '一、先把旧渠修好',
  '旧渠修了三十年，漏水的地方很多，要一段一段地查，一段一段地补。',
  '二、再把新渠挖通',
  '新渠还差十里，今年冬天要挖通，明年春天要放水，谁也不能拖后腿。',
  '关于用水的规矩另外再定，各乡镇先按去年的办法执行，不得擅自加价。',
]

const outline = (page: Page) => page.getByRole('region', { name: 'Headings of this document' })
const row = (page: Page, words: string) => outline(page).getByRole('row', { name: words })
const sure = (page: Page, words: string) => row(page, words).getByTitle(/^Guessed from its words/)

/** The headings of the open document as the library has them: level, words, and `?` where one is a guess. */
async function headings(page: Page): Promise<string[]> {
  const library = await readLibrary(page)
  const { content } = library.documents.find(({ id }) => id === openDocument(library)) ?? {}
  const blocks = (library.contents.find(({ id }) => id === content)?.blocks ?? []) as readonly {
    readonly kind: string
    readonly level?: number
    readonly text: string
    readonly confidence?: number
  }[]
  return blocks
    .filter(({ kind }) => kind === 'heading')
    .map(({ level, text, confidence }) => `${level} ${text.slice(0, 4)}${confidence === undefined ? '' : ' ?'}`)
}

test('headings are confirmed, raised, lowered, made plain and made on the outline, and undone', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'speech.txt')
  await writeFile(path, SPEECH.join('\n\n'))
  const { page } = await launch({ args: ENGLISH, files: [path] })
  await expect(row(page, '一、先把旧渠修好')).toBeVisible()
  const whole = await plainText(page)
  await drag(page, await rangeOf(page, '明年春天要放水'))
  await expect(boxField(page)).toBeFocused()
  await step(page, () => page.keyboard.press('Alt+h'))
  const found = await headings(page)
  expect(found).toEqual(['1 在全县水 ?', '2 一、先把 ?', '2 二、再把 ?'].map((each) => expect.stringMatching(each)))
  await expect(sure(page, '一、先把旧渠修好')).toHaveText(/^\d+%$/)

  await row(page, '一、先把旧渠修好').focus()
  await step(page, () => page.keyboard.press('Control+Enter'))
  await expect(sure(page, '一、先把旧渠修好')).toHaveCount(0)
  await expect(sure(page, '二、再把新渠挖通')).toHaveCount(1)
  await expect(row(page, '一、先把旧渠修好')).toBeFocused()
  expect(await headings(page)).toContain('2 一、先把')

  await page.keyboard.press('ArrowDown')
  await expect(row(page, '二、再把新渠挖通')).toBeFocused()
  await step(page, () => page.keyboard.press('Alt+ArrowRight'))
  await step(page, () => page.keyboard.press('Alt+ArrowRight'))
  await expect(row(page, '二、再把新渠挖通')).toBeFocused()
  expect(await headings(page)).toContain('4 二、再把')
  await step(page, () => page.keyboard.press('Alt+ArrowLeft'))
  expect(await headings(page)).toContain('3 二、再把')
  await expect(page.locator('.page-text h3')).toHaveText('二、再把新渠挖通')

  await page.keyboard.press('Shift+F10')
  const menu = page.getByRole('menu', { name: 'What can be done with the heading “二、再把新渠挖通”' })
  await expect(menu.getByRole('menuitem', { name: 'Confirm the heading' })).toHaveAttribute('aria-disabled', 'true')
  await accessible(page)
  await step(page, () => menu.getByRole('menuitem', { name: 'Raise' }).click())
  expect(await headings(page)).toContain('2 二、再把')

  await click(page, (await rangeOf(page, '关于用水的规矩')).start + 2)
  await step(page, () => outline(page).getByRole('button', { name: 'Make a heading of the paragraph' }).click())
  await expect(row(page, '关于用水的规矩')).toBeVisible()
  expect(await headings(page)).toContain('2 关于用水')
  await outline(page).getByRole('button', { name: 'Make a heading of the paragraph' }).click()
  await expect(said(page)).toContainText('There is no paragraph here that is not a heading already.')

  await row(page, '一、先把旧渠修好').hover()
  await page.getByRole('button', { name: 'What can be done with the heading “一、先把旧渠修好”' }).click()
  await step(page, () => page.getByRole('menuitem', { name: 'No heading: plain text' }).click())
  await expect(row(page, '一、先把旧渠修好')).toHaveCount(0)
  await expect(row(page, '二、再把新渠挖通')).toBeFocused()
  await step(page, () => page.keyboard.press('Delete'))
  expect(await headings(page)).toEqual([found[0], '2 关于用水'])
  expect(await plainText(page)).toBe(whole)
  const { library } = await settled(page)
  expect(problemsOf(library)).toEqual([])
  expect(library.highlights.at(-1)?.passage.quote).toBe('明年春天要放水')

  await text(page).focus()
  for (let back = 0; back < 8; back += 1) await step(page, () => page.keyboard.press('Control+z'), -1)
  expect(await headings(page)).toEqual(found)
  expect(await plainText(page)).toBe(whole)
  await expect(sure(page, '一、先把旧渠修好')).toHaveCount(1)
})
