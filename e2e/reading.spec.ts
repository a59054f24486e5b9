import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import {
  answerOpenDialog,
  box,
  boxField,
  chooseInBox,
  dropFiles,
  finish,
  importReport,
  newProject,
  openTitle,
  said,
  step,
} from './desk'
import { isThere, REAL, type TrialDocument, WRITTEN } from './documents'
import { byPosition, byQuote, exportAs, selectorsOf } from './exports'
import { expect, test } from './launch'
import { digest, problemsOf, readLibrary, textOf } from './library'
import { openDocument, type Shown, settled } from './screen'
import { blocks, click, drag, firstShown, pendingWords, plainText, selected, still, text } from './text'

// The main job from end to end, on each document: bring in, mark, tag, note, undo, redo, quit, come back, take out.

const ENGLISH = ['--lang=en-US']
const LONG = 60

/** Where the blocks that are long enough to be marked begin. */
async function longBlocks(page: Page): Promise<number[]> {
  const starts: number[] = []
  let at = 0
  for (const block of await blocks(page)) {
    if (block.length >= LONG) starts.push(at)
    at += block.length + 1
  }
  return starts
}

/** The first place from `offset` on that lies inside a word. */
async function insideWord(page: Page, offset: number): Promise<number> {
  return offset + (await plainText(page)).slice(offset).search(/(?<=\p{L})\p{L}/u)
}

/** The highlight that is chosen in the text; null when none is. */
const chosen = (page: Page): Promise<string | null> =>
  text(page).evaluate((root) => root.querySelector<HTMLElement>('mark.chosen')?.dataset.highlight ?? null)

/**
 * Clicks a place where highlights lie over each other until `id` is chosen. Each click is a character further on: at the
 * very same place the second would be a double click.
 */
async function choose(page: Page, id: string, offset: number): Promise<void> {
  for (let times = 0; times < 3 && (await chosen(page)) !== id; times += 1) {
    const before = await chosen(page)
    await click(page, offset + times * 2)
    await expect.poll(() => chosen(page)).not.toBe(before)
  }
  expect(await chosen(page)).toBe(id)
}

/** A state that undo and redo have to come back to. */
interface State {
  readonly stored: string
  readonly marks: Shown['marks']
  readonly themes: Shown['themes']
}

async function state(page: Page): Promise<State> {
  const { library, shown } = await settled(page)
  return { stored: digest(library), marks: shown.marks, themes: shown.themes }
}

async function bringIn(app: ElectronApplication, page: Page, { way, path, reported }: TrialDocument): Promise<void> {
  if (way === 'open dialog') {
    await answerOpenDialog(app, [path])
    await page.keyboard.press('Control+o')
  } else if (way === 'drop') await dropFiles(page, [path])
  await expect(said(page)).toContainText('Brought in 1 document')
  if (reported) {
    await expect(importReport(page)).toContainText('1 of 1 file was brought in.')
    await finish(page)
  }
  await expect(openTitle(page)).toBeVisible()
}

