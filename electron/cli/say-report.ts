import type { ExchangeReport } from '#shared/exchange/incoming'
import type { Terminal } from './command'

/** Says all that a file's report tells, each sentence after the file's name; returns how many there were. */
export function sayReport(
  path: string,
  { repaired, unrepresented, missing }: ExchangeReport,
  { say, t }: Terminal,
): number {
  const all = [...missing, ...repaired, ...unrepresented]
  for (const { key, params } of all) say(`${path}: ${t(key, params)}`)
  return all.length
}
