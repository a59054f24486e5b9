import { type ChangeSet, changes } from '../model/changes'
import type { Highlight, Tagging } from '../model/highlight'
import type { PassageLink } from '../model/link'
import { type Passage, passageOf } from '../model/passage'
import type { Theme } from '../model/theme'
import type { By } from './by'
import { type Marked, markPassages, tagPassages } from './highlights'
import { linkPassages } from './links'

/** A document in which passages are marked, with what is there already. */
export interface DocumentToMark {
  readonly document: Marked
  /** Its plain text. */
  readonly text: string
  /** UTF-16 offsets into it; the ends are exclusive. */
  readonly ranges: readonly { readonly start: number; readonly end: number }[]
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
}

const passagesOf = ({ text, ranges }: DocumentToMark): Passage[] =>
  ranges.map(({ start, end }) => passageOf(text, start, end))

/**
 * Gives passages of several documents a theme, in one step. `made` are the themes that were made for it. A range which this
 * coder has highlighted already keeps its highlight.
 */
export function tagAcross(
  given: { documents: readonly DocumentToMark[]; theme: Theme; made: readonly Theme[] },
  by: By,
): ChangeSet {
  const { documents, theme, made } = given
  const markings = documents.map((each) => tagPassages({ ...each, passages: passagesOf(each), themes: [theme] }, by))
  const count = markings.reduce((sum, { highlights }) => sum + highlights.length, 0)
  return changes(
    { key: 'changes.tagged', params: { count, theme: theme.name } },
    {
      created: {
        themes: made,
        highlights: markings.flatMap((marking) => marking.changes.created.highlights ?? []),
        taggings: markings.flatMap((marking) => marking.changes.created.taggings ?? []),
      },
    },
  )
}

/**
 * Says that the first range of one document echoes the first of another, in one step: both are highlighted where they are
 * not yet. `links` are those between highlights of the two that are there.
 */
export function linkAcross(
  given: { from: DocumentToMark; to: DocumentToMark; links: readonly PassageLink[] },
  by: By,
): ChangeSet {
  const { from, to, links } = given
  const [one, other] = [from, to].map((each) =>
    markPassages({ document: each.document, passages: passagesOf(each).slice(0, 1), highlights: each.highlights }, by),
  ) as [ReturnType<typeof markPassages>, ReturnType<typeof markPassages>]
  const [echo, echoed] = [one.highlights[0] as Highlight, other.highlights[0] as Highlight]
  const linked = linkPassages({ from: echo, to: echoed, relation: 'echoes', links }, by)
  return changes(linked.changes.summary, {
    created: {
      highlights: [...(one.changes.created.highlights ?? []), ...(other.changes.created.highlights ?? [])],
      links: linked.changes.created.links ?? [],
    },
  })
}
