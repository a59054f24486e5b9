import { useLiveQuery } from 'dexie-react-hooks'
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { CommandId, Shortcut } from '#shared/commands'
import { type Shortcuts, shortcutsWith } from '#shared/shortcuts'
import { bridge } from './bridge'
import { shortcutText } from './key-hint'
import { useMessages } from './language'
import { useStore } from './library'

const KeysContext = createContext<Shortcuts>(shortcutsWith({}))

/** Reads which keys were chosen, tells them to the shell's menu, and keeps both up to date. */
export function Keys({ children }: { readonly children: ReactNode }) {
  const store = useStore()
  const changes = useLiveQuery(() => store.places.shortcutChanges(), [store])
  const shortcuts = useMemo(() => shortcutsWith(changes ?? {}), [changes])
  useEffect(() => {
    if (changes) void bridge.setShortcuts([...shortcuts])
  }, [changes, shortcuts])
  return <KeysContext value={shortcuts}>{children}</KeysContext>
}

/** The keys as they are now. */
export const useShortcuts = (): Shortcuts => useContext(KeysContext)

/** The key of a command; null when it has none. */
export const useShortcut = (command: CommandId): Shortcut | null => useShortcuts().get(command) ?? null

/** Names the key of a command as it is printed, for sentences. */
export function useKeyNames(): (command: CommandId) => string {
  const t = useMessages()
  const shortcuts = useShortcuts()
  return (command) => {
    const shortcut = shortcuts.get(command)
    return shortcut === undefined ? t('keys.none') : shortcutText(shortcut)
  }
}
