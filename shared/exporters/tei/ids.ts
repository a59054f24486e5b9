import type { Id } from '../../model/ids'
import { guidOf } from '../refi/guid'

/** What an element of the file is. An `xml:id` begins with its letter: names in XML begin with no digit. */
export const PREFIXES = {
  project: 'p',
  coder: 'c',
  theme: 't',
  document: 'd',
  highlight: 'h',
  tagging: 'g',
  link: 'l',
  note: 'n',
} as const
export type TeiKind = keyof typeof PREFIXES

/** The `xml:id` of a record: unique in the file, whatever the record is called, and the same from export to export. */
export const xmlId = (kind: TeiKind, id: Id): string => `${PREFIXES[kind]}_${guidOf(id)}`

/** The `xml:id` of the block of a document at this place, from 0. */
export const blockId = (document: Id, at: number): string => `${xmlId('document', document)}.${at}`