/** Twelve steps of marking; the state before the first and after each. */
async function work(page: Page): Promise<State[]> {
  const states: State[] = []
  const does = async (act: () => Promise<unknown>): Promise<void> => {
    await step(page, act)
    states.push(await state(page))
  }
  const ids = async (): Promise<string[]> => (await settled(page)).shown.marks.map(({ id }) => id)
  const newest = async (before: readonly string[]): Promise<string> => {
    const made = (await ids()).find((id) => !before.includes(id))
    if (!made) throw new Error('A new highlight was expected.')
    return made
  }
  await expect.poll(async () => (await longBlocks(page)).length, 'the text is on the page').toBeGreaterThan(2)
  const [, second = 0, first = 0] = await longBlocks(page)
  const overlap = first + 18
  states.push(await state(page))
  const none = await ids()

  await test.step('1: the mouse marks, and a new theme is made', async () => {
    await drag(page, { start: first + 4, end: first + 24 })
    await expect(box(page)).toBeVisible()
    await does(() => chooseInBox(page, '产业集群'))
    await expect(box(page)).toHaveCount(0)
  })
  const one = await newest(none)

  await test.step('2: a double click selects a word, pinyin initials find the theme', async () => {
    await click(page, await insideWord(page, second + 10), { count: 2 })
    await expect(boxField(page)).toBeFocused()
    await expect.poll(() => pendingWords(page)).toMatch(/^[\p{L}\p{N}]+$/u)
    await page.keyboard.type('cyjq')
    await expect(box(page).getByRole('option').first()).toContainText('产业集群')
    await does(() => page.keyboard.press('Enter'))
  })
  const two = await newest([...none, one])

  await test.step('3: the keyboard alone marks a sentence', async () => {
    await expect(text(page)).toBeFocused()
    await expect(page.locator('.caret')).toBeVisible()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Shift+ArrowRight')
    const first = await firstShown(page)
    expect(await selected(page)).toEqual({ start: first, end: first + 1 })
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowDown')
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift+ArrowRight')
    const some = await selected(page)
    expect(some && some.end - some.start).toBe(3)
    await page.keyboard.press('ArrowLeft')
    expect(await selected(page)).toBeNull()
    await page.keyboard.press('s')
    expect(await selected(page)).not.toBeNull()
    await page.keyboard.press('Enter')
    await does(() => chooseInBox(page, '口号 Slogans'))
  })
  const three = await newest([...none, one, two])

  await test.step('4: an overlap, with the theme used last by its digit', async () => {
    await drag(page, { start: first + 12, end: first + 32 })
    await expect(boxField(page)).toBeFocused()
    const rows = box(page).getByRole('option')
    await expect(rows.first()).toContainText('口号 Slogans')
    await page.keyboard.press('ArrowDown')
    await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true')
    await expect(rows.first()).toHaveAttribute('aria-selected', 'false')
    const second = (await rows.nth(1).getAttribute('id')) ?? ''
    await expect(boxField(page)).toHaveAttribute('aria-activedescendant', second)
    await page.keyboard.press('ArrowUp')
    await expect(rows.first()).toHaveAttribute('aria-selected', 'true')
    await does(() => page.keyboard.press('1'))
    await expect(page.locator('.caret')).toBeVisible()
  })
  const four = await newest([...none, one, two, three])

  await test.step('5 and 6: a third overlap, with two themes in one go', async () => {
    await drag(page, { start: first + 16, end: first + 28 })
    await expect(boxField(page)).toBeFocused()
    await page.keyboard.type('cyjq')
    await expect(box(page).getByRole('option').first()).toContainText('产业集群')
    await does(() => page.keyboard.press('Control+Enter'))
    await expect(box(page)).toBeVisible()
    await does(() => chooseInBox(page, '数目 / 三'))
    await expect(box(page)).toHaveCount(0)
  })
  const five = await newest([...none, one, two, three, four])

  await test.step('all three overlapping highlights are seen, and reached by clicks and by a key', async () => {
    const nested = await text(page).evaluate(
      (root, wanted) => {
        const pieces = [...root.querySelectorAll('mark mark mark')]
        return pieces.some((piece) => {
          const around = [...wanted].filter((id) => piece.closest(`mark[data-highlight="${id}"]`))
          return around.length === wanted.length
        })
      },
      [one, four, five],
    )
    expect(nested).toBe(true)
    const reached = new Set<string | null>()
    for (let times = 0; times < 3; times += 1) {
      const before = await chosen(page)
      await click(page, overlap + times * 2)
      await expect.poll(() => chosen(page)).not.toBe(before)
      reached.add(await chosen(page))
    }
    expect([...reached].sort()).toEqual([one, four, five].sort())
    const byKey = new Set<string | null>()
    for (let times = 0; times < 3; times += 1) {
      const before = await chosen(page)
      await page.keyboard.press('u')
      await expect.poll(() => chosen(page)).not.toBe(before)
      byKey.add(await chosen(page))
    }
    expect([...byKey].sort()).toEqual([one, four, five].sort())
  })

  await test.step('7: one of two themes is taken away', async () => {
    await choose(page, five, overlap)
    await does(() => page.getByRole('button', { name: 'Take “产业集群” away' }).click())
    const card = (await settled(page)).shown.cards.find(({ id }) => id === five)
    expect(card?.themes).toEqual(['三'])
  })

  await test.step('8: the chosen highlight is set to a selection from the box', async () => {
    await choose(page, one, overlap)
    await drag(page, { start: first + 2, end: first + 20 })
    await expect(box(page).getByRole('button', { name: /^Resize highlight/ })).toBeVisible()
    await expect(boxField(page)).toBeFocused()
    await does(() => page.keyboard.press('Alt+e'))
    const { passage } = (await readLibrary(page)).highlights.find(({ id }) => id === one) ?? {}
    expect(passage).toMatchObject({ start: first + 2, end: first + 20 })
  })

  await test.step('9: and from the keyboard', async () => {
    await expect.poll(() => selected(page)).toEqual({ start: first + 2, end: first + 20 })
    await expect(text(page)).toBeFocused()
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Shift+ArrowRight')
    await does(() => page.keyboard.press('e'))
    const { passage } = (await readLibrary(page)).highlights.find(({ id }) => id === one) ?? {}
    expect(passage).toMatchObject({ start: first + 2, end: first + 23 })
  })

  await test.step('10: a note is typed, and stored as it was typed', async () => {
    await choose(page, four, first + 30)
    await page.keyboard.press('n')
    await expect(page.getByRole('textbox', { name: 'Note on this highlight' })).toBeFocused()
    await step(page, async () => {
      await page.keyboard.type('“统筹”一词 appears *here*')
      await page.keyboard.press('Enter')
      await page.keyboard.type('=1+1, "quoted" 𠮷😃')
      await expect
        .poll(async () => (await readLibrary(page)).notes.find(({ about }) => about.id === four)?.text)
        .toBe('“统筹”一词 appears *here*\n=1+1, "quoted" 𠮷😃')
    })
    await page.keyboard.press('Escape')
    await expect(text(page)).toBeFocused()
    await expect(page.locator('.highlights-pane .note')).toContainText('appears here')
    states.push(await state(page))
  })

  await test.step('11: a highlight is removed', async () => {
    await choose(page, two, (await readLibrary(page)).highlights.find(({ id }) => id === two)?.passage.start ?? 0)
    await does(() => page.keyboard.press('Delete'))
    expect(await ids()).not.toContain(two)
  })

  await test.step('12: a paragraph is tagged with the last theme by one key', async () => {
    await click(page, second + 2)
    await page.keyboard.press('p')
    await does(() => page.keyboard.press('r'))
  })
  return states
}

