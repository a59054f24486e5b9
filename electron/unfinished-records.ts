/** LevelDB's log format: blocks of this many bytes, each record behind a header of seven. */
const BLOCK = 32_768
const HEADER = 7

const FULL = 1
const FIRST = 2
const LAST = 4

/**
 * How many bytes of a LevelDB log (write-ahead log or MANIFEST) whole records take, where the file ends in the middle
 * of one; null where it does not end so: then there is nothing to mend, or it is no matter of an unfinished write.
 * Format: https://github.com/google/leveldb/blob/main/doc/log_format.md
 */
export function lengthOfWholeRecords(log: Uint8Array): number | null {
  const view = new DataView(log.buffer, log.byteOffset, log.byteLength)
  let at = 0
  let whole = 0
  let inside = false
  while (at < log.length) {
    const left = BLOCK - (at % BLOCK)
    if (left < HEADER) {
      at += left
      continue
    }
    if (at + HEADER > log.length) return whole
    const length = view.getUint16(at + 4, true)
    const type = view.getUint8(at + 6)
    if (type < FULL || type > LAST || length > left - HEADER) return null
    if (at + HEADER + length > log.length) return whole
    if ((type === FULL || type === FIRST) === inside) return null
    at += HEADER + length
    inside = type !== FULL && type !== LAST
    if (!inside) whole = at
  }
  return inside ? whole : null
}
