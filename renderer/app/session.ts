import { createContext, type Dispatch, useContext } from 'react'
import type { DocumentId, GroupId, HighlightId, NoteId, ProjectId, RevisionId, ThemeId } from '#shared/model/ids'
import type { LiveThemeId } from '#shared/model/live-theme'
import type { Hit } from '#shared/queries/find'
import type { Problem } from '#shared/result'
import type { AskedTable } from '../actions/ask-tables'
import type { Correction, Replacement } from '../actions/correcting'
import type { FileToRead } from '../actions/file-to-read'
import type { ImportReport } from '../actions/import-outcome'
import type { Offered } from '../actions/taking-in'
import type { ComparingTab } from '../comparing/comparing-tab'
import type { Stretch } from '../comparing/stretch'
import { NOTHING_WANTED, type Wanted } from '../finding/hits'
import { go, leave, NOWHERE, type Spot, type Visited } from '../finding/visited'
import { NO_WISH, type Wish } from '../search/wish'
import { type Begun, begun, closePage, openBeside, type PageSide, type Pages, turnTo } from './side-by-side'

/** A stretch of the open document's text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

export type Dialog =
  | { readonly kind: 'about' }
  | { readonly kind: 'keys' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'export' }
  | { readonly kind: 'newProject' }
  | { readonly kind: 'renameProject' }
  | { readonly kind: 'document'; readonly id: DocumentId }
  | { readonly kind: 'theme'; readonly id: ThemeId }
  | { readonly kind: 'projectNote' }
  | { readonly kind: 'splitTheme'; readonly id: ThemeId }
  | { readonly kind: 'groups' }
  | { readonly kind: 'copyThemes' }
  | { readonly kind: 'newGroup'; readonly themes: readonly ThemeId[] }
  | { readonly kind: 'newDocumentGroup'; readonly parent: GroupId | null; readonly documents: readonly DocumentId[] }
  | { readonly kind: 'renameDocumentGroup'; readonly id: GroupId }
  | { readonly kind: 'notes'; readonly note?: NoteId }
  /** Queries, tables and charts; `live`: begins with the query of this live theme. */
  | { readonly kind: 'analysis'; readonly live?: LiveThemeId }
  | { readonly kind: 'renameLiveTheme'; readonly id: LiveThemeId }
  /** The table of all documents. */
  | { readonly kind: 'documents' }
  /** The words, set phrases or parallels of all documents. */
  | { readonly kind: 'comparing'; readonly tab: ComparingTab; readonly selection: Stretch | null }
  /** Searching all texts. */
  | { readonly kind: 'search' }
  | { readonly kind: 'link'; readonly from: HighlightId; readonly to: HighlightId }
  | { readonly kind: 'goToParagraph' }
  | { readonly kind: 'tagHits'; readonly words: string; readonly text: string; readonly hits: readonly Hit[] }
  | { readonly kind: 'mapTable'; readonly asked: AskedTable }
  | { readonly kind: 'takeIn'; readonly offered: Offered }
  | { readonly kind: 'askChapters'; readonly files: readonly FileToRead[] }
  | { readonly kind: 'report'; readonly report: ImportReport }
  | { readonly kind: 'remarks'; readonly remarks: readonly Problem[] }
  | { readonly kind: 'reviewCorrection'; readonly correction: Correction }
  /** A correction is not saved, and something would end it. */
  | { readonly kind: 'leaveCorrection'; readonly next: SessionAct | 'closeWindow' }
  | { readonly kind: 'compareRevisions'; readonly document: DocumentId; readonly revision: RevisionId }
  | { readonly kind: 'replaceSource'; readonly replacement: Replacement }

/** What the box at the passage is for: a new highlight over a range, or more themes for a highlight. */
export type Box =
  | { readonly kind: 'range'; readonly range: TextRange }
  | { readonly kind: 'highlight'; readonly id: HighlightId }

/** What the line at the foot of the window says. */
export type Message =
  | {
      readonly kind: 'done'
      readonly said: Problem
      readonly undoable: boolean
      /** A report that can be opened from there. */
      readonly report?: ImportReport
      /** What is to be said of what was taken out; it can be opened from there. */
      readonly remarks?: readonly Problem[]
    }
  | { readonly kind: 'problem'; readonly said: Problem }

/** A place the reader is asked to go to; a new object each time, so that going twice works. */
export interface Goal {
  readonly offset: number
  readonly highlight: HighlightId | null
  /** Where in the reader its line shall stand; in the middle unless told. */
  readonly where?: 'top'
}

/** Finding in the open document. */
export interface FindingState {
  /** Whether the bar is there. */
  readonly open: boolean
  /** What was looked for last; it stays when the bar is closed. */
  readonly wanted: Wanted
  /** What a command asked of the bar; a new object each time. */
  readonly ask: { readonly what: 'open' | 'next' | 'previous' | 'tag' } | null
}

