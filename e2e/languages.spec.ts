import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ElectronApplication, Page } from '@playwright/test'
import { openTitle } from './desk'
import { expect, test } from './launch'
import { text } from './text'

// Each interface language: chosen by the system, switched in the menu, kept across a restart; and every text is there.

interface Spoken {
  readonly system: string
  readonly lang: string
  readonly name: string
  readonly view: string
  readonly words: readonly string[]
  readonly menus: readonly string[]
}

const en: Omit<Spoken, 'system'> = {
  lang: 'en',
  name: 'English',
  view: 'View',
  words: ['Documents', 'Themes', 'Highlights', 'Bring in', 'Take out', 'Find, go to, command', 'Saved'],
  menus: ['File', 'Edit', 'View', 'Passage', 'Help'],
}
const zhHans: Omit<Spoken, 'system'> = {
  lang: 'zh-Hans',
  name: '简体中文',
  view: '视图',
  words: ['文献', '主题', '本篇标记', '引入', '导出', '查找、跳转、命令', '已保存'],
  menus: ['文件', '编辑', '视图', '选文', '帮助'],
}
const zhHant: Omit<Spoken, 'system'> = {
  lang: 'zh-Hant',
  name: '繁體中文',
  view: '檢視',
  words: ['文獻', '主題', '本篇標記', '匯入', '匯出', '尋找、前往、命令', '已儲存'],
  menus: ['檔案', '編輯', '檢視', '選文', '說明'],
}
const SYSTEMS: readonly Spoken[] = [
  { system: 'en-US', ...en },
  { system: 'zh-CN', ...zhHans },
  { system: 'zh-TW', ...zhHant },
]

type Catalogue = { readonly [key: string]: string | Catalogue }
const leaves = (catalogue: Catalogue, path = ''): string[] =>
  Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : leaves(value, `${path}${key}.`),
  )
const MESSAGES = fileURLToPath(new URL('../shared/messages/en.json', import.meta.url))
const KEYS = leaves(JSON.parse(readFileSync(MESSAGES, 'utf8')) as Catalogue).map((key) =>
  key.replace(/_(one|other)$/, ''),
)

/** What is said on the screen, to the eye or to a screen reader. */
const saidOnScreen = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const spoken = ['aria-label', 'placeholder', 'title', 'alt', 'aria-description', 'aria-valuetext']
    const said: string[] = []
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of spoken) said.push(element.getAttribute(name) ?? '')
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent ?? '')
    }
    return said.filter((words) => words.trim() !== '')
  })

/** No message is shown as its key, with its blanks, or not at all. */
async function everyWordIsThere(page: Page): Promise<void> {
  const said = await saidOnScreen(page)
  expect(said.filter((words) => words.includes('{{') || words.includes('$t('))).toEqual([])
  expect(said.filter((words) => KEYS.some((key) => words.includes(key)))).toEqual([])
}

const menus = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [])

async function speaks(app: ElectronApplication, page: Page, { lang, words, menus: titles }: Spoken): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', lang)
  for (const each of words) await expect(page.getByText(each, { exact: true }).first()).toBeVisible()
  await expect.poll(() => menus(app)).toEqual(expect.arrayContaining([...titles]))
}

async function chooseLanguage(page: Page, view: string, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: view, exact: true }).click()
  await everyWordIsThere(page)
  await page.getByRole('menuitemradio', { name }).click()
}

/** Opens every part of the window that opens by a key or a command, and looks at its words. */
async function everyPart(page: Page): Promise<void> {
  await everyWordIsThere(page)
  await text(page).focus()
  for (const keys of ['Control+k', 'F1', 'Control+e', 'Control+f']) {
    await page.keyboard.press(keys)
    await expect(page.locator('[role=dialog], [role=search], .find-bar').first()).toBeVisible()
    await everyWordIsThere(page)
    await page.keyboard.press('Escape')
    await expect(page.locator('[role=dialog]')).toHaveCount(0)
  }
  await page.keyboard.press('Control+Shift+h')
  await expect(page.locator('.history-pane [role=row]').first()).toBeVisible()
  await everyWordIsThere(page)
  await page.keyboard.press('Escape')
}

for (const spoken of SYSTEMS) {
  test(`a system in ${spoken.system} is spoken to in ${spoken.name}`, async ({ launch }) => {
    const { app, page } = await launch({ args: [`--lang=${spoken.system}`] })
    await expect(openTitle(page)).toBeVisible()
    await speaks(app, page, spoken)
    await everyPart(page)
  })
}

test('a system in Hong Kong is spoken to in Traditional Chinese', async ({ launch }) => {
  const { page } = await launch({ args: ['--lang=zh-HK'] })
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant')
})

test('the language is switched in the menu, at once and for good', async ({ launch }) => {
  const [english, simplified, traditional] = SYSTEMS as [Spoken, Spoken, Spoken]
  const first = await launch({ args: ['--lang=en-US'] })
  await chooseLanguage(first.page, english.view, simplified.name)
  await speaks(first.app, first.page, simplified)
  await chooseLanguage(first.page, simplified.view, traditional.name)
  await speaks(first.app, first.page, traditional)
  await first.close()
  const second = await launch({ args: ['--lang=en-US'] })
  await speaks(second.app, second.page, traditional)
  await chooseLanguage(second.page, traditional.view, english.name)
  await speaks(second.app, second.page, english)
})
