import { useEffect } from 'react'
import { liveColour } from '#shared/model/live-theme'
import { useAnnotations } from '../analysis/annotations'
import { useProject } from '../app/library'
import { paintThemes } from './colours'

/** Has the colours of the open project's themes and live themes set in the window. */
export function ThemePaint() {
  const themes = useProject()?.themes
  const { live } = useAnnotations()
  useEffect(() => {
    const computed = live.map(({ theme }) => ({ id: theme.id, colour: liveColour(theme), isLive: true }))
    paintThemes([...(themes ?? []), ...computed])
  }, [themes, live])
  return null
}
