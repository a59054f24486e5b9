import {
  BOATS,
  bar,
  beginCorrecting,
  caretBefore,
  dialog,
  FLOOD,
  kinds,
  lost,
  mark,
  OVERLAP,
  opened,
  own,
  quotes,
  RIVER,
  retype,
  review,
  saveCorrection,
  source,
} from './correcting'
import { openDocumentDialog, openTitle, said, step } from './desk'
import { expect, test } from './launch'
import { digest, problemsOf, readLibrary, textOf } from './library'
import { settled, shown } from './screen'
import { drag, plainText, rangeOf, text } from './text'

const ENGLISH = ['--lang=en-US']

test('a text with overlapping highlights is corrected: typed, deleted, parted, joined, reviewed, saved, undone, redone, kept', async ({
  launch,
  folder,
}) => {
  const first = await launch({ args: ENGLISH, files: [await source(folder)] })
  const { page } = first
  await opened(page)
  await mark(page, RIVER, '水势')
  await mark(page, OVERLAP, '年成')
  await mark(page, FLOOD, '旧事')
  await mark(page, BOATS, '码头')
  const { library: before } = await settled(page)

  await text(page).focus()
  await beginCorrecting(page)
  await expect(bar(page)).toContainText('Nothing changed yet')
  await caretBefore(page, '老渡口')
  await page.keyboard.type('那个')
  await retype(page, '一年比', '每年比')
  await retype(page, FLOOD, '')
  await caretBefore(page, '一条渡人')
  await page.keyboard.press('Enter')
  await caretBefore(page, '入夜以后')
  await page.keyboard.press('Backspace')
  expect(await plainText(page)).toBe(
    [
      '河港记事',
      '那个老渡口在下游三里。船家说水势每年比一年小，去年冬天几乎见了底。',
      '县志记载，说水漫过石阶九级。',
      '如今码头上只剩两条船，',
      '一条渡人，一条运砂，都是旧的。入夜以后，岸上的灯一盏一盏亮起来，映在水里。',
    ].join('\n'),
  )
  await expect(bar(page)).toContainText('5 changes')
  // The marks are on their words while one types, and nothing is stored yet.
  await expect
    .poll(async () => (await shown(page)).marks.map(({ words }) => words).sort())
    .toEqual(['船家说水势每年比一年小', '水势每年比一年小，去年冬天', '只剩两条船，一条渡人'].sort())
  expect(digest(await readLibrary(page))).toBe(digest(before))

  await page.keyboard.press('Control+z')
  await expect.poll(() => plainText(page)).toContain('都是旧的。\n入夜')
  await page.keyboard.press('Control+y')
  await expect.poll(() => plainText(page)).toContain('都是旧的。入夜')

  await page.keyboard.press('Control+s')
  await expect(review(page)).toContainText('1 highlight keeps its words.')
  const changed = review(page).getByRole('region', { name: '2 highlights have other words' })
  await expect(changed.getByRole('blockquote').or(changed.locator('blockquote')).nth(0)).toHaveText(RIVER)
  await expect(changed.locator('blockquote').nth(1)).toHaveText('船家说水势每年比一年小')
  await expect(changed.locator('li').first()).toContainText('水势')
  await expect(review(page).getByRole('region', { name: '1 highlight loses its words' })).toContainText(FLOOD)
  await review(page).getByRole('button', { name: 'Back to the text' }).click()
  await expect(bar(page)).toBeVisible()
  await saveCorrection(page, '对照纸本')

  await expect(said(page)).toContainText('1 highlight lost its words')
  const { library: after } = await settled(page)
  expect(problemsOf(after)).toEqual([])
  expect(quotes(after)).toEqual(
    ['船家说水势每年比一年小', '水势每年比一年小，去年冬天', '只剩两条船，\n一条渡人'].sort(),
  )
  expect(kinds(after)).toEqual(['import', 'correction: 对照纸本'])
  await expect(lost(page)).toContainText('Lost: 1')
  await expect(lost(page)).toContainText(FLOOD)
  await expect(lost(page)).toContainText('旧事')
  await expect(page.getByTestId('highlight-count')).toHaveText('3')

  await step(page, () => page.keyboard.press('Control+z'), -1)
  expect(digest((await settled(page)).library)).toBe(digest(before))
  await expect(lost(page)).toHaveCount(0)
  await step(page, () => page.keyboard.press('Control+Shift+Z'))
  expect(digest((await settled(page)).library)).toBe(digest(after))
  await first.close()

  const { page: again } = await launch({ args: ENGLISH })
  await expect(openTitle(again)).toHaveText('河港记事')
  const { library: kept } = await settled(again)
  expect(digest(kept)).toBe(digest(after))
  expect(problemsOf(kept)).toEqual([])
  await expect(lost(again)).toContainText(FLOOD)
})

