import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { answerOpenDialog, boxField, chooseInBox, openTitle, said, step } from './desk'
import { expect, test } from './launch'
import { type Library, problemsOf, readLibrary, type StoredHighlight, type StoredTheme } from './library'
import { settled } from './screen'
import { drag, pendingWords, text } from './text'

// A document of 2,000 words coded with sixty taggings, and what else is done with a highlight, by keyboard alone.

const ENGLISH = ['--lang=en-US']
const PARTS = 10
const PARAGRAPHS = 4
const SENTENCES = 5
const TAGGINGS = 60

interface Link {
  readonly from: string
  readonly to: string
  readonly relation: string
}
interface Coded extends Library {
  readonly highlights: readonly (StoredHighlight & { readonly star?: true })[]
  readonly themes: readonly (StoredTheme & { readonly shortcut?: string })[]
  readonly links: readonly Link[]
}
const library = async (page: Page): Promise<Coded> => (await readLibrary(page)) as Coded

/** The project that was made last, without the sample's. */
async function here(page: Page): Promise<Coded> {
  const all = await library(page)
  const project = all.projects.find(({ name }) => name === 'Harbours')?.id
  const own = <T>(records: readonly T[]): T[] =>
    records.filter((each) => (each as { readonly project?: string }).project === project)
  return {
    ...all,
    highlights: own(all.highlights),
    taggings: own(all.taggings),
    themes: own(all.themes),
    links: own(all.links),
    notes: own(all.notes),
  }
}

const numbers = (count: number): number[] => [...Array(count).keys()].map((at) => at + 1)
/** Ten words. */
const sentence = (part: number, paragraph: number, at: number): string =>
  `Of harbour ${part}.${paragraph}.${at} people said that ships bring far more.`

async function report(folder: string): Promise<string> {
  const lines = numbers(PARTS).flatMap((part) => [
    `## Part ${part}`,
    ...numbers(PARAGRAPHS).map((paragraph) =>
      numbers(SENTENCES)
        .map((at) => sentence(part, paragraph, at))
        .join(' '),
    ),
  ])
  const path = join(folder, 'harbours.md')
  await writeFile(path, ['# A report on harbours', ...lines].join('\n\n'))
  return path
}

/** Carries out a command or opens a theme by the palette. */
async function byPalette(page: Page, typed: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: 'Find, go to, command' })
  await expect(palette.getByRole('combobox').or(palette.locator('input'))).toBeFocused()
  await page.keyboard.type(typed)
  await expect(palette.getByRole('option').first()).toContainText(typed)
  await page.keyboard.press('Enter')
  await expect(palette).toHaveCount(0)
}

/** Presses F6 until the text has the focus. */
async function toText(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('F6')
    await expect(text(page)).toBeFocused({ timeout: 100 })
  }).toPass({ intervals: [10] })
}

const row = (page: Page, theme: string) => page.locator('.theme-row', { hasText: theme })
const themeDialog = (page: Page) => page.getByRole('dialog', { name: 'Theme', exact: true })

/** Types a key into the dialog of a theme, reached from its row in the tree by keys. */
async function giveKey(page: Page, theme: string, key: string): Promise<void> {
  await row(page, theme).focus()
  await page.keyboard.press('Shift+F10')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Enter')
  const field = themeDialog(page).getByRole('textbox', { name: 'Key' })
  await field.focus()
  await page.keyboard.type(key)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(themeDialog(page)).toHaveCount(0)
}

const card = (page: Page) => page.locator('.highlights-pane [data-current]')
const press = (page: Page, key: string) => page.keyboard.press(key)

/** Goes from the chosen highlight to that which is the `at`th in the text, counting from 1. */
async function goTo(page: Page, at: number): Promise<void> {
  let now = Number(await card(page).getAttribute('aria-rowindex'))
  while (now !== at) {
    await press(page, now > at ? 'k' : 'j')
    now += now > at ? -1 : 1
    await expect(card(page)).toHaveAttribute('aria-rowindex', String(now))
  }
}

