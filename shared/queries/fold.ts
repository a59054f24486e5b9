import { RADICALS, VARIANTS } from './fold-table'

/** Which differences a search overlooks; each is overlooked unless it is `false`. */
export interface FoldOptions {
  /** Traditional, Simplified and other variants of a Chinese character: 臺 台, 裡 裏 里, 瞭 了, 戶 戸 户. */
  readonly script?: boolean
  /** Full and half width, radicals for ideographs, and other compatibility forms (NFKC): １ 1, ⽉ 月, ① 1. */
  readonly width?: boolean
  /** Upper and lower case. */
  readonly case?: boolean
  /** Shapes of quotation marks: “ 「 „ « are ", ‘ 『 ’ are '. */
  readonly quotes?: boolean
}

const UNITS = 0x10000
type Table = Uint16Array

const identity = (): Table => Uint16Array.from({ length: UNITS }, (_, unit) => unit)
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff

/** The table that takes each UTF-16 unit to what `to` makes of it, where that is one unit again. */
function tableOf(to: (character: string) => string, ranges: readonly (readonly [number, number])[]): Table {
  const table = identity()
  for (const [from, until] of ranges) {
    for (let unit = from; unit < until; unit++) {
      if (isSurrogate(unit)) continue
      const folded = to(String.fromCharCode(unit))
      if (folded.length === 1) table[unit] = folded.charCodeAt(0)
    }
  }
  return table
}

/** Unified ideographs and syllables are their own compatibility forms: only what lies around them is asked for. */
const COMPATIBILITY = [
  [0xa0, 0x3400],
  [0xa640, 0xac00],
  [0xf900, UNITS],
] as const

function widthTable(): Table {
  const table = tableOf((each) => each.normalize('NFKC'), COMPATIBILITY)
  for (let i = 0; i < RADICALS.length; i += 2) table[RADICALS.charCodeAt(i)] = RADICALS.charCodeAt(i + 1)
  return table
}

function scriptTable(): Table {
  const table = identity()
  for (const all of VARIANTS.trim().split(/\s+/)) {
    for (let i = 1; i < all.length; i++) table[all.charCodeAt(i)] = all.charCodeAt(0)
  }
  return table
}

/** Lower case by way of upper case, which unites ς with σ; the dotless ı is a letter of its own. */
function lower(character: string): string {
  if (character === 'ı') return character
  const upper = character.toUpperCase()
  return (upper.length === 1 ? upper : character).toLowerCase()
}

const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '“”„‟«»「」〝〞〟＂｢｣﹁﹂'],
  ["'", '‘’‚‛‹›『』＇﹃﹄'],
]
const quoteOf = (character: string): string => QUOTES.find(([, all]) => all.includes(character))?.[0] ?? character

const PARTS = {
  width: widthTable,
  script: scriptTable,
  case: () => tableOf(lower, [[0, UNITS]]),
  quotes: () => tableOf(quoteOf, [[0x80, UNITS]]),
} as const
const NAMES = ['quotes', 'width', 'script', 'case'] as const
const parts = new Map<keyof typeof PARTS, Table>()
const tables = new Map<string, Table>()

function partOf(name: keyof typeof PARTS): Table {
  const table = parts.get(name) ?? PARTS[name]()
  parts.set(name, table)
  return table
}

/** The parts one after the other, again and again until nothing changes, so that folding twice is folding once. */
function composed(names: readonly (keyof typeof PARTS)[]): Table {
  const chosen = names.map(partOf)
  const step = identity().map((unit) => chosen.reduce((at, table) => table[at] as number, unit))
  return step.map((unit) => {
    let at = unit
    while (step[at] !== at) at = step[at] as number
    return at
  })
}

/**
 * What each UTF-16 unit becomes under these options: a table of 65,536 units, made once and kept. Surrogates become
 * themselves, so that characters outside the BMP are left alone.
 */
export function foldTable(options: FoldOptions = {}): Uint16Array {
  const names = NAMES.filter((name) => options[name] !== false)
  const key = names.join(' ')
  const table = tables.get(key) ?? composed(names)
  tables.set(key, table)
  return table
}

/** How many units are handed to `String.fromCharCode` in one call. */
const CHUNK = 8192

/**
 * The text with differences that a search overlooks taken out. One UTF-16 unit becomes one UTF-16 unit, so that an
 * offset in the folded text is an offset in the true one; what would change length is left alone. Folding what is
 * folded changes nothing. Since every variant meets, words that share a variant do too: 乾隆 is found as 干隆.
 */
export function fold(text: string, options: FoldOptions = {}): string {
  const table = foldTable(options)
  const units = new Uint16Array(Math.min(CHUNK, text.length))
  const folded: string[] = []
  for (let from = 0; from < text.length; from += CHUNK) {
    const count = Math.min(CHUNK, text.length - from)
    for (let i = 0; i < count; i++) units[i] = table[text.charCodeAt(from + i)] as number
    folded.push(String.fromCharCode.apply(null, (count === CHUNK ? units : units.subarray(0, count)) as never))
  }
  // Joined and not added up, so that the engine has one flat string and need not make it when it is first looked through.
  return folded.join('')
}
