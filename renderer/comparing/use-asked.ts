import { proxy } from 'comlink'
import { useEffect, useState } from 'react'
import type { Told } from '#shared/corpus/comparing/gradually'
import type { Problem, Result } from '#shared/result'

/** What was asked of the corpus, as far as it is answered. */
export interface Asked<T> {
  /** The last answer; it stays until there is another one. */
  readonly answer: T | null
  /** How far the work is, 0 to 1; null while nothing is asked. */
  readonly done: number | null
  readonly problem: Problem | null
}

/**
 * Asks the corpus, and asks again when `key` changes; null asks nothing. What is asked later takes the place of what was
 * asked before.
 */
export function useAsked<T>(key: string | null, ask: (told: Told) => Promise<Result<T | null>>): Asked<T> {
  const [asked, setAsked] = useState<Asked<T>>({ answer: null, done: null, problem: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked
  useEffect(() => {
    if (key === null) return
    let here = true
    const change = (next: Partial<Asked<T>>): void => {
      if (here) setAsked((before) => ({ ...before, ...next }))
    }
    change({ done: 0, problem: null })
    ask(proxy((done: number) => change({ done })))
      .then((result) => {
        if (!result.ok) change({ done: null, problem: result.problem })
        // Without an answer it was given up: what was asked later speaks for itself.
        else change({ done: null, ...(result.value !== null && { answer: result.value }) })
      })
      .catch((error: unknown) =>
        change({ done: null, problem: { key: 'app.unexpected', params: { detail: String(error) } } }),
      )
    return () => {
      here = false
    }
  }, [key])
  return asked
}
