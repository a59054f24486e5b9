import { useCallback, useSyncExternalStore } from 'react'
import type { MarkedRows } from '../highlights/marked'
import type { OpenedText } from './use-opened'

const NONE: MarkedRows = { ready: false, rows: [], lost: [] }

/** The highlights of the open document, as they are now; none before all have been read. */
export function useMarked(opened: OpenedText | null): MarkedRows {
  const marked = opened?.marked
  const subscribe = useCallback((listener: () => void) => marked?.subscribe(listener) ?? (() => {}), [marked])
  return useSyncExternalStore(subscribe, () => {
    const now = marked?.get() ?? NONE
    return now.ready ? now : NONE
  })
}
