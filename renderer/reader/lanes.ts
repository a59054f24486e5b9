/** A stretch of text that a theme was given to. UTF-16 offsets, `end` exclusive. */
export interface Stretch {
  readonly highlight: string
  readonly theme: string
  readonly start: number
  readonly end: number
}

/** A stretch with its place in the margin: lane 0 is the one next to the text. */
export interface Laned extends Stretch {
  readonly lane: number
}

/**
 * Gives each stretch a lane such that stretches that overlap never share one. A theme keeps the lane it had last where
 * that is free, so that neighbours do not jump; otherwise it takes the free one nearest to the text. `stretches` must
 * be ordered by `start`.
 */
export function assignLanes(stretches: readonly Stretch[]): Laned[] {
  const ends: number[] = []
  const lastLane = new Map<string, number>()
  return stretches.map((stretch) => {
    const free = (lane: number): boolean => (ends[lane] ?? 0) <= stretch.start
    const before = lastLane.get(stretch.theme)
    let lane = before !== undefined && before < ends.length && free(before) ? before : 0
    while (!free(lane)) lane += 1
    const crowded = ends.some((end) => end > stretch.start)
    if (!crowded) lane = 0
    ends[lane] = stretch.end
    lastLane.set(stretch.theme, lane)
    return { ...stretch, lane }
  })
}

/** A stretch as it stands in the margin; distances from the top. */
export interface Standing {
  readonly lane: number
  readonly top: number
  readonly bottom: number
}

/**
 * Two stretches that do not overlap may end and begin on one line of the page, where their stripes would. Each keeps
 * its lane unless one before it in the list stands there; then it takes the next that is free.
 */
export function settleLanes<T extends Standing>(stretches: readonly T[]): T[] {
  const lanes: { top: number; bottom: number }[][] = []
  return stretches.map((stretch) => {
    const free = (lane: number): boolean =>
      !lanes[lane]?.some(({ top, bottom }) => top < stretch.bottom && bottom > stretch.top)
    let { lane } = stretch
    while (!free(lane)) lane += 1
    for (let at = lanes.length; at <= lane; at += 1) lanes.push([])
    lanes[lane]?.push({ top: stretch.top, bottom: stretch.bottom })
    return { ...stretch, lane }
  })
}

/**
 * Where names of `height` may stand, each as near as it can be to its wish and none over another. `wishes` are
 * distances from the top, ascending.
 */
export function placeNames(wishes: readonly number[], height: number): number[] {
  let free = Number.NEGATIVE_INFINITY
  return wishes.map((wish) => {
    const at = Math.max(wish, free)
    free = at + height
    return at
  })
}
