import { boxField, finish, importReport, openTitle, step } from './desk'
import { INTERVIEW_VTT, PANEL_SRT } from './documents'
import { expect, test } from './launch'
import { problemsOf } from './library'
import { settled } from './screen'
import { drag, plainText, rangeOf } from './text'

test('subtitles are read as sentences with their speakers, and a passage is copied with its time', async ({
  launch,
}) => {
  const { app, page } = await launch({ args: ['--lang=en-US'], files: [INTERVIEW_VTT] })
  await expect(importReport(page)).toContainText('2 comments and style sheets between the subtitles were left out.')
  await expect(importReport(page)).toContainText('The times of 2 subtitles could not be read in full')
  await finish(page)
  await expect(openTitle(page)).toHaveText('interview')
  const text = await plainText(page)
  expect(text).toContain('You came here as a child, and the bridge was already closed?')
  const label = (words: string) =>
    page
      .locator('.page-text .block', { hasText: words })
      .evaluate((block) => getComputedStyle(block, '::before').content)
  expect(await label('You came here')).toBe('"Ruth Adeyemi  00:00:01"')
  expect(await label('It was shut')).toBe('"Tom Fell  00:00:07"')
  await step(page, async () => {
    await drag(page, await rangeOf(page, 'the bridge was already closed?'))
    await expect(boxField(page)).toBeFocused()
    await page.keyboard.type('bridges')
    await page.keyboard.press('Enter')
  })
  const { library } = await settled(page)
  expect(problemsOf(library)).toEqual([])
  await page.keyboard.press('c')
  const copied = () => app.evaluate(({ clipboard }) => clipboard.readText())
  await expect.poll(copied).toContain('Ruth Adeyemi, 00:00:01')
})

test('Chinese subtitles in an old encoding come in with who says what', async ({ launch }) => {
  const { page } = await launch({ args: ['--lang=en-US'], files: [PANEL_SRT] })
  await finish(page)
  expect(await plainText(page)).toContain('满意。他们编了一句话：“水到田头，米到灶头。”')
  await expect(page.locator('.page-text .block[data-said^="李建华"]')).toHaveCount(2)
})
