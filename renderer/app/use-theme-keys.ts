import { useEffect, useRef } from 'react'
import type { ThemeId } from '#shared/model/ids'
import type { Theme } from '#shared/model/theme'
import { composing } from './shortcuts'

/**
 * Listens for the keys of themes. They work where the keys of the text do, and give way to those: it has to be told
 * after `useCommands`.
 */
export function useThemeKeys(themes: readonly Theme[], isInText: () => boolean, give: (theme: ThemeId) => void): void {
  const now = useRef({ themes, isInText, give })
  now.current = { themes, isInText, give }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (composing(event) || event.defaultPrevented || !now.current.isInText()) return
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      const key = event.key.toLowerCase()
      const theme = now.current.themes.find(({ shortcut, archived }) => shortcut === key && archived === undefined)
      if (!theme) return
      event.preventDefault()
      now.current.give(theme.id)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
