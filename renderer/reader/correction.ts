import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { type Decoration, DecorationSet } from 'prosemirror-view'
import {
  isTouched,
  placeAfter,
  type Splice,
  spliced,
  type TextChange,
  type TextChanges,
  trimmed,
} from '#shared/anchoring/text-changes'
import type { DrawnHighlight } from './highlights'
import { offsetIn, wordsIn } from './live-positions'

/** What has been corrected so far, and how the highlights are drawn over it. */
interface Correcting {
  readonly changes: TextChanges
  readonly drawn: DecorationSet
  readonly highlights: readonly DrawnHighlight[]
}

const key = new PluginKey<Correcting>('correction')

/** The splices of the plain text that a transaction makes, one after the other. */
export function splicesOf(transaction: Transaction): Splice[] {
  return transaction.steps.flatMap((step, i) => {
    const before = transaction.docs[i] as Node
    const after = transaction.docs[i + 1] ?? transaction.doc
    const splices: Splice[] = []
    step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
      const inserted = offsetIn(after, newEnd) - offsetIn(after, newStart)
      splices.unshift({ from: offsetIn(before, oldStart), to: offsetIn(before, oldEnd), inserted })
    })
    return splices
  })
}

/** What is corrected after a step more. */
interface Corrected {
  readonly changes: TextChanges
  /** Whether something was put back, so that words may be taken for other ones than those that were followed so far. */
  readonly putBack: boolean
}

/** `changes` of the text before, and after them those of `transaction`; what was put back is no change. */
export function corrected(changes: TextChanges, transaction: Transaction, before: string): Corrected {
  const all = splicesOf(transaction).reduce<TextChange[]>(spliced, [...changes])
  const left = all.flatMap((change) => {
    if (changes.includes(change) || change.from === change.to || change.start === change.end) return [change]
    const now = wordsIn(transaction.doc, change.start, change.end)
    return trimmed(change, before.slice(change.from, change.to), now) ?? []
  })
  if (isBack(left, transaction.doc, before)) return { changes: [], putBack: true }
  const isSame = left.length === all.length && left.every((change, i) => sameChange(change, all[i] as TextChange))
  return { changes: left, putBack: !isSame }
}

const sameChange = (one: TextChange, other: TextChange): boolean =>
  one.from === other.from && one.to === other.to && one.start === other.start && one.end === other.end

/** Further than this, in UTF-16 units, changes do not lie apart that only together put back what was there. */
const FARTHEST = 100_000

/** Whether changes together leave the text as it was: words put in before others that are the same and go. */
function isBack(changes: TextChanges, doc: Node, before: string): boolean {
  const [first, last] = [changes[0], changes.at(-1)]
  if (!first || !last || first === last) return false
  const length = last.to - first.from
  if (last.end - first.start !== length || length > FARTHEST) return false
  return wordsIn(doc, first.start, last.end) === before.slice(first.from, last.to)
}

/**
 * Follows what is corrected of the text `before`, and draws each highlight where its words are. `decorate` makes the
 * decoration of one between two offsets of the text as it is.
 */
export function correctionPlugin(
  before: string,
  decorate: (highlight: DrawnHighlight, at: { start: number; end: number }, doc: Node) => Decoration,
): Plugin<Correcting> {
  const place = (highlights: readonly DrawnHighlight[], changes: TextChanges, doc: Node): Decoration[] =>
    highlights.flatMap((each) => {
      const at = placeAfter(changes, each)
      return at ? [decorate(each, at, doc)] : []
    })
  return new Plugin<Correcting>({
    key,
    state: {
      init: () => ({ changes: [], drawn: DecorationSet.empty, highlights: [] }),
      apply(transaction, now, _before, { doc }) {
        const highlights = transaction.getMeta(key) as readonly DrawnHighlight[] | undefined
        if (highlights) {
          return { ...now, highlights, drawn: DecorationSet.create(doc, place(highlights, now.changes, doc)) }
        }
        if (!transaction.docChanged) return now
        const { changes, putBack } = corrected(now.changes, transaction, before)
        const touched = now.highlights.filter(
          (each) => putBack || isTouched(changes, each) || isTouched(now.changes, each),
        )
        const ids = new Set(touched.map(({ id }) => id))
        const mapped = now.drawn.map(transaction.mapping, doc)
        const stale = mapped.find(undefined, undefined, (spec: { id: string }) => ids.has(spec.id))
        const drawn = mapped.remove(stale).add(doc, place(touched, changes, doc))
        return { ...now, changes, drawn }
      },
    },
    props: { decorations: (state) => key.getState(state)?.drawn },
  })
}

/** Draws these highlights, whose offsets are of the text before all corrections. */
export const drawCorrected = (transaction: Transaction, highlights: readonly DrawnHighlight[]): Transaction =>
  transaction.setMeta(key, highlights).setMeta('addToHistory', false)

/** What leads from the text before to the text as it is. */
export const changesIn = (state: EditorState): TextChanges => key.getState(state)?.changes ?? []
