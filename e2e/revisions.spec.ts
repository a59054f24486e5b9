import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { violations } from './accessible'
import {
  BOATS,
  beginCorrecting,
  command,
  dialog,
  FLOOD,
  kinds,
  lost,
  mark,
  opened,
  own,
  quotes,
  RIVER,
  retype,
  review,
  saveCorrection,
  source,
  TEXT,
} from './correcting'
import { answerOpenDialog, answerSaveDialog, finish, openDocumentDialog, said, step } from './desk'
import { expect, test } from './launch'
import { digest, problemsOf, readLibrary } from './library'
import { settled } from './screen'
import { click, rangeOf, text } from './text'

const ENGLISH = ['--lang=en-US']

test('two revisions are compared and an earlier one is restored, with the highlights on their words', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: ENGLISH, files: [await source(folder)] })
  await opened(page)
  await mark(page, FLOOD, '旧事')
  await mark(page, BOATS, '码头')
  const { library: before } = await settled(page)
  await openDocumentDialog(page)
  await expect(page.getByText('The text is as it was brought in.')).toBeVisible()
  await finish(page)
  await text(page).focus()
  await beginCorrecting(page)
  await retype(page, `${FLOOD}，`, '')
  await retype(page, '下游三里', '上游五里')
  await saveCorrection(page, '方位有误')

  await openDocumentDialog(page)
  const about = dialog(page, 'About this document')
  await expect(about.locator('.revisions li')).toHaveText([
    /corrected.*shown now.*方位有误/,
    /brought in.*Compare.*Restore/,
  ])
  await about.getByRole('button', { name: /^Compare: brought in/ }).click()
  const compare = dialog(page, 'Two revisions')
  await expect(compare.locator('.diff-pair')).toHaveCount(2)
  await expect(compare.locator('.diff-pair del')).toHaveText(['下', '三', `${FLOOD}，`])
  await compare.getByRole('radio', { name: 'In one text' }).click()
  await expect(compare.locator('.diff-both ins')).toHaveText(['上', '五'])
  await compare.getByRole('button', { name: 'Revisions' }).click()

  await step(page, () => about.getByRole('button', { name: /^Restore: brought in/ }).click())
  await finish(page)
  const { library: restored } = await settled(page)
  expect(kinds(restored)).toEqual(['import', 'correction: 方位有误', 'restoration'])
  expect(own(restored).document.content).toBe(own(before).document.content)
  expect(quotes(restored)).toEqual([FLOOD, BOATS].sort())
  await expect(lost(page)).toHaveCount(0)
  expect(problemsOf(restored)).toEqual([])
  await step(page, () => page.keyboard.press('Control+z'), -1)
  await settled(page)
  await expect(lost(page)).toContainText(FLOOD)
})

test('another file takes the place of a document’s: each passage is accounted for, and the old file is kept', async ({
  launch,
  folder,
}) => {
  const path = await source(folder)
  const { page, app } = await launch({ args: ENGLISH, files: [path] })
  await opened(page)
  await mark(page, '老渡口在下游三里', '地点')
  await mark(page, RIVER, '水势')
  await mark(page, '一盏一盏亮起来', '夜')
  await mark(page, '石阶九级', '旧事')
  const { library: before } = await settled(page)
  const other = join(folder, '河港记事（修订）.txt')
  await writeFile(
    other,
    TEXT.replace('河港记事\n', '河港记事\n\n作者又记。\n')
      .replace('水势一年比一年小', '水势一年更比一年小')
      .replace('一盏一盏亮起来', '一盏接着一盏亮起来')
      .replace('，说水漫过石阶九级', ''),
  )
  await answerOpenDialog(app, [other])
  await openDocumentDialog(page)
  await page.getByRole('button', { name: 'Replace by another file…' }).click()
  const replace = dialog(page, 'Another file in its place')
  await expect(replace).toContainText('0 at their place, 1 moved, 2 changed, 1 lost')
  const changed = replace.getByRole('region', { name: '2 passages were found with other words' })
  await expect(changed.locator('blockquote')).toHaveText([
    RIVER,
    '船家说水势一年更比一年小',
    '一盏一盏亮起来',
    '一盏接着一盏亮起来',
  ])
  await changed.getByText('It is not: keep it as lost').last().click()
  await expect(replace).toContainText('0 at their place, 1 moved, 1 changed, 2 lost')
  await replace.getByRole('textbox', { name: 'Reason' }).fill('修订本')
  await step(page, () => replace.getByRole('button', { name: 'Replace', exact: true }).click())
  const { library: after } = await settled(page)
  expect(problemsOf(after)).toEqual([])
  const document = after.documents.find(({ fileName }) => fileName.includes('修订'))
  const mine = after.highlights.filter((each) => each.document === document?.id)
  expect(
    mine
      .filter((each) => each.lost === undefined)
      .map(({ passage }) => passage.quote)
      .sort(),
  ).toEqual(['老渡口在下游三里', '船家说水势一年更比一年小'].sort())
  expect(
    mine
      .filter((each) => each.lost !== undefined)
      .map(({ passage }) => passage.quote)
      .sort(),
  ).toEqual(['一盏一盏亮起来', '石阶九级'].sort())
  expect(after.revisions.map(({ kind, reason }) => `${kind} ${reason}`.trim()).sort()).toEqual([
    'import',
    'replacement 修订本',
  ])
  expect(after.originals.length).toBe(before.originals.length + 1)

  await answerSaveDialog(app, join(folder))
  await openDocumentDialog(page)
  await page.getByRole('button', { name: 'Save original…' }).click()
  await expect(said(page)).toContainText('修订')
  await finish(page)
  expect(await readFile(other, 'utf8')).toContain('作者又记')
  await step(page, () => page.keyboard.press('Control+z'), -1)
  expect(digest((await settled(page)).library)).toBe(digest(before))
  await click(page, (await rangeOf(page, RIVER)).start + 1)
  await command(app, 'edit.redo')
  await expect.poll(async () => (await readLibrary(page)).revisions.length).toBe(2)
})