test('sixty taggings in a document of 2,000 words, without the mouse', async ({ launch, folder }) => {
  test.setTimeout(180_000)
  const { app, page } = await launch({ args: ENGLISH })
  await byPalette(page, 'New project')
  await page.keyboard.type('Harbours')
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: 'Project Harbours' })).toBeVisible()
  await answerOpenDialog(app, [await report(folder)])
  await press(page, 'Control+o')
  await expect(openTitle(page)).toHaveText('A report on harbours')
  await toText(page)

  const coded: string[] = []
  const all = numbers(PARTS).flatMap((part) =>
    numbers(PARAGRAPHS).flatMap((paragraph) => numbers(SENTENCES).map((at) => sentence(part, paragraph, at))),
  )
  let next = 0
  /** Selects the next sentence, or the next two. */
  const select = async (two = false): Promise<void> => {
    await press(page, '.')
    if (next > 0 && next % (PARAGRAPHS * SENTENCES) === 0) await press(page, '.') // Over the heading of the next part.
    if (two) await press(page, 's')
    const words = all.slice(next, next + (two ? 2 : 1)).join(' ')
    next += two ? 2 : 1
    await expect.poll(async () => page.evaluate(() => String(getSelection()))).toBe(words)
    coded.push(words)
  }

  await test.step('headings, paragraphs and sentences are moved over, forward and back', async () => {
    const words = () => page.evaluate(() => String(getSelection()))
    await press(page, 'Control+Home')
    await press(page, '}')
    await expect.poll(words).toBe('Part 1')
    await press(page, '}')
    await expect.poll(words).toBe('Part 2')
    await press(page, ']')
    await expect.poll(words).toBe(all.slice(20, 25).join(' '))
    await press(page, '[')
    await press(page, '{')
    await expect.poll(words).toBe('Part 1')
  })

  await test.step('the first themes are made in the box, and get keys', async () => {
    for (const theme of ['trade', 'people', 'water']) {
      await select()
      await press(page, 'Enter')
      await step(page, () => chooseInBox(page, theme))
      await expect(text(page)).toBeFocused()
    }
    await giveKey(page, 'trade', '1')
    await giveKey(page, 'people', 'Q')
    await giveKey(page, 'water', 'h')
    await expect(said(page)).toContainText('The key H already means “Highlight without a theme”')
    await expect
      .poll(async () => (await here(page)).themes.map(({ shortcut }) => shortcut).filter(Boolean))
      .toEqual(['1', 'q'])
    await toText(page)
  })

  await test.step('the others by theme keys, as last time, and by the box', async () => {
    for (let done = 3, turn = 0; done < TAGGINGS; turn += 1) {
      await select(turn % 6 === 5 && next % SENTENCES < SENTENCES - 1)
      if (turn % 6 === 3) {
        await press(page, 'Enter')
        await expect(boxField(page)).toBeFocused()
        await step(page, () => chooseInBox(page, 'wat'))
      } else if (turn % 6 === 4 || turn % 6 === 5) {
        await step(page, () => press(page, 't'))
      } else {
        await step(page, () => press(page, turn % 2 === 0 ? '1' : 'q'))
      }
      await expect(text(page)).toBeFocused()
      if (turn === 6) {
        await step(page, () => press(page, 'q'))
        await expect(card(page).locator('.chip')).toHaveText(['trade', 'people'])
      }
      done = (await here(page)).taggings.length
    }
    const now = await here(page)
    expect(now.taggings.length).toBe(TAGGINGS)
    const inOrder = now.highlights.toSorted((a, b) => a.passage.start - b.passage.start)
    expect(inOrder.map(({ passage }) => passage.quote)).toEqual(coded)
    expect(problemsOf(await library(page))).toEqual([])
    await settled(page)
  })

  await test.step('a theme from these words is one step, also taken back', async () => {
    await select()
    await step(page, () => press(page, 'v'))
    const name = 'Of harbour'
    await expect(card(page).locator('.chip')).toContainText(name)
    const made = (await here(page)).themes.filter((theme) => theme.name.startsWith(name))
    expect(made.map((theme) => theme.name.length <= 40)).toEqual([true])
    await press(page, 'Control+z')
    await expect.poll(async () => (await here(page)).themes.length).toBe(3)
    await press(page, 'Control+Shift+z')
    await expect.poll(async () => (await here(page)).taggings.length).toBe(TAGGINGS + 1)
  })

  await test.step('a star is given', async () => {
    await goTo(page, 2)
    await step(page, () => press(page, '*'))
    expect((await here(page)).highlights.filter(({ star }) => star).map(({ passage }) => passage.quote)).toEqual([
      coded[1],
    ])
    await expect(card(page).getByRole('button', { name: 'Star' })).toHaveAttribute('aria-pressed', 'true')
  })

  await test.step('a highlight is split at the caret and joined again', async () => {
    await goTo(page, 1)
    const before = (await here(page)).highlights.length
    for (let times = 0; times < 3; times += 1) await press(page, 'ArrowRight')
    await step(page, () => press(page, 'd'))
    await expect(card(page).locator('blockquote')).toHaveText('Of ')
    expect((await here(page)).highlights.length).toBe(before + 1)
    await step(page, () => press(page, 'm'))
    await expect(card(page).locator('blockquote')).toHaveText(coded[0] ?? '')
    expect((await here(page)).highlights.length).toBe(before)
    await settled(page)
  })

  await test.step('two highlights are linked, and the link is followed both ways', async () => {
    await press(page, 'l')
    await expect(said(page)).toContainText('The first passage is remembered')
    await press(page, 'Escape')
    await expect(said(page)).toContainText('forgotten')
    await press(page, 'l')
    await goTo(page, 5)
    await expect(card(page).locator('blockquote')).toHaveText(coded[4] ?? '')
    await press(page, 'l')
    const dialog = page.getByRole('dialog', { name: 'How the passages are related' })
    await expect(dialog.getByRole('radio', { name: 'supports' })).toBeFocused()
    await press(page, 'ArrowRight')
    await step(page, () => press(page, 'Enter'))
    await expect(dialog).toHaveCount(0)
    await expect(text(page)).toBeFocused()
    const now = await here(page)
    const quote = (id: string): string => now.highlights.find((each) => each.id === id)?.passage.quote ?? ''
    expect(now.links.map(({ from, to, relation }) => [quote(from), relation, quote(to)])).toEqual([
      [coded[0], 'contradicts', coded[4]],
    ])
    const link = card(page).locator('.card-links')
    await expect(link).toContainText('is contradicted by')
    await link.getByRole('button', { name: /^Go to / }).focus()
    await press(page, 'Enter')
    await expect(card(page).locator('blockquote')).toHaveText(coded[0] ?? '')
    await expect(link).toContainText('contradicts')
    await link.getByRole('button', { name: /^Go to / }).focus()
    await press(page, 'Enter')
    await expect(card(page).locator('blockquote')).toHaveText(coded[4] ?? '')
  })

  await test.step('the keys of themes are letters where words are typed', async () => {
    await toText(page)
    const before = (await here(page)).taggings.length
    await press(page, 'n')
    await expect(card(page).getByRole('textbox')).toBeFocused()
    await step(page, () => page.keyboard.type('1q*'))
    await press(page, 'Escape')
    const now = await here(page)
    expect(now.notes.at(-1)?.text).toContain('1q')
    expect(now.taggings.length).toBe(before)
  })
})

test('a selection made with the mouse keeps to words, or to sentences, when that is wanted', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: ENGLISH, files: [await report(folder)] })
  await expect(openTitle(page)).toHaveText('A report on harbours')
  const whole = (await text(page).locator('.block').allTextContents()).join('\n')
  const start = whole.indexOf(sentence(1, 1, 2)) + 'Of harbour 1.1.2 peo'.length
  const part = { start, end: start + 'ple sa'.length }
  for (const words of ['ple sa', 'people said', sentence(1, 1, 2)]) {
    await drag(page, part)
    await expect(boxField(page)).toBeFocused()
    await expect.poll(() => pendingWords(page)).toBe(words)
    await press(page, 'Escape')
    await expect(text(page)).toBeFocused()
    await byPalette(page, 'Selections keep to')
  }
})
