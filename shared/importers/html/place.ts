import type { Element } from 'hast'
import type { BlockKind } from '../../model/document'
import { attribute } from '../html-elements'

/** What the block being written will be. */
export interface Place {
  readonly kind: BlockKind
  readonly level?: number
  /** How many lists and how many quotations are around this place. */
  readonly lists: number
  readonly quotations: number
  /** The list item's or the note's marker; its first block takes it. */
  readonly item?: { marker: string | undefined }
  /** What stands before each item of the list around this place. */
  readonly nextMarker?: () => string
}

/** Running text, in nothing. */
export const PLAIN: Place = { kind: 'paragraph', lists: 0, quotations: 0 }

/** The place inside a `<ul>` or `<ol>`. */
export function listPlace(list: Element, place: Place): Place {
  let number = Number(attribute(list, 'start') ?? 1)
  if (!Number.isInteger(number)) number = 1
  const nextMarker = list.tagName === 'ol' ? () => `${number++}.` : () => '•'
  return { ...place, lists: place.lists + 1, nextMarker }
}

/** The place inside an `<li>`. */
export function itemPlace(place: Place): Place {
  const level = Math.max(1, place.lists)
  return { ...place, kind: 'listItem', level, lists: level, item: { marker: place.nextMarker?.() ?? '•' } }
}

/** The place inside a `<blockquote>`. */
export const quotationPlace = (place: Place): Place => ({
  kind: 'quotation',
  level: place.quotations + 1,
  lists: place.lists,
  quotations: place.quotations + 1,
})

/** The place inside a foot- or endnote that is called by `marker`. */
export const notePlace = (place: Place, marker: string): Place => ({
  kind: 'footnote',
  lists: place.lists,
  quotations: place.quotations,
  item: { marker },
})
