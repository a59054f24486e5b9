import { foldTable } from '../fold'
import { unpartedTable } from '../phrases/clauses'
import { Hash } from './hash-index'

const SPACE = 0x20
let spaces: Uint8Array | undefined
let folding: Uint16Array | undefined

/** For each UTF-16 unit 1 where it is white space. */
export function spaceTable(): Uint8Array {
  spaces ??= Uint8Array.from({ length: 0x10000 }, (_, unit) => (/\s/.test(String.fromCharCode(unit)) ? 1 : 0))
  return spaces
}

/**
 * Gives each unit of what some words of a text are counted as: folded, so that both scripts, widths and cases are one, and
 * with a single space between words of scripts that have spaces between them, and with none between others.
 */
function eachUnit(text: string, start: number, end: number, to: (unit: number) => void): void {
  folding ??= foldTable()
  const [folded, isSpace, isUnparted] = [folding, spaceTable(), unpartedTable()]
  let last = -1
  for (let at = start; at < end; at++) {
    const written = text.charCodeAt(at)
    if (isSpace[written] === 1) continue
    const unit = folded[written] as number
    const isParted = at > start && isSpace[text.charCodeAt(at - 1)] === 1 && last >= 0
    if (isParted && isUnparted[unit] === 0 && isUnparted[last] === 0) to(SPACE)
    to(unit)
    last = unit
  }
}

/** What some words of a text are counted as; see `Frequency.key`. UTF-16 offsets, `end` exclusive. */
export function keyOf(text: string, start: number, end: number): string {
  let key = ''
  eachUnit(text, start, end, (unit) => {
    key += String.fromCharCode(unit)
  })
  return key
}

/** The hash of `keyOf`. */
export function hashKey(hash: Hash, text: string, start: number, end: number): void {
  hash.start()
  eachUnit(text, start, end, (unit) => hash.add(unit))
  hash.end()
}

/** The hash of some words as they are written. */
export function hashWritten(hash: Hash, text: string, start: number, end: number): void {
  hash.start()
  for (let at = start; at < end; at++) hash.add(text.charCodeAt(at))
  hash.end()
}

/** Says whether some words of a text are counted as `key`; see `keyOf`. */
export function matcherOf(key: string): (text: string, start: number, end: number) => boolean {
  const [wanted, hash] = [new Hash(), new Hash()]
  hashKey(wanted, key, 0, key.length)
  return (text, start, end) => {
    hashKey(hash, text, start, end)
    return hash.one === wanted.one && hash.other === wanted.other
  }
}
