/** One measured thing, as `npm run bench -- --json` prints it. */
export interface Figure {
  readonly name: string
  readonly ours: number
  /** null where the peer does not do it. */
  readonly peer: number | null
  readonly unit: 'ms' | 'frames/s' | 'characters/s' | 'MB' | 'MB' | '%'
  /** How many times as fast we are: `peer / ours` for times, `ours / peer` for rates; null without a peer. */
  readonly ratio: number | null
}

const rounded = (number: number): number => Number(number.toPrecision(4))

/** The figure of a time in milliseconds. */
export const time = (name: string, ours: number, peer: number | null = null): Figure => ({
  name,
  ours: rounded(ours),
  peer: peer === null ? null : rounded(peer),
  unit: 'ms',
  ratio: peer === null ? null : rounded(peer / ours),
})

/** The figure of a rate in frames a second. */
export const rate = (name: string, ours: number, peer: number | null = null): Figure => ({
  name,
  ours: rounded(ours),
  peer: peer === null ? null : rounded(peer),
  unit: 'frames/s',
  ratio: peer === null ? null : rounded(ours / peer),
})

/** The figure of a speed of reading, in characters a second. */
export const speed = (name: string, ours: number, peer: number | null = null): Figure => ({
  ...rate(name, ours, peer),
  unit: 'characters/s',
})

/** The figure of memory in MB. */
export const amount = (name: string, ours: number): Figure => ({ ...time(name, ours), unit: 'MB' })

/** The figure of a part of something that should be small, 0 to 1, in hundredths. */
export const share = (name: string, ours: number, peer: number | null = null): Figure => ({
  ...time(name, 100 * ours, peer === null ? null : 100 * peer),
  unit: '%',
  ratio: peer === null || ours === 0 ? null : rounded(peer / ours),
})

/** The figure of what is held in memory, in megabytes; less is better. */
export const megabytes = (name: string, ours: number, peer: number | null = null): Figure => ({
  ...time(name, ours, peer),
  unit: 'MB',
})

/** The middle one of some numbers; of an even count, the upper of the two. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted[sorted.length >> 1]
  if (middle === undefined) throw new Error('There is no median of nothing.')
  return middle
}

/** The figures as lines of a table. */
export function table(figures: readonly Figure[]): string {
  const cells = figures.map(({ name, ours, peer, unit, ratio }) => [
    name,
    `${ours.toLocaleString('en')} ${unit}`,
    peer === null ? '' : `${peer.toLocaleString('en')} ${unit}`,
    ratio === null ? '' : `${ratio}x`,
  ])
  const rows = [['', 'Pingdian', 'peer', 'faster'], ...cells]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
  return rows.map(line).join('\n')
}
