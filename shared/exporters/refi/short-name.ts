/** Programs show names in lists; more than this, in code points, is cut. */
const LONGEST = 100

/** Words on one line, cut with an ellipsis where they are long: a name for what has none. */
export function shortName(words: string): string {
  const line = words
    .slice(0, 8 * LONGEST)
    .replace(/\s+/g, ' ')
    .trim()
  const points = [...line]
  return points.length > LONGEST ? `${points.slice(0, LONGEST).join('').trimEnd()}…` : line
}
