import { useLiveQuery } from 'dexie-react-hooks'
import { type KeyboardEvent, useMemo, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { ThemeWanted } from '../actions/tag-hits'
import { useMessages } from '../app/language'
import { useProject, useStore } from '../app/library'
import { findThemes } from '../themes/theme-search'
import { usePinyin } from '../themes/use-pinyin'

export interface ThemeFieldProps {
  readonly label: string
  readonly onChange: (theme: ThemeWanted | null) => void
  /** Enter, once a theme is chosen and the list is closed. */
  readonly onEnter: (theme: ThemeWanted | null) => void
}

/** How many themes are offered at once; typing finds the others. */
const MOST_OFFERED = 40
const NEW = 'new'

/** A field in which a theme is found by typing, or made. */
export function ThemeField({ label, onChange, onEnter }: ThemeFieldProps) {
  const t = useMessages()
  const store = useStore()
  const open = useProject()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<ThemeWanted | null>(null)
  const pinyin = usePinyin()
  const project = open?.project.id
  const lastUsed = useLiveQuery(() => (project ? store.places.lastThemes(project) : []), [store, project])
  const name = typed.trim()
  const offered = useMemo(() => {
    if (!open) return []
    const found = findThemes(open.themes, open.themesById, chosen ? '' : typed, lastUsed ?? [], pinyin)
    const themes = found.slice(0, MOST_OFFERED).map(({ theme, above }) => ({ id: theme.id, name: theme.name, above }))
    const isNew = name !== '' && !chosen && !themes.some((each) => each.name === name)
    return isNew ? [...themes, { id: NEW, name, above: '' }] : themes
  }, [open, typed, name, chosen, lastUsed, pinyin])
  const choose = (theme: ThemeWanted | null): void => {
    setChosen(theme)
    onChange(theme)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || !chosen) return
    event.preventDefault()
    onEnter(chosen)
  }
  return (
    <ComboBox
      className="field theme-field"
      autoFocus
      allowsCustomValue
      allowsEmptyCollection
      items={offered}
      inputValue={typed}
      defaultFilter={() => true}
      onInputChange={(words) => {
        setTyped(words)
        choose(null)
      }}
      onSelectionChange={(key) => {
        const picked = offered.find(({ id }) => id === key)
        if (!picked) return
        setTyped(picked.name)
        choose(picked.id === NEW ? { path: name } : { id: picked.id })
      }}
    >
      <Label>{label}</Label>
      <Input placeholder={t('tagHits.placeholder')} onKeyDown={onKeyDown} />
      <Popover className="menu-popover theme-field-list">
        <ListBox className="menu">
          {({ id, name, above }: (typeof offered)[number]) => (
            <ListBoxItem id={id} textValue={name} className="striped-theme">
              <span className="swatch" style={id === NEW ? undefined : { background: `var(--theme-${id})` }} />
              {id === NEW ? t('tagHits.make', { name }) : name}
              <span className="quiet">{above}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
