import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerOpenDialog, finish, step } from './desk'
import { expect, type Started, test } from './launch'
import { digest, type Library, readLibrary, type StoredTheme } from './library'

// A codebook of 2,000 themes, brought in as a table beside the sample's own, and then worked on in the tree.

const TOPS = '历史 地理 经济 宗教 艺术 语言 法律 教育'.split(' ')
const MIDDLES = ['人物 Persons', '事件 Events', '文书 Papers']
const CASES = 82
/** Rows that a window has room for, and some beyond; 2,000 would be far more. */
const MOST_ROWS = 80

/** Eight branches of three, each with 82 cases: 2,000 themes. */
function codebook(): string[] {
  let number = 0
  const next = (): string => String(++number).padStart(4, '0')
  return TOPS.flatMap((top) => [
    top,
    ...MIDDLES.flatMap((middle) => {
      const path = `${top} / ${top}${middle}`
      return [path, ...Array.from({ length: CASES }, () => `${path} / 个案 Case ${next()}`)]
    }),
  ])
}

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Themes' })
const rows = (page: Page) => page.locator('.theme-row')
const row = (page: Page, name: string) =>
  rows(page).filter({ has: page.locator('.theme-name', { hasText: new RegExp(`^${name}$`) }) })
const filter = (page: Page) => page.getByRole('searchbox', { name: 'Find a theme' })

/** How many rows the tree has, of which few are drawn. */
async function expectRows(page: Page, count: number): Promise<void> {
  await expect(tree(page)).toHaveAttribute('aria-rowcount', String(count))
  expect(await rows(page).count()).toBeLessThan(MOST_ROWS)
}

async function type(page: Page, typed: string): Promise<void> {
  await filter(page).fill('')
  await filter(page).pressSequentially(typed)
}

/** The rows that are drawn: how deep each stands, its name and its count. */
const drawn = (page: Page): Promise<string[]> =>
  rows(page).evaluateAll((all) =>
    all.map((each) =>
      [each.ariaLevel, each.querySelector('.theme-name')?.textContent, each.querySelector('.count')?.textContent].join(
        ' ',
      ),
    ),
  )

async function openMenu(page: Page, name: string): Promise<void> {
  await row(page, name).hover()
  await row(page, name)
    .getByRole('button', { name: `What can be done with “${name}` })
    .click()
  await expect(page.getByRole('menu')).toBeVisible()
}

async function bringIn({ app, page }: Started, folder: string): Promise<Library> {
  const path = join(folder, 'codebook.csv')
  await writeFile(path, `Path,Description\n${codebook().join(',\n')},\n`)
  await answerOpenDialog(app, [path])
  await page.getByRole('button', { name: 'How the themes are shown' }).click()
  await step(page, () => page.getByRole('menuitem', { name: 'Bring a codebook in…' }).click())
  return readLibrary(page)
}

const themeNamed = ({ themes }: Library, name: string): StoredTheme => {
  const found = themes.find((each) => each.name === name)
  if (!found) throw new Error(`The library was expected to hold the theme ${name}.`)
  return found
}
const parentOf = (library: Library, name: string): string | undefined =>
  library.themes.find(({ id }) => id === themeNamed(library, name).parent)?.name

