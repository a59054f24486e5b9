import type { MessageKey, MessageParams } from './messages/keys'

/** What went wrong, as a message a person can read: what was found, where, and what was done. */
export interface Problem {
  readonly key: MessageKey
  readonly params?: MessageParams
}

/** An answer or a problem. Errors cross between window, shell and worker as values. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem }

export const success = <T>(value: T): Result<T> => ({ ok: true, value })
export const failure = (key: MessageKey, params?: MessageParams): Result<never> => ({
  ok: false,
  problem: params ? { key, params } : { key },
})

/** An error that is meant for a person: thrown inside a room, turned into a `Problem` at its door. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.key)
    this.name = 'ProblemError'
  }
}
