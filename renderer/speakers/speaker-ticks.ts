import type { SpeakerGroup } from '#shared/queries/speaker-groups'
import type { SpeakerSuggestion } from '#shared/queries/speakers'

export type Ticks = ReadonlySet<SpeakerSuggestion>

/** A line of the list: a speaker, or what one says. */
export type SpeakerLine =
  | { readonly kind: 'speaker'; readonly key: string; readonly group: SpeakerGroup }
  | { readonly kind: 'said'; readonly key: string; readonly suggestion: SpeakerSuggestion }

/** Each speaker, followed by all that is suggested as said by them. */
export const linesOf = (groups: readonly SpeakerGroup[]): SpeakerLine[] =>
  groups.flatMap((group, at): SpeakerLine[] => [
    { kind: 'speaker', key: `speaker ${at}`, group },
    ...group.said.map((suggestion, place) => ({ kind: 'said' as const, key: `said ${at} ${place}`, suggestion })),
  ])

/** Whether all, some or none of these are ticked; none where there are none. */
export function ticked(those: readonly SpeakerSuggestion[], ticks: Ticks): 'all' | 'some' | 'none' {
  const count = those.filter((each) => ticks.has(each)).length
  if (count === 0) return 'none'
  return count === those.length ? 'all' : 'some'
}

/** Ticks those; where all of them are ticked, takes their ticks away. */
export function turned(those: readonly SpeakerSuggestion[], ticks: Ticks): Ticks {
  const next = new Set(ticks)
  const takes = ticked(those, ticks) === 'all'
  for (const each of those) {
    if (takes) next.delete(each)
    else next.add(each)
  }
  return next
}
