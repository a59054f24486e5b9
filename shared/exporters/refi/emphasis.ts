import type { Highlight, Weight } from '../../model/highlight'

/** What REFI-QDA has no place for, as the Description of a selection: `★` for a star, `3/5` for a weight, `★ 3/5` for both. */
export const emphasisOf = ({ star, weight }: Pick<Highlight, 'star' | 'weight'>): string =>
  [star ? '★' : '', weight === undefined ? '' : `${weight}/5`].filter((each) => each !== '').join(' ')

/** Star and weight out of a Description; undefined when it says something else. */
export function readEmphasis(written: string): Pick<Highlight, 'star' | 'weight'> | undefined {
  const [found, star, weight] = /^(★)? ?(?:([1-5])\/5)?$/.exec(written.trim()) ?? []
  if (!found) return undefined
  return { ...(star && { star: true as const }), ...(weight && { weight: Number(weight) as Weight }) }
}
