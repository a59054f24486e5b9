import { takeNoteBack, writeNote } from '#shared/editing/notes'
import { withDescendants } from '#shared/editing/theme-tree'
import { quotationWithCitation } from '#shared/exporters/citation'
import { describe } from '#shared/model/changes'
import type { HighlightId, ThemeId } from '#shared/model/ids'
import type { NoteSubject } from '#shared/model/note'
import type { OutlineWord } from '#shared/model/outline'
import { passageOf } from '#shared/model/passage'
import { paragraphCount, paragraphStart } from '#shared/model/place'
import type { Problem } from '#shared/result'
import { copyText } from '../app/clipboard'
import type { Box, TextRange } from '../app/session'
import { analysisActions } from './analysis'
import { bringingIn } from './bringing-in'
import { codebookActions } from './codebook'
import { copyCodebook, exportCodebook, importCodebook, printCodebook } from './codebook-files'
import { codingActions } from './coding'
import { comparingActions } from './comparing'
import { correctingActions } from './correcting'
import * as debris from './debris'
import {
  by,
  commit,
  createQueue,
  type Desk,
  hasUnsavedCorrection,
  openProject,
  refuseWhileCorrecting,
  report,
} from './desk'
import { documentGroupActions } from './document-groups'
import { documentTableActions } from './document-table'
import * as documents from './documents'
import { createExporting } from './exporting'
import { goToStep } from './history'
import * as marking from './marking'
import * as outline from './outline'
import { passageActions } from './passages'
import * as projects from './projects'
import { revisionActions } from './revising'
import { searchingActions } from './searching'
import { settle, standBehind } from './settle'
import { speakerActions } from './speakers'
import { tagHits } from './tag-hits'
import { tagFound } from './tag-places'
import * as takingIn from './taking-in'
import * as theming from './theming'

