import type { CommandId } from '#shared/commands'
import type { Seen } from '#shared/corpus/search/seen'
import type { CitationStyle } from '#shared/exporters/exporter'
import { type ExportWish, FIRST_WISH } from '#shared/exporters/wish'
import type { Language } from '#shared/messages/index'
import type { DocumentId, Id, ProjectId, ThemeId, Time } from '#shared/model/ids'
import type { SavedSearchId } from '#shared/model/saved-search'
import { type TableView, USUAL_VIEW } from '#shared/queries/document-table/rows'
import type { DocumentOrder } from '#shared/queries/sort-documents'
import type { ShortcutChanges } from '#shared/shortcuts'
import type { Database } from './database'

/** Where the reader was in a document, a project or a saved search. Not annotation: it is in no history and no export. */
export interface Place {
  /** The document's, the project's or the saved search's id. */
  readonly id: Id
  /** Documents: the UTF-16 offset of the first character that stood on the screen. */
  readonly offset?: number
  /** Documents: when it was read last. */
  readonly read?: Time
  /** Projects: the document that was open last. */
  readonly document?: DocumentId
  /** Projects: the themes used last, the latest first. */
  readonly themes?: readonly ThemeId[]
  /** Projects: the page that stands beside that document; absent: none does. */
  readonly beside?: SecondPage | undefined
  /** Projects: the only themes that have stripes; absent: all. */
  readonly striped?: readonly ThemeId[] | undefined
  /** Projects: in which order the documents are listed. */
  readonly order?: DocumentOrder
  /** Projects: how the table of documents is looked at. */
  readonly table?: TableView
  /** Projects: what was chosen when something was taken out. */
  readonly taking?: ExportWish
  /** Saved searches: the places that were looked at. */
  readonly seen?: Seen
}

/** A page that stands to the right of another one. It may show another place of the same document. */
export interface SecondPage {
  readonly document: DocumentId
  /** The UTF-16 offset of the first character that stood on the screen. */
  readonly offset: number
}

/** How the window looks. */
export interface Appearance {
  readonly scheme: 'light' | 'dark' | 'sepia' | 'system'
  /** The size of the reader's text as a factor of the usual one. */
  readonly textSize: number
  /** The size of the whole window's content as a factor of the usual one. */
  readonly zoom: number
  readonly font: 'serif' | 'sans'
  readonly measure: 'narrow' | 'usual' | 'wide'
  readonly spacing: 'close' | 'usual' | 'open'
  /** `byScript`: Chinese and Japanese justified, others ragged. */
  readonly alignment: 'byScript' | 'justified' | 'ragged'
  /** Whether paragraphs show their numbers. */
  readonly numbers: boolean
  /** On which side of the text the stripes of themes stand. */
  readonly stripes: 'right' | 'left' | 'hidden'
  /** What a selection made with the pointer keeps to. */
  readonly snap: 'off' | 'words' | 'sentences'
  /** How a passage that is copied names its source; `plain`: in one line, in the manner of its language. */
  readonly citation: 'plain' | CitationStyle
  /** Whether the headings of the document are listed. */
  readonly outline: boolean
  /** null: as the system. */
  readonly language: Language | null
}

/** How the window looks until something else is chosen; what an older program never stored is taken from here. */
export const USUAL_APPEARANCE: Appearance = {
  scheme: 'system',
  textSize: 1,
  zoom: 1,
  font: 'serif',
  measure: 'usual',
  spacing: 'usual',
  alignment: 'byScript',
  numbers: false,
  stripes: 'right',
  snap: 'off',
  citation: 'plain',
  outline: true,
  language: null,
}

export type Setting =
  | { readonly name: 'appearance'; readonly value: Appearance }
  | { readonly name: 'lastProject'; readonly value: ProjectId }
  | { readonly name: 'shortcuts'; readonly value: ShortcutChanges }
  | { readonly name: 'lastCommands'; readonly value: readonly CommandId[] }

/** How many of the themes used last are remembered. */
export const LAST_THEMES = 9

/** How many of the commands chosen last are remembered. */
export const LAST_COMMANDS = 5

async function remember(db: Database, id: Id, change: Partial<Place>): Promise<void> {
  await db.transaction('rw', db.places, async () => {
    await db.places.put({ ...(await db.places.get(id)), ...change, id })
  })
}

/** The offset at which `document` was left; 0 when it was never opened. */
export const readingPlace = async (db: Database, document: DocumentId): Promise<number> =>
  (await db.places.get(document))?.offset ?? 0

/** Remembers the UTF-16 offset at which `document` is left. */
export const setReadingPlace = (db: Database, document: DocumentId, offset: number): Promise<void> =>
  remember(db, document, { offset })

/** Remembers that `document` is read now. */
export const noteReading = (db: Database, document: DocumentId): Promise<void> =>
  remember(db, document, { read: Date.now() })

/** When documents were read last; one that never was is not there. */
export const readingTimes = async (db: Database): Promise<ReadonlyMap<DocumentId, Time>> =>
  new Map((await db.places.toArray()).flatMap(({ id, read }) => (read === undefined ? [] : [[id, read]])))

/** The project that was open last; undefined on a first start. */
export async function lastProject(db: Database): Promise<ProjectId | undefined> {
  const setting = await db.settings.get('lastProject')
  return setting?.name === 'lastProject' ? setting.value : undefined
}

