/** How even frames were. */
export interface Evenness {
  /** Frames a second. */
  readonly rate: number
  /** Milliseconds of the median frame, of the one that 5 in 100 exceed, and of the longest. */
  readonly median: number
  readonly slow: number
  readonly worst: number
  /** The part of the frames that lasted longer than 17 and than 50 milliseconds, 0 to 1. */
  readonly over17: number
  readonly over50: number
}

/** How even frames were that began at these times, in milliseconds. */
export function evennessOf(times: readonly number[]): Evenness {
  const lasted = times.slice(1).map((time, at) => time - (times[at] ?? time))
  const sorted = [...lasted].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  const over = (most: number): number => lasted.filter((each) => each > most).length / lasted.length
  const total = (times.at(-1) ?? 0) - (times[0] ?? 0)
  const [over17, over50] = [over(17), over(50)]
  return { rate: (lasted.length * 1000) / total, median: at(0.5), slow: at(0.95), worst: at(1), over17, over50 }
}

let watched: number[] | null = null

/** Begins to note when each frame begins. */
export function watchFrames(): void {
  const times: number[] = []
  watched = times
  const note = (now: number): void => {
    times.push(now)
    if (watched === times) requestAnimationFrame(note)
  }
  requestAnimationFrame(note)
}

/** How even the frames were since `watchFrames`, and the end of the noting. */
export function framesWatched(): Evenness {
  if (!watched) throw new Error('No frames were watched.')
  const even = evennessOf(watched)
  watched = null
  return even
}
