import { useLayoutEffect, useMemo, useRef } from 'react'
import type { Theme } from '#shared/model/theme'
import { useAnnotations } from '../analysis/annotations'
import { highlightSource, type MarkedSource } from '../highlights/drawn'
import { useLiveMembers } from '../highlights/use-live-members'
import { useThemeNames } from '../themes/use-theme-names'
import { useMessages } from './language'
import { useProject } from './library'
import type { OpenedText } from './use-opened'

const NO_THEMES: readonly Theme[] = []

/** The highlights of a text as the reader draws them, and the names of themes and live themes by id. */
export function useDrawnHighlights(text: OpenedText | null): {
  /** null while there is no text. */
  readonly source: MarkedSource | null
  readonly names: ReadonlyMap<string, string>
} {
  const t = useMessages()
  const open = useProject()
  const themesById = useRef(open?.themesById)
  themesById.current = open?.themesById
  const withoutTheme = useRef('')
  withoutTheme.current = t('highlights.withoutTheme')
  const marked = text?.marked
  const source = useMemo(() => {
    if (!marked) return null
    return highlightSource(
      marked,
      () => themesById.current ?? new Map(),
      () => withoutTheme.current,
    )
  }, [marked])
  const members = useLiveMembers(text?.document.id ?? null)
  useLayoutEffect(() => source?.showLive(members), [source, members])
  const { live } = useAnnotations()
  const themes = open?.themes ?? NO_THEMES
  const named = useMemo(() => [...themes, ...live.map(({ theme }) => theme)], [themes, live])
  return { source, names: useThemeNames(named) }
}
