import type { Language } from '../messages'
import { type Block, blockStarts, type SourceDocument } from '../model/document'
import type { Passage } from '../model/passage'
import { apa, apaInText } from './citation/apa'
import { chicago, chicagoNote } from './citation/chicago'
import { gb7714 } from './citation/gb7714'
import { type CslItem, cslItem } from './citation/item'
import { type CitedWords, htmlCitation, plainCitation } from './citation/words'
import type { CitationStyle } from './exporter'
import { escapeHtml } from './html/escape'
import { placeIn, quotation, quoted } from './quotation'

/** A source in a list of references. */
export function reference(item: CslItem, style: CitationStyle): CitedWords[] {
  if (style === 'apa') return apa(item)
  return style === 'chicago' ? chicago(item) : gb7714(item)
}

/** A passage with its source, as plain text and as HTML that says the same. */
export interface CopiedQuotation {
  readonly text: string
  readonly html: string
}

/**
 * A passage as it is carried into a paper: the quote in the quotation marks of its document's language, and its source
 * with the place in it, by the style: GB/T 7714 and Chicago as a note under the quote, APA in brackets after it and as
 * a reference under it. With the style `plain` both are one line, in the manner of the document's language.
 */
export function quotationWithCitation(
  document: Pick<SourceDocument, 'title' | 'metadata' | 'language' | 'created'>,
  passage: Pick<Passage, 'start' | 'end' | 'quote'>,
  blocks: readonly Block[],
  { style, language }: { readonly style: CitationStyle | 'plain'; readonly language: Language },
): CopiedQuotation {
  if (style === 'plain') {
    const text = quotation(document, passage, blocks, language)
    return { text, html: paragraphs(text) }
  }
  const place = placeIn({ document, blocks, starts: blockStarts(blocks) }, passage, language)
  const item = cslItem(document, 'source')
  const inApa = place.words.replace(/^¶ /, 'para. ')
  const quote = quoted(document, passage.quote, language) + (style === 'apa' ? ` ${apaInText(item, inApa)}` : '')
  const source = style === 'apa' ? apa(item) : style === 'chicago' ? chicagoNote(item, inApa) : gb7714(item, place)
  return {
    text: `${quote}\n\n${plainCitation(source)}`,
    html: `<blockquote>${paragraphs(quote)}</blockquote><p>${htmlCitation(source)}</p>`,
  }
}

const paragraphs = (words: string): string =>
  words
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('')