async function undoAndRedo(page: Page, states: readonly State[]): Promise<void> {
  for (let at = states.length - 2; at >= 0; at -= 1) {
    await step(page, () => page.keyboard.press('Control+z'), -1)
    await expect(said(page)).toContainText('Undone:')
    expect(await state(page), `after undo ${states.length - 1 - at}`).toEqual(states[at])
  }
  for (let at = 1; at < states.length; at += 1) {
    await step(page, () => page.keyboard.press('Control+Shift+z'))
    expect(await state(page), `after redo ${at}`).toEqual(states[at])
  }
}

/** Scrolls some way down and waits until the place is remembered: the offset of the line at the top. */
async function scrollSomewhere(page: Page): Promise<number> {
  await page.locator('.reader-scroll').hover({ position: { x: 300, y: 300 } })
  await page.mouse.wheel(0, 437)
  await still(page)
  const place = async (): Promise<number> => {
    const library = await readLibrary(page)
    return library.places.find(({ id }) => id === openDocument(library))?.offset ?? 0
  }
  await expect.poll(place).toBeGreaterThan(0)
  return place()
}

/** How far below the reader's upper edge the line with the character at `offset` begins, in CSS pixels. */
const distanceFromTop = (page: Page, offset: number): Promise<number> =>
  text(page).evaluate((root, wanted) => {
    const frame = (root.closest('.reader-scroll') as Element).getBoundingClientRect()
    let at = 0
    for (const block of root.querySelectorAll('.block')) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        if (wanted < at + node.length) {
          const range = document.createRange()
          range.setStart(node, wanted - at)
          range.setEnd(node, wanted - at + 1)
          return range.getBoundingClientRect().top - frame.top
        }
        at += node.length
      }
      at += 1
    }
    return Number.NaN
  }, offset)

