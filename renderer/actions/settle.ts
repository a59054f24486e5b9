import { flushSync } from 'react-dom'
import type { HighlightId } from '#shared/model/ids'
import type { Box, TextRange } from '../app/session'
import type { Desk } from './desk'

/**
 * Puts the caret behind a passage that was marked, while it is still what is selected: storing takes some
 * milliseconds, and a reader who has moved on meanwhile is not called back.
 */
export function standBehind(desk: Desk, range: TextRange): void {
  const reader = desk.reader()
  const now = reader?.selection()
  if (now?.start === range.start && now.end === range.end) reader?.collapse(range.end)
}

/** After a passage was given something: its highlight is chosen, the caret stands behind it, and the text has the focus. */
export function settle(desk: Desk, box: Box | null, highlight: HighlightId | null): void {
  if (box?.kind === 'range') standBehind(desk, box.range)
  if (highlight === null) return
  const choose = (): void => desk.dispatch({ type: 'choose', highlight })
  // An open box keeps the focus to itself: it has to be gone before the text can have it.
  if (desk.session().box) flushSync(choose)
  else choose()
  desk.reader()?.focus()
}
