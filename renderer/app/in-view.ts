import { createContext, useContext, useSyncExternalStore } from 'react'
import type { TextRange } from './session'

/** What of the open document is in view. It changes while scrolling, so only those who ask follow it. */
export interface InView {
  readonly get: () => TextRange | null
  readonly set: (range: TextRange) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Nothing is in view until it is said. */
export function createInView(): InView {
  let now: TextRange | null = null
  const listeners = new Set<() => void>()
  return {
    get: () => now,
    set: (range) => {
      now = range
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const InViewContext = createContext<InView>(createInView())

/** What `choose` makes of what is in view; it is drawn anew only when that changes, so it should be a plain value. */
export function useInView<T extends string | number | null>(choose: (range: TextRange | null) => T): T {
  const inView = useContext(InViewContext)
  return useSyncExternalStore(inView.subscribe, () => choose(inView.get()))
}
