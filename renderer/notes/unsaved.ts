import { track } from '../store'

export interface LatestWriter {
  /** Stores `text`; of texts that come while one is being stored only the last is stored next. */
  readonly store: (text: string) => void
  /** The last text that was given to be stored; null before the first. */
  readonly last: () => string | null
  /** Whether everything that was given is stored. */
  readonly idle: () => boolean
}

/** Stores each state of a text as it comes, one at a time and in order. `onError` hears of one that could not be stored. */
export function latestWriter(save: (text: string) => Promise<void>, onError: (error: unknown) => void): LatestWriter {
  let next: string | null = null
  let last: string | null = null
  let running = false
  const run = async (): Promise<void> => {
    running = true
    while (next !== null) {
      const text = next
      next = null
      await save(text).catch(onError)
    }
    running = false
  }
  return {
    store: (text) => {
      next = text
      last = text
      if (!running) void track(run())
    },
    last: () => last,
    idle: () => !running,
  }
}
