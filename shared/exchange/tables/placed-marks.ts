import { plainText, type SourceDocument } from '../../model/document'
import { type Placed, placedIn } from '../annotations/placing'
import type { AnnotationReading } from '../annotations/reading'
import { sourceFinder } from '../annotations/source-finder'
import type { TableMark } from './marks'

/** A passage that was found, or that the table says is not in the text. */
export interface PlacedMark {
  readonly mark: TableMark
  readonly document: SourceDocument
  readonly placed: Placed
}

/** So much of a quote is told, in UTF-16 units. */
const SHOWN = 40
const short = (quote: string): string => {
  const line = quote.replace(/\s+/g, ' ')
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line
}

/**
 * Sets the passages of a table on the documents that they name, by id, title or file name; of several with that name, on
 * the one in which most of them stand. A row whose document or words are not there is told, and left out whole.
 */
export function placedMarks(marks: readonly TableMark[], reading: AnnotationReading): PlacedMark[] {
  const { options, told } = reading
  const { documents, contents } = options.into
  const blocks = new Map(contents.map((each) => [each.id, each.blocks]))
  const find = sourceFinder(reading)
  const byDocument = new Map<string, TableMark[]>()
  for (const mark of marks) {
    const own = byDocument.get(mark.row.document)
    if (own) own.push(mark)
    else byDocument.set(mark.row.document, [mark])
  }
  return [...byDocument].flatMap(([name, own]): PlacedMark[] => {
    const titled = documents.filter(({ id, title }) => id === name || title === name)
    const found = titled.length > 0 ? titled : [find({ iri: name, urls: [], title: name }) ?? []].flat()
    const places = own.map(({ place }) => place)
    const tried = found.map((document) => {
      const placed = placedIn(plainText(blocks.get(document.content) ?? []), places)
      return { document, placed, count: placed.filter(({ state }) => state === 'found').length }
    })
    const [best] = tried.toSorted((a, b) => b.count - a.count)
    if (!best) {
      told.missing.add('exchange.rowsWithoutDocument', { name }, own.length)
      return []
    }
    return own.flatMap((mark, at): PlacedMark[] => {
      const placed = best.placed[at] as Placed
      if (placed.state !== 'lost' || mark.isLost) return [{ mark, document: best.document, placed }]
      const { row, quote } = mark.row
      told.missing.add('exchange.rowNotInText', { row, quote: short(quote), name: best.document.title })
      return []
    })
  })
}
