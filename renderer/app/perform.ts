import type { CommandId } from '#shared/commands'
import type { Highlight } from '#shared/model/highlight'
import type { Actions } from '../actions'
import type { Desk } from '../actions/desk'
import type { ComparingTab } from '../comparing/comparing-tab'
import type { Appearance } from '../store'
import { performCodebook } from './perform-codebook'
import { performFinding } from './perform-finding'
import { performPassages } from './perform-passages'
import { performReading } from './perform-reading'
import type { TextRange } from './session'
import { undoInField } from './typing'
import { focusNextPane } from './use-commands'

/** What a command needs beside the desk and the actions. */
export interface Performing {
  readonly desk: Desk
  readonly actions: Actions
  readonly appearance: () => Appearance
  readonly setAppearance: (change: Partial<Appearance>) => void
  readonly importFiles: () => void
  readonly importFolders: () => void
}

const rangeOf = ({ passage }: Highlight): TextRange => ({ start: passage.start, end: passage.end })

/** Begins to correct the text, at the caret where that is in view; or ends it. */
function correct({ dispatch, session, reader: readerOf }: Desk): void {
  if (session().correcting !== null) return dispatch({ type: 'leaveCorrecting' })
  const reader = readerOf()
  if (!reader) return
  const caret = reader.caret()
  const view = reader.inView()
  dispatch({ type: 'correct', ...(caret >= view.start && caret <= view.end && { caret }) })
}

/** Carries out a command. */
export function perform(command: CommandId, performing: Performing): void {
  if (performing.desk.session().correcting !== null && /^(?:passage|find|outline)\.|^go\.paragraph$/.test(command))
    return
  if (performReading(command, performing) || performFinding(command, performing)) return
  if (performCodebook(command, performing)) return
  const { desk, actions, importFiles, importFolders } = performing
  const { dispatch } = desk
  const reader = desk.reader()
  const session = desk.session()
  const rows =
    desk
      .text()
      ?.marked.get()
      .rows.map(({ highlight }) => highlight) ?? []
  const chosen = rows.find(({ id }) => id === session.chosen) ?? null
  const range = reader?.selection() ?? (session.box?.kind === 'range' ? session.box.range : null)

  if (performPassages(command, performing, { range, chosen })) return
  const compare = (tab: ComparingTab): void => {
    const { document } = session
    const selection = document && range && range.end > range.start ? { document, ...range } : null
    dispatch({ type: 'openDialog', dialog: { kind: 'comparing', tab, selection } })
  }
  const goTo = (highlight: Highlight | undefined): void => {
    if (!highlight) return
    reader?.collapse(highlight.passage.start)
    dispatch({ type: 'goTo', goal: { offset: highlight.passage.start, highlight: highlight.id } })
  }
  const step = (by: 1 | -1): void => {
    if (chosen) return goTo(rows[rows.indexOf(chosen) + by])
    const from = reader?.caret() ?? 0
    goTo(
      by > 0 ? rows.find(({ passage }) => passage.start >= from) : rows.findLast(({ passage }) => passage.start < from),
    )
  }
  const nextUnder = (): void => {
    const at = chosen ? chosen.passage.start : (reader?.caret() ?? 0)
    const here = rows.filter(({ passage }) =>
      chosen
        ? passage.start < chosen.passage.end && passage.end > chosen.passage.start
        : passage.start <= at && at <= passage.end,
    )
    const next = here[(chosen ? here.indexOf(chosen) + 1 : 0) % Math.max(1, here.length)]
    if (next) dispatch({ type: 'choose', highlight: next.id })
  }

  switch (command) {
    case 'file.import':
      return importFiles()
    case 'file.importFolder':
      return importFolders()
    case 'file.report':
      return session.lastReport
        ? dispatch({ type: 'openDialog', dialog: { kind: 'report', report: session.lastReport } })
        : undefined
    case 'file.export':
      return dispatch({ type: 'openDialog', dialog: { kind: 'export' } })
    case 'project.new':
      return dispatch({ type: 'openDialog', dialog: { kind: 'newProject' } })
    case 'project.note':
      return dispatch({ type: 'openDialog', dialog: { kind: 'projectNote' } })
    case 'notes.all':
      return dispatch({ type: 'openDialog', dialog: { kind: 'notes' } })
    case 'analysis.open':
      return dispatch({ type: 'openDialog', dialog: { kind: 'analysis' } })
    case 'documents.table':
      return dispatch({ type: 'openDialog', dialog: { kind: 'documents' } })
    case 'compare.words':
      return compare('words')
    case 'compare.phrases':
      return compare('phrases')
    case 'compare.parallels':
      return compare('parallels')
    case 'search.open':
      return dispatch({ type: 'openDialog', dialog: { kind: 'search' } })
    case 'document.correct':
      return correct(desk)
    case 'edit.undo':
      return void (undoInField('undo') || actions.undo())
    case 'edit.redo':
      return void (undoInField('redo') || actions.redo())
    case 'passage.tag':
      if (range) return dispatch({ type: 'openBox', box: { kind: 'range', range } })
      return chosen ? actions.openBox(chosen.id) : nextUnder()
    case 'passage.highlight':
      return void (range && actions.mark(range))
    case 'passage.tagLast':
      return void (range && actions.markAsLast(range))
    case 'passage.note':
      if (range) return void actions.markAndNote(range)
      return chosen ? dispatch({ type: 'writeNote', highlight: chosen.id }) : undefined
    case 'passage.copy':
      return void ((range || chosen) && actions.copyQuotation(range ?? rangeOf(chosen as Highlight)))
    case 'passage.next':
      return step(1)
    case 'passage.previous':
      return step(-1)
    case 'passage.under':
      return nextUnder()
    case 'passage.remove':
      return void (chosen && actions.removeHighlight(chosen.id))
    case 'passage.selectWord':
      return void reader?.selectUnit('word')
    case 'passage.selectSentence':
      return void reader?.selectUnit('sentence')
    case 'passage.selectParagraph':
      return void reader?.selectUnit('paragraph')
    case 'passage.resize':
      if (!chosen) return
      if (range) return void actions.resize(chosen.id, range)
      return reader?.select(rangeOf(chosen))
    case 'view.nextPane':
      return focusNextPane()
    case 'view.leftPane':
      return dispatch({ type: 'togglePane', pane: 'left' })
    case 'view.rightPane':
      return dispatch({ type: 'togglePane', pane: 'right' })
    case 'view.palette':
      return dispatch(
        session.dialog?.kind === 'palette'
          ? { type: 'closeDialog' }
          : { type: 'openDialog', dialog: { kind: 'palette' } },
      )
    case 'edit.history':
      return dispatch({ type: 'toggleHistory' })
    case 'help.keys':
      return dispatch({ type: 'openDialog', dialog: { kind: 'keys' } })
    case 'help.about':
      return dispatch({ type: 'openDialog', dialog: { kind: 'about' } })
  }
}
