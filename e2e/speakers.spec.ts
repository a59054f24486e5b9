import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessible } from './accessible'
import { said, step } from './desk'
import { expect, test } from './launch'
import { digest, problemsOf, readLibrary } from './library'
import { settled } from './screen'
import { plainText } from './text'

// Who says what is suggested beside the text; what is accepted becomes highlights with a theme for each speaker, in one step.

const ENGLISH = ['--lang=en-US']
const REPORT = [
  '全县春修水利现场会召开',
  '县委书记周明远强调，要把旧渠修好，一段也不能漏。',
  ...Array.from(
    { length: 12 },
    (_, at) => `与会人员看了第${at + 1}处渠首，渠首的水很清，两岸的麦子长势喜人，一眼望不到头。`,
  ),
  '“今年的收成比去年好多了。”村民王桂英笑着说。',
  '周明远指出，水是根本，路要先行。',
]

const pane = (page: Page) => page.getByRole('region', { name: 'Who says what' })
const tick = (page: Page, name: string | RegExp) => pane(page).getByRole('checkbox', { name })

test('who says what is suggested, looked at in the text, accepted in one step and undone', async ({
  launch,
  folder,
}) => {
  const path = join(folder, 'meeting.txt')
  await writeFile(path, REPORT.join('\n\n'))
  const { page } = await launch({ args: ENGLISH, files: [path] })
  await expect(page.locator('.page-text')).toContainText('一段也不能漏')
  const whole = await plainText(page)
  const { library: start } = await settled(page)
  const before = digest(start)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('who says what')
  await page.keyboard.press('Enter')
  await expect(pane(page)).toContainText('2 speakers, 3 passages')
  const lines = pane(page).getByRole('row')
  await expect(lines).toHaveCount(5)
  await expect(lines.nth(0)).toContainText('周明远县委书记')
  await expect(lines.nth(1)).toContainText('要把旧渠修好，一段也不能漏。')
  await expect(lines.nth(1)).toContainText('by “周明远强调”')
  await expect(lines.nth(1)).toContainText(/\d+% sure/)
  await expect(lines.nth(2)).toContainText('水是根本，路要先行。')
  await expect(lines.nth(3)).toContainText('王桂英')
  await expect(pane(page).getByRole('checkbox', { checked: true })).toHaveCount(0)
  await expect(pane(page).getByRole('button', { name: 'Accept' })).toBeDisabled()
  await accessible(page)

  await lines.nth(4).click()
  const drawn = () =>
    page.evaluate(() => {
      const [range] = CSS.highlights.get('current-hit') ?? []
      if (!range) return null
      const live = document.createRange()
      live.setStart(range.startContainer, range.startOffset)
      live.setEnd(range.endContainer, range.endOffset)
      const { top, bottom } = live.getBoundingClientRect()
      return { words: live.toString(), isSeen: top > 0 && bottom < innerHeight }
    })
  await expect.poll(drawn).toEqual({ words: '今年的收成比去年好多了。', isSeen: true })
  expect(digest(await readLibrary(page))).toBe(before)

  await tick(page, 'All that 王桂英 says').check()
  await expect(tick(page, /^王桂英: 今年的收成/)).toBeChecked()
  await tick(page, 'All that 王桂英 says').uncheck()
  await lines.nth(0).focus()
  await page.keyboard.press('Space')
  await expect(tick(page, /^周明远: 水是根本/)).toBeChecked()
  await expect(tick(page, /^王桂英: /)).not.toBeChecked()
  await step(page, () => pane(page).getByRole('button', { name: 'Accept 2 passages' }).click())
  await expect(said(page)).toContainText('Marked 2 passages with who says them')
  await expect(pane(page)).toHaveCount(0)
  const { library, shown } = await settled(page)
  expect(problemsOf(library)).toEqual([])
  expect(shown.cards.map(({ quote, themes }) => [quote, ...themes])).toEqual(
    expect.arrayContaining([
      ['要把旧渠修好，一段也不能漏。', '周明远'],
      ['水是根本，路要先行。', '周明远'],
    ]),
  )
  const named = (name: string) => library.themes.find((each) => each.name === name)
  expect(named('周明远')?.parent).toBe(named('Speakers')?.id)
  expect(await plainText(page)).toBe(whole)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('who says what')
  await page.keyboard.press('Enter')
  await expect(tick(page, /^周明远: 水是根本/)).toBeDisabled()
  await expect(tick(page, /^王桂英: /)).toBeEnabled()
  await page.keyboard.press('Escape')
  await expect(pane(page)).toHaveCount(0)
  await step(page, () => page.keyboard.press('Control+z'), -1)
  expect(digest(await readLibrary(page))).toBe(before)
})
