import { legalXml } from '../legal-xml'

/**
 * Elements of WordprocessingML (ECMA-376, part 1, clause 17) as text, ready to stand in a part. They are put together
 * here and not by a library, whose trees of objects take a hundred times the memory of the text.
 */
export type WordXml = string

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as they stand in XML, in text and in attributes; what XML has no place for is U+FFFD. */
export const xmlWords = (words: string): string => legalXml(words).replace(/[&<>"]/g, (sign) => SIGNS[sign] as string)

/** Attributes in the namespace `w`; those that are undefined are left out. Their values are Pingdian's own, and escaped by who gives others. */
export function attributes(all: Readonly<Record<string, string | number | undefined>>): string {
  let text = ''
  for (const [name, value] of Object.entries(all)) if (value !== undefined) text += ` w:${name}="${value}"`
  return text
}

/** An element with one value, such as `<w:sz w:val="24"/>`; nothing for undefined. */
export const valued = (name: string, value: string | number | undefined): WordXml =>
  value === undefined ? '' : `<w:${name} w:val="${value}"/>`

/** An element that says yes by being there. */
export const flag = (name: string, isSet: boolean | undefined): WordXml => (isSet ? `<w:${name}/>` : '')

/** How words are set. Sizes are half points, colours `RRGGBB`. */
export interface RunManner {
  readonly font?: { readonly latin: string; readonly eastAsia: string; readonly hint?: 'eastAsia' }
  readonly bold?: boolean
  readonly italic?: boolean
  /** Whether it is code, in which spelling is no matter. */
  readonly code?: boolean
  readonly colour?: string
  readonly size?: number
  readonly underline?: boolean
  readonly fill?: string
  readonly raised?: 'superscript' | 'subscript'
  /** Whether the words run from right to left. */
  readonly rightToLeft?: boolean
  /** Language tags as Word knows them. */
  readonly language?: { readonly val: string; readonly eastAsia: string }
}

/** The properties of a run, in the order of the standard's schema. */
export function runProperties({ font, colour, size, fill, raised, language, ...has }: RunManner): WordXml {
  const fonts =
    font &&
    attributes({ ascii: font.latin, hAnsi: font.latin, cs: font.latin, eastAsia: font.eastAsia, hint: font.hint })
  const inside = [
    fonts ? `<w:rFonts${fonts}/>` : '',
    flag('b', has.bold) + flag('bCs', has.bold),
    flag('i', has.italic) + flag('iCs', has.italic),
    flag('noProof', has.code),
    valued('color', colour),
    valued('sz', size) + valued('szCs', size),
    has.underline ? '<w:u w:val="single"/>' : '',
    fill === undefined ? '' : `<w:shd${attributes({ val: 'clear', color: 'auto', fill })}/>`,
    valued('vertAlign', raised),
    flag('rtl', has.rightToLeft),
    language ? `<w:lang${attributes({ ...language })}/>` : '',
  ].join('')
  return inside === '' ? '' : `<w:rPr>${inside}</w:rPr>`
}

/** How a paragraph is set. Lengths are twips (a twentieth of a point), `line` 240ths of a line. */
export interface ParagraphManner {
  readonly style?: string
  readonly keepNext?: boolean
  readonly keepLines?: boolean
  /** The level, from 0, of the bullet before it. */
  readonly bullet?: number
  /** Whether it has a tab at the right edge that is led to by dots. */
  readonly dotted?: boolean
  readonly rightToLeft?: boolean
  readonly spacing?: { readonly before?: number; readonly after?: number; readonly line?: number }
  readonly indent?: {
    readonly left?: number
    readonly right?: number
    readonly hanging?: number
    readonly firstLine?: number
    /** Hundredths of a character; where it is there, it stands before `firstLine`. */
    readonly firstLineChars?: number
  }
  readonly align?: 'both' | 'center'
}

/** The number of the one numbering that a document has: bullets on nine levels. */
export const BULLETS = 1
/** The width of a page's text. */
const TEXT_WIDTH = 9026

/** The properties of a paragraph, in the order of the standard's schema. */
export function paragraphProperties({ style, bullet, spacing, indent, align, ...has }: ParagraphManner): WordXml {
  const inside = [
    valued('pStyle', style),
    flag('keepNext', has.keepNext),
    flag('keepLines', has.keepLines),
    bullet === undefined ? '' : `<w:numPr>${valued('ilvl', bullet)}${valued('numId', BULLETS)}</w:numPr>`,
    has.dotted ? `<w:tabs><w:tab${attributes({ val: 'right', leader: 'dot', pos: TEXT_WIDTH })}/></w:tabs>` : '',
    flag('bidi', has.rightToLeft),
    spacing ? `<w:spacing${attributes({ ...spacing, lineRule: spacing.line && 'auto' })}/>` : '',
    indent ? `<w:ind${attributes({ ...indent })}/>` : '',
    valued('jc', align),
  ].join('')
  return inside === '' ? '' : `<w:pPr>${inside}</w:pPr>`
}

/** A paragraph that holds these runs. */
export const paragraph = (manner: ParagraphManner, ...inside: readonly WordXml[]): WordXml =>
  `<w:p>${paragraphProperties(manner)}${inside.join('')}</w:p>`
