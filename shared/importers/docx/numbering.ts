import { numberAs } from '../office/number-format'
import { plainMarker } from '../office/one-line'
import { bulletOf } from '../office/symbols'
import { child, children, type XmlElement } from '../office/xml-tree'
import { valueIn } from './package'
import type { ListPlace } from './styles'

/** One level of a list: how it counts, and what is written (`第%1章`, where %1 is the number of the first level). */
interface Level {
  readonly format: string
  readonly start: number
  readonly text: string
  /** The level whose next number lets this one begin again, from 1; 0 never. */
  readonly restart: number
  readonly legal: boolean
  readonly font: string | undefined
}

/** A list: its levels, those that belong to styles, and the numbers of its last items. */
interface List {
  readonly levels: readonly Level[]
  readonly byStyle: ReadonlyMap<string, number>
  readonly numbers: (number | undefined)[]
}

/** Counts the items of a document's lists, in its order. */
export interface Numbering {
  /** What stands before the next paragraph at this place; undefined when there is no such list. */
  next(place: ListPlace): { readonly marker: string; readonly isBullet: boolean } | undefined
  /** The level of a list that belongs to the paragraphs of a style. */
  levelOfStyle(list: string, style: string | undefined): number | undefined
}

const LEVELS = 9
/** What a level writes is no longer than this, in UTF-16 units. */
const LONGEST_TEXT = 100

/** Reads the lists of a document (ECMA-376, 17.9). */
export function numberingOf(root: XmlElement | undefined): Numbering {
  const abstracts = new Map(
    children(root, 'w:abstractNum').map((each) => [each.attributes['w:abstractNumId'] ?? '', each]),
  )
  const nums = new Map(children(root, 'w:num').map((each) => [each.attributes['w:numId'] ?? '', each]))
  /** Numbers count through all lists of one abstract definition, except where one starts anew. */
  const counts = new Map<string, (number | undefined)[]>()
  const lists = new Map<string, List>()

  const abstractOf = (list: string): XmlElement | undefined => {
    const abstract = abstracts.get(valueIn(nums.get(list), 'w:abstractNumId') ?? '')
    const linked = valueIn(abstract, 'w:numStyleLink')
    if (linked === undefined) return abstract
    return [...abstracts.values()].find((each) => valueIn(each, 'w:styleLink') === linked) ?? abstract
  }
  const listOf = (id: string): List => {
    const known = lists.get(id)
    if (known) return known
    const overrides = children(nums.get(id), 'w:lvlOverride')
    const defined = children(abstractOf(id), 'w:lvl')
    const levels: Level[] = []
    const byStyle = new Map<string, number>()
    for (const level of [...defined, ...overrides.flatMap((each) => children(each, 'w:lvl'))]) {
      const at = Number(level.attributes['w:ilvl'])
      const style = valueIn(level, 'w:pStyle')
      if (at >= 0 && at < LEVELS) levels[at] = levelOf(level, at)
      if (style !== undefined) byStyle.set(style, at)
    }
    const key = valueIn(nums.get(id), 'w:abstractNumId') ?? ''
    const numbers = counts.get(key) ?? []
    counts.set(key, numbers)
    // A list whose definition says so starts anew the first time it is met.
    for (const override of overrides) {
      const start = whole(valueIn(override, 'w:startOverride'))
      const at = Number(override.attributes['w:ilvl'])
      if (start !== undefined && at >= 0 && at < LEVELS) {
        numbers.fill(undefined, at)
        numbers[at] = start - 1
      }
    }
    const list: List = { levels, byStyle, numbers }
    lists.set(id, list)
    return list
  }

  return {
    next({ list, level }) {
      const { levels, numbers } = listOf(list)
      const own = levels[level]
      if (!own) return undefined
      numbers[level] = (numbers[level] ?? own.start - 1) + 1
      for (let below = level + 1; below < LEVELS; below++) {
        const restart = levels[below]?.restart ?? below
        if (restart > level) numbers[below] = undefined
      }
      return markerOf(own, levels, numbers)
    },
    levelOfStyle: (list, style) => (style === undefined ? undefined : listOf(list).byStyle.get(style)),
  }
}

function levelOf(level: XmlElement, at: number): Level {
  const fonts = child(child(level, 'w:rPr'), 'w:rFonts')?.attributes
  return {
    format: valueIn(level, 'w:numFmt') ?? 'decimal',
    start: whole(valueIn(level, 'w:start')) ?? 1,
    text: (valueIn(level, 'w:lvlText') ?? '').slice(0, LONGEST_TEXT),
    restart: whole(valueIn(level, 'w:lvlRestart')) ?? at,
    legal: child(level, 'w:isLgl') !== undefined,
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'],
  }
}

function markerOf(
  { format, text, legal, font }: Level,
  all: readonly Level[],
  numbers: readonly (number | undefined)[],
): { marker: string; isBullet: boolean } {
  if (format === 'bullet') return { marker: bulletOf(text, font), isBullet: true }
  const marker = text.replace(/%([1-9])/g, (_, digit: string) => {
    const level = all[Number(digit) - 1]
    const number = numbers[Number(digit) - 1] ?? level?.start ?? 1
    return numberAs(legal ? 'decimal' : (level?.format ?? 'decimal'), number)
  })
  return { marker: plainMarker(marker) ?? '', isBullet: false }
}

function whole(written: string | undefined): number | undefined {
  return written !== undefined && /^-?\d{1,9}$/.test(written) ? Number(written) : undefined
}
