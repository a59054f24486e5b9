import { type ChangeSet, changes } from '../model/changes'
import { newId, type ProjectId } from '../model/ids'
import { same } from '../model/same'
import type { WordList, WordListKind } from '../model/word-list'
import type { By } from './by'

const SUMMARIES = { lexicon: 'changes.wroteLexicon', stops: 'changes.wroteStops' } as const

/**
 * Makes these the words of a kind, each once; `lists` are all of the project. The first list of the kind has them then, and
 * others of it, which came in with another project, go; none is left when there are no words.
 */
export function writeWords(
  given: { project: ProjectId; kind: WordListKind; words: readonly string[]; lists: readonly WordList[] },
  { coder, now }: By,
): ChangeSet {
  const { project, kind } = given
  const words = [...new Set(given.words)]
  const [first, ...others] = given.lists.filter((list) => list.kind === kind)
  const summary = { key: SUMMARIES[kind], params: { count: words.length } } as const
  if (words.length === 0) return changes(summary, { deleted: { wordLists: first ? [first, ...others] : [] } })
  if (!first) {
    return changes(summary, { created: { wordLists: [{ id: newId(), project, kind, words, coder, created: now }] } })
  }
  const updated = same(first.words, words) ? [] : [{ before: first, after: { ...first, words } }]
  return changes(summary, { updated: { wordLists: updated }, deleted: { wordLists: others } })
}
