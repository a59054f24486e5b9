import type { Page } from '@playwright/test'
import { said, step } from './desk'
import { expect, test } from './launch'
import { readLibrary } from './library'
import { settled } from './screen'
import { click, rangeOf } from './text'

// A highlight of the sample's speech is made longer and shorter by its ends, with the mouse.

const WORDS = '一任接着一任干，一张蓝图绘到底'

const knob = (page: Page, end: 'start' | 'end') => page.locator(`.handle[data-end="${end}"] > .handle-knob`)

/** Draws an end of the chosen highlight by some characters of the text, and lets go unless told. */
async function draw(page: Page, end: 'start' | 'end', characters: number, release = true): Promise<void> {
  const from = await knob(page, end).boundingBox()
  if (!from) throw new Error(`The ${end} of the chosen highlight was expected to have a handle.`)
  const size = await page.locator('.page-text').evaluate((text) => Number.parseFloat(getComputedStyle(text).fontSize))
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + characters * size, y, { steps: 4 })
  if (release) await page.mouse.up()
}

test('a highlight is resized by drawing its ends, and undone', async ({ launch }) => {
  const { page } = await launch({ args: ['--lang=en-US'] })
  await settled(page)
  await expect(page.locator('.handle:visible')).toHaveCount(0)
  const { start } = await rangeOf(page, WORDS)
  await click(page, start + 4)
  await expect(page.locator('.handle:visible')).toHaveCount(2)
  const chosen = await page.evaluate(() => document.querySelector<HTMLElement>('mark.chosen')?.dataset.highlight)
  const passage = async () => (await readLibrary(page)).highlights.find(({ id }) => id === chosen)?.passage
  const before = await passage()
  if (!before) throw new Error('The library was expected to hold the chosen highlight.')

  await test.step('the end is drawn two characters back', async () => {
    await step(page, () => draw(page, 'end', -2))
    expect(await passage()).toMatchObject({ start: before.start, end: before.end - 2 })
    await expect(said(page)).toContainText('Changed the extent of a highlight')
    await settled(page)
    const [handle, mark] = [
      await page.locator('.handle[data-end="end"]').boundingBox(),
      await page.locator('mark.chosen').last().boundingBox(),
    ]
    expect(Math.abs((handle?.x ?? 0) - (mark?.x ?? 0) - (mark?.width ?? 0))).toBeLessThan(3)
  })

  await test.step('the beginning is drawn one character on', async () => {
    await step(page, () => draw(page, 'start', 1))
    expect(await passage()).toMatchObject({ start: before.start + 1, end: before.end - 2 })
  })

  await test.step('Escape gives up, and the handle stands where it stood', async () => {
    const stood = await knob(page, 'end').boundingBox()
    await draw(page, 'end', -3, false)
    await expect(page.locator('.page-text .preview').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.mouse.up()
    await expect(page.locator('.page-text .preview')).toHaveCount(0)
    expect(await knob(page, 'end').boundingBox()).toEqual(stood)
    expect(await passage()).toMatchObject({ start: before.start + 1, end: before.end - 2 })
  })

  await test.step('undo takes both back', async () => {
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    await expect.poll(passage).toEqual(before)
    await settled(page)
  })

  await page.keyboard.press('Delete')
  await expect(page.locator('.handle:visible')).toHaveCount(0)
})
