import { relationFrom } from '../messages/relation-name'
import type { Id } from '../model/ids'
import { titleOf } from './document-text'
import type { Writing } from './markdown-parts'
import type { MarkedPassage, SeenLink } from './marked-documents'
import { quoted } from './quotation'
import { shortName } from './refi/short-name'

/** A link as it is told at one of its passages. */
export interface LinkWords {
  /** `supports`, or from the other end `is supported by`; the researcher's own word as it is. */
  readonly relation: string
  /** The beginning of the other passage, in the quotation marks of its language. */
  readonly quote: string
  /** The title of its document, where that is another one. */
  readonly title?: string
  readonly seen: SeenLink
}

/** The links of highlights that are told together, each once; what links two of these themselves is left out. */
export function linkWords({ project, options, say }: Writing, marked: readonly MarkedPassage[]): LinkWords[] {
  const own = new Set<Id>(marked.map(({ highlight }) => highlight.id))
  return marked.flatMap(({ highlight }) =>
    project.linksOf(highlight.id).flatMap((seen) => {
      const { other, document, link } = seen
      if (own.has(other.highlight.id)) return []
      const title = titleOf(document, say)
      return [
        {
          relation: relationFrom(link, highlight.id, say),
          quote: quoted(document.document, shortName(other.highlight.passage.quote), options.language),
          ...(document.document.id !== highlight.document && { title }),
          seen,
        },
      ]
    }),
  )
}
