import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CDPSession, Page } from '@playwright/test'
import { box, boxField, step } from './desk'
import { expect, test } from './launch'
import { digest, readLibrary, stepsDone } from './library'
import { settled } from './screen'
import { click, drag, plainText, rangeOf, text } from './text'

// Input methods, paste and drop: the text stands, and what is composed is not taken for keys.

const ENGLISH = { args: ['--lang=en-US'] }
const WORDS = '这次会议的主要任务是'

const keysOfThePage = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page)

const compose = (session: CDPSession, words: string) =>
  session.send('Input.imeSetComposition', { text: words, selectionStart: words.length, selectionEnd: words.length })

/** A key as it comes while an input method has it: named by code 229. */
async function keyOfInputMethod(session: CDPSession, key: string, code: string): Promise<void> {
  const named = { key, code, windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...named })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...named })
}

test('composing, pasting and dropping words on the text changes nothing and fires no command', async ({ launch }) => {
  const { app, page } = await launch(ENGLISH)
  const before = { text: await plainText(page), stored: digest((await settled(page)).library) }
  const { start } = await rangeOf(page, WORDS)
  await click(page, start + 2)
  await expect(text(page)).toBeFocused()
  const session = await keysOfThePage(page)
  await compose(session, 'h')
  await keyOfInputMethod(session, 'h', 'KeyH')
  await compose(session, 'hao')
  await keyOfInputMethod(session, 'Enter', 'Enter')
  await session.send('Input.insertText', { text: '好' })
  await app.evaluate(({ BrowserWindow, clipboard }) => {
    clipboard.writeText('pasted words')
    const page = BrowserWindow.getAllWindows()[0]?.webContents
    page?.paste()
    page?.cut()
  })
  const data = { items: [{ mimeType: 'text/plain', data: 'dropped words' }], dragOperationsMask: 1 }
  const at = (await text(page).boundingBox()) ?? { x: 0, y: 0 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: at.x + 200, y: at.y + 80, data })
  await expect(box(page)).toHaveCount(0)
  expect(await plainText(page)).toBe(before.text)
  expect(digest((await settled(page)).library)).toBe(before.stored)
})

test('keys pressed while the box is composing neither choose nor close', async ({ launch }) => {
  const { page } = await launch(ENGLISH)
  const range = await rangeOf(page, WORDS)
  await drag(page, range)
  await expect(boxField(page)).toBeFocused()
  const before = await stepsDone(page)
  const session = await keysOfThePage(page)
  await compose(session, 'gang')
  await keyOfInputMethod(session, 'Enter', 'Enter')
  await keyOfInputMethod(session, '1', 'Digit1')
  await keyOfInputMethod(session, 'Escape', 'Escape')
  await expect(box(page)).toBeVisible()
  expect(await stepsDone(page)).toBe(before)
  await session.send('Input.insertText', { text: '港口' })
  await expect(boxField(page)).toHaveValue('港口')
  await step(page, () => page.keyboard.press('Enter'))
  expect((await readLibrary(page)).themes.map(({ name }) => name)).toContain('港口')
})

test('words that are dropped on the window are not taken for files', async ({ launch, folder }) => {
  const { page } = await launch(ENGLISH)
  await writeFile(join(folder, 'a.txt'), 'a')
  const before = digest((await settled(page)).library)
  const session = await keysOfThePage(page)
  const data = { items: [{ mimeType: 'text/uri-list', data: 'https://example.com/' }], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 500, y: 300, data })
  expect(await page.evaluate(() => location.origin)).toBe('app://pingdian')
  expect(digest((await settled(page)).library)).toBe(before)
})
