import type { InlineMark } from '../../model/document'
import { numberAs } from '../office/number-format'
import { roleOf, type StyleRole } from '../office/style-names'
import { bulletOf } from '../office/symbols'
import type { Attributes } from '../office/xml'

/** What a style says, as far as it matters; what is absent is inherited. */
export interface OdtStyle {
  readonly name: string
  parent?: string | undefined
  role?: StyleRole | undefined
  list?: string | undefined
  strong?: boolean
  emphasis?: boolean
  raised?: 'superscript' | 'subscript' | 'no'
  hidden?: boolean
  centred?: boolean
  /** Whether a page begins before such a paragraph, or after it. */
  breaksBefore?: boolean
  breaksAfter?: boolean
  /** The number of the page that begins before it. */
  pageNumber?: number
}

/** One level of a list. */
export interface ListLevel {
  readonly bullet?: string
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number
  /** The numbers of how many levels are shown. */
  readonly shown: number
  /** All in one, as newer versions write it (`第%1%章`). */
  readonly pattern?: string
}

/** Chains of styles that are based on each other are followed no further than this. */
const LONGEST_CHAIN = 20
const LEVELS = 10
/** What a list writes around a number is no longer than this, in UTF-16 units. */
const LONGEST = 100

/** The kinds of numbers by their first sign in OpenDocument (1.3, 19.500), as `numberAs` names them. */
const FORMATS: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '①': 'decimalEnclosedCircle',
  '１': 'decimalFullWidth',
  ア: 'aiueo',
  イ: 'iroha',
  가: 'ganada',
  ㄱ: 'chosung',
}

/** The styles and lists of a document, by their names. What is told of later replaces what was told of before. */
export class OdtStyles {
  private readonly styles = new Map<string, OdtStyle>()
  private readonly lists = new Map<string, ListLevel[]>()
  /** The style, and the list, whose element is open. */
  private style: OdtStyle | undefined
  private list: ListLevel[] | undefined

  /** An element inside the styles of a part. */
  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'style:style':
        this.openStyle(attributes)
        break
      case 'style:paragraph-properties':
        if (this.style) paragraphProperties(this.style, attributes)
        break
      case 'style:text-properties':
        if (this.style && !this.list) textProperties(this.style, attributes)
        break
      case 'text:list-style':
        this.list = []
        this.lists.set(attributes['style:name'] ?? '', this.list)
        break
      case 'text:outline-style':
        this.list = []
        this.lists.set(OUTLINE, this.list)
        break
      case 'text:list-level-style-number':
      case 'text:list-level-style-bullet':
      case 'text:list-level-style-image':
      case 'text:outline-level-style': {
        const level = Number(attributes['text:level'])
        if (this.list && level >= 1 && level <= LEVELS) this.list[level] = listLevel(name, attributes)
        break
      }
    }
  }

  close(name: string): void {
    if (name === 'style:style') this.style = undefined
    if (name === 'text:list-style' || name === 'text:outline-style') this.list = undefined
  }

  /** What a paragraph with this style is, all the styles that it is based on counted in. */
  paragraph = (name: string | undefined): Partial<OdtStyle> => this.merged('paragraph', name)
  /** How the words with this style look. */
  text = (name: string | undefined): Partial<OdtStyle> => this.merged('text', name)

  /** A level of a list, from 1; undefined when there is none. */
  level(list: string | undefined, level: number): ListLevel | undefined {
    return list === undefined ? undefined : this.lists.get(list)?.[level]
  }

  private openStyle(attributes: Attributes): void {
    const name = attributes['style:name'] ?? ''
    const family = attributes['style:family'] ?? ''
    const shown = attributes['style:display-name'] ?? decoded(name)
    const list = attributes['style:list-style-name']
    this.style = {
      name: shown,
      parent: attributes['style:parent-style-name'],
      ...(family === 'paragraph' && { role: roleOf(shown) }),
      ...(list !== undefined && { list }),
    }
    if (attributes['style:master-page-name']) this.style.breaksBefore = true
    this.styles.set(`${family} ${name}`, this.style)
    this.known.clear()
  }

  private readonly known = new Map<string, Partial<OdtStyle>>()

  private merged(family: string, name: string | undefined): Partial<OdtStyle> {
    if (name === undefined) return {}
    const key = `${family} ${name}`
    const known = this.known.get(key)
    if (known) return known
    const chain: OdtStyle[] = []
    for (
      let at: string | undefined = name;
      at !== undefined && chain.length < LONGEST_CHAIN;
      at = chain.at(-1)?.parent
    ) {
      // A style that is not defined still has a name.
      const style: OdtStyle = this.styles.get(`${family} ${at}`) ?? { name: at, role: roleOf(decoded(at)) }
      chain.push(style)
    }
    const merged: Partial<OdtStyle> = {}
    for (const style of chain.toReversed()) {
      const own = Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined))
      // Pages begin where this very style says so, and not at all paragraphs that are based on it.
      if (style !== chain[0]) for (const property of ['breaksBefore', 'breaksAfter', 'pageNumber']) delete own[property]
      Object.assign(merged, own)
    }
    this.known.set(key, merged)
    return merged
  }
}

