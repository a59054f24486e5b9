import { spawn } from 'node:child_process'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Found } from './bridge'
import { commandLine, expect, runtime, test } from './launch'

test('the page has an origin of its own and is shown', async ({ launch }) => {
  const { app, page } = await launch()
  expect(await page.evaluate(() => location.origin)).toBe('app://pingdian')
  expect(await page.evaluate(() => isSecureContext && 'indexedDB' in window)).toBe(true)
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible())))
    .toEqual([true])
})

test('the page has nothing of Node and nothing of Electron but the bridge', async ({ launch }) => {
  const { page } = await launch()
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'].filter((name) => name in window),
  )
  expect(found).toEqual([])
})

test('a request is answered, and one that is not understood is answered by a problem', async ({ launch, folder }) => {
  const { page } = await launch()
  const facts = await page.evaluate(() => window.pingdian.facts())
  expect(facts).toMatchObject({ ok: true, value: { dataFolder: join(folder, 'data') } })
  const wrong = await page.evaluate(() => window.pingdian.ready('Klingon'))
  expect(wrong).toMatchObject({ ok: false, problem: { key: 'shell.badRequest' } })
})

test('only web and mail addresses leave for the system', async ({ launch }) => {
  const { app, page } = await launch()
  await app.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (address) => void opened.push(address)
  })
  const refused = await page.evaluate(() => window.pingdian.openAddress('file:///etc/passwd'))
  expect(refused).toMatchObject({ ok: false, problem: { key: 'shell.addressRefused' } })
  expect(await page.evaluate(() => window.pingdian.openAddress('https://example.org/'))).toMatchObject({ ok: true })
  expect(await app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)).toEqual([
    'https://example.org/',
  ])
})

test('the page opens no window and goes nowhere', async ({ launch }) => {
  const { app, page } = await launch()
  await app.evaluate(({ shell }) => {
    shell.openExternal = async () => undefined
  })
  expect(await page.evaluate(() => window.open('https://example.com/') === null)).toBe(true)
  expect(await page.evaluate(() => window.open('app://pingdian/') === null)).toBe(true)
  for (const address of ['https://example.com/', 'file:///etc/passwd', 'app://other/', 'data:text/html,x'])
    await page.evaluate((to) => {
      location.href = to
    }, address)
  await page.evaluate(() => {
    const frame = document.createElement('iframe')
    frame.src = 'https://example.com/'
    document.body.append(frame)
  })
  expect(await page.evaluate(() => location.origin)).toBe('app://pingdian')
  expect(app.windows()).toHaveLength(1)
})

test('the policy refuses the network, inline scripts and evaluated text', async ({ launch }) => {
  const { page } = await launch()
  const fetched = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'fetched',
      (error: Error) => error.name,
    ),
  )
  expect(fetched).toBe('TypeError')
  const ran = await page.evaluate(async () => {
    const refusals: string[] = []
    document.addEventListener('securitypolicyviolation', (event) => refusals.push(event.effectiveDirective))
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    const evaluate = document.createElement('a')
    evaluate.setAttribute('onclick', 'window.ran = true')
    evaluate.click()
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    return { ran: 'ran' in window, refusals }
  })
  expect(ran.ran).toBe(false)
  expect(ran.refusals).toContain('script-src-elem')
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})

test('each load of the page has a nonce of its own', async ({ launch }) => {
  const { page } = await launch()
  const nonces = await page.evaluate(async () => {
    const load = async () => /nonce="([^"]+)"/.exec(await (await fetch('/')).text())?.[1]
    return [await load(), await load()]
  })
  expect(nonces[0]).not.toBe('__CSP_NONCE__')
  expect(nonces[0]).toHaveLength(24)
  expect(nonces[0]).not.toBe(nonces[1])
})

test('files outside the served folder are not served', async ({ launch }) => {
  const { page } = await launch()
  const statuses = await page.evaluate(async () => {
    const paths = ['/..%2f..%2fpackage.json', '/%2e%2e/electron/main.cjs', '/..%5c..%5cpackage.json', '/none.js']
    return Promise.all(paths.map(async (path) => (await fetch(path)).status))
  })
  expect(statuses).toEqual([404, 404, 404, 404])
})

test('permissions are denied, save that the library may ask to be kept', async ({ launch }) => {
  const { page } = await launch()
  const answers = await page.evaluate(async () => {
    const place = await new Promise((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('given'),
        (error) => done(error.code === error.PERMISSION_DENIED ? 'denied' : 'other'),
      ),
    )
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'] as PermissionName[]
    const states = await Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state))
    return { place, states: [...new Set(states)], notices: await Notification.requestPermission() }
  })
  expect(answers).toEqual({ place: 'denied', states: ['denied'], notices: 'denied' })
  expect(await page.evaluate(() => navigator.storage.persist())).toBe(true)
})

test('a second start hands its files over and ends', async ({ launch, folder }) => {
  const path = join(folder, '讲话.txt')
  await writeFile(path, '各族群众要像石榴籽一样紧紧抱在一起。')
  const { app } = await launch()
  await app.evaluate(({ app: electronApp }) => {
    const heard = new Promise((done) => {
      electronApp.once('second-instance', (_event, _argv, _cwd, data) => done(data))
    })
    Object.assign(globalThis, { heard })
  })
  const second = spawn(runtime().executable, commandLine({ userData: join(folder, 'data'), files: ['讲话.txt'] }), {
    cwd: folder,
    stdio: 'ignore',
  })
  const code = await new Promise((done) => second.once('exit', done))
  expect(code).toBe(0)
  expect(await app.evaluate(() => (globalThis as unknown as { heard: Promise<unknown> }).heard)).toEqual({
    files: [path],
  })
  await expect
    .poll(() =>
      app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('recent')?.submenu?.items[0]?.label),
    )
    .toBe('讲话.txt')
})

