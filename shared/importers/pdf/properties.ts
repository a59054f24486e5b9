import type { DocumentMetadata, Evidence, MetadataField } from '../../model/document'
import { isChosenTitle } from '../chosen-title'
import { isoDate } from '../date'
import type { Pdf } from './engine'
import { unlessBroken } from './outline'

/** What a PDF says about itself: its XMP packet first, then its information dictionary. */
export async function propertiesOf(pdf: Pdf): Promise<DocumentMetadata> {
  const said = await unlessBroken(() => pdf.getMetadata())
  const info = (said?.info ?? {}) as Record<string, unknown>
  const xmp = said?.metadata
  const evidence: Partial<Record<MetadataField, Evidence>> = {}
  const found: Partial<Record<MetadataField, string>> = {}
  const take = (field: MetadataField, quote: unknown, value = words(quote)): void => {
    if (found[field] !== undefined || value === undefined) return
    found[field] = value
    evidence[field] = { by: 'properties', quote: words(quote) ?? value }
  }
  for (const title of [xmp?.get('dc:title'), info.Title]) if (isChosenTitle(words(title) ?? '')) take('title', title)
  take('author', xmp?.get('dc:creator'))
  take('author', info.Author)
  take('source', xmp?.get('prism:publicationname'))
  for (const name of ['prism:publicationdate', 'prism:coverdate', 'dc:date', 'xmp:createdate']) {
    const date = words(xmp?.get(name))
    if (date !== undefined) take('date', date, isoDate(date))
  }
  const created = words(info.CreationDate)
  if (created !== undefined) take('date', created, pdfDate(created))
  const tags = words(info.Keywords)
    ?.split(/[,，、;；]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
  const other = Object.fromEntries(
    Object.entries({
      subject: words(info.Subject),
      creator: words(info.Creator),
      producer: words(info.Producer),
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return {
    ...found,
    ...(tags === undefined || tags.length === 0 ? {} : { tags }),
    ...(Object.keys(other).length === 0 ? {} : { other }),
    ...(Object.keys(evidence).length === 0 ? {} : { evidence }),
  }
}

/** A value of the properties as one line of text; undefined when there is nothing in it. */
function words(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.filter((each) => typeof each === 'string').join('; ') : value
  if (typeof text !== 'string') return undefined
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return line === '' ? undefined : line
}

/** A date as PDF writes it, `D:20211230082654+08'00'` (ISO 32000-2, 7.9.4), as ISO 8601; undefined when it is none. */
export function pdfDate(written: string): string | undefined {
  const match = /^(?:D:)?(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?(?:(Z)|([+-]\d{2})'?(\d{2})?'?)?/.exec(
    written,
  )
  if (!match) return undefined
  const [, year, month, day, hour, minute, second = '00', utc, hours, minutes = '00'] = match
  const date = [year, month, day].filter((part) => part !== undefined).join('-')
  if (hour === undefined || day === undefined) return isoDate(date)
  const zone = utc ?? (hours === undefined ? '' : `${hours}:${minutes}`)
  return isoDate(`${date}T${hour}:${minute}:${second}${zone}`)
}
