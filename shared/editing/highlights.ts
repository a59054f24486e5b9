import { type ChangeSet, changes } from '../model/changes'
import type { SourceDocument } from '../model/document'
import type { Highlight, Tagging } from '../model/highlight'
import { newId } from '../model/ids'
import type { PassageLink } from '../model/link'
import type { Note } from '../model/note'
import type { Passage } from '../model/passage'
import type { Theme } from '../model/theme'
import type { By } from './by'

/** What editing needs to know of the document in which it marks. */
export type Marked = Pick<SourceDocument, 'id' | 'project'>

/** A ChangeSet, and the highlights that now stand at the passages, in their order. */
export interface Marking {
  readonly changes: ChangeSet
  readonly highlights: readonly Highlight[]
}

const place = ({ start, end }: Passage): string => `${start} ${end}`

/** The highlight at each passage: this coder's own of exactly that range where there is one, else a new one. */
function standing(
  document: Marked,
  passages: readonly Passage[],
  highlights: readonly Highlight[],
  by: By,
): { at: Highlight[]; created: Highlight[] } {
  const known = new Map<string, Highlight>()
  for (const each of highlights) {
    if (each.coder === by.coder && each.document === document.id) known.set(place(each.passage), each)
  }
  const created: Highlight[] = []
  const at = passages.map((passage) => {
    const there = known.get(place(passage))
    if (there) return there
    const made: Highlight = {
      id: newId(),
      project: document.project,
      document: document.id,
      passage,
      coder: by.coder,
      created: by.now,
    }
    known.set(place(passage), made)
    created.push(made)
    return made
  })
  return { at: [...new Set(at)], created }
}

/** The taggings that are missing for each of the highlights to have each of the themes from this coder. */
function missingTaggings(
  highlights: readonly Highlight[],
  themes: readonly Theme[],
  taggings: readonly Tagging[],
  by: By,
): Tagging[] {
  const known = new Set(
    taggings.filter(({ coder }) => coder === by.coder).map(({ highlight, theme }) => `${highlight} ${theme}`),
  )
  return highlights.flatMap((highlight) =>
    [...new Map(themes.map((theme) => [theme.id, theme])).values()]
      .filter((theme) => !known.has(`${highlight.id} ${theme.id}`))
      .map((theme) => ({
        id: newId(),
        project: highlight.project,
        highlight: highlight.id,
        document: highlight.document,
        theme: theme.id,
        coder: by.coder,
        created: by.now,
      })),
  )
}

function taggedWith(themes: readonly Theme[], count: number): ChangeSet['summary'] {
  const [only, ...others] = themes
  if (!only) return { key: 'changes.marked', params: { count } }
  if (others.length === 0) return { key: 'changes.tagged', params: { count, theme: only.name } }
  return { key: 'changes.taggedWithThemes', params: { count, themes: themes.length } }
}

/** Highlights passages without a theme. A passage that this coder has already highlighted is not doubled. */
export function markPassages(
  given: { document: Marked; passages: readonly Passage[]; highlights: readonly Highlight[] },
  by: By,
): Marking {
  const { at, created } = standing(given.document, given.passages, given.highlights, by)
  const summary = { key: 'changes.marked', params: { count: created.length } } as const
  return { changes: changes(summary, { created: { highlights: created } }), highlights: at }
}

/**
 * Highlights passages and gives them themes. `highlights` and `taggings` are those already in the document (those of
 * the same ranges are enough): this coder's own highlight of exactly a range is used again, and a theme which it has
 * already from this coder is not given twice.
 */
export function tagPassages(
  given: {
    document: Marked
    passages: readonly Passage[]
    themes: readonly Theme[]
    highlights: readonly Highlight[]
    taggings: readonly Tagging[]
  },
  by: By,
): Marking {
  const { at, created } = standing(given.document, given.passages, given.highlights, by)
  const taggings = missingTaggings(at, given.themes, given.taggings, by)
  const summary = taggedWith(given.themes, at.length)
  return { changes: changes(summary, { created: { highlights: created, taggings } }), highlights: at }
}

/** `tagPassages` for one passage; the marking's only highlight is the one that stands there. */
export const tagPassage = (
  { passage, ...given }: Omit<Parameters<typeof tagPassages>[0], 'passages'> & { passage: Passage },
  by: By,
): Marking => tagPassages({ ...given, passages: [passage] }, by)

/** Gives themes to highlights. `taggings` are those that the highlights have; none is given twice by one coder. */
export function addThemes(
  given: { highlights: readonly Highlight[]; themes: readonly Theme[]; taggings: readonly Tagging[] },
  by: By,
): ChangeSet {
  const taggings = missingTaggings(given.highlights, given.themes, given.taggings, by)
  const count = new Set(taggings.map(({ highlight }) => highlight)).size
  return changes(taggedWith(given.themes, count), { created: { taggings } })
}

/** Takes a theme away from highlights, whoever gave it. The highlights stay. */
export function removeTheme(given: {
  highlights: readonly Highlight[]
  theme: Theme
  taggings: readonly Tagging[]
}): ChangeSet {
  const from = new Set(given.highlights.map(({ id }) => id))
  const taggings = given.taggings.filter((each) => each.theme === given.theme.id && from.has(each.highlight))
  const count = new Set(taggings.map(({ highlight }) => highlight)).size
  return changes({ key: 'changes.untagged', params: { count, theme: given.theme.name } }, { deleted: { taggings } })
}

/**
 * Removes highlights with their taggings, the links from and to them, and the notes about them; of those given, only
 * what belongs to them goes.
 */
export function removeHighlights(given: {
  highlights: readonly Highlight[]
  taggings: readonly Tagging[]
  notes: readonly Note[]
  links?: readonly PassageLink[]
}): ChangeSet {
  const ids = new Set(given.highlights.map(({ id }) => id))
  return changes(
    { key: 'changes.removedHighlights', params: { count: ids.size } },
    {
      deleted: {
        highlights: given.highlights,
        taggings: given.taggings.filter(({ highlight }) => ids.has(highlight)),
        links: (given.links ?? []).filter(({ from, to }) => ids.has(from) || ids.has(to)),
        notes: given.notes.filter(({ about }) => about.kind === 'highlight' && ids.has(about.id)),
      },
    },
  )
}

/** Gives a highlight another extent. The same extent changes nothing. */
export function resizeHighlight({ highlight, passage }: { highlight: Highlight; passage: Passage }): ChangeSet {
  const same = place(highlight.passage) === place(passage)
  return changes(
    { key: 'changes.resizedHighlight' },
    { updated: { highlights: same ? [] : [{ before: highlight, after: { ...highlight, passage } }] } },
  )
}
