import { type ChangeSet, changes } from '../model/changes'
import type { Highlight, Tagging } from '../model/highlight'
import { passageOf } from '../model/passage'
import type { Theme } from '../model/theme'
import { sameSpeaker } from '../queries/accepted-speakers'
import type { SpeakerSuggestion } from '../queries/speakers'
import type { By } from './by'
import { type Marked, tagPassages } from './highlights'
import { makeTheme } from './themes'

/** What is known where suggestions about speakers are accepted. */
export interface SpeakerContext {
  readonly document: Marked
  /** The document's plain text. */
  readonly text: string
  /** The name of the theme over those of the speakers, in each language of the interface; a new one has the first. */
  readonly parents: readonly [string, ...string[]]
  /** Every theme of the project. */
  readonly themes: readonly Theme[]
  /** Those of the document. */
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
}

/**
 * Accepts suggestions about who says what: what each speaker says becomes a highlight with a theme of the speaker's name
 * under the one for speakers. Themes that are there are used, a name being one in both scripts, and this coder's own
 * highlights of exactly the same words too; what has its theme already is left as it is.
 */
export function acceptSpeakers(
  given: SpeakerContext & { suggestions: readonly SpeakerSuggestion[] },
  by: By,
): ChangeSet {
  const { document, text, suggestions } = given
  const made = new Making(given, by)
  const highlights: Highlight[] = []
  const taggings: Tagging[] = []
  const byTheme = new Map<Theme, SpeakerSuggestion[]>()
  for (const each of suggestions) {
    const theme = made.themeOf(each.speaker)
    const said = byTheme.get(theme)
    if (said) said.push(each)
    else byTheme.set(theme, [each])
  }
  for (const [theme, said] of byTheme) {
    const marking = tagPassages(
      {
        document,
        passages: said.map(({ start, end }) => passageOf(text, start, end)),
        themes: [theme],
        highlights: [...given.highlights, ...highlights],
        taggings: [...given.taggings, ...taggings],
      },
      by,
    )
    highlights.push(...(marking.changes.created.highlights ?? []))
    taggings.push(...(marking.changes.created.taggings ?? []))
  }
  const summary = { key: 'changes.acceptedSpeakers', params: { count: taggings.length } } as const
  return changes(summary, { created: { themes: made.themes, highlights, taggings } })
}

class Making {
  readonly themes: Theme[] = []

  constructor(
    private readonly given: Pick<SpeakerContext, 'document' | 'parents' | 'themes'>,
    private readonly by: By,
  ) {}

  themeOf(speaker: string): Theme {
    const parent = this.parent()
    return (
      this.all().find((each) => each.parent === parent.id && sameSpeaker(each.name, speaker)) ??
      this.make(speaker, parent)
    )
  }

  private parent(): Theme {
    const { parents } = this.given
    const top = this.all().filter((each) => each.parent === null)
    const there = parents.map((name) => top.find((each) => each.name === name)).find((each) => each !== undefined)
    return there ?? this.make(parents[0], null)
  }

  private make(name: string, parent: Theme | null): Theme {
    const { project } = this.given.document
    // A slash that stands alone would part the name in a path of themes.
    const whole = name.replace(/(^|\s)\/(?=\s|$)/gu, '$1／')
    const { theme } = makeTheme({ project, name: whole, parent: parent?.id ?? null, themes: this.all() }, this.by)
    this.themes.push(theme)
    return theme
  }

  private all(): Theme[] {
    return [...this.given.themes, ...this.themes]
  }
}
