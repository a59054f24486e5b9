import { COMMANDS, type Command, type CommandId, type Shortcut } from './commands'
import type { MessageKey } from './messages/keys'

/** The keys that someone chose, by command; null where a command is to have none. */
export type ShortcutChanges = Readonly<Partial<Record<CommandId, Shortcut | null>>>

/** The key of each command that has one. No two commands have the same. */
export type Shortcuts = ReadonlyMap<CommandId, Shortcut>

/** The keys that work beside the changeable ones, wherever nothing is being typed. */
export const ALSO: ReadonlyMap<Shortcut, CommandId> = new Map([['?', 'help.keys']])

const all: readonly (Command & { readonly id: CommandId })[] = COMMANDS

const commandWith = (id: CommandId): Command | undefined => all.find((command) => command.id === id)

/** The keys as they are with these changes. A usual key gives way to one that was chosen for another command. */
export function shortcutsWith(changes: ShortcutChanges): Shortcuts {
  const chosen = new Set(all.flatMap(({ id }) => changes[id] ?? []))
  return new Map(
    all.flatMap(({ id, shortcut }) => {
      const own = changes[id]
      if (own !== undefined) return own === null ? [] : [[id, own] as const]
      return shortcut === undefined || chosen.has(shortcut) ? [] : [[id, shortcut] as const]
    }),
  )
}

/** The command that a letter or digit alone asks for; null when there is none. A theme cannot have such a key. */
export const commandOfKey = (shortcuts: Shortcuts, key: string): Command | null =>
  all.find(({ id }) => shortcuts.get(id) === key.normalize('NFKC').trim().toUpperCase()) ?? null

/** Why a command cannot have a key. */
export interface Refusal {
  readonly key: Extract<MessageKey, `keys.${string}`>
  /** The command that has it already. */
  readonly command?: CommandId
}

const MOVING = /(^|\+)(Arrow(Up|Down|Left|Right)|Home|End|PageUp|PageDown|Tab|Escape)$/
const SYSTEM: readonly Shortcut[] = ['Mod+C', 'Mod+X', 'Mod+V', 'Mod+A', 'Mod+Q']
/** Keys that type nothing. */
const QUIET = /(^|\+)(Mod|Alt)\+|^(Shift\+)?F\d{1,2}$/

/**
 * Why `command` cannot have the key `shortcut` while the keys are `shortcuts`; null when it can. A key belongs to one
 * command; keys for moving, copying and pasting belong to none; and what works everywhere must not be in the way of
 * typing.
 */
export function refusalOf(shortcuts: Shortcuts, command: CommandId, shortcut: Shortcut): Refusal | null {
  const taken = all.find(({ id }) => id !== command && shortcuts.get(id) === shortcut)
  if (taken) return { key: 'keys.taken', command: taken.id }
  const also = ALSO.get(shortcut)
  if (also !== undefined && also !== command) return { key: 'keys.taken', command: also }
  if (also !== undefined || SYSTEM.includes(shortcut) || (MOVING.test(shortcut) && !/(^|\+)Alt\+/.test(shortcut)))
    return { key: 'keys.kept' }
  return commandWith(command)?.where === 'everywhere' && !QUIET.test(shortcut) ? { key: 'keys.typing' } : null
}

/** The changes with another key for `command` (null: none). The usual key is no change. */
export function changed(changes: ShortcutChanges, command: CommandId, shortcut: Shortcut | null): ShortcutChanges {
  const { [command]: _before, ...others } = changes
  return (commandWith(command)?.shortcut ?? null) === shortcut ? others : { ...others, [command]: shortcut }
}

/** The command's key when nobody chose another; null when it has none. */
export const usualShortcut = (command: CommandId): Shortcut | null => commandWith(command)?.shortcut ?? null
