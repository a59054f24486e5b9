import { type ChangeSet, changes } from '../model/changes'
import type { Highlight, Tagging } from '../model/highlight'
import { newId } from '../model/ids'
import type { PassageLink } from '../model/link'
import type { Note } from '../model/note'
import { passageOf, splitsPair } from '../model/passage'
import { ProblemError } from '../result'
import type { By } from './by'
import { gatherNotes } from './gather-notes'

/**
 * Makes two highlights of one: the first ends at `at` (a UTF-16 offset into `text`, the document's plain text), the
 * second begins there. Both have the themes, each from the coder who gave it; note, links, weight and star stay with
 * the first. An offset inside a surrogate pair is moved before it.
 * Throws a ProblemError when nothing would be left on one side.
 */
export function splitHighlight(
  given: { highlight: Highlight; at: number; text: string; taggings: readonly Tagging[] },
  by: By,
): { changes: ChangeSet; highlights: readonly [Highlight, Highlight] } {
  const { highlight: before, text } = given
  const { start, end } = before.passage
  const at = splitsPair(text, given.at) ? given.at - 1 : given.at
  if (!(at > start && at < end)) throw new ProblemError({ key: 'changes.problems.splitOutside' })
  const first: Highlight = { ...before, passage: passageOf(text, start, at) }
  const second: Highlight = {
    id: newId(),
    project: before.project,
    document: before.document,
    passage: passageOf(text, at, end),
    coder: before.coder,
    created: by.now,
  }
  const taggings = given.taggings
    .filter(({ highlight }) => highlight === before.id)
    .map((each): Tagging => ({ ...each, id: newId(), highlight: second.id, created: by.now }))
  const set = changes(
    { key: 'changes.splitHighlight' },
    { created: { highlights: [second], taggings }, updated: { highlights: [{ before, after: first }] } },
  )
  return { changes: set, highlights: [first, second] }
}

const parted = (text: string, end: number, start: number): boolean =>
  start > end && text.slice(end, start).trim() !== ''

/** The highlight and all of `others` in its document that overlap it or touch it, if only over white space of `text`. */
export const touching = (highlight: Highlight, others: readonly Highlight[], text: string): Highlight[] => [
  highlight,
  ...others.filter(
    ({ id, document, passage }) =>
      id !== highlight.id &&
      document === highlight.document &&
      !parted(text, passage.end, highlight.passage.start) &&
      !parted(text, highlight.passage.end, passage.start),
  ),
]

/** The links as they are when the highlights in `gone` have become `into`: none to itself, none doubled. */
function relinked(into: Highlight, gone: ReadonlySet<string>, links: readonly PassageLink[]) {
  const updated: { before: PassageLink; after: PassageLink }[] = []
  const deleted: PassageLink[] = []
  const move = (id: string): string => (gone.has(id) ? into.id : id)
  const key = ({ from, to, relation, coder }: PassageLink): string => [from, to, coder, relation].join(' ')
  const touched = links.filter(({ from, to }) => gone.has(from) || gone.has(to))
  const said = new Set(links.filter((each) => !touched.includes(each)).map(key))
  for (const before of touched) {
    const after = { ...before, from: move(before.from), to: move(before.to) }
    if (after.from === after.to || said.has(key(after))) {
      deleted.push(before)
    } else {
      said.add(key(after))
      updated.push({ before, after })
    }
  }
  return { updated, deleted }
}

/** Taggings of the highlights in `gone` go to `into`, but for those that a coder has given it already. */
function retagged(into: Highlight, gone: ReadonlySet<string>, taggings: readonly Tagging[]) {
  const key = ({ theme, coder }: Tagging): string => `${theme} ${coder}`
  const there = new Set(taggings.filter(({ highlight }) => highlight === into.id).map(key))
  const updated: { before: Tagging; after: Tagging }[] = []
  const deleted: Tagging[] = []
  for (const before of taggings.filter(({ highlight }) => gone.has(highlight))) {
    if (there.has(key(before))) {
      deleted.push(before)
    } else {
      there.add(key(before))
      updated.push({ before, after: { ...before, highlight: into.id } })
    }
  }
  return { updated, deleted }
}

/**
 * Makes one highlight of several in one document that touch or overlap, if only over white space: the first of them, as
 * long as all together. It has the themes, notes and links of all, the greatest weight, and a star if one of them had it. `text` is the
 * document's plain text; taggings, notes and links are those of these highlights.
 * Throws a ProblemError when they are fewer than two, in several documents, or a gap lies between them.
 */
export function joinHighlights(
  given: {
    highlights: readonly Highlight[]
    text: string
    taggings: readonly Tagging[]
    notes: readonly Note[]
    links: readonly PassageLink[]
  },
  by: Pick<By, 'now'>,
): { changes: ChangeSet; highlight: Highlight } {
  const all = [...new Map(given.highlights.map((each) => [each.id, each])).values()].sort(
    (a, b) => a.passage.start - b.passage.start || a.passage.end - b.passage.end,
  )
  const [before, ...others] = all
  if (!before || others.length === 0) throw new ProblemError({ key: 'changes.problems.joinOne' })
  let end = before.passage.end
  for (const { document, passage } of others) {
    if (document !== before.document) throw new ProblemError({ key: 'changes.problems.joinDocuments' })
    if (parted(given.text, end, passage.start)) throw new ProblemError({ key: 'changes.problems.joinGap' })
    end = Math.max(end, passage.end)
  }
  const weights = all.flatMap(({ weight }) => weight ?? []).toSorted((a, b) => b - a)
  const after: Highlight = {
    ...before,
    passage: passageOf(given.text, before.passage.start, end),
    ...(weights[0] !== undefined && { weight: weights[0] }),
    ...(all.some(({ star }) => star) && { star: true }),
  }
  const gone = new Set(others.map(({ id }) => id))
  const taggings = retagged(before, gone, given.taggings)
  const links = relinked(before, gone, given.links)
  const notes = gatherNotes({ notes: given.notes, from: gone, to: { kind: 'highlight', id: before.id } }, by)
  const set = changes(
    { key: 'changes.joinedHighlights', params: { count: all.length } },
    {
      updated: {
        highlights: [{ before, after }],
        taggings: taggings.updated,
        links: links.updated,
        notes: notes.updated,
      },
      deleted: { highlights: others, taggings: taggings.deleted, links: links.deleted, notes: notes.deleted },
    },
  )
  return { changes: set, highlight: after }
}
