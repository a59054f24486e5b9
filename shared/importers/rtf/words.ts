import { symbolOf } from '../office/symbols'
import type { Remarks } from '../remarks'
import { decoded } from './code-pages'
import type { Fonts } from './fonts'
import type { Look } from './state'

/** Half of a character that two units of UTF-16 make, without the other. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/**
 * Gathers the text of a stretch that looks the same: bytes in the code page of its font, of which several make a
 * character in East Asian ones, and characters by their numbers in Unicode.
 */
export class WordBuffer {
  private pending: Uint8Array[] = []
  private text = ''

  /** `encoding` is that of fonts that do not say their own. */
  constructor(
    private readonly fonts: Fonts,
    private readonly remarks: Remarks,
    public encoding: string,
  ) {}

  bytes(bytes: Uint8Array): void {
    this.pending.push(bytes)
  }

  /** A unit of UTF-16 by its number, which is written as a signed one. */
  unit(number: number, look: Look): void {
    this.decode(look)
    const code = number < 0 ? number + 0x10000 : number
    if (code >= 0 && code <= 0xffff) this.text += this.shown(String.fromCharCode(code), look)
  }

  write(text: string, look: Look): void {
    this.decode(look)
    this.text += text
  }

  /** All that was gathered since the last time. */
  take(look: Look): string {
    this.decode(look)
    const { text } = this
    this.text = ''
    return text.replace(LONE, '\ufffd')
  }

  private decode(look: Look): void {
    if (this.pending.length === 0) return
    const bytes = this.pending.length === 1 ? (this.pending[0] as Uint8Array) : joined(this.pending)
    this.pending = []
    const font = this.fonts.get(look.font)
    if (font?.isSymbols) this.text += Array.from(bytes, (byte) => this.symbol(font.name, byte)).join('')
    else this.text += decoded(bytes, font?.encoding ?? this.encoding)
  }

  private shown(sign: string, { font }: Look): string {
    const code = sign.charCodeAt(0)
    return code >= 0xf020 && code <= 0xf0ff ? this.symbol(this.fonts.get(font)?.name ?? 'Symbol', code) : sign
  }

  private symbol(font: string, code: number): string {
    if (code < 0x20) return ''
    const found = symbolOf(font.trim(), code)
    if (found === undefined) this.remarks.count('import.symbols')
    return found ?? '\ufffd'
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
