import type { Page } from '@playwright/test'
import { said, step } from './desk'
import { expect, test } from './launch'
import { digest, problemsOf, readLibrary } from './library'
import { settled } from './screen'
import { text } from './text'

// The history as a list: back forty steps, and forward after a restart.

const ENGLISH = ['--lang=en-US']
const BACK = 40

const pane = (page: Page) => page.getByRole('region', { name: 'History' })
const rows = (page: Page) => pane(page).getByRole('row')
const present = (page: Page) => pane(page).locator('[aria-selected=true]')
const stored = async (page: Page): Promise<string> => digest(await readLibrary(page))

async function openHistory(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+h')
  await expect(present(page)).toBeFocused()
}

/** Marks the next two characters: one step. */
async function mark(page: Page): Promise<void> {
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await step(page, () => page.keyboard.press('h'))
}

test('back forty steps in one act, and forward again after a restart', async ({ launch }) => {
  test.setTimeout(120_000)
  const first = await launch({ args: ENGLISH })
  const { page } = first
  await text(page).focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const states = [await stored(page)]
  for (let at = 0; at < BACK + 2; at += 1) {
    await mark(page)
    states.push(await stored(page))
  }

  await openHistory(page)
  await expect(rows(page).first()).toContainText('Highlighted 1 passage')
  await expect(rows(page).first()).toContainText('now')
  await expect(rows(page).first()).toContainText('Me')
  for (let times = 0; times < BACK; times += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(said(page)).toContainText(`Went back ${BACK} steps`)
  expect(await stored(page)).toBe(states[2])
  const { library } = await settledWithoutCards(page)
  expect(problemsOf(library)).toEqual([])
  await expect(present(page)).toContainText('now')
  await page.keyboard.press('Escape')
  await expect(pane(page)).toHaveCount(0)
  await expect(text(page)).toBeFocused()
  await first.close()

  const second = await launch({ args: ENGLISH })
  const again = second.page
  await text(again).focus()
  await openHistory(again)
  await expect(present(again)).toHaveAttribute('aria-rowindex', String(BACK + 1))
  await again.keyboard.press('Home')
  await expect(rows(again).first()).toContainText('taken back')
  await again.keyboard.press('Enter')
  await expect(said(again)).toContainText(`Went forward ${BACK} steps`)
  expect(await stored(again)).toBe(states.at(-1))
  expect(problemsOf(await readLibrary(again))).toEqual([])

  await test.step('a new step ends what could be gone forward to', async () => {
    await rows(again).nth(2).click()
    await expect(said(again)).toContainText('Went back 2 steps')
    await expect(rows(again).nth(1)).toContainText('taken back')
    await text(again).focus()
    await step(again, () => markAtEnd(again))
    await expect(pane(again).getByText('taken back')).toHaveCount(0)
    await expect(rows(again).first()).toContainText('now')
  })
  await test.step('undo and redo move the present', async () => {
    await again.keyboard.press('Control+z')
    await expect(rows(again).first()).toContainText('taken back')
    await again.keyboard.press('Control+Shift+z')
    await expect(rows(again).first()).toContainText('now')
  })
})

/** Marks the last two characters of the text. */
async function markAtEnd(page: Page): Promise<void> {
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('h')
}

/** The screen after the highlights have come back to their pane. */
async function settledWithoutCards(page: Page) {
  await page.keyboard.press('Control+Shift+h')
  await expect(pane(page)).toHaveCount(0)
  const state = await settled(page)
  await openHistory(page)
  return state
}
