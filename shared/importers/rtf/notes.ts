import type { Draft } from '../office/draft'
import { numberAs } from '../office/number-format'

/** The kinds of numbers by the ends of the control words that choose them (`\ftnnalc`), as `numberAs` names them. */
const FORMATS: Readonly<Record<string, string>> = {
  ar: 'decimal',
  alc: 'lowerLetter',
  auc: 'upperLetter',
  rlc: 'lowerRoman',
  ruc: 'upperRoman',
  chi: 'chicago',
  cnum: 'decimalEnclosedCircle',
  gbnum: 'decimalEnclosedFullstop',
  gbnumd: 'decimalEnclosedParen',
  gbnuml: 'decimalEnclosedCircle',
  dbnum: 'chineseCounting',
  dbnumd: 'chineseCounting',
  dbnumt: 'chineseCounting',
  dbnumk: 'chineseCounting',
  zodiac: 'ideographTraditional',
  zodiacd: 'ideographZodiac',
}

/** A note: the sign that calls it, and what it says. */
export interface RtfNote {
  readonly marker: string
  readonly drafts: readonly Draft[]
}

/** The notes of a document, and how they are counted. */
export class RtfNotes {
  readonly footnotes: RtfNote[] = []
  readonly endnotes: RtfNote[] = []
  private readonly formats = { footnote: 'decimal', endnote: 'decimal' }
  private readonly counts = { footnote: 0, endnote: 0 }

  /** Whether a control word says how notes are numbered. */
  word(name: string): boolean {
    const match = /^(a?)ftnn([a-z]+)$/.exec(name)
    if (!match || !Object.hasOwn(FORMATS, match[2] as string)) return false
    this.formats[match[1] ? 'endnote' : 'footnote'] = FORMATS[match[2] as string] as string
    return true
  }

  /** The sign of the next note that is counted. */
  count(kind: 'footnote' | 'endnote'): string {
    this.counts[kind] += 1
    return numberAs(this.formats[kind], this.counts[kind])
  }
}
