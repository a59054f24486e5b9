import { COMMANDS, type CommandId, type Shortcut } from '#shared/commands'
import { ALSO, type Shortcuts } from '#shared/shortcuts'
import { isField } from './typing'

const MAC = navigator.platform.startsWith('Mac')

const IN_READER: ReadonlySet<CommandId> = new Set(
  COMMANDS.filter(({ where }) => where === 'reader').map(({ id }) => id),
)

/** The key of an event: with Ctrl, Cmd or Alt the letter that is printed on it, whatever the layout makes of it. */
function keyOf({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent): string {
  if (key.length > 1) return key
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  const other = key > '\u007f' && (ctrlKey || metaKey || altKey)
  return other && letter ? letter : key.toUpperCase()
}

/** The shortcut of a key press, in the form of `COMMANDS`; null for a modifier alone. */
export function shortcutOf(event: KeyboardEvent): Shortcut | null {
  if (['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'Dead', 'Process'].includes(event.key)) return null
  const mod = MAC ? event.metaKey : event.ctrlKey
  const other = MAC ? event.ctrlKey : event.metaKey
  if (other) return null
  const key = keyOf(event)
  const shift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key))
  return [mod && 'Mod', event.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+')
}

/** Whether an input method is at work: nothing else may take its keys. */
export const composing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

/**
 * The command that a key press asks for. Nothing fires while an input method composes, and the keys of the text only
 * work `inText`.
 */
export function commandOf(event: KeyboardEvent, inText: boolean, shortcuts: Shortcuts): CommandId | null {
  if (composing(event) || event.defaultPrevented) return null
  const pressed = shortcutOf(event)
  if (pressed === null) return null
  const chosen = [...shortcuts].find(([, shortcut]) => shortcut === pressed)?.[0]
  const command = chosen ?? (isField(event.target) ? undefined : ALSO.get(pressed))
  return command === undefined || (IN_READER.has(command) && !inText) ? null : command
}