test('a codebook of 2,000 themes is filtered, moved and merged, and each step undone', async ({ launch, folder }) => {
  test.setTimeout(120_000)
  const started = await launch({ args: ['--lang=en-US'] })
  const { page } = started
  await expect(rows(page)).not.toHaveCount(0)
  const sample = (await readLibrary(page)).themes.length
  const before = await bringIn(started, folder)
  const whole = sample + 2000
  expect(before.themes).toHaveLength(whole)
  await expectRows(page, whole)

  /** Takes one step back: the library is as it was, and so is the tree. */
  const undone = async (were: readonly string[]): Promise<void> => {
    await step(page, () => page.keyboard.press('Control+z'), -1)
    expect(digest(await readLibrary(page))).toBe(digest(before))
    await expect.poll(() => drawn(page)).toEqual(were)
  }

  await test.step('only what is in view is drawn, from the first row to the last', async () => {
    await rows(page).first().focus()
    await page.keyboard.press('End')
    await expect(rows(page).last()).toContainText('Case 1968')
    await expect(rows(page).last()).toBeFocused()
    expect(await rows(page).count()).toBeLessThan(MOST_ROWS)
    await page.keyboard.press('Home')
    await expect(rows(page).first()).toBeFocused()
  })

  await test.step('typing filters by part of a name, pinyin initials, and Traditional for Simplified', async () => {
    await type(page, 'ase 0731')
    await expectRows(page, 3)
    await expect(row(page, '个案 Case 0731')).toBeVisible()
    await type(page, 'lsrw')
    await expectRows(page, 2)
    await expect(row(page, '历史人物 Persons')).toBeVisible()
    await type(page, '歷史人物')
    await expectRows(page, 2 + CASES)
    await expect(row(page, '历史人物 Persons')).toBeVisible()
    await type(page, 'nothing is named so')
    await expect(rows(page)).toHaveCount(0)
    await filter(page).press('Escape')
    await expectRows(page, whole)
  })

  await test.step('a branch moves by keyboard, under another and out again', async () => {
    await type(page, '地理')
    const branch = row(page, '地理')
    await filter(page).press('ArrowDown')
    await expect(branch).toBeFocused()
    const moves = async (key: string): Promise<Library> => {
      await step(page, () => page.keyboard.press(key))
      await expect(branch).toBeFocused()
      return readLibrary(page)
    }
    const were = await drawn(page)
    const into = await moves('Alt+ArrowRight')
    expect(parentOf(into, '地理')).toBe('历史')
    expect(parentOf(into, '地理人物 Persons')).toBe('地理')
    await expect(branch).toHaveAttribute('aria-level', '2')
    await expect(row(page, '地理人物 Persons')).toHaveAttribute('aria-level', '3')
    await undone(were)
    await branch.focus()
    await moves('Alt+ArrowRight')
    expect(themeNamed(await moves('Alt+ArrowLeft'), '地理').parent).toBeNull()
    await step(page, () => page.keyboard.press('Control+z'), -1)
    await undone(were)
    await type(page, 'Case 024')
    const wereThere = await drawn(page)
    const tops = async (): Promise<string[]> => (await drawn(page)).filter((each) => each.startsWith('1 '))
    expect(await tops()).toEqual(['1 历史 0', '1 地理 0'])
    await branch.focus()
    await moves('Alt+ArrowUp')
    await expect.poll(tops).toEqual(['1 地理 0', '1 历史 0'])
    await undone(wereThere)
    await row(page, '历史').focus()
    await step(page, () => page.keyboard.press('Alt+ArrowDown'))
    await expect.poll(tops).toEqual(['1 地理 0', '1 历史 0'])
    await undone(wereThere)
  })

  await test.step('a branch moves by its dialog', async () => {
    await type(page, '教育')
    const were = await drawn(page)
    await openMenu(page, '教育人物 Persons')
    await page.getByRole('menuitem', { name: 'Edit theme…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /Under/ }).click()
    await step(page, () => page.getByRole('option', { name: '法律 / 法律文书 Papers', exact: true }).click())
    await finish(page)
    const moved = await readLibrary(page)
    expect(parentOf(moved, '教育人物 Persons')).toBe('法律文书 Papers')
    expect(themeNamed(moved, '个案 Case 1800').parent).toBe(themeNamed(before, '个案 Case 1800').parent)
    await expect(row(page, '教育人物 Persons')).toHaveAttribute('aria-level', '3')
    await undone(were)
  })

  await test.step('several are selected across the tree and merged into one', async () => {
    await filter(page).press('Escape')
    await filter(page).fill('')
    await expectRows(page, whole)
    const were = await drawn(page)
    await row(page, '套语 Set phrases').click({ modifiers: ['Control'] })
    await type(page, '经济人物')
    const wereFiltered = await drawn(page)
    const first = 2 * MIDDLES.length * CASES + 1
    const named = (number: number): string => `个案 Case ${String(number).padStart(4, '0')}`
    await row(page, named(first)).click({ modifiers: ['Control'] })
    await row(page, named(first + 3)).click({ modifiers: ['Shift'] })
    await filter(page).fill('')
    await row(page, '套语 Set phrases').click({ modifiers: ['Control'] })
    await expect(page.locator('.theme-row[data-selected]')).toHaveCount(1)
    await type(page, '经济人物')
    await expect(page.locator('.theme-row[data-selected]')).toHaveCount(4)
    await openMenu(page, named(first + 1))
    const merge = page.getByRole('menuitem', { name: `Merge 5 themes into “${named(first + 1)}”` })
    await step(page, () => merge.click())
    await expectRows(page, 2 + CASES - 3)
    const phrases = themeNamed(before, '套语 Set phrases').id
    const moved = before.taggings.filter(({ theme }) => theme === phrases).length
    expect(moved).toBeGreaterThan(0)
    await expect(row(page, named(first + 1)).locator('.count')).toHaveText(String(moved))
    const merged = await readLibrary(page)
    expect(merged.themes).toHaveLength(whole - 4)
    const one = themeNamed(merged, named(first + 1)).id
    expect(merged.taggings.filter(({ theme }) => theme === one)).toHaveLength(moved)
    await undone(wereFiltered)
    await filter(page).fill('')
    await expectRows(page, whole)
    await expect.poll(() => drawn(page)).toEqual(were)
  })
})
