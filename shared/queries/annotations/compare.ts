import type { Comparison } from '../../model/annotation-query'
import type { AttributeValue } from '../../model/document'
import { fold } from '../fold'

function orders(difference: number, test: Exclude<Comparison, '~'>): boolean {
  switch (test) {
    case '=':
      return difference === 0
    case '<':
      return difference < 0
    case '<=':
      return difference <= 0
    case '>':
      return difference > 0
    case '>=':
      return difference >= 0
  }
}

/** Whether a number stands so to another. */
export const comparesNumber = (number: number, test: Exclude<Comparison, '~'>, other: number): boolean =>
  orders(number - other, test)

/**
 * Whether a value stands so to what is asked; what is unknown never does. A number is compared with a number. A date is
 * looked at as far as the one that is asked for goes (2021-03-05 is 2021-03, and not after it); one that is known less
 * exactly is neither before, nor after, nor the same. Text is compared folded.
 */
export function compares(value: AttributeValue | undefined, test: Comparison, asked: string, isDate: boolean): boolean {
  if (value === undefined) return false
  if (test === '~') return fold(String(value)).includes(fold(asked))
  if (typeof value === 'number') return asked.trim() !== '' && comparesNumber(value, test, Number(asked))
  const [one, other] = isDate ? [value.slice(0, asked.length), asked] : [fold(value), fold(asked)]
  if (isDate && one.length < other.length) return false
  return orders(one < other ? -1 : one > other ? 1 : 0, test)
}
