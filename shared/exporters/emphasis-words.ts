import type { Translate } from '../messages'
import type { MarkedPassage } from './marked-documents'

/** How a passage stands out among the others, by all highlights of it: `★`, `weight 4 of 5`. Empty where it does not. */
export function emphasisWords(marked: readonly Pick<MarkedPassage, 'highlight'>[], say: Translate): string[] {
  const weights = new Set(marked.flatMap(({ highlight }) => highlight.weight ?? []))
  return [
    ...(marked.some(({ highlight }) => highlight.star) ? ['★'] : []),
    ...[...weights].toSorted().map((weight) => say('export.weight', { weight })),
  ]
}
