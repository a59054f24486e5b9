/** How much two documents share. */
export interface Sharing {
  readonly one: string
  readonly other: string
  /** Letters that are the same in all their parallels together. */
  readonly letters: number
  readonly parallels: number
}

/** Who shares how much with whom, the most first. */
export function sharing(
  parallels: readonly {
    readonly places: readonly [{ readonly document: string }, { readonly document: string }]
    readonly letters: number
  }[],
): Sharing[] {
  const pairs = new Map<string, { one: string; other: string; letters: number; parallels: number }>()
  for (const { places, letters } of parallels) {
    const [one, other] = places.map(({ document }) => document).sort() as [string, string]
    const pair = pairs.get(`${one} ${other}`) ?? { one, other, letters: 0, parallels: 0 }
    pair.letters += letters
    pair.parallels++
    pairs.set(`${one} ${other}`, pair)
  }
  return [...pairs.values()].sort((a, b) => b.letters - a.letters || b.parallels - a.parallels)
}