async function takeOut(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const { library } = await settled(page)
  const document = library.documents.find(({ id }) => id === openDocument(library))
  if (!document) throw new Error('The open document was expected to be stored.')
  const whole = textOf(library, document)
  const passages = library.highlights.filter((each) => each.document === document.id).map(({ passage }) => passage)
  expect(passages.length).toBeGreaterThan(3)

  const markdown = (await exportAs(app, page, 'Markdown', join(folder, 'markdown'))).toString('utf8')
  const unmarked = (words: string): string => words.replace(/[\\>\s]/g, '')
  for (const { quote } of passages) expect(unmarked(markdown)).toContain(unmarked(quote))
  expect(markdown).toContain('产业集群')
  expect(markdown).toContain('𠮷😃')

  const csv = await exportAs(app, page, 'Table (CSV)', join(folder, 'csv'))
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const table = csv.subarray(3).toString('utf8')
  for (const { quote } of passages) expect(table).toContain(quote.replaceAll('"', '""'))

  const json = (await exportAs(app, page, 'W3C Web Annotation', join(folder, 'json'))).toString('utf8')
  const selectors = selectorsOf(json)
  const ranges = passages.map(({ start, end }) => ({ start, end }))
  const inOrder = <R extends { start: number; end: number } | null>(all: readonly R[]): R[] =>
    [...all].sort((a, b) => (a?.start ?? 0) - (b?.start ?? 0) || (a?.end ?? 0) - (b?.end ?? 0))
  expect(inOrder(selectors.map((each) => byPosition(whole, each)))).toEqual(inOrder(ranges))
  expect(inOrder(selectors.map((each) => byQuote(whole, each)))).toEqual(inOrder(ranges))
}

for (const document of [...WRITTEN, ...REAL]) {
  test(`the whole way is gone on ${document.name}, brought in by ${document.way}`, async ({ launch, folder }) => {
    test.skip(!isThere(document), `${document.name} does not lie beside this checkout`)
    const fromLine = document.way === 'command line'
    const first = await launch({ args: ENGLISH, files: fromLine ? [document.path] : [] })
    if (!fromLine) await newProject(first.page, 'Close reading')
    await bringIn(first.app, first.page, document)
    const states = await work(first.page)
    expect(states).toHaveLength(13)
    await undoAndRedo(first.page, states)
    const place = await scrollSomewhere(first.page)
    const [before, title] = [await state(first.page), await openTitle(first.page).innerText()]
    await first.close()

    const { app, page } = await launch({ args: ENGLISH })
    await expect(openTitle(page)).toHaveText(title)
    expect(await state(page)).toEqual(before)
    expect(problemsOf(await readLibrary(page))).toEqual([])
    await still(page)
    expect(Math.abs((await distanceFromTop(page, place)) - 24)).toBeLessThan(12)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await state(page)).stored).toBe(states[11]?.stored)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await state(page)).stored).toBe(states[12]?.stored)
    await takeOut(app, page, folder)
  })
}
