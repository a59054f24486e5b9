import { type Problem, ProblemError } from './result'

// For tests of what is refused.

/** The problem with which `act` is refused; null when it is not. Throws whatever else `act` throws. */
export function problemIn(act: () => unknown): Problem | null {
  try {
    act()
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
    throw error
  }
  return null
}

/** The key of the sentence with which `act` is refused; `none` when it is not. Throws whatever else `act` throws. */
export const problemOf = (act: () => unknown): string => problemIn(act)?.key ?? 'none'
