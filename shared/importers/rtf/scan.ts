import { ProblemError } from '../../result'

/** What is told of an RTF file, in its order. */
export interface RtfHandlers {
  openGroup(): void
  closeGroup(): void
  /** A control word without its backslash, and the number behind it. */
  word(name: string, parameter: number | undefined): void
  /** A control symbol: one character that is no letter (`~`, `*`, `{`). */
  symbol(sign: string): void
  /** Bytes of text, in the code page of the font; line ends of the file are left out. */
  bytes(bytes: Uint8Array): void
  /** One such byte that is written by its number. */
  byte(byte: number): void
}

const [OPEN, CLOSE, BACKSLASH, MINUS, SPACE, QUOTE] = [0x7b, 0x7d, 0x5c, 0x2d, 0x20, 0x27]
/** The longest control word has 32 letters, and the largest number ten digits (RTF 1.9.1, "Control Word"). */
const LONGEST_WORD = 32
const LONGEST_NUMBER = 10
/** Writers nest some dozens of groups. */
const DEEPEST = 2000
/** How many bytes are read between two looks at the progress. */
const STEP = 1_048_576

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a)
const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39

/**
 * Reads a file as RTF (1.9.1), telling `handlers` what is in it; binary data is passed over. What is left open at its end is
 * closed. `onProgress` is told how far it is, 0 to 1. Throws a ProblemError when groups are nested too deeply.
 */
export function scanRtf(
  name: string,
  file: Uint8Array,
  handlers: RtfHandlers,
  onProgress?: (done: number) => void,
): void {
  let depth = 0
  let at = 0
  let told = 0
  while (at < file.length) {
    if (at - told > STEP) {
      told = at
      onProgress?.(at / file.length)
    }
    const byte = file[at] as number
    if (byte === OPEN) {
      depth += 1
      if (depth > DEEPEST) throw new ProblemError({ key: 'import.tooDeep', params: { name } })
      handlers.openGroup()
      at += 1
    } else if (byte === CLOSE) {
      at += 1
      // What follows the end of the outermost group is no part of the document.
      if (depth === 1) break
      if (depth > 0) handlers.closeGroup()
      depth = Math.max(0, depth - 1)
    } else if (byte === BACKSLASH) at = control(file, at + 1, handlers)
    else if (byte === 0x0a || byte === 0x0d) at += 1
    else {
      const start = at
      while (at < file.length && isText(file[at] as number)) at += 1
      handlers.bytes(file.subarray(start, at))
    }
  }
  for (; depth > 0; depth--) handlers.closeGroup()
}

const isText = (byte: number): boolean =>
  byte !== OPEN && byte !== CLOSE && byte !== BACKSLASH && byte !== 0x0a && byte !== 0x0d

/** Reads what stands behind a backslash. The place behind it is given. */
function control(file: Uint8Array, start: number, handlers: RtfHandlers): number {
  const first = file[start]
  if (first === undefined) return start
  if (!isLetter(first)) {
    if (first !== QUOTE) {
      handlers.symbol(String.fromCharCode(first))
      return start + 1
    }
    const hex = String.fromCharCode(file[start + 1] ?? 0, file[start + 2] ?? 0)
    if (!/^[0-9a-f]{2}$/i.test(hex)) return start + 1
    handlers.byte(Number.parseInt(hex, 16))
    return start + 3
  }
  let at = start
  let word = ''
  for (; at < file.length && at - start < LONGEST_WORD && isLetter(file[at] as number); at++) {
    word += String.fromCharCode(file[at] as number)
  }
  const isNegative = file[at] === MINUS
  const digits = isNegative ? at + 1 : at
  let end = digits
  let number = 0
  for (; end < file.length && end - digits < LONGEST_NUMBER && isDigit(file[end] as number); end++) {
    number = 10 * number + (file[end] as number) - 0x30
  }
  const parameter = end === digits ? undefined : isNegative ? -number : number
  if (parameter !== undefined) at = end
  if (file[at] === SPACE) at += 1
  if (word === 'bin') return at + Math.max(0, Math.min(parameter ?? 0, file.length - at))
  handlers.word(word, parameter)
  return at
}
