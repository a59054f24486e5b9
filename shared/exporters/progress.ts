import type { ExportOptions } from './exporter'

/**
 * Tells, at each step of so many, how much of the whole is done. The steps are the part of the whole from `from` to
 * `until`; further ones than were counted on tell that this part is done.
 */
export function stepsOf(
  tell: ExportOptions['onProgress'],
  count: number,
  { from = 0, until = 1 }: { readonly from?: number; readonly until?: number } = {},
): () => void {
  if (!tell) return () => {}
  let done = 0
  return () => {
    done += 1
    tell(from + (until - from) * Math.min(1, done / count))
  }
}

/** The chunks, each of which is told as a step once it is taken. */
export function* toldOf<T>(chunks: Iterable<T>, step: () => void): Generator<T> {
  for (const chunk of chunks) {
    yield chunk
    step()
  }
}