/** What is neither stored nor domain. */
export interface Session extends Pages {
  readonly project: ProjectId | null
  readonly box: Box | null
  readonly chosen: HighlightId | null
  /** The note being written in its card. */
  readonly writing: HighlightId | null
  /** The passage that is to be linked with the next one chosen for it. */
  readonly linking: HighlightId | null
  /** The theme, or live theme, whose passages alone are listed. */
  readonly filter: ThemeId | LiveThemeId | null
  /** The group whose documents are listed; null: all are. */
  readonly group: GroupId | null
  readonly dialog: Dialog | null
  readonly message: Message | null
  /** What came in last. */
  readonly lastReport: ImportReport | null
  readonly goal: Goal | null
  readonly panes: { readonly left: boolean; readonly right: boolean }
  /** Whether the steps of the project are listed. */
  readonly history: boolean
  /** Whether it is suggested who says what in the open document. */
  readonly speakers: boolean
  /** The side on which a text is being corrected. */
  readonly correcting: PageSide | null
  /** Where the caret was when that began; null: at the top of the page. */
  readonly correctFrom: number | null
  /** Only the text is shown; the panes come back as they were. */
  readonly focus: boolean
  /** Passages that stand in other documents too have marks in the margin. */
  readonly parallels: boolean
  /** Whether the settings of the text are open. */
  readonly reading: boolean
  readonly finding: FindingState
  /** What was searched in all texts last; it stays when the window is closed. */
  readonly wish: Wish
  /** Places that were left by jumps, for going back. */
  readonly visited: Visited
}

export const NO_SESSION: Session = {
  project: null,
  document: null,
  beside: null,
  side: 'left',
  panesAlone: null,
  box: null,
  chosen: null,
  writing: null,
  linking: null,
  filter: null,
  group: null,
  dialog: null,
  message: null,
  lastReport: null,
  goal: null,
  panes: { left: true, right: true },
  history: false,
  speakers: false,
  correcting: null,
  correctFrom: null,
  focus: false,
  reading: false,
  finding: { open: false, wanted: NOTHING_WANTED, ask: null },
  parallels: false,
  wish: NO_WISH,
  visited: NOWHERE,
}

export type SessionAct =
  | ({ readonly type: 'openProject'; readonly project: ProjectId } & Begun)
  | { readonly type: 'openBeside'; readonly document: DocumentId; readonly panes: Session['panes'] }
  | { readonly type: 'turnTo' | 'closePage'; readonly side: PageSide }
  | { readonly type: 'openDocument'; readonly document: DocumentId | null; readonly goal?: Goal }
  /** Begins to correct the text on the page in hand, with the caret at a UTF-16 offset; at the top of the page unless told. */
  | { readonly type: 'correct'; readonly caret?: number }
  /** Asks to end the correcting; what is not saved is asked about. */
  | { readonly type: 'leaveCorrecting' }
  /** Ends it: it was saved, or is not wanted; and then does what was asked. */
  | { readonly type: 'endCorrecting'; readonly next?: SessionAct }
  | { readonly type: 'openBox'; readonly box: Box }
  | { readonly type: 'closeBox' }
  | { readonly type: 'choose'; readonly highlight: HighlightId | null }
  | { readonly type: 'goTo'; readonly goal: Goal }
  | { readonly type: 'writeNote'; readonly highlight: HighlightId | null }
  | { readonly type: 'linkFrom'; readonly highlight: HighlightId | null }
  | { readonly type: 'filter'; readonly theme: ThemeId | LiveThemeId | null }
  | { readonly type: 'showGroup'; readonly group: GroupId | null }
  | { readonly type: 'openDialog'; readonly dialog: Dialog }
  | { readonly type: 'closeDialog' }
  | { readonly type: 'say'; readonly message: Message | null }
  | { readonly type: 'togglePane'; readonly pane: 'left' | 'right' }
  | { readonly type: 'toggleHistory' }
  | { readonly type: 'showSpeakers'; readonly open: boolean }
  | { readonly type: 'focusOnText'; readonly on: boolean }
  | { readonly type: 'markParallels'; readonly on: boolean }
  | { readonly type: 'showReading'; readonly open: boolean }
  | { readonly type: 'find'; readonly change: Partial<FindingState> }
  | { readonly type: 'wish'; readonly change: Partial<Wish> }
  | { readonly type: 'leave'; readonly from: Spot }
  | {
      readonly type: 'goVisited'
      readonly way: 'back' | 'forward'
      readonly here: Spot | null
      readonly isThere: (document: DocumentId) => boolean
    }

