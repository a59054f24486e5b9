import { Search, Zap } from 'lucide-react'
import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { flushSync } from 'react-dom'
import type { CommandId } from '#shared/commands'
import { useActions } from '../actions/context'
import { KeyHint } from '../app/key-hint'
import { useShortcuts } from '../app/keys'
import { useMessages } from '../app/language'
import { useStore } from '../app/library'
import { useDispatch } from '../app/session'
import { findInPalette, type Item } from './palette-search'
import { usePaletteItems } from './use-palette-items'
import './palette.css'
import { usePinyin } from '../themes/use-pinyin'

export interface PaletteProps {
  readonly usable: readonly CommandId[]
  readonly run: (command: CommandId) => void
}

const keyOf = ({ kind, id }: Item): string => `${kind} ${id}`

/** One box for everything: a command to give, a document or project to open, a theme to see. */
export function Palette({ usable, run }: PaletteProps) {
  const t = useMessages()
  const store = useStore()
  const actions = useActions()
  const dispatch = useDispatch()
  const shortcuts = useShortcuts()
  const [before] = useState(() => document.activeElement)
  const [typed, setTyped] = useState('')
  const match = usePinyin()
  const items = usePaletteItems(usable)
  const found = useMemo(
    () => findInPalette(items, typed, match && ((text, letters) => match(text, letters) !== null)),
    [items, typed, match],
  )
  const input = useRef<HTMLInputElement>(null)

  const close = (): void => {
    // The palette has to be gone before the focus can go back, and before a command looks where it is.
    flushSync(() => dispatch({ type: 'closeDialog' }))
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
    else actions.focusReader()
  }
  const choose = (item: Item): void => {
    close()
    switch (item.kind) {
      case 'recent':
      case 'commands':
        void store.places.noteUsedCommand(item.id as CommandId).catch(actions.report)
        return run(item.id as CommandId)
      case 'documents':
        return dispatch({ type: 'openDocument', document: item.id })
      case 'themes':
      case 'liveThemes':
        return dispatch({ type: 'filter', theme: item.id })
      case 'searches':
        return void actions.openSearch(item.id)
      case 'projects':
        return void actions.openProject(item.id)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229 || event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    const focused = event.currentTarget.getAttribute('aria-activedescendant')
    const key = focused ? document.getElementById(focused)?.dataset.item : undefined
    const all = found.flatMap((group) => group.items)
    const item = all.find((each) => keyOf(each) === key) ?? all[0]
    if (item) choose(item)
  }

  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && close()} className="palette-overlay">
      <Modal className="palette-sheet">
        <Dialog aria-label={t('commands.palette')} className="palette-inside">
          <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst={false}>
            <TextField aria-label={t('commands.palette')} autoFocus className="palette-field">
              <Search size={16} aria-hidden="true" />
              <Input ref={input} onKeyDownCapture={onKeyDown} placeholder={t('palette.placeholder')} />
            </TextField>
            <ListBox
              aria-label={t('palette.found')}
              className="palette-list"
              selectionMode="none"
              dependencies={[typed, shortcuts]}
              renderEmptyState={() => <p className="quiet palette-none">{t('palette.none')}</p>}
            >
              {found.map(({ kind, items }) => (
                <ListBoxSection key={kind} id={kind}>
                  <Header className="palette-head">{t(`palette.${kind}`)}</Header>
                  {items.map((item) => {
                    const shortcut = shortcuts.get(item.id as CommandId)
                    return (
                      <ListBoxItem
                        key={keyOf(item)}
                        id={keyOf(item)}
                        textValue={item.names[0] ?? ''}
                        data-item={keyOf(item)}
                        onAction={() => choose(item)}
                        className="palette-row"
                      >
                        {(kind === 'themes' || kind === 'liveThemes') && (
                          <span className="swatch" style={{ background: `var(--theme-${item.id})` }} />
                        )}
                        {kind === 'liveThemes' && <Zap size={12} aria-hidden="true" />}
                        <span className="name">{item.names[0]}</span>
                        <span className="quiet above">{item.beside}</span>
                        {shortcut !== undefined && <KeyHint keys={shortcut} />}
                      </ListBoxItem>
                    )
                  })}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
