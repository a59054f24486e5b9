import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from 'react'
import { Autocomplete, Button, Dialog, Input, ListBox, ListBoxItem, Popover, TextField } from 'react-aria-components'
import type { ThemeId } from '#shared/model/ids'
import type { Theme, ThemesById } from '#shared/model/theme'
import { KeyHint } from '../app/key-hint'
import { useMessages } from '../app/language'
import { findThemes, loadPinyin, type PinyinMatch } from './theme-search'

/** How many themes are offered at once; typing finds the others. */
const MOST_OFFERED = 20

/** Last used themes that have a key of their own while nothing is typed. */
const KEYED = 9

export interface ThemeBoxProps {
  /** What it stands at. */
  readonly anchor: RefObject<HTMLElement | null>
  readonly themes: readonly Theme[]
  readonly themesById: ThemesById
  readonly lastUsed: readonly ThemeId[]
  /** Themes the passage has already; choosing one of them takes it away. */
  readonly given: ReadonlySet<ThemeId>
  /** `stay`: the reader wants to give more than one. */
  readonly onChoose: (theme: ThemeId, stay: boolean) => void
  /** The reader asked for a new theme of this name, which may be a path (`a / b`). */
  readonly onMake: (name: string) => void
  readonly onMark: () => void
  readonly onNote: () => void
  readonly onCopy: () => void
  /** Gives the chosen highlight the extent of the selection; absent when the two have nothing in common. */
  readonly onResize?: () => void
  /** The reader gave up: back to the text as it was. */
  readonly onBack: () => void
  /** The focus or the pointer went elsewhere. */
  readonly onClose: () => void
}

/** The box at a passage: type to find or make a theme; Enter, and it is gone. */
export function ThemeBox(props: ThemeBoxProps) {
  const { themes, themesById, lastUsed, given } = props
  const t = useMessages()
  const [typed, setTyped] = useState('')
  const [pinyin, setPinyin] = useState<PinyinMatch | null>(null)
  useEffect(() => {
    let here = true
    void loadPinyin().then((match) => here && setPinyin(() => match))
    return () => {
      here = false
    }
  }, [])
  const name = typed.trim()
  const found = useMemo(
    () => findThemes(themes, themesById, typed, lastUsed, pinyin).slice(0, MOST_OFFERED),
    [themes, themesById, typed, lastUsed, pinyin],
  )
  const isNew = name !== '' && !found.some(({ theme }) => theme.name === name)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const command = event.ctrlKey || event.metaKey
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      return props.onBack()
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      event.stopPropagation()
      if (event.shiftKey || found.length === 0) {
        if (name !== '') props.onMake(name)
        return
      }
      const focused = event.currentTarget.getAttribute('aria-activedescendant')
      const id = focused ? document.getElementById(focused)?.dataset.theme : undefined
      if (id === NEW) return props.onMake(name)
      const theme = id ?? found[0]?.theme.id
      if (theme) props.onChoose(theme, command)
      setTyped('')
      return
    }
    if (event.altKey && !command) {
      const act = { KeyH: props.onMark, KeyN: props.onNote, KeyC: props.onCopy, KeyE: props.onResize }[event.code]
      if (act) {
        event.preventDefault()
        act()
      }
      return
    }
    const digit = Number(event.key)
    if (typed === '' && !command && digit >= 1 && digit <= KEYED && event.key.length === 1) {
      const theme = found[digit - 1]?.theme.id
      if (theme) {
        event.preventDefault()
        props.onChoose(theme, false)
      }
    }
  }

  return (
    <Popover
      triggerRef={props.anchor}
      isOpen
      isNonModal
      onOpenChange={(open) => !open && props.onClose()}
      placement="bottom start"
      offset={6}
      className="theme-box"
    >
      <Dialog aria-label={t('box.label')} className="theme-box-inside">
        <Autocomplete inputValue={typed} onInputChange={setTyped} disableAutoFocusFirst={false}>
          <TextField aria-label={t('box.find')} autoFocus className="theme-box-field">
            <span aria-hidden="true" className="theme-box-word">
              {t('box.theme')}
            </span>
            <Input role="combobox" aria-expanded onKeyDownCapture={onKeyDown} placeholder={t('box.placeholder')} />
          </TextField>
          <ListBox
            aria-label={t('box.found')}
            className="theme-box-list"
            selectionMode="none"
            dependencies={[given, typed]}
            renderEmptyState={() => <span className="quiet">{t(name === '' ? 'box.none' : 'box.noneFound')}</span>}
          >
            {found.map(({ theme, above }, at) => (
              <ListBoxItem
                key={theme.id}
                id={theme.id}
                textValue={theme.name}
                data-theme={theme.id}
                onAction={() => props.onChoose(theme.id, false)}
                className="theme-box-row"
              >
                <span className="swatch" style={{ background: `var(--theme-${theme.id})` }} />
                <span className="name">{theme.name}</span>
                <span className="quiet above">{above}</span>
                {given.has(theme.id) && <span className="quiet">{t('box.given')}</span>}
                {at === 0 ? <KeyHint keys="Enter" /> : typed === '' && at < KEYED && <KeyHint keys={String(at + 1)} />}
              </ListBoxItem>
            ))}
            {isNew && (
              <ListBoxItem
                key={NEW}
                id={NEW}
                textValue={name}
                data-theme={NEW}
                onAction={() => props.onMake(name)}
                className="theme-box-row"
              >
                <span className="swatch new" />
                <span className="name">{t('box.make', { name })}</span>
                <KeyHint keys={found.length === 0 ? 'Enter' : 'Shift+Enter'} />
              </ListBoxItem>
            )}
          </ListBox>
        </Autocomplete>
        <div className="theme-box-foot">
          <Button onPress={props.onMark}>
            {t('box.mark')} <KeyHint keys="Alt+H" />
          </Button>
          <Button onPress={props.onNote}>
            {t('box.note')} <KeyHint keys="Alt+N" />
          </Button>
          <Button onPress={props.onCopy}>
            {t('box.copy')} <KeyHint keys="Alt+C" />
          </Button>
          {props.onResize && (
            <Button onPress={props.onResize}>
              {t('box.resize')} <KeyHint keys="Alt+E" />
            </Button>
          )}
        </div>
      </Dialog>
    </Popover>
  )
}

/** Stands for the row that makes a theme of what was typed. */
const NEW = 'new'
