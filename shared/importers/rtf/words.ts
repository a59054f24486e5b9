import { symbolOf } from '../office/symbols'
import type { Remarks } from '../remarks'
import { decoded } from './code-pages'
import type { Fonts } from './fonts'
import type { Look } from './state'

/**
 * Gathers the text of a stretch that looks the same: bytes in the code page of its font, of which several make a
 * character in East Asian ones, and characters by their numbers in Unicode.
 */
export class WordBuffer {
  private bytesRead = new Uint8Array(256)
  private byteCount = 0
  /** Units of UTF-16. A book may be one stretch, and text that grows by one character at a time takes much memory. */
  private units = new Uint16Array(256)
  private unitCount = 0

  /** `encoding` is that of fonts that do not say their own. */
  constructor(
    private readonly fonts: Fonts,
    private readonly remarks: Remarks,
    public encoding: string,
  ) {}

  bytes(bytes: Uint8Array): void {
    this.bytesRead = withRoom(this.bytesRead, this.byteCount, bytes.length)
    this.bytesRead.set(bytes, this.byteCount)
    this.byteCount += bytes.length
  }

  byte(byte: number): void {
    this.bytesRead = withRoom(this.bytesRead, this.byteCount, 1)
    this.bytesRead[this.byteCount] = byte
    this.byteCount += 1
  }

  /** A unit of UTF-16 by its number, which is written as a signed one. */
  unit(number: number, look: Look): void {
    this.decode(look)
    const code = number < 0 ? number + 0x10000 : number
    if (code < 0 || code > 0xffff) return
    const isSymbol = code >= 0xf020 && code <= 0xf0ff
    if (isSymbol) this.put(this.symbol(this.fonts.get(look.font)?.name ?? 'Symbol', code))
    else this.putUnit(code)
  }

  write(text: string, look: Look): void {
    this.decode(look)
    this.put(text)
  }

  /** All that was gathered since the last time. Half of a character, without the other, is �. */
  take(look: Look): string {
    this.decode(look)
    if (this.unitCount === 0) return ''
    const [only = 0] = this.units
    if (this.unitCount === 1 && (only < 0xd800 || only > 0xdfff)) {
      this.unitCount = 0
      return String.fromCharCode(only)
    }
    const text = UNITS.decode(this.units.subarray(0, this.unitCount))
    this.unitCount = 0
    return text
  }

  private decode(look: Look): void {
    if (this.byteCount === 0) return
    const bytes = this.bytesRead.subarray(0, this.byteCount)
    this.byteCount = 0
    const font = this.fonts.get(look.font)
    if (font?.isSymbols) for (const byte of bytes) this.put(this.symbol(font.name, byte))
    // In every code page these are as in ASCII.
    else if (bytes.every((byte) => byte < 0x80)) for (const byte of bytes) this.putUnit(byte)
    else this.put(decoded(bytes, font?.encoding ?? this.encoding))
  }

  private put(text: string): void {
    this.units = withRoom(this.units, this.unitCount, text.length)
    for (let at = 0; at < text.length; at++) this.units[this.unitCount + at] = text.charCodeAt(at)
    this.unitCount += text.length
  }

  private putUnit(unit: number): void {
    this.units = withRoom(this.units, this.unitCount, 1)
    this.units[this.unitCount] = unit
    this.unitCount += 1
  }

  private symbol(font: string, code: number): string {
    if (code < 0x20) return ''
    const found = symbolOf(font.trim(), code)
    if (found === undefined) this.remarks.count('import.symbols')
    return found ?? '\ufffd'
  }
}

/** All machines that run the program write the lower byte of a number first. */
const UNITS = new TextDecoder('utf-16le', { ignoreBOM: true })

/** The array, or a larger one with the same beginning, with room for so many more behind the first `length`. */
function withRoom<T extends Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>>(
  array: T,
  length: number,
  more: number,
): T {
  if (length + more <= array.length) return array
  const larger = new (array.constructor as new (size: number) => T)(2 * (length + more))
  larger.set(array.subarray(0, length))
  return larger
}
