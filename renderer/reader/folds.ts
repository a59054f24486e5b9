import type { Node } from 'prosemirror-model'
import { Plugin, PluginKey } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { beginsWithDebris, type DebrisRun, debrisRuns } from '#shared/model/debris'
import type { Block } from '#shared/model/document'
import type { Positions } from './positions'
import type { Range } from './reader'

/** What the line of a fold says. */
export interface FoldWords {
  readonly summary: (run: DebrisRun, shown: boolean) => string
  readonly show: string
  readonly hide: string
  readonly belongs: string
  /** Said of all runs together, where the line of the first stands above the text. */
  readonly all: (shown: boolean) => string
}

export interface FoldsListener {
  /** Runs were shown or hidden: the indexes of the first blocks of those that are shown. */
  onShown(shown: ReadonlySet<number>): void
  /** The reader says that a run belongs to the text. */
  onBelongs(run: DebrisRun): void
}

/**
 * The debris of the page, folded: each run of it is one quiet line that shows it. The blocks stay in the document with
 * their positions; the style sheet hides those that nothing shows, so that a fold costs one decoration.
 */
export interface Folds {
  readonly plugin: Plugin
  /** Whether the text at `offset` is hidden. */
  isFolded(offset: number): boolean
  /** The nearest offset in the text that is not hidden: behind the fold, else before it; 0 where all is hidden. */
  outside(offset: number): number
  /** Where one comes to who passes the line of a fold; `offset` is where its run begins. */
  past(offset: number, way: 'forward' | 'backward'): number
  /** Shows every run that the range touches; says whether there was one to show. */
  unfold(range: Range): boolean
  showAll(shown: boolean): void
}

interface Fold {
  readonly run: DebrisRun
  /** UTF-16 offsets of its text. */
  readonly start: number
  readonly end: number
  readonly element: HTMLElement
  /** Says whether the run is shown, and whether any is. */
  readonly say: (shown: boolean, any: boolean) => void
}

interface Drawn {
  readonly shown: ReadonlySet<number>
  readonly set: DecorationSet
}

const key = new PluginKey<Drawn>('folds')

function makeLine(
  run: DebrisRun,
  words: FoldWords,
  acts: { toggle: () => void; belongs: () => void; toggleAll?: () => void },
): Pick<Fold, 'element' | 'say'> {
  const element = document.createElement('div')
  element.className = 'fold'
  element.lang = document.documentElement.lang
  element.setAttribute('role', 'group')
  const summary = element.appendChild(document.createElement('span'))
  summary.id = `fold-${run.first}`
  element.setAttribute('aria-labelledby', summary.id)
  const button = (act: () => void): HTMLButtonElement => {
    const made = element.appendChild(document.createElement('button'))
    made.type = 'button'
    made.setAttribute('aria-describedby', summary.id)
    made.addEventListener('click', act)
    return made
  }
  const toggle = button(acts.toggle)
  const belongs = button(acts.belongs)
  belongs.textContent = words.belongs
  const all = acts.toggleAll && button(acts.toggleAll)
  const say = (shown: boolean, any: boolean): void => {
    summary.textContent = words.summary(run, shown)
    toggle.textContent = shown ? words.hide : words.show
    toggle.setAttribute('aria-expanded', String(shown))
    if (!all) return
    all.textContent = words.all(any)
    all.setAttribute('aria-expanded', String(any))
  }
  return { element, say }
}

/** Folds the debris of `blocks`; the runs whose first blocks are in `shown` are shown from the beginning. */
export function createFolds(
  blocks: readonly Block[],
  positions: Positions,
  words: FoldWords,
  shownFirst: ReadonlySet<number>,
  listener: FoldsListener,
): Folds {
  const { starts, toPos } = positions
  let shown = shownFirst
  let view: EditorView | null = null
  const startOf = (index: number): number => starts[index] as number
  const endOf = (index: number): number => startOf(index) + (blocks[index] as Block).text.length

  const show = (wanted: ReadonlySet<number>): void => {
    shown = wanted
    for (const { run, say } of folds) say(shown.has(run.first), shown.size > 0)
    view?.dispatch(view.state.tr.setMeta(key, shown))
    listener.onShown(shown)
  }
  const showAll = (all: boolean): void => show(new Set(all ? folds.map(({ run }) => run.first) : []))
  const folds = debrisRuns(blocks).map((run, at, runs): Fold => {
    const toggle = (): void => {
      const next = new Set(shown)
      if (!next.delete(run.first)) next.add(run.first)
      show(next)
    }
    const isForAll = at === 0 && runs.length > 1 && beginsWithDebris(blocks)
    const line = makeLine(run, words, {
      toggle,
      belongs: () => listener.onBelongs(run),
      ...(isForAll && { toggleAll: () => showAll(shown.size === 0) }),
    })
    line.say(shown.has(run.first), shown.size > 0)
    return { run, start: startOf(run.first), end: endOf(run.last), ...line }
  })

  const linesOf = folds.map(({ run, element }) =>
    Decoration.widget(toPos(startOf(run.first)) - 1, element, {
      key: `fold ${run.first}`,
      side: -1,
      ignoreSelection: true,
      stopEvent: () => true,
    }),
  )
  const shownBlocks = ({ run }: Fold): Decoration[] => {
    const made: Decoration[] = []
    for (let index = run.first; index <= run.last; index += 1)
      made.push(Decoration.node(toPos(startOf(index)) - 1, toPos(endOf(index)) + 1, { class: 'shown' }))
    return made
  }

  const draw = (doc: Node, now: ReadonlySet<number>): Drawn => {
    const open = folds.filter(({ run }) => now.has(run.first)).flatMap(shownBlocks)
    return { shown: now, set: DecorationSet.create(doc, [...linesOf, ...open]) }
  }
  const foldAt = (offset: number): Fold | undefined =>
    folds.find(({ run, start, end }) => offset >= start && offset <= end && !shown.has(run.first))

  const past: Folds['past'] = (offset, way) => {
    const fold = folds.find(({ start, end }) => offset >= start && offset <= end)
    if (!fold) return offset
    const { first, last } = fold.run
    const before = first > 0 ? endOf(first - 1) : null
    const behind = last + 1 < blocks.length ? startOf(last + 1) : null
    const after = shown.has(first) ? fold.start : behind
    return (way === 'forward' ? (after ?? before) : (before ?? after)) ?? 0
  }

  return {
    plugin: new Plugin({
      key,
      state: {
        init: (_config, { doc }) => draw(doc, shown),
        apply: (tr, before) => {
          const now: ReadonlySet<number> | undefined = tr.getMeta(key)
          return now ? draw(tr.doc, now) : before
        },
      },
      props: { decorations: (state) => key.getState(state)?.set },
      view: (made) => {
        view = made
        return {}
      },
    }),
    isFolded: (offset) => foldAt(offset) !== undefined,
    outside: (offset) => (foldAt(offset) ? past(offset, 'forward') : offset),
    past,
    unfold({ start, end }) {
      const last = Math.max(start, end - 1)
      const touched = folds.filter((fold) => !shown.has(fold.run.first) && fold.start <= last && fold.end >= start)
      if (touched.length === 0) return false
      show(new Set([...shown, ...touched.map(({ run }) => run.first)]))
      return true
    },
    showAll,
  }
}
