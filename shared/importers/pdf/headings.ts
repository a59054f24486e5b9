import type { Line } from './line'
import type { OutlineEntry } from './outline'
import type { LinesOfParagraph, Setting } from './paragraph'

/** The level of a heading, 1 to 6, and how sure it is, 0 to 1. */
export interface Heading {
  readonly level: number
  readonly confidence: number
}

/** Headings are set in type at least this much larger than the text. */
const LARGER = 1.12
const LONGEST = 200
/** A heading that only its bold type shows is short, in UTF-16 units. */
const LONGEST_BOLD = 90
const ENDS = /[.。！!;；,，]$/u

/**
 * The headings among paragraphs: those that the file's own outline names, those in larger type (the larger, the
 * higher), and short lines in bold type.
 */
export function headingsOf(
  paragraphs: readonly LinesOfParagraph[],
  texts: readonly string[],
  setting: Setting,
  outline: readonly OutlineEntry[],
): (Heading | undefined)[] {
  const named = namedByOutline(paragraphs, texts, outline)
  const sizes = sizesOf(paragraphs.filter((lines, at) => isLarge(lines, texts[at] as string, setting)))
  const title = paragraphs.findIndex((lines, at) => isLarge(lines, texts[at] as string, setting))
  const titled = title >= 0 && !named.has(title) && sizes.indexOf(sizeOf(paragraphs[title] as Line[])) === 0
  const shift = titled && named.size > 0 ? 1 : 0
  return paragraphs.map((lines, at): Heading | undefined => {
    const text = texts[at] as string
    const depth = named.get(at)
    if (depth !== undefined) return { level: level(depth + shift), confidence: 0.95 }
    if (isLarge(lines, text, setting)) {
      const rank = sizes.indexOf(sizeOf(lines)) + 1
      return { level: level(rank), confidence: named.size > 0 && at !== title ? 0.6 : 0.8 }
    }
    return isBoldLine(lines, text, setting) ? { level: level(sizes.length + 1 || 2), confidence: 0.6 } : undefined
  })
}

const level = (depth: number): number => Math.min(6, Math.max(1, depth))
const sizeOf = (lines: LinesOfParagraph): number => Math.round((lines[0]?.size ?? 0) * 2) / 2

function isLarge(lines: LinesOfParagraph, text: string, { size }: Setting): boolean {
  return (lines[0]?.size ?? 0) > LARGER * size && text.length <= LONGEST && /\p{L}/u.test(text)
}

function isBoldLine(lines: LinesOfParagraph, text: string, { size }: Setting): boolean {
  return (
    lines.every((line) => line.bold) &&
    (lines[0]?.size ?? 0) > 0.95 * size &&
    text.length <= LONGEST_BOLD &&
    lines.length <= 3 &&
    /\p{L}/u.test(text) &&
    !ENDS.test(text)
  )
}

/** The type sizes of headings, the largest first; sizes that differ by less than half a point are one. */
function sizesOf(headings: readonly LinesOfParagraph[]): number[] {
  return [...new Set(headings.map(sizeOf))].sort((a, b) => b - a).slice(0, 5)
}

/** Which paragraphs the outline's entries name, and how deep they are there. */
function namedByOutline(
  paragraphs: readonly LinesOfParagraph[],
  texts: readonly string[],
  outline: readonly OutlineEntry[],
): Map<number, number> {
  const places = new Map<string, number[]>()
  texts.forEach((text, at) => {
    if (text.length > LONGEST) return
    const key = folded(text)
    places.set(key, [...(places.get(key) ?? []), at])
  })
  const named = new Map<number, number>()
  for (const { title, depth, page } of outline) {
    const at = places.get(folded(title))?.find((place) => {
      const stands = paragraphs[place]?.[0]?.page
      return !named.has(place) && (page === undefined || (stands !== undefined && Math.abs(stands - page) <= 1))
    })
    if (at !== undefined) named.set(at, depth)
  }
  return named
}

const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '')
