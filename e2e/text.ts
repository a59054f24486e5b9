import { expect, type Page } from '@playwright/test'

// The text on the page, pointed at by UTF-16 offsets into the document's plain text, with the real mouse.

export interface Range {
  readonly start: number
  readonly end: number
}

/** A character's place on the screen, in viewport pixels. */
interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** The text of the open document. */
export const text = (page: Page) => page.locator('.page-text')

/** The blocks of the open document as they are shown. */
export const blocks = (page: Page): Promise<string[]> =>
  page.locator('.page-text .block').evaluateAll((all) => all.map((block) => block.textContent ?? ''))

/** The open document's plain text as it is shown. */
export const plainText = async (page: Page): Promise<string> => (await blocks(page)).join('\n')

/** The offset of the first character that is shown: before it may be debris of a page, folded. */
export const firstShown = (page: Page): Promise<number> =>
  text(page).evaluate((root) => {
    let at = 0
    for (const block of root.querySelectorAll('.block')) {
      const length = block.textContent?.length ?? 0
      if (length > 0 && block.getBoundingClientRect().height > 0) return at
      at += length + 1
    }
    return 0
  })

/** Where words stand; they must stand there, and once. */
export async function rangeOf(page: Page, words: string): Promise<Range> {
  const whole = await plainText(page)
  const start = whole.indexOf(words)
  if (start < 0 || whole.includes(words, start + 1)) throw new Error(`“${words}” must stand once in the text.`)
  return { start, end: start + words.length }
}

/** Where the character at `offset` is on the screen; null where nothing is drawn (a line end). */
const boxOf = (page: Page, offset: number): Promise<Box | null> =>
  text(page).evaluate((root, wanted) => {
    let at = 0
    for (const block of root.querySelectorAll('.block')) {
      const length = block.textContent?.length ?? 0
      if (wanted < at + length) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          if (wanted < at + node.length) {
            const range = document.createRange()
            range.setStart(node, wanted - at)
            range.setEnd(node, wanted - at + 1)
            const rect = [...range.getClientRects()].at(-1)
            return rect ? { left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom } : null
          }
          at += node.length
        }
      }
      at += length + 1
    }
    return null
  }, offset)

/** Turns the wheel until the character at `offset` stands in the upper half of the window. */
async function bringIntoView(page: Page, offset: number): Promise<void> {
  const frame = await page.locator('.reader-scroll').boundingBox()
  if (!frame) throw new Error('The reader was expected to be on the screen.')
  const [top, bottom] = [frame.y + 40, frame.y + frame.height * 0.55]
  await expect(async () => {
    const box = await boxOf(page, offset)
    if (!box) throw new Error(`Nothing is drawn at ${offset}.`)
    if (box.top >= top && box.bottom <= bottom) return
    await page.mouse.move(frame.x + frame.width / 2, frame.y + 60)
    const before = await scrolled(page)
    await page.mouse.wheel(0, box.top - (frame.y + frame.height * 0.3))
    const after = await still(page)
    if (after === before) return // At an end: it cannot stand higher or lower.
    const now = await boxOf(page, offset)
    expect(now?.top).toBeGreaterThanOrEqual(top)
    expect(now?.bottom).toBeLessThanOrEqual(bottom)
  }).toPass({ timeout: 10_000 })
}

const scrolled = (page: Page): Promise<number> => page.locator('.reader-scroll').evaluate((frame) => frame.scrollTop)

/** Waits until scrolling has come to rest, and says where. */
export const still = (page: Page): Promise<number> =>
  page.locator('.reader-scroll').evaluate(
    (frame) =>
      new Promise<number>((done) => {
        let [last, calm] = [frame.scrollTop, 0]
        const look = (): void => {
          calm = frame.scrollTop === last ? calm + 1 : 0
          last = frame.scrollTop
          if (calm > 6) done(last)
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
  )

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2

/** The place of the character at `offset`, once it is in view. */
async function placeOf(page: Page, offset: number): Promise<Box> {
  await bringIntoView(page, offset)
  const box = await boxOf(page, offset)
  if (!box) throw new Error(`Nothing is drawn at ${offset}.`)
  return box
}

/** Draws the pressed mouse across the text from the beginning of the range to its end. */
export async function drag(page: Page, { start, end }: Range): Promise<void> {
  await bringIntoView(page, start)
  const [first, last] = [await boxOf(page, start), await boxOf(page, end - 1)]
  if (!first || !last) throw new Error(`Nothing is drawn at ${start} or ${end - 1}.`)
  await page.mouse.move(first.left + 1, middle(first))
  await page.mouse.down()
  await page.mouse.move((first.left + last.right) / 2, middle(last), { steps: 3 })
  await page.mouse.move(last.right - 1, middle(last), { steps: 3 })
  await page.mouse.up()
  await twoFrames(page)
}

/** Clicks the character at `offset`: just right of its left edge, where the caret will stand before it. */
export async function click(page: Page, offset: number, options?: { readonly count?: number }): Promise<void> {
  const box = await placeOf(page, offset)
  await page.mouse.click(box.left + Math.min(2, (box.right - box.left) / 4), middle(box), {
    clickCount: options?.count ?? 1,
  })
  await twoFrames(page)
}

/** What a click means is known to the reader a frame after it; no hand types sooner, but a journey would. */
const twoFrames = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))))

/** The selection in the text, as offsets; null when nothing is selected. */
export const selected = (page: Page): Promise<Range | null> =>
  text(page).evaluate((root) => {
    const selection = getSelection()
    if (!selection || selection.isCollapsed || !root.contains(selection.anchorNode)) return null
    const offsetOf = (node: Node, inside: number): number => {
      let at = 0
      for (const block of root.querySelectorAll('.block')) {
        if (block.contains(node)) {
          const before = document.createRange()
          before.setStart(block, 0)
          before.setEnd(node, inside)
          return at + before.toString().length
        }
        at += (block.textContent?.length ?? 0) + 1
      }
      return at
    }
    const range = selection.getRangeAt(0)
    return {
      start: offsetOf(range.startContainer, range.startOffset),
      end: offsetOf(range.endContainer, range.endOffset),
    }
  })

/** The words that the box at the passage is for, while it has the focus. */
export const pendingWords = async (page: Page): Promise<string> =>
  (await page.locator('.page-text .pending').allTextContents()).join('')

/** The offset of the first character of the line at the top of the reader. */
export const offsetAtTop = (page: Page): Promise<number> =>
  text(page).evaluate((root) => {
    const frame = (root.closest('.reader-scroll') as Element).getBoundingClientRect()
    let at = 0
    for (const block of root.querySelectorAll('.block')) {
      const rect = block.getBoundingClientRect()
      if (rect.bottom > frame.top + 26) {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          for (let inside = 0; inside < node.length; inside += 1) {
            const range = document.createRange()
            range.setStart(node, inside)
            range.setEnd(node, inside + 1)
            if (range.getBoundingClientRect().bottom > frame.top + 26) return at + inside
          }
          at += node.length
        }
        return at
      }
      at += (block.textContent?.length ?? 0) + 1
    }
    return at
  })
