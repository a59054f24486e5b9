/** A value, and who is told when another takes its place. */
export interface Observed<V, C> {
  /** What others see of it. */
  readonly live: {
    readonly get: () => V
    readonly subscribe: (listener: (change: C) => void) => () => void
  }
  /** Puts another value in its place, and tells all who listen what has changed. */
  readonly show: (next: V, change: C) => void
}

/** An observed value that begins as `first`. */
export function observed<V, C = void>(first: V): Observed<V, C> {
  const listeners = new Set<(change: C) => void>()
  let value = first
  return {
    live: {
      get: () => value,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    show: (next, change) => {
      value = next
      for (const listener of [...listeners]) listener(change)
    },
  }
}
