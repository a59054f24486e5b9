import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import type { Positions } from './positions'

/** A highlight as the reader draws it. Offsets are UTF-16 offsets into the plain text, `end` exclusive. */
export interface DrawnHighlight {
  readonly id: string
  readonly start: number
  readonly end: number
  /** The ids of its themes; their colours are the custom properties `--theme-<id>`. */
  readonly themes: readonly string[]
  /** What a screen reader says of it. */
  readonly label: string
}

/** What changed since the reader last drew. `removed` are highlights as they were drawn. */
export interface DrawnChange {
  readonly removed: readonly DrawnHighlight[]
  readonly added: readonly DrawnHighlight[]
}

/** The passage being chosen (while the box has the focus the browser no longer shows the selection). */
export interface PendingRange {
  readonly start: number
  readonly end: number
}

/** A change of the chosen highlight; `flash` draws the eye to it once. */
export interface DrawnChoice {
  readonly before: DrawnHighlight | null
  readonly after: DrawnHighlight | null
  readonly flash: boolean
}

type Act =
  | { readonly kind: 'all'; readonly highlights: readonly DrawnHighlight[] }
  | { readonly kind: 'change'; readonly change: DrawnChange }
  | { readonly kind: 'choose'; readonly choice: DrawnChoice }
  | { readonly kind: 'pending'; readonly range: PendingRange | null }
  | { readonly kind: 'preview'; readonly range: PendingRange | null }

interface Drawn {
  readonly set: DecorationSet
  readonly chosen: string | null
  readonly flash: boolean
  readonly pending: PendingRange | null
  readonly preview: PendingRange | null
}

const key = new PluginKey<Drawn>('highlights')

const classOf = (highlight: DrawnHighlight, drawn: Pick<Drawn, 'chosen' | 'flash'>): string => {
  if (highlight.id !== drawn.chosen) return highlight.themes.length > 0 ? 'highlight' : 'highlight bare'
  return drawn.flash ? 'highlight chosen flash' : 'highlight chosen'
}

const styleOf = ({ themes }: DrawnHighlight): string => {
  const colours = themes.slice(0, 3).map((theme) => `var(--theme-${theme})`)
  if (colours.length < 2) return colours.length === 0 ? '' : `--colour: ${colours[0]}`
  const bands = colours.map((colour, at) => `${colour} 0 ${((at + 1) * 100) / colours.length}%`)
  return `--colour: ${colours[0]}; --line: linear-gradient(${bands.join(', ')})`
}

const NONE_CHOSEN = { chosen: null, flash: false }

/** The element of a highlight, one for each stretch of it that others do not part. */
export const attributesOf = (highlight: DrawnHighlight, drawn: Pick<Drawn, 'chosen' | 'flash'> = NONE_CHOSEN) => ({
  nodeName: 'mark',
  class: classOf(highlight, drawn),
  style: styleOf(highlight),
  'data-highlight': highlight.id,
  'aria-description': highlight.label,
})

function decorate(highlight: DrawnHighlight, positions: Positions, drawn: Pick<Drawn, 'chosen' | 'flash'>): Decoration {
  const [from, to] = [positions.toPos(highlight.start), positions.toPos(highlight.end)]
  return Decoration.inline(from, to, attributesOf(highlight, drawn), { id: highlight.id })
}

const found = (set: DecorationSet, highlight: DrawnHighlight, positions: Positions): Decoration[] =>
  set.find(
    positions.toPos(highlight.start),
    positions.toPos(highlight.end),
    (spec: { id?: string }) => spec.id === highlight.id,
  )

function reduce(doc: Node, positions: Positions, drawn: Drawn, act: Act): Drawn {
  const put = (set: DecorationSet, remove: readonly DrawnHighlight[], add: readonly DrawnHighlight[], state: Drawn) =>
    set.remove(remove.flatMap((each) => found(set, each, positions))).add(
      doc,
      add.map((each) => decorate(each, positions, state)),
    )
  switch (act.kind) {
    case 'all':
      return {
        ...drawn,
        set: DecorationSet.create(
          doc,
          act.highlights.map((each) => decorate(each, positions, drawn)),
        ),
      }
    case 'change':
      return { ...drawn, set: put(drawn.set, act.change.removed, act.change.added, drawn) }
    case 'choose': {
      const { before, after, flash } = act.choice
      const next: Drawn = { ...drawn, chosen: after?.id ?? null, flash }
      const touched = [before, after].filter((each) => each !== null)
      return { ...next, set: put(drawn.set, touched, touched, next) }
    }
    case 'pending':
      return { ...drawn, pending: act.range }
    case 'preview':
      return { ...drawn, preview: act.range }
  }
}

/** Draws highlights over the text. All it knows comes in through the transactions made by the functions below. */
export const highlightsPlugin = (positions: Positions): Plugin<Drawn> =>
  new Plugin<Drawn>({
    key,
    state: {
      init: () => ({ set: DecorationSet.empty, chosen: null, flash: false, pending: null, preview: null }),
      apply(transaction, drawn, _before, state) {
        const act = transaction.getMeta(key) as Act | undefined
        return act ? reduce(state.doc, positions, drawn, act) : drawn
      },
    },
    props: {
      decorations(state) {
        return key.getState(state)?.set ?? DecorationSet.empty
      },
    },
  })

/** Draws the passage being chosen, in a set of its own so that choosing never touches the highlights. */
export const pendingPlugin = (positions: Positions): Plugin =>
  new Plugin({
    props: {
      decorations(state) {
        const drawn = key.getState(state)
        const inline = (range: PendingRange | null | undefined, name: string): Decoration[] =>
          range ? [Decoration.inline(positions.toPos(range.start), positions.toPos(range.end), { class: name })] : []
        const all = [...inline(drawn?.pending, 'pending'), ...inline(drawn?.preview, 'preview')]
        return all.length === 0 ? DecorationSet.empty : DecorationSet.create(state.doc, all)
      },
    },
  })

const act = (transaction: Transaction, what: Act): Transaction => transaction.setMeta(key, what)

/** Draws these highlights and no others. */
export const drawAll = (transaction: Transaction, highlights: readonly DrawnHighlight[]): Transaction =>
  act(transaction, { kind: 'all', highlights })

/** Draws a change; it costs what changed, not what is there. */
export const drawChange = (transaction: Transaction, change: DrawnChange): Transaction =>
  act(transaction, { kind: 'change', change })

/** Shows `after` as the chosen highlight in place of `before`, each as it is drawn now. */
export const drawChosen = (transaction: Transaction, choice: DrawnChoice): Transaction =>
  act(transaction, { kind: 'choose', choice })

/** Shows exactly which words a stripe stands for; null shows none. */
export const drawPreview = (transaction: Transaction, range: PendingRange | null): Transaction =>
  act(transaction, { kind: 'preview', range })

/** Shows the range as being chosen; null shows none. */
export const drawPending = (transaction: Transaction, range: PendingRange | null): Transaction =>
  act(transaction, { kind: 'pending', range })
