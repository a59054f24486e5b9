import { expect, test } from 'vitest'
import { COMMANDS, type CommandId } from './commands'
import { changed, commandOfKey, refusalOf, shortcutsWith, usualShortcut } from './shortcuts'

const usual = shortcutsWith({})

test('no two commands have the same usual key', () => {
  const keys = COMMANDS.flatMap(({ id }) => usualShortcut(id) ?? [])
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  expect(usual.size).toBe(keys.length)
})

test('a chosen key replaces the usual one, and null takes it away', () => {
  const keys = shortcutsWith({ 'passage.note': 'Mod+Shift+Y', 'passage.next': null })
  expect(keys.get('passage.note')).toBe('Mod+Shift+Y')
  expect(keys.has('passage.next')).toBe(false)
  expect(keys.get('passage.previous')).toBe(usual.get('passage.previous'))
})

test('a usual key gives way to one that was chosen for another command', () => {
  const keys = shortcutsWith({ 'passage.note': 'H' })
  expect(keys.get('passage.note')).toBe('H')
  expect(keys.has('passage.highlight')).toBe(false)
})

test('a key that another command has is refused, and the other is named', () => {
  expect(refusalOf(usual, 'passage.note', 'H')).toEqual({ key: 'keys.taken', command: 'passage.highlight' })
  expect(refusalOf(usual, 'view.larger', 'Mod+Z')).toEqual({ key: 'keys.taken', command: 'edit.undo' })
  expect(refusalOf(usual, 'passage.note', '?')).toEqual({ key: 'keys.taken', command: 'help.keys' })
  expect(refusalOf(usual, 'passage.highlight', 'H')).toBeNull()
})

test('a key that was freed can be given to another command', () => {
  const free = shortcutsWith({ 'passage.highlight': null })
  expect(refusalOf(free, 'passage.note', 'H')).toBeNull()
})

test('keys for moving, copying and leaving belong to no command', () => {
  for (const key of ['Tab', 'Escape', 'ArrowUp', 'Shift+ArrowLeft', 'Mod+C', 'Mod+A', 'Home'])
    expect(refusalOf(usual, 'passage.note', key)).toEqual({ key: 'keys.kept' })
})

test('what works everywhere must not be in the way of typing', () => {
  expect(refusalOf(usual, 'file.export', 'Y')).toEqual({ key: 'keys.typing' })
  expect(refusalOf(usual, 'file.export', 'Shift+Y')).toEqual({ key: 'keys.typing' })
  for (const key of ['Mod+Shift+Y', 'Alt+Y', 'F9', 'Shift+F9']) expect(refusalOf(usual, 'file.export', key)).toBeNull()
  expect(refusalOf(usual, 'passage.note', 'Y')).toBeNull()
})

test('only what differs from the usual is a change', () => {
  const some = changed({}, 'passage.note', 'Y')
  expect(some).toEqual({ 'passage.note': 'Y' })
  expect(changed(some, 'passage.note', usualShortcut('passage.note'))).toEqual({})
  expect(changed(some, 'passage.next', null)).toEqual({ 'passage.note': 'Y', 'passage.next': null })
  const without = COMMANDS.find((command) => !('shortcut' in command))?.id as CommandId
  expect(changed({ [without]: 'F9' }, without, null)).toEqual({})
})

test('a letter or digit alone names the command that has it, whatever its case, and no other', () => {
  expect(commandOfKey(usual, 'h')?.id).toBe('passage.highlight')
  expect(commandOfKey(usual, 'Ｈ')?.id).toBe('passage.highlight')
  for (const key of ['1', 'q', '', 'z']) expect(commandOfKey(usual, key)).toBeNull()
  expect(commandOfKey(shortcutsWith({ 'passage.highlight': null }), 'h')).toBeNull()
})
