import { numberAs } from '../office/number-format'
import { child, type XmlElement } from '../office/xml-tree'
import { valueIn } from './package'

export type NoteKind = 'footnote' | 'endnote'

/** A note that the text calls. */
export interface NoteCall {
  readonly kind: NoteKind
  readonly id: string
  /** The sign that calls it, as it stands in the text. */
  readonly marker: string
  /** The page on which it is called, from 0. */
  readonly page: number
}

interface Manner {
  readonly format: string
  readonly start: number
  readonly eachPage: boolean
}

/** Numbers the notes of a document in the order in which the text calls them. */
export class NoteCalls {
  readonly all: NoteCall[] = []
  private readonly manners: Readonly<Record<NoteKind, Manner>>
  private readonly counts = { footnote: 0, endnote: 0 }
  private page = 0

  /** `settings` are the document's; `xml` is its text, in which the sections may number their notes in their own way. */
  constructor(settings: XmlElement | undefined, xml: string) {
    this.manners = {
      footnote: mannerOf('footnote', settings, xml, 'decimal'),
      endnote: mannerOf('endnote', settings, xml, 'lowerRoman'),
    }
  }

  /** The sign of the note that is called next; `own` is one that the text gives, which is not counted. */
  call(kind: NoteKind, id: string, page: number, own?: string): string {
    const { format, start, eachPage } = this.manners[kind]
    if (eachPage && page !== this.page) this.counts[kind] = 0
    this.page = page
    if (own === undefined) this.counts[kind] += 1
    const marker = own ?? numberAs(format, this.counts[kind] + start - 1)
    this.all.push({ kind, id, marker, page })
    return marker
  }
}

/** What a section says of its notes is no longer than this, in UTF-16 units. */
const LONGEST = 1000

function mannerOf(kind: NoteKind, settings: XmlElement | undefined, xml: string, standard: string): Manner {
  const own = child(settings, `w:${kind}Pr`)
  const at = xml.indexOf(`:${kind}Pr>`)
  const section = at === -1 ? '' : (xml.slice(at, at + LONGEST).split(`${kind}Pr>`)[1] ?? '')
  const said = (name: string): string | undefined =>
    new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*?\\bval="([^"]*)"`).exec(section)?.[1] ?? valueIn(own, `w:${name}`)
  return {
    format: said('numFmt') ?? standard,
    start: Number(/^\d{1,6}$/.exec(said('numStart') ?? '')?.[0] ?? 1),
    eachPage: said('numRestart') === 'eachPage',
  }
}
