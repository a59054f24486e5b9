/** What XML 1.0 (fifth edition, production 2) allows in no document, not even as a reference; half surrogate pairs among it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML must not have.
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** The attributes of an element, in this order; those that are undefined are left out. */
export type XmlAttributes = Readonly<Record<string, string | number | boolean | undefined>>

/** So many characters are joined before they are encoded. */
const CHUNK = 65_536

/**
 * Writes an XML document element by element, as UTF-8 in chunks, so that a large one is never held as one string. Each
 * element stands on a line of its own. Characters that XML forbids are written as U+FFFD and counted.
 */
export class XmlWriter {
  /** How many characters could not be written as they were. */
  replaced = 0
  private readonly chunks: Uint8Array[] = []
  private readonly open: string[] = []
  private text = '<?xml version="1.0" encoding="UTF-8"?>\n'

  /** An element with what `inside` writes; closed at once where it writes nothing. */
  element(name: string, attributes: XmlAttributes, inside?: () => void): void {
    const indent = '  '.repeat(this.open.length)
    this.write(`${indent}<${name}${this.written(attributes)}`)
    if (!inside) {
      this.write('/>\n')
      return
    }
    this.write('>\n')
    this.open.push(name)
    inside()
    this.open.pop()
    this.write(`${indent}</${name}>\n`)
  }

  /** An element that holds these words and nothing else. White space at their ends is theirs. */
  words(name: string, attributes: XmlAttributes, words: string): void {
    const content = this.legal(words).replace(/[&<>\r]/g, (each) => ESCAPES[each] as string)
    this.write(`${'  '.repeat(this.open.length)}<${name}${this.written(attributes)}>${content}</${name}>\n`)
  }

  /** The document in chunks; nothing can be written after it. */
  end(): readonly Uint8Array[] {
    this.flush()
    return this.chunks
  }

  private written(attributes: XmlAttributes): string {
    let all = ''
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined) continue
      all += ` ${name}="${this.legal(String(value)).replace(/[&<>"\t\n\r]/g, (each) => ESCAPES[each] as string)}"`
    }
    return all
  }

  private legal(words: string): string {
    return words.replace(FORBIDDEN, () => {
      this.replaced += 1
      return '\ufffd'
    })
  }

  private write(piece: string): void {
    this.text += piece
    if (this.text.length > CHUNK) this.flush()
  }

  private flush(): void {
    this.chunks.push(new TextEncoder().encode(this.text))
    this.text = ''
  }
}
