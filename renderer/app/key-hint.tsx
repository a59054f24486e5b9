const MAC = navigator.platform.startsWith('Mac')

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
const SIGNS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  Enter: '↵',
  Delete: 'Del',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** A shortcut as this machine's keyboard has it: `Mod+Shift+Z` is `Ctrl Shift Z`, or `⌘⇧Z` on a Mac. */
export function shortcutText(keys: string): string {
  const parts = keys.split(/\+(?=.)/)
  return parts.map((part) => (MAC ? MAC_SIGNS[part] : undefined) ?? SIGNS[part] ?? part).join(MAC ? '' : ' ')
}

/** A small key beside what it does. */
export const KeyHint = ({ keys }: { readonly keys: string }) => (
  <span className="key" aria-hidden="true">
    {shortcutText(keys)}
  </span>
)
