import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { COMMANDS } from '#shared/commands'
import { translator } from '#shared/messages/index'
import { shortcutsWith } from '#shared/shortcuts'
import { type MenuContent, menuTemplate } from './menu-template'

const content: MenuContent = {
  t: translator('en'),
  usable: new Set(['edit.undo']),
  shortcuts: shortcutsWith({}),
  recent: [],
  platform: 'linux',
  unpackaged: false,
  choose: () => undefined,
  open: () => undefined,
  clearRecent: () => undefined,
}

function items(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])
}
const item = (id: string, changes: Partial<MenuContent> = {}) =>
  items(menuTemplate({ ...content, ...changes })).find((one) => one.id === id)

test('every command stands in the menu once', () => {
  const ids = items(menuTemplate(content)).flatMap(({ id }) => (id && id !== 'recent' ? [id] : []))
  expect(ids.sort()).toEqual(COMMANDS.map(({ id }) => id).sort())
})

test('a command that cannot be used is grey', () => {
  expect(item('edit.undo')?.enabled).toBe(true)
  expect(item('edit.redo')?.enabled).toBe(false)
})

test('the keys of the reader are shown and not taken from the window', () => {
  const shown = COMMANDS.filter((command) => command.where === 'reader' && content.shortcuts.has(command.id))
  for (const { id } of shown) {
    expect(item(id)?.registerAccelerator, id).toBe(false)
    expect(item(id)?.accelerator, id).toBeTruthy()
    expect(item(id, { platform: 'darwin' })?.accelerator, id).toBeUndefined()
  }
})

test('keys that work everywhere are registered', () => {
  expect(item('edit.redo')).toMatchObject({ accelerator: 'CmdOrCtrl+Shift+Z' })
  expect(item('edit.redo')?.registerAccelerator).toBeUndefined()
  expect(item('go.back')).toMatchObject({ accelerator: 'Alt+Left' })
})

test('the keys are those that were chosen, in the form that Electron knows', () => {
  const shortcuts = shortcutsWith({ 'file.export': 'Mod++', 'file.import': 'Alt+ArrowUp', 'edit.undo': 'Mod+é' })
  expect(item('file.export', { shortcuts })?.accelerator).toBe('CmdOrCtrl+Plus')
  expect(item('file.import', { shortcuts })?.accelerator).toBe('Alt+Up')
  expect(item('edit.undo', { shortcuts })?.accelerator).toBeUndefined()
})

test('the recent documents are listed by name and an ampersand stays one', () => {
  const recent = item('recent', { recent: ['/home/me/A & B.txt'] })?.submenu as MenuItemConstructorOptions[]
  expect(recent[0]).toMatchObject({ label: 'A && B.txt', toolTip: '/home/me/A & B.txt' })
})

test('developer tools are offered only on a checkout', () => {
  const has = (unpackaged: boolean) =>
    items(menuTemplate({ ...content, unpackaged })).some(({ role }) => role === 'toggleDevTools')
  expect([has(true), has(false)]).toEqual([true, false])
})

test('the menu speaks Chinese', () => {
  expect(menuTemplate({ ...content, t: translator('zh-Hans') }).map(({ label }) => label)).toContain('文件')
})
