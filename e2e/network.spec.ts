import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { box, chooseInBox, finish, importReport, said, step } from './desk'
import { SAVED_PAGE } from './documents'
import { exportAs } from './exports'
import { expect, test } from './launch'
import { click, drag, rangeOf, text } from './text'

const OURS = /^(app:\/\/pingdian\/|data:|blob:app:\/\/pingdian\/)/

/** What Chromium's own record of the network names as an address that was asked for, or a host that was looked up. */
async function askedOfTheNetwork(path: string): Promise<string[]> {
  const { constants, events } = JSON.parse(await readFile(path, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> }
    events: { type: number; params?: { url?: string; host?: string; address_list?: string[]; address?: string } }[]
  }
  const wanted = ['URL_REQUEST_START_JOB', 'HOST_RESOLVER_MANAGER_REQUEST', 'TCP_CONNECT_ATTEMPT', 'UDP_CONNECT']
  const types = new Set(wanted.map((name) => constants.logEventTypes[name]))
  expect(types.has(undefined as never), 'Chromium names its events otherwise now').toBe(false)
  return events
    .filter(({ type }) => types.has(type))
    .flatMap(({ params }) => params?.url ?? params?.host ?? params?.address ?? params?.address_list ?? [])
}

test('a whole journey asks nothing of any address but our own', async ({ launch, folder }) => {
  const log = join(folder, 'network.json')
  await mkdir(join(folder, 'out'))
  const { app, page, close } = await launch({
    args: ['--lang=en-US', `--log-net-log=${log}`, '--net-log-capture-mode=Everything'],
    files: [SAVED_PAGE],
  })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await app.evaluate(({ session, shell }) => {
    const seen: string[] = []
    const outside: string[] = []
    Object.assign(globalThis, { seen, outside })
    session.defaultSession.webRequest.onCompleted(({ url }) => void seen.push(url))
    session.defaultSession.webRequest.onErrorOccurred(({ url }) => void seen.push(url))
    shell.openExternal = async (address) => void outside.push(address)
  })
  await expect(importReport(page)).toBeVisible()
  await finish(page)
  await page.reload()
  await expect(text(page)).toContainText('一個舊的船燈')

  await drag(page, await rangeOf(page, '一個舊的船燈'))
  await expect(box(page)).toBeVisible()
  await step(page, () => chooseInBox(page, '燈 Lamp'))
  await exportAs(app, page, 'Markdown', join(folder, 'out', 'markdown'))
  await page.keyboard.press('F1')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'View' }).click()
  await page.getByRole('menuitem', { name: 'About this library' }).click()
  await expect(page.getByRole('dialog')).toContainText('The program opens no network connection.')
  await page.keyboard.press('Escape')

  await page.keyboard.down('Control')
  await click(page, (await rangeOf(page, '計劃書')).start + 1)
  await page.keyboard.up('Control')
  const outside = () => app.evaluate(() => (globalThis as unknown as { outside: string[] }).outside)
  await expect.poll(outside).toEqual(['https://example.invalid/plan'])
  await expect(said(page)).toBeVisible()

  const seen = await app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)
  expect(asked.length).toBeGreaterThan(0)
  expect(seen.length).toBeGreaterThan(0)
  expect([...asked, ...seen].filter((address) => !OURS.test(address))).toEqual([])
  await close()
  const network = await askedOfTheNetwork(log)
  expect(network.filter((address) => !OURS.test(address))).toEqual([])
})
