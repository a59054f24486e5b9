import type { DocumentMetadata, Evidence, MetadataField } from '../../model/document'
import { isChosenTitle } from '../chosen-title'
import { isoDate } from '../date'
import type { Finished } from './finish'
import { oneLine } from './one-line'

/** What a file's properties say, as they are written there; what is absent was not given. */
export interface WrittenProperties {
  readonly title?: string | undefined
  readonly author?: string | undefined
  readonly created?: string | undefined
  readonly language?: string | undefined
  readonly keywords?: readonly string[] | undefined
  /** Further ones under the names they get in `other`. */
  readonly other?: Readonly<Record<string, string | undefined>>
}

/**
 * A document's metadata by its file's properties, each field with its evidence. The title that a style marks in the text
 * is believed before the properties, which are often those of the file this one was made from.
 */
export function metadataOf(written: WrittenProperties, title: Finished['title'], subtitle?: string): DocumentMetadata {
  const evidence: Partial<Record<MetadataField, Evidence>> = {}
  const found: Partial<Record<MetadataField, string>> = {}
  const take = (field: MetadataField, value: string | undefined, by: Evidence['by'], quote = value): void => {
    if (value === undefined || quote === undefined) return
    found[field] = value
    evidence[field] = { by, quote }
  }
  const named = oneLine(written.title)
  if (title?.styled) take('title', title.text, 'markup')
  else if (named !== undefined && isChosenTitle(named)) take('title', named, 'properties')
  else if (title) take('title', title.text, 'text')
  take('subtitle', subtitle, 'markup')
  take('author', oneLine(written.author), 'properties')
  const created = oneLine(written.created)
  if (created !== undefined) take('date', isoDate(created), 'properties', created)
  const tags = (written.keywords ?? [])
    .flatMap((each) => each.split(/[,，、;；]/))
    .map((tag) => oneLine(tag))
    .filter((tag) => tag !== undefined)
  const other = Object.fromEntries(
    Object.entries(written.other ?? {})
      .map(([name, value]) => [name, oneLine(value)] as const)
      .filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return {
    ...found,
    ...(tags.length > 0 && { tags }),
    ...(Object.keys(other).length > 0 && { other }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
  }
}
