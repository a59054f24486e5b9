import { Keyboard } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button, Dialog, DialogTrigger } from 'react-aria-components'
import type { MessageKey } from '#shared/messages/keys'
import { shortcutText } from '../app/key-hint'
import { useMessages } from '../app/language'
import { composing } from '../app/shortcuts'
import { isField } from '../app/typing'
import { DialogPopover } from './dialog-popover'

/** A key of a sheet, as `shortcutText` takes it, and what it does. */
export type SheetKey = readonly [keys: string, does: MessageKey]

/** The keys of a list of places in documents. */
export const LIST_KEYS: readonly SheetKey[] = [
  ['↑ ↓', 'sheetKeys.rows'],
  ['Enter', 'sheetKeys.open'],
]
/** The keys of a table of numbers. */
export const TABLE_KEYS: readonly SheetKey[] = [
  ['↑ ↓ ← →', 'sheetKeys.cells'],
  ['Home · End', 'sheetKeys.ends'],
  ['Mod+Home · End', 'sheetKeys.farEnds'],
  ['Enter', 'sheetKeys.press'],
  ['Delete', 'sheetKeys.hide'],
]
/** The keys of lines that can be ticked. */
export const TICK_KEYS: readonly SheetKey[] = [
  ...LIST_KEYS,
  ['Space', 'sheetKeys.tick'],
  ['Shift+Space', 'sheetKeys.tickTo'],
  ['Mod+A', 'sheetKeys.tickAll'],
]
const COMMON: readonly SheetKey[] = [
  ['Tab', 'sheetKeys.next'],
  ['Esc', 'sheetKeys.close'],
]

/** Lists the keys of a sheet that is as large as the window; `?` does so too, where nothing is typed. */
export function SheetKeys({ keys }: { readonly keys: readonly SheetKey[] }) {
  const t = useMessages()
  const [isOpen, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '?' || isField(event.target) || composing(event)) return
      // Elsewhere the key asks for all keys of the window, which would take the sheet away.
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button className="icon-button" aria-label={t('sheetKeys.label')}>
        <Keyboard size={16} aria-hidden="true" />
      </Button>
      <DialogPopover placement="bottom end" className="menu-popover">
        <Dialog className="sheet-keys" aria-label={t('sheetKeys.label')}>
          <dl>
            {[...keys, ...COMMON].map(([key, does]) => (
              <div key={does}>
                <dt>{t(does)}</dt>
                <dd>
                  <kbd className="key">{shortcutText(key)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </DialogPopover>
    </DialogTrigger>
  )
}