test('nothing is asked of any address but our own', async ({ launch }) => {
  const { page } = await launch()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.reload()
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter((address) => !/^(app:\/\/pingdian\/|data:|blob:app:\/\/pingdian\/)/.test(address))).toEqual([])
})

test('the window opens where it stood', async ({ launch }) => {
  const first = await launch()
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 90, width: 1000, height: 700 }),
  )
  await first.close()
  const second = await launch()
  const bounds = await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(bounds).toMatchObject({ width: 1000, height: 700 })
})

test('files of a second start reach the window with their bytes', async ({ launch, folder }) => {
  const path = join(folder, '讲话.txt')
  await writeFile(path, '各族群众要像石榴籽一样紧紧抱在一起。')
  const { page } = await launch()
  await page.evaluate(() => {
    const heard = new Promise((done) => window.pingdian.onFiles(done))
    Object.assign(window, { heard })
  })
  const second = spawn(runtime().executable, commandLine({ userData: join(folder, 'data'), files: [path] }), {
    stdio: 'ignore',
  })
  await new Promise((done) => second.once('exit', done))
  const heard = await page.evaluate(async () => {
    const { files } = await (window as unknown as { heard: Promise<Found> }).heard
    const read = await Promise.all(files.map(({ id }) => window.pingdian.readFound(id)))
    return read.map(({ value }) => value && { name: value.name, text: new TextDecoder().decode(value.bytes) })
  })
  expect(heard).toEqual([{ name: '讲话.txt', text: '各族群众要像石榴籽一样紧紧抱在一起。' }])
  const other = await page.evaluate(() => window.pingdian.readFound(1))
  expect(other).toMatchObject({ ok: false, problem: { key: 'shell.neverFound' } })
})

test('one file is saved where the reader says, and nothing else is left there', async ({ launch, folder }) => {
  const { app, page } = await launch()
  const out = join(folder, 'out')
  await mkdir(out)
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    },
    join(out, '摘录.md'),
  )
  const saved = await page.evaluate(() =>
    window.pingdian.saveFiles({ files: [{ name: 'x.md', bytes: new TextEncoder().encode('强首府') }] }),
  )
  expect(saved).toEqual({ ok: true, value: { path: join(out, '摘录.md'), count: 1 } })
  expect(await readdir(out)).toEqual(['摘录.md'])
  expect(await readFile(join(out, '摘录.md'), 'utf8')).toBe('强首府')
})

test('several files go into a folder and replace nothing without being told to', async ({ launch, folder }) => {
  const { app, page } = await launch()
  const out = join(folder, 'out')
  await mkdir(out)
  await writeFile(join(out, 'a.md'), 'mine')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
  }, out)
  const saved = await page.evaluate(() => {
    const bytes = new TextEncoder().encode('new')
    return window.pingdian.saveFiles({ files: ['a.md', 'b/c.md', 'b/c.md'].map((name) => ({ name, bytes })) })
  })
  expect(saved).toEqual({ ok: true, value: { path: out, count: 3 } })
  expect((await readdir(out)).sort()).toEqual(['a 2.md', 'a.md', 'b-c 2.md', 'b-c.md'])
  expect(await readFile(join(out, 'a.md'), 'utf8')).toBe('mine')
})

test('a file that cannot be written is told', async ({ launch, folder }) => {
  const { app, page } = await launch()
  await app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    },
    join(folder, 'none', 'a.md'),
  )
  const saved = await page.evaluate(() =>
    window.pingdian.saveFiles({ files: [{ name: 'a.md', bytes: new Uint8Array([1]) }] }),
  )
  expect(saved).toMatchObject({ ok: false, problem: { key: 'shell.unwritable' } })
})

test('files that are dropped on the window stand among the recent ones', async ({ launch, folder }) => {
  const path = join(folder, 'dropped.txt')
  await writeFile(path, 'x')
  const { app, page } = await launch()
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.id = 'for-test'
    document.body.append(input)
  })
  await page.locator('#for-test').setInputFiles(path)
  await page.evaluate(() => {
    const { files } = document.querySelector('#for-test') as HTMLInputElement
    window.pingdian.noteRecent([...(files ?? []), new File(['made here'], 'nowhere.txt')])
  })
  await expect
    .poll(() =>
      app.evaluate(({ Menu }) =>
        Menu.getApplicationMenu()
          ?.getMenuItemById('recent')
          ?.submenu?.items.map(({ toolTip }) => toolTip)
          .filter(Boolean),
      ),
    )
    .toEqual([path])
})

test('the window is asked before it closes', async ({ launch }) => {
  const { app, page } = await launch()
  const heard = page.waitForEvent('console', (message) => message.text() === 'asked to close')
  await page.evaluate(() => {
    window.pingdian.onClosing(() => console.log('asked to close'))
  })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await heard
  await app.waitForEvent('close')
})

test('a killed app leaves no process and starts again on the same data folder', async ({ launch }) => {
  const first = await launch()
  await first.kill()
  const second = await launch()
  expect(await second.page.evaluate(() => location.origin)).toBe('app://pingdian')
})
