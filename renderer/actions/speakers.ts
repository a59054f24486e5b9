import { acceptSpeakers } from '#shared/editing/speakers'
import { LANGUAGES, type Language, translator } from '#shared/messages/index'
import type { SpeakerSuggestion } from '#shared/queries/speakers'
import type { TextRange } from '../app/session'
import { by, commit, type Desk, openProject, type Queue, report, unwrap } from './desk'

/** What is done about who says what in the open document. */
export function speakerActions(desk: Desk, queued: Queue) {
  return {
    /** Who says what, by what the text itself tells; null when that could not be found out, which has been told. */
    suggestSpeakers: async (): Promise<readonly SpeakerSuggestion[] | null> => {
      try {
        return unwrap(await desk.jobs.suggestSpeakers(desk.text()?.blocks ?? []))
      } catch (error) {
        report(desk, error)
        return null
      }
    },
    /** Shows stretches in the text, ordered by `start`, and one of them above all; nothing with null. */
    showStretches: (stretches: readonly TextRange[], main: TextRange | null): void => {
      const reader = desk.reader()
      reader?.showFound(stretches, main)
      if (main) reader?.reveal(main)
    },
    /** Marks what speakers say, each with a theme of the speaker's name: one step. */
    acceptSpeakers: (suggestions: readonly SpeakerSuggestion[]) =>
      queued(async () => {
        const open = desk.text()
        if (!open) return
        const { rows } = open.marked.get()
        const changes = acceptSpeakers(
          {
            document: open.document,
            text: open.text,
            parents: parentNames(desk.language()),
            themes: openProject(desk).themes,
            highlights: rows.map(({ highlight }) => highlight),
            taggings: rows.flatMap(({ taggings }) => taggings),
            suggestions,
          },
          by(desk),
        )
        await commit(desk, changes)
      }),
  }
}

/** What the theme over those of speakers is called: in this language first, then in the others. */
function parentNames(first: Language): [string, ...string[]] {
  const others = (Object.keys(LANGUAGES) as Language[]).filter((each) => each !== first)
  return [translator(first)('speakers.theme'), ...others.map((each) => translator(each)('speakers.theme'))]
}
