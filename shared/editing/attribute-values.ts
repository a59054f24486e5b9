import { isoDate } from '../importers/date'
import type { Attribute, AttributeType } from '../model/attribute'
import type { AttributeValue } from '../model/document'

/** Names of attributes whose four digits are years. */
const OF_TIME = /年|月|日期|时间|時間|date|year|time/i

const halfWidth = (written: string): string => written.normalize('NFKC').trim()

/**
 * A number as it is written: `1,234.5`, `－3`, `2e6`. Undefined when it is none, or only looks like one: digits after a
 * leading zero and more digits than a number can tell apart (15) name something.
 */
export function numberOf(written: string): number | undefined {
  const plain = halfWidth(written).replace(/^([+-]?\d{1,3}(?:,\d{3})+)(?=\.|$)/, (digits) => digits.replaceAll(',', ''))
  if (!/^[+-]?(?:0|[1-9]\d*|(?=\.\d))(?:\.\d+)?(?:e[+-]?\d{1,2})?$/i.test(plain)) return undefined
  return plain.replace(/\D/g, '').length > 15 ? undefined : Number(plain) + 0
}

/**
 * The type of an attribute by the values it is to have, empty ones aside: numbers when all are numbers, dates when all
 * are dates, else text. Four digits are a year where the attribute's name speaks of time, and a number elsewhere.
 */
export function guessType(name: string, values: readonly string[]): Exclude<AttributeType, 'choice'> {
  const filled = values.filter((value) => value.trim() !== '')
  if (filled.length === 0) return 'text'
  const [dates, numbers] = [
    filled.every((value) => isoDate(halfWidth(value)) !== undefined),
    filled.every((value) => numberOf(value) !== undefined),
  ]
  if (numbers) return dates && OF_TIME.test(name) && filled.every((value) => yearLike(value)) ? 'date' : 'number'
  return dates ? 'date' : 'text'
}

const yearLike = (value: string): boolean => /^[12]\d{3}$/.test(halfWidth(value))

/** The value that words are for an attribute; undefined when they are none: no number, no date, not among its choices. */
export function attributeValue(
  { type, choices = [] }: Pick<Attribute, 'type' | 'choices'>,
  written: string,
): AttributeValue | undefined {
  const words = written.trim()
  if (words === '') return undefined
  switch (type) {
    case 'number':
      return numberOf(words)
    case 'date':
      return isoDate(halfWidth(words))
    case 'choice':
      return choices.includes(words) ? words : undefined
    default:
      return words
  }
}

/** A value in words. */
export const valueWords = (value: AttributeValue): string => String(value)