/** The name under which the numbers of headings are kept. */
export const OUTLINE = '\0outline'

/** What is written before an item, when the levels of its list have these numbers (from level 1). */
export function markerOf(
  level: ListLevel,
  numbers: readonly number[],
  levels: (level: number) => ListLevel | undefined,
): string {
  if (level.bullet !== undefined) return level.bullet
  const written = (at: number): string =>
    numberAs(levels(at)?.format ?? 'decimal', numbers[at] ?? levels(at)?.start ?? 1)
  if (level.pattern !== undefined) {
    return level.pattern.replace(/%(\d{1,2})%/g, (_, digits: string) => written(Number(digits))).trim()
  }
  if (level.format === 'none') return `${level.prefix}${level.suffix}`.trim()
  const last = numbers.length - 1
  const shown = Array.from({ length: Math.min(level.shown, last) }, (_, index) => last - index)
    .toReversed()
    .filter((at) => levels(at)?.format !== 'none')
  return `${level.prefix}${shown.map(written).join('.')}${level.suffix}`.trim()
}

function listLevel(name: string, attributes: Attributes): ListLevel {
  const format = attributes['style:num-format'] ?? ''
  const start = attributes['text:start-value'] ?? ''
  const shown = attributes['text:display-levels'] ?? ''
  const pattern = attributes['loext:num-list-format']?.slice(0, LONGEST)
  return {
    ...(name.endsWith('bullet') && { bullet: bulletOf(attributes['text:bullet-char'] ?? '') }),
    ...(name.endsWith('image') && { bullet: '•' }),
    format: numberFormat(format),
    prefix: (attributes['style:num-prefix'] ?? '').slice(0, LONGEST),
    suffix: (attributes['style:num-suffix'] ?? '').slice(0, LONGEST),
    start: /^\d{1,9}$/.test(start) ? Number(start) : 1,
    shown: /^\d$/.test(shown) ? Number(shown) : 1,
    ...(pattern && format !== '' && { pattern }),
  }
}

/** The name that `numberAs` has for a number format of OpenDocument; `none` for an empty one. */
export function numberFormat(format: string): string {
  const [first = ''] = format
  return first === '' ? 'none' : Object.hasOwn(FORMATS, first) ? (FORMATS[first] as string) : 'decimal'
}

function paragraphProperties(style: OdtStyle, attributes: Attributes): void {
  const align = attributes['fo:text-align']
  if (align !== undefined) style.centred = align === 'center'
  if (attributes['fo:break-before'] === 'page') style.breaksBefore = true
  if (attributes['fo:break-after'] === 'page') style.breaksAfter = true
  const number = attributes['style:page-number'] ?? ''
  if (/^[1-9]\d{0,5}$/.test(number)) style.pageNumber = Number(number)
}

function textProperties(style: OdtStyle, attributes: Attributes): void {
  const weight = attributes['fo:font-weight'] ?? attributes['style:font-weight-asian']
  if (weight !== undefined) style.strong = weight === 'bold' || Number(weight) >= 600
  const slant = attributes['fo:font-style'] ?? attributes['style:font-style-asian']
  if (slant !== undefined) style.emphasis = slant === 'italic' || slant === 'oblique'
  const sign = attributes['style:text-emphasize']
  if (sign !== undefined && sign !== 'none') style.emphasis = true
  const position = attributes['style:text-position']
  if (position !== undefined) {
    const [where = ''] = position.split(' ')
    const height = Number.parseFloat(where)
    style.raised = where === 'super' || height > 0 ? 'superscript' : where === 'sub' || height < 0 ? 'subscript' : 'no'
  }
  if (attributes['text:display'] !== undefined) style.hidden = attributes['text:display'] === 'none'
}

/** The marks of words that look so. */
export const kindsOf = ({ strong, emphasis, raised }: Partial<OdtStyle>): InlineMark['kind'][] => [
  ...(strong ? (['strong'] as const) : []),
  ...(emphasis ? (['emphasis'] as const) : []),
  ...(raised === 'superscript' || raised === 'subscript' ? [raised] : []),
]

/** A style's name as people see it: `Heading_20_1` is Heading 1. */
const decoded = (name: string): string =>
  name.replace(/_([0-9a-f]{2,4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
