import type { Stretch } from './attribution'

/** Words in quotation marks. */
export interface Quoted {
  /** With the marks. */
  readonly whole: Stretch
  /** Without them. */
  readonly inside: Stretch
}

const PAIRS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』', '｢': '｣', '«': '»', '„': '“' }

/**
 * The outermost quotations of a text, in order. Straight quotes open and close in turn; a quotation that is not closed
 * goes to the end, as it does where it runs over several paragraphs.
 */
export function quotesIn(text: string): Quoted[] {
  const found: Quoted[] = []
  let open: { readonly at: number; readonly close: string; readonly sign: string; depth: number } | undefined
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] as string
    if (!open) {
      const close = sign === '"' || sign === '＂' ? sign : PAIRS[sign]
      if (close !== undefined) open = { at, close, sign, depth: 1 }
    } else if (sign === open.close) {
      open.depth -= 1
      if (open.depth > 0) continue
      found.push({ whole: { start: open.at, end: at + 1 }, inside: { start: open.at + 1, end: at } })
      open = undefined
    } else if (sign === open.sign) open.depth += 1
  }
  if (open)
    found.push({ whole: { start: open.at, end: text.length }, inside: { start: open.at + 1, end: text.length } })
  return found
}

/** The quotation that holds the character at `at`; `quotes` are in text order. */
export function quoteAt(quotes: readonly Quoted[], at: number): Quoted | undefined {
  let low = 0
  let high = quotes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const quote = quotes[middle] as Quoted
    if (at < quote.whole.start) high = middle - 1
    else if (at >= quote.whole.end) low = middle + 1
    else return quote
  }
  return undefined
}
