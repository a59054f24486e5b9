import type { Highlight, Tagging } from '../model/highlight'
import type { Theme } from '../model/theme'
import { fold } from './fold'
import type { SpeakerSuggestion } from './speakers'

/** Whether two names are one speaker's: in either script, and whatever their width. */
export const sameSpeaker = (a: string, b: string): boolean => fold(a.trim()) === fold(b.trim())

const place = ({ start, end }: { readonly start: number; readonly end: number }): string => `${start} ${end}`

/** Which of the suggestions are accepted already: exactly their words are highlighted with a theme of the speaker's name. */
export function acceptedSpeakers(
  suggestions: readonly SpeakerSuggestion[],
  given: {
    readonly themes: readonly Theme[]
    readonly highlights: readonly Highlight[]
    readonly taggings: readonly Tagging[]
  },
): ReadonlySet<SpeakerSuggestion> {
  const names = new Map(given.themes.map(({ id, name }) => [id, name]))
  const places = new Map(given.highlights.map(({ id, passage }) => [id, place(passage)]))
  const at = new Map<string, string[]>()
  for (const { highlight, theme } of given.taggings) {
    const where = places.get(highlight)
    const name = names.get(theme)
    if (where !== undefined && name !== undefined) at.set(where, [...(at.get(where) ?? []), name])
  }
  return new Set(suggestions.filter((each) => at.get(place(each))?.some((name) => sameSpeaker(name, each.speaker))))
}