/** Whether the reader is in the midst of something on the page that another document there would take away. */
export const isAtWork = ({ box, writing, correcting }: Session): boolean =>
  box !== null || writing !== null || correcting !== null

/** The session that a window begins with. */
export const beginSession = ({ project, ...pages }: Begun & { readonly project: ProjectId }): Session => ({
  ...NO_SESSION,
  ...begun(pages, NO_SESSION.panes),
  project,
})

/** The one place where the session changes. */
export function reduceSession(session: Session, act: SessionAct): Session {
  switch (act.type) {
    case 'openProject':
      return {
        ...NO_SESSION,
        ...begun(act, session.panesAlone ?? session.panes),
        history: session.history,
        lastReport: session.lastReport,
        project: act.project,
      }
    case 'openBeside':
      return openBeside(session, act.document, act.panes)
    case 'turnTo':
      return turnTo(session, act.side)
    case 'closePage':
      return closePage(session, act.side)
    case 'openDocument':
      if (act.document === null && session.beside !== null) return closePage(session, session.side)
      if (act.document === session.document) return act.goal ? { ...session, goal: act.goal } : session
      return {
        ...session,
        document: act.document,
        box: null,
        chosen: act.goal?.highlight ?? null,
        writing: null,
        goal: act.goal ?? null,
        correcting: session.correcting === session.side ? null : session.correcting,
      }
    case 'correct':
      if (session.document === null || session.correcting !== null) return session
      return {
        ...session,
        correcting: session.side,
        speakers: false,
        correctFrom: act.caret ?? null,
        box: null,
        writing: null,
        dialog: null,
        goal: null,
        finding: { ...session.finding, open: false },
      }
    case 'leaveCorrecting':
      return session.correcting === null ? session : { ...session, correcting: null, goal: null }
    case 'endCorrecting': {
      const ended = reduceSession(session, { type: 'leaveCorrecting' })
      return act.next ? reduceSession(ended, act.next) : ended
    }
    case 'openBox':
      return { ...session, box: act.box, chosen: act.box.kind === 'highlight' ? act.box.id : session.chosen }
    case 'closeBox':
      return session.box ? { ...session, box: null } : session
    case 'choose':
      return session.chosen === act.highlight && !session.box
        ? session
        : { ...session, chosen: act.highlight, box: null, writing: null }
    case 'goTo':
      return { ...session, goal: act.goal, chosen: act.goal.highlight ?? session.chosen, box: null }
    case 'writeNote':
      if (act.highlight === null) return { ...session, writing: null, box: null }
      // The note is written on its card, so the cards have to be there.
      return {
        ...session,
        writing: act.highlight,
        chosen: act.highlight,
        box: null,
        panes: { ...session.panes, right: true },
        history: false,
        speakers: false,
        focus: false,
      }
    case 'linkFrom':
      return { ...session, linking: act.highlight }
    case 'filter':
      return { ...session, filter: act.theme }
    case 'showGroup':
      return { ...session, group: act.group }
    case 'openDialog':
      return { ...session, dialog: act.dialog, box: null }
    case 'closeDialog':
      return { ...session, dialog: null }
    case 'say':
      return {
        ...session,
        message: act.message,
        lastReport: (act.message?.kind === 'done' && act.message.report) || session.lastReport,
      }
    case 'toggleHistory':
      return { ...session, history: !session.history, speakers: false, focus: false, box: null }
    case 'showSpeakers':
      return { ...session, speakers: act.open, history: act.open ? false : session.history, focus: false, box: null }
    case 'togglePane':
      return { ...session, focus: false, panes: { ...session.panes, [act.pane]: !session.panes[act.pane] } }
    case 'find':
      return { ...session, finding: { ...session.finding, ...act.change } }
    case 'wish':
      return { ...session, wish: { ...session.wish, ...act.change } }
    case 'leave':
      return { ...session, visited: leave(session.visited, act.from) }
    case 'goVisited': {
      const gone = go(session.visited, act.way, act.here, act.isThere)
      if (!gone) return session
      const { document, offset } = gone.to
      const there: SessionAct = { type: 'openDocument', document, goal: { offset, highlight: null, where: 'top' } }
      return { ...reduceSession(session, there), visited: gone.visited }
    }
    case 'markParallels':
      return { ...session, parallels: act.on }
    case 'focusOnText':
      return { ...session, focus: act.on, reading: false }
    case 'showReading':
      return { ...session, reading: act.open, focus: act.open ? false : session.focus }
  }
}

export const SessionContext = createContext<Session>(NO_SESSION)
export const DispatchContext = createContext<Dispatch<SessionAct>>(() => {
  throw new Error('The session has no reducer: this part of the screen stands outside <App>.')
})

export const useSession = (): Session => useContext(SessionContext)
export const useDispatch = (): Dispatch<SessionAct> => useContext(DispatchContext)