/** Remembers the open project. */
export async function setLastProject(db: Database, project: ProjectId): Promise<void> {
  await db.settings.put({ name: 'lastProject', value: project })
}

/** The document that was open last in `project`. */
export const lastDocument = async (db: Database, project: ProjectId): Promise<DocumentId | undefined> =>
  (await db.places.get(project))?.document

/** Remembers the open document of `project`. */
export const setLastDocument = (db: Database, project: ProjectId, document: DocumentId): Promise<void> =>
  remember(db, project, { document })

/** The page that stood beside the last document of `project`; undefined when none did. */
export const secondPage = async (db: Database, project: ProjectId): Promise<SecondPage | undefined> =>
  (await db.places.get(project))?.beside

/** Remembers what stands beside the last document of `project`; null: nothing does. */
export const setSecondPage = (db: Database, project: ProjectId, page: SecondPage | null): Promise<void> =>
  remember(db, project, { beside: page ?? undefined })

/** The themes used last in `project`, the latest first; some may have been deleted since. */
export const lastThemes = async (db: Database, project: ProjectId): Promise<readonly ThemeId[]> =>
  (await db.places.get(project))?.themes ?? []

/** Puts `themes` at the head of the themes used last in `project`. */
export async function noteUsedThemes(db: Database, project: ProjectId, themes: readonly ThemeId[]): Promise<void> {
  await db.transaction('rw', db.places, async () => {
    const place = await db.places.get(project)
    const latest = [...new Set([...themes, ...(place?.themes ?? [])])].slice(0, LAST_THEMES)
    await db.places.put({ ...place, id: project, themes: latest })
  })
}

/** The only themes of `project` that have stripes beside the text; null: all have. Some may have been deleted since. */
export const stripedThemes = async (db: Database, project: ProjectId): Promise<readonly ThemeId[] | null> =>
  (await db.places.get(project))?.striped ?? null

/** Gives stripes to these themes of `project` only; null: to all. */
export const setStripedThemes = (db: Database, project: ProjectId, themes: readonly ThemeId[] | null): Promise<void> =>
  remember(db, project, { striped: themes ?? undefined })

/** In which order the documents of `project` are listed. */
export const documentOrder = async (db: Database, project: ProjectId): Promise<DocumentOrder> =>
  (await db.places.get(project))?.order ?? 'library'

/** Remembers in which order the documents of `project` are listed. */
export const setDocumentOrder = (db: Database, project: ProjectId, order: DocumentOrder): Promise<void> =>
  remember(db, project, { order })

/** How the table of documents of `project` is looked at. */
export const tableView = async (db: Database, project: ProjectId): Promise<TableView> => ({
  ...USUAL_VIEW,
  ...(await db.places.get(project))?.table,
})

/** Remembers how the table of documents of `project` is looked at. */
export const setTableView = (db: Database, project: ProjectId, view: TableView): Promise<void> =>
  remember(db, project, { table: view })

/** What was chosen in the dialog for taking notes out of `project`. */
export const exportWish = async (db: Database, project: ProjectId): Promise<ExportWish> =>
  (await db.places.get(project))?.taking ?? FIRST_WISH

/** Remembers what was chosen in the dialog for taking notes out of `project`. */
export const setExportWish = (db: Database, project: ProjectId, wish: ExportWish): Promise<void> =>
  remember(db, project, { taking: wish })

/** The places of a saved search that were looked at; undefined when it never was. */
export const seenPlaces = async (db: Database, search: SavedSearchId): Promise<Seen | undefined> =>
  (await db.places.get(search))?.seen

/** Remembers the places of a saved search that were looked at. */
export const setSeenPlaces = (db: Database, search: SavedSearchId, seen: Seen): Promise<void> =>
  remember(db, search, { seen })

/** How the window looks; what was never set is as usual. */
export async function appearance(db: Database): Promise<Appearance> {
  const setting = await db.settings.get('appearance')
  return setting?.name === 'appearance' ? { ...USUAL_APPEARANCE, ...setting.value } : USUAL_APPEARANCE
}

/** Changes how the window looks. */
export async function setAppearance(db: Database, change: Partial<Appearance>): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    await db.settings.put({ name: 'appearance', value: { ...(await appearance(db)), ...change } })
  })
}

/** The keys that were chosen for commands. */
export async function shortcutChanges(db: Database): Promise<ShortcutChanges> {
  const setting = await db.settings.get('shortcuts')
  return setting?.name === 'shortcuts' ? setting.value : {}
}

/** Remembers the keys that were chosen for commands. */
export async function setShortcutChanges(db: Database, value: ShortcutChanges): Promise<void> {
  await db.settings.put({ name: 'shortcuts', value })
}

/** The commands that were chosen from the palette last, the latest first. */
export async function lastCommands(db: Database): Promise<readonly CommandId[]> {
  const setting = await db.settings.get('lastCommands')
  return setting?.name === 'lastCommands' ? setting.value : []
}

/** Puts `command` at the head of the commands that were chosen last. */
export async function noteUsedCommand(db: Database, command: CommandId): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const value = [...new Set([command, ...(await lastCommands(db))])].slice(0, LAST_COMMANDS)
    await db.settings.put({ name: 'lastCommands', value })
  })
}
