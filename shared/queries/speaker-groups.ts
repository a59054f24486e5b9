import type { SpeakerSuggestion } from './speakers'
import { folded } from './speech/chinese-names'

/** One speaker of a document, and all that is suggested as said by them. */
export interface SpeakerGroup {
  /** As the text names the speaker most fully. */
  readonly speaker: string
  /** All posts that the text gives the speaker, in the order in which it does. */
  readonly posts: readonly string[]
  /** In text order; never empty. */
  readonly said: readonly SpeakerSuggestion[]
}

/** The suggestions by speaker, in the order in which these begin to speak. A name is one in both scripts. */
export function speakerGroups(suggestions: readonly SpeakerSuggestion[]): SpeakerGroup[] {
  const groups = new Map<string, SpeakerSuggestion[]>()
  for (const each of suggestions) {
    const key = folded(each.speaker)
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return [...groups.values()].map((said) => ({
    speaker: (said[0] as SpeakerSuggestion).speaker,
    posts: [...new Set(said.flatMap(({ posts = [] }) => posts))],
    said,
  }))
}
