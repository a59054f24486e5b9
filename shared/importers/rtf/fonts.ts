import { encodingOfCharacterSet, encodingOfCodePage } from './code-pages'
import type { Sink } from './state'

/** A font: its name, and the encoding of its characters where it says so. */
export interface Font {
  name: string
  encoding: string | undefined
  /** Whether its characters are symbols (Symbol, Wingdings). */
  isSymbols: boolean
}

/** The fonts of a document by their numbers, read from the group that defines them. */
export class Fonts implements Sink {
  private readonly fonts = new Map<number, Font>()
  /** The number of the font of words that name none. */
  standard: number | undefined
  private current: Font | undefined

  take(text: string): void {
    if (this.current && this.current.name.length < 100) this.current.name += text.replace(/;.*/s, '')
  }

  word(name: string, parameter: number | undefined): boolean {
    if (name === 'f') {
      this.current = { name: '', encoding: undefined, isSymbols: false }
      this.fonts.set(parameter ?? 0, this.current)
    } else if (name === 'fcharset' && this.current) {
      this.current.encoding = encodingOfCharacterSet(parameter ?? 0)
      this.current.isSymbols = parameter === 2
    } else if (name === 'cpg' && this.current) this.current.encoding ??= encodingOfCodePage(parameter ?? 0)
    return name === 'f'
  }

  get(number: number | undefined): Font | undefined {
    const given = number ?? this.standard
    return given === undefined ? undefined : this.fonts.get(given)
  }
}
