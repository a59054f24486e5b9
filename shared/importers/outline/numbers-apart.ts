import type { Block } from '../../model/document'
import { endsWithStop } from '../final-stop'
import type { Sure } from './headed'
import type { Placed } from './nest'

/** The words of a heading below its number are no longer than this, in UTF-16 units; Latin letters are half as wide. */
const LONGEST = 30
const isWide = (text: string): boolean => /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(text)

/**
 * Headings whose number stands on a line of its own above their words, as pages for telephones have them (01, and below
 * it 小事不小; Part 1, 第一章): the words are the heading, at the level of the number. `found` are the headings by the index of their
 * block; a number is one that is nothing else. Only where most numbers have such words, since else they part a novel.
 */
export function numbersApart(found: Map<number, Sure[]>, blocks: readonly Block[]): Map<number, Sure[]> {
  const lone = [...found].filter(
    ([index, [first]]) => first !== undefined && isNumberAlone(first[0], blocks[index] as Block),
  )
  const moved = lone.flatMap(([index]) => {
    const words = wordsBelow(index, blocks)
    return words === undefined ? [] : [[index, words] as const]
  })
  if (moved.length < 2 || moved.length * 2 <= lone.length) return found
  const kept = new Map(found)
  for (const [index, words] of moved) {
    kept.set(
      words,
      (found.get(index) as Sure[]).map(([placed, confidence]): Sure => [placed, Math.min(0.8, confidence)]),
    )
    kept.delete(index)
  }
  return kept
}

/** Whether a heading is nothing but its number: 01, or Part 1. */
function isNumberAlone({ candidate, reading }: Placed, { text }: Block): boolean {
  if (reading === undefined || candidate.form === 'styled') return false
  if (reading.family.startsWith('lone')) return true
  return reading.named === true && !reading.label && reading.length >= text.trim().length
}

/** The block below a number that heads a paragraph by its looks. */
function wordsBelow(index: number, blocks: readonly Block[]): number | undefined {
  const below = blocks
    .slice(index + 1, index + 6)
    .flatMap(({ text }, at) => (text.trim() === '' ? [] : [index + 1 + at]))
  const [words, paragraph] = below
  if (words === undefined || paragraph === undefined) return undefined
  const [line, after] = [blocks[words] as Block, blocks[paragraph] as Block]
  if (line.kind !== 'paragraph' || line.debris || after.kind !== 'paragraph' || after.debris) return undefined
  const text = line.text.trim()
  const isShort = text.length <= (isWide(text) ? LONGEST : 2 * LONGEST) && /\p{L}/u.test(text) && !/[。；;]/.test(text)
  return isShort && (!endsWithStop(text) || /[？?！!]$/.test(text)) && after.text.length > text.length
    ? words
    : undefined
}
