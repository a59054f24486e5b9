/** How long one stretch of work takes, in milliseconds, before other messages are heard. */
const BREATH = 40

/** Told to whoever waits: how far it is, 0 to 1. */
export type Told = (done: number) => void

/** Goes through steps to their end, and lets other messages in now and then; null once `isWanted` says no. */
export async function gradually<T>(
  steps: Generator<number, T>,
  isWanted: () => boolean,
  told?: Told,
): Promise<T | null> {
  for (;;) {
    const until = performance.now() + BREATH
    let step = steps.next()
    while (!step.done && performance.now() < until) step = steps.next()
    if (step.done) return step.value
    told?.(step.value)
    await new Promise((next) => setTimeout(next))
    if (!isWanted()) return null
  }
}
