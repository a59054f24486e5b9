/** Work that is being stored right now. The window waits for it before it closes. */
const underWay = new Set<Promise<unknown>>()

/** Counts `work` as under way until it has settled; returns it. */
export function track<T>(work: Promise<T>): Promise<T> {
  underWay.add(work)
  const done = (): void => void underWay.delete(work)
  work.then(done, done)
  return work
}

/** Resolves when nothing is under way any more. */
export async function allStored(): Promise<void> {
  while (underWay.size > 0) await Promise.allSettled([...underWay])
}