test('a lost highlight is placed again where the reader points, and found again where its words come back', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: ENGLISH, files: [await source(folder)] })
  await opened(page)
  await mark(page, FLOOD, '旧事')
  await mark(page, '都是旧的', '码头')
  await text(page).focus()
  await beginCorrecting(page)
  await retype(page, FLOOD, '')
  await retype(page, '都是旧的', '')
  await saveCorrection(page, '')
  await expect(lost(page)).toContainText('Lost: 2')

  const card = (words: string) => lost(page).getByRole('listitem').filter({ hasText: words })
  await text(page).focus()
  await page.keyboard.press('Control+Home')
  await card(FLOOD).getByRole('button', { name: 'Place here' }).click()
  await expect(said(page)).toContainText('Select the words in the text')
  await drag(page, await rangeOf(page, '水漫过石阶九级'))
  await page.keyboard.press('Escape')
  await step(page, () => card(FLOOD).getByRole('button', { name: 'Place here' }).click())
  await expect(lost(page)).toContainText('Lost: 1')
  const { library } = await settled(page)
  expect(quotes(library)).toEqual(['水漫过石阶九级'])
  expect(problemsOf(library)).toEqual([])

  await card('都是旧的').getByRole('button', { name: 'Find again' }).click()
  await expect(said(page)).toContainText('The words were not found in this text.')
  await text(page).focus()
  await beginCorrecting(page)
  await caretBefore(page, '入夜以后')
  await page.keyboard.type('一条运砂，都是旧的。')
  await saveCorrection(page, '')
  await step(page, () => card('都是旧的').getByRole('button', { name: 'Find again' }).click())
  await expect(lost(page)).toHaveCount(0)
  expect(quotes((await settled(page)).library)).toEqual(['水漫过石阶九级', '都是旧的'].sort())
})

test('an input method writes into a text that is corrected, and pasted words come in as plain paragraphs', async ({
  launch,
  folder,
}) => {
  const { page, app } = await launch({ args: ENGLISH, files: [await source(folder)] })
  await opened(page)
  await mark(page, BOATS, '码头')
  await text(page).focus()
  await beginCorrecting(page)
  await caretBefore(page, '两条船')
  const session = await page.context().newCDPSession(page)
  for (const typed of ['x', 'xi', 'xiao'])
    await session.send('Input.imeSetComposition', {
      text: typed,
      selectionStart: typed.length,
      selectionEnd: typed.length,
    })
  await expect.poll(() => plainText(page)).toContain('只剩xiao两条船')
  await session.send('Input.insertText', { text: '小小的' })
  await expect.poll(() => plainText(page)).toContain('只剩小小的两条船')
  await expect
    .poll(async () => (await shown(page)).marks.map(({ words }) => words))
    .toEqual(['只剩小小的两条船，一条渡人'])
  await caretBefore(page, '入夜以后')
  await app.evaluate(({ clipboard }, data) => (clipboard as unknown as { write(data: object): void }).write(data), {
    text: '甲行\r\n乙行\n',
    html: '<p><b>甲行</b></p><script>1</script><h1>乙行</h1>',
  })
  await page.keyboard.press('Control+v')
  await expect.poll(() => plainText(page)).toContain('都是旧的。\n甲行\n乙行\n入夜以后')
  await expect(text(page).locator('strong, h1:has-text("乙行")')).toHaveCount(0)
  await saveCorrection(page, '')
  const { library } = await settled(page)
  expect(quotes(library)).toEqual(['只剩小小的两条船，一条渡人'])
  expect(textOf(library, own(library).document)).toContain('\n甲行\n乙行\n入夜以后')
})

