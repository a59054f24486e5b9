import { type KeyboardEvent, useMemo } from 'react'
import { Input, SearchField } from 'react-aria-components'
import type { ThemeId } from '#shared/model/ids'
import type { Theme, ThemesById } from '#shared/model/theme'
import { useMessages } from '../app/language'
import { composing } from '../app/shortcuts'
import { findThemes } from './theme-search'
import { usePinyin } from './use-pinyin'

/** The themes that answer what was typed; null when nothing was. */
export function useFoundThemes(
  themes: readonly Theme[],
  byId: ThemesById | undefined,
  typed: string,
): ReadonlySet<ThemeId> | null {
  const wanted = typed.trim() !== ''
  const pinyin = usePinyin(wanted)
  return useMemo(
    () => (wanted && byId ? new Set(findThemes(themes, byId, typed, [], pinyin).map(({ theme }) => theme.id)) : null),
    [wanted, themes, byId, typed, pinyin],
  )
}

export interface ThemeFilterProps {
  readonly typed: string
  readonly onType: (typed: string) => void
  /** The reader goes down, to what was found. */
  readonly onDown: () => void
}

/** A field that filters the tree as one types. */
export function ThemeFilter({ typed, onType, onDown }: ThemeFilterProps) {
  const t = useMessages()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || composing(event.nativeEvent)) return
    event.preventDefault()
    onDown()
  }
  return (
    <SearchField aria-label={t('themes.filter')} value={typed} onChange={onType} className="theme-filter">
      <Input placeholder={t('themes.filter')} onKeyDown={onKeyDown} />
    </SearchField>
  )
}