/** Everything the reader can do that is stored: gather, decide, store. */
export function createActions(desk: Desk) {
  const queued = createQueue(desk)
  const { dispatch, store } = desk

  const step = (work: 'undo' | 'redo') =>
    queued(async () => {
      const { project } = openProject(desk)
      if (hasUnsavedCorrection(desk)) return desk.corrector()?.[work]()
      const applied = await store[work](project.id)
      const key = work === 'undo' ? 'changes.undone' : 'changes.redone'
      const nothing = work === 'undo' ? 'app.nothingToUndo' : 'app.nothingToRedo'
      const summary = applied && describe(applied)
      const said: Problem = summary
        ? { key, params: { what: desk.translate()(summary.key, summary.params) } }
        : { key: nothing }
      dispatch({ type: 'say', message: { kind: 'done', said, undoable: false } })
    })

  return {
    /** Stores what another program's file holds; see `takingIn.takeIn`. */
    takeIn: (...given: Rest<typeof takingIn.takeIn>) => queued(() => takingIn.takeIn(desk, ...given)),
    /** Shows what further files hold; see `takingIn.offer`. */
    offer: (...given: Rest<typeof takingIn.offer>) => queued(() => takingIn.offer(desk, ...given)),
    ...codebookActions(desk, queued),
    exportCodebook: (format: 'csv' | 'markdown') => queued(() => exportCodebook(desk, format)),
    printCodebook: (to: 'printer' | 'pdf') => queued(() => printCodebook(desk, to)),
    copyCodebook: (from: string) => queued(() => copyCodebook(desk, from)),
    importCodebook: () => queued(() => importCodebook(desk)),
    ...passageActions(desk, queued),
    ...codingActions(desk, queued),
    ...searchingActions(desk, queued),
    report: (error: unknown): void => report(desk, error),
    /** Tags passages of the open document with a theme, or with one of a new name or path: one step. */
    tagHits: (...given: Rest<typeof tagHits>) => queued(() => tagHits(desk, ...given)),
    /** Tags places of any documents, which a search found: one step. */
    tagFound: (...given: Rest<typeof tagFound>) => queued(() => tagFound(desk, ...given)),
    /** How many paragraphs the open document has. */
    paragraphs: (): number => paragraphCount(desk.text()?.blocks ?? []),
    /** Puts the caret before a paragraph, counting from 1, and shows it. */
    goToParagraph: (paragraph: number): void => {
      const reader = desk.reader()
      const blocks = desk.text()?.blocks
      if (!reader || !blocks) return
      const offset = paragraphStart(blocks, reader.positions.starts, paragraph)
      dispatch({ type: 'goTo', goal: { offset, highlight: null, where: 'top' } })
      reader.collapse(offset)
    },
    /** Puts the caret at a place without going there. */
    putCaret: (offset: number): void => desk.reader()?.collapse(offset),
    focusReader: (): void => desk.reader()?.focus(),
    openBox: (id: HighlightId): void => dispatch({ type: 'openBox', box: { kind: 'highlight', id } }),

    /** The theme and all under it. */
    withDescendants: (id: ThemeId): ReadonlySet<ThemeId> => {
      const { themes, themesById } = openProject(desk)
      const theme = themesById.get(id)
      return new Set(theme ? withDescendants(theme, themes).map((each) => each.id) : [])
    },

    chooseTheme: (box: Box, theme: ThemeId, stay: boolean) =>
      queued(async () => {
        const id = await marking.chooseTheme(desk, box, theme)
        settle(desk, box, stay ? null : id)
        if (stay && id) dispatch({ type: 'openBox', box: { kind: 'highlight', id } })
      }),
    makeAndChoose: (box: Box, path: string) =>
      queued(async () => {
        settle(desk, box, await marking.makeAndChoose(desk, box, path))
      }),
    /** Highlights without a theme. */
    mark: (range: TextRange) =>
      queued(async () => {
        settle(desk, { kind: 'range', range }, await marking.markRange(desk, range, []))
      }),
    /** Tags with the theme that was used last; says so when there is none. */
    markAsLast: (range: TextRange) =>
      queued(async () => {
        const { project, themesById } = openProject(desk)
        const used = await store.places.lastThemes(project.id)
        const theme = used.map((id) => themesById.get(id)).find((each) => each !== undefined)
        if (!theme) {
          const said = { key: 'app.noLastTheme' } as const
          return dispatch({ type: 'say', message: { kind: 'problem', said } })
        }
        settle(desk, { kind: 'range', range }, await marking.markRange(desk, range, [theme]))
      }),
    /** Highlights the range and opens its note. */
    markAndNote: (range: TextRange) =>
      queued(async () => {
        const id = await marking.markRange(desk, range, [])
        standBehind(desk, range)
        dispatch({ type: 'writeNote', highlight: id })
      }),
    takeAway: (highlight: HighlightId, theme: ThemeId) => queued(() => marking.takeAway(desk, highlight, theme)),
    removeHighlight: (id: HighlightId) =>
      queued(async () => {
        await marking.removeHighlight(desk, id)
        if (desk.session().chosen === id) dispatch({ type: 'choose', highlight: null })
      }),
    resize: (id: HighlightId, range: TextRange) => queued(() => marking.resize(desk, id, range)),

    /** Puts a passage with its source on the clipboard, cited in the style that was chosen. */
    copyQuotation: (range: TextRange) =>
      queued(async () => {
        const open = desk.text()
        if (!open) return
        const passage = passageOf(open.text, range.start, range.end)
        const { citation: style } = await desk.store.places.appearance()
        const manner = { style, language: desk.language() }
        const { text, html } = quotationWithCitation(open.document, passage, open.blocks, manner)
        copyText(text, html)
        dispatch({ type: 'say', message: { kind: 'done', said: { key: 'app.copied' }, undoable: false } })
      }),

    makeTheme: (name: string, parent: ThemeId | null) => queued(() => theming.make(desk, name, parent)),
    renameTheme: (id: ThemeId, name: string) => queued(() => theming.rename(desk, id, name)),
    recolourTheme: (id: ThemeId, colour: Parameters<typeof theming.recolour>[2]) =>
      queued(() => theming.recolour(desk, id, colour)),
    describeTheme: (id: ThemeId, words: string) => queued(() => theming.describe(desk, id, words)),
    moveTheme: (id: ThemeId, parent: ThemeId | null, before: ThemeId | null) =>
      queued(() => theming.move(desk, id, parent, before)),
    deleteTheme: (id: ThemeId) => queued(() => theming.remove(desk, id)),

    /** Stores a note as it is now; what is typed in one go is one step. Rejects when it could not be stored. */
    writeNote: async (about: NoteSubject, text: string): Promise<void> => {
      const { project } = openProject(desk)
      const note = (await store.read.notesAbout(about.kind, about.id))[0] ?? null
      const who = by(desk)
      const { changes } = writeNote({ project: project.id, about, text, note }, who)
      await store.write(changes, { coder: who.coder, coalesce: `note ${about.kind} ${about.id}` })
    },
    /** Makes an earlier state of a note its present one. */
    takeNoteBack: (about: NoteSubject, text: string) =>
      queued(async () => {
        const { project } = openProject(desk)
        const note = (await store.read.notesAbout(about.kind, about.id))[0] ?? null
        await commit(desk, takeNoteBack({ project: project.id, about, text, note }, by(desk)).changes)
      }),

    ...bringingIn(desk, queued),
    retitle: (...given: Rest<typeof documents.retitle>) => queued(() => documents.retitle(desk, ...given)),
    saveOriginal: (...given: Rest<typeof documents.saveOriginal>) =>
      queued(() => documents.saveOriginal(desk, ...given)),
    ...documentGroupActions(desk, queued),
    removeDocuments: (...given: Rest<typeof documents.remove>) => queued(() => documents.remove(desk, ...given)),
    readInEncoding: (...given: Rest<typeof documents.readInEncoding>) =>
      queued(() => documents.readInEncoding(desk, ...given)),

    ...documentTableActions(desk, queued),
    ...comparingActions(desk, queued),
    ...analysisActions(desk, queued),
    ...correctingActions(desk, queued),
    ...revisionActions(desk, queued),
    ...speakerActions(desk, queued),

    /** Blocks of the open document belong to the text. */
    takeBackDebris: (blocks: debris.BlockRange) => queued(() => debris.judge(desk, blocks, null)),
    correctOutline: (range: TextRange, word: OutlineWord) => queued(() => outline.correct(desk, range, word)),
    makeHeading: () => queued(() => outline.make(desk)),
    turnDebris: (range: TextRange) => queued(() => debris.turn(desk, range)),

    newProject: (name: string) => queued(() => projects.make(desk, name)),
    renameProject: (name: string) => queued(() => projects.rename(desk, name)),
    putAwayProject: () => queued(() => projects.putAway(desk)),
    restoreProject: (id: string) => queued(() => projects.restore(desk, id)),
    openProject: (id: string) => queued(() => projects.open(desk, id)),

    exporting: createExporting(desk, queued),
    undo: () => step('undo'),
    redo: () => step('redo'),
    goToStep: (...given: Rest<typeof goToStep>) =>
      queued(() => {
        refuseWhileCorrecting(desk)
        return goToStep(desk, ...given)
      }),
  }
}

type Rest<F> = F extends (desk: Desk, ...rest: infer R) => unknown ? R : never

export type Actions = ReturnType<typeof createActions>