test('paragraphs become headings by key and by menu, and that alone is a revision of the paragraphs', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: ENGLISH, files: [await source(folder)] })
  await opened(page)
  await text(page).focus()
  await beginCorrecting(page)
  await caretBefore(page, '县志记载')
  await page.keyboard.press('Control+Alt+2')
  await expect(text(page).locator('h2')).toContainText('县志记载')
  await expect(bar(page).getByRole('combobox')).toHaveValue('heading 2')
  await caretBefore(page, '如今码头')
  await bar(page).getByRole('combobox').selectOption({ label: 'Quotation' })
  await expect(text(page).locator('blockquote')).toContainText('如今码头')
  await expect(bar(page)).toContainText('2 changes')
  await saveCorrection(page, '')
  const { library } = await settled(page)
  expect(kinds(library)).toEqual(['import', 'structure'])
  await expect(page.locator('.page-text h2')).toContainText('县志记载')
})

test('a correction that is not saved is asked about: by another document, by Escape and by closing the window', async ({
  launch,
  folder,
}) => {
  const { page, app } = await launch({ args: ENGLISH, files: [await source(folder)] })
  await opened(page)
  const before = await readLibrary(page)
  await text(page).focus()
  await beginCorrecting(page)
  await page.keyboard.press('Escape')
  await expect(bar(page)).toHaveCount(0)
  await expect(text(page)).toBeFocused()

  await beginCorrecting(page)
  await caretBefore(page, '老渡口')
  await page.keyboard.type('x')
  const ask = dialog(page, 'The correction is not saved')
  const other = before.documents.find(({ fileName }) => fileName !== '河港记事.txt')
  await page
    .locator('.library-pane')
    .getByText(other?.title ?? '')
    .click()
  await expect(ask).toContainText('1 change in the text would be lost.')
  await ask.getByRole('button', { name: 'Go on correcting' }).click()
  await expect(text(page)).toBeFocused()
  await page.keyboard.type('y')
  await expect.poll(() => plainText(page)).toContain('xy老渡口')
  await expect(openTitle(page)).toHaveText('河港记事')

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect(ask).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(ask).toHaveCount(0)
  await expect(bar(page)).toBeVisible()

  await page
    .locator('.library-pane')
    .getByText(other?.title ?? '')
    .click()
  await ask.getByRole('button', { name: 'Discard the changes' }).click()
  await expect(openTitle(page)).toHaveText(other?.title ?? '')
  await expect(bar(page)).toHaveCount(0)
  expect(digest(await readLibrary(page))).toBe(digest(before))
})

test('nothing takes the text from under a correction, and undo is the undo of the text', async ({ launch, folder }) => {
  const { page } = await launch({ args: ENGLISH, files: [await source(folder)] })
  await opened(page)
  await text(page).focus()
  await beginCorrecting(page)
  await caretBefore(page, '老渡口')
  await page.keyboard.type('x')
  await openDocumentDialog(page)
  await page.getByRole('button', { name: 'Replace by another file…' }).click()
  await expect(said(page)).toContainText('is being corrected')
  await page.getByRole('button', { name: 'Remove document' }).click()
  await expect(said(page)).toContainText('is being corrected')
  await expect(openTitle(page)).toHaveText('河港记事')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.locator('.top-find').focus()
  await page.keyboard.press('Control+z')
  await expect.poll(() => plainText(page)).not.toContain('x老渡口')
  await expect(bar(page)).toContainText('Nothing changed yet')
})