test('the original is saved again byte for byte', async ({ launch, folder }) => {
  const path = join(folder, 'lettre.txt')
  const bytes = Buffer.from('Été à l’étranger\r\n\r\nDéjà très âgé, il écrivait.\r\n'.repeat(40), 'latin1')
  await writeFile(path, bytes)
  const { page, app } = await launch({ args: ENGLISH, files: [path] })
  await finish(page)
  await writeFile(path, 'other')
  await answerSaveDialog(app, folder)
  await openDocumentDialog(page)
  await page.getByRole('button', { name: 'Save original…' }).click()
  await expect(said(page)).toContainText('lettre.txt')
  expect(await readFile(path)).toEqual(bytes)
  const { originals } = await readLibrary(page)
  expect(originals).toContainEqual(expect.objectContaining({ size: bytes.length, stored: 'deflate' }))
})

const check = async (page: Page, screen: string): Promise<void> =>
  expect.soft(await violations(page), screen).toEqual([])

test('axe finds nothing in what corrects, reviews, compares and replaces', async ({ launch, folder }) => {
  const { page, app } = await launch({ args: ENGLISH, files: [await source(folder)] })
  await opened(page)
  await mark(page, RIVER, '水势')
  await mark(page, FLOOD, '旧事')
  for (const scheme of ['light', 'dark'] as const) {
    await command(app, `view.${scheme}`)
    await text(page).focus()
    await beginCorrecting(page)
    await check(page, `${scheme}: nothing is corrected yet`)
    if (scheme === 'light') await retype(page, FLOOD, '')
    await retype(page, scheme === 'light' ? '一年比' : '每年比', scheme === 'light' ? '每年比' : '年年比')
    await check(page, `${scheme}: something is corrected`)
    await page.keyboard.press('Escape')
    await check(page, `${scheme}: leaving`)
    await dialog(page, 'The correction is not saved').getByRole('button', { name: 'Save…' }).click()
    await expect(review(page)).toContainText('other words')
    await check(page, `${scheme}: the review`)
    await review(page).getByRole('button', { name: 'Back to the text' }).click()
    await saveCorrection(page, 'axe')
    await expect(lost(page)).toBeVisible()
    await check(page, `${scheme}: a lost highlight`)
    await openDocumentDialog(page)
    await check(page, `${scheme}: revisions`)
    await page
      .getByRole('button', { name: /^Compare:/ })
      .first()
      .click()
    await expect(page.locator('.diff-rows')).toBeVisible()
    await check(page, `${scheme}: comparing`)
    await finish(page)
    const other = join(folder, 'other.txt')
    await writeFile(other, TEXT.replace('水势一年比一年小', '水势一年更比一年小'))
    await answerOpenDialog(app, [other])
    await openDocumentDialog(page)
    await page.getByRole('button', { name: 'Replace by another file…' }).click()
    await expect(dialog(page, 'Another file in its place')).toBeVisible()
    await check(page, `${scheme}: replacing`)
    await page.getByRole('button', { name: 'Cancel' }).click()
  }
})
