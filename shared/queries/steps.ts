// Long work is done in steps: a generator yields how much of it is done, 0 to 1, and returns what came of it.

/** Goes through steps to their end. */
export function lastOf<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Steps that are a part of other steps: how much of the whole is done goes from `from` to `to`. */
export function* scaled<T>(steps: Generator<number, T>, from: number, to: number): Generator<number, T> {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
    yield from + value * (to - from)
  }
}
