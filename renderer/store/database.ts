import { Dexie, type Table } from 'dexie'
import type { ChangeSet, RecordKind, Records } from '#shared/model/changes'
import type { DocumentContent } from '#shared/model/document'
import type { CoderId, ContentId, Id, ProjectId, Time } from '#shared/model/ids'
import type { Original, OriginalHash } from '#shared/model/original'
import { ProblemError } from '#shared/result'
import { calmObservation } from './calm-observation'
import { stopAnnouncing } from './committed'
import type { Place, Setting } from './places'
import type { Step } from './steps'
import { declare, type SchemaVersion, VERSIONS } from './versions'

/** One step of work, as it is kept to be undone and redone. */
export interface HistoryEntry {
  /** Ascending in the order of the steps. */
  readonly seq: number
  readonly project: ProjectId
  /** When the step was made; of a step that grew by coalescing, when it last grew. */
  readonly at: Time
  /** Who made it; null when it was nobody's in particular (bringing in, upgrades). */
  readonly coder: CoderId | null
  readonly changes: ChangeSet
  /** All that are undone come after all that are done. */
  readonly state: 'done' | 'undone'
  /** Steps with the same key that follow each other closely become one. */
  readonly coalesce?: string
  /** The contents its documents point to, before or after; they are kept for as long as it is. */
  readonly contents: readonly ContentId[]
}

type RecordTables = { readonly [K in RecordKind]: Table<Records[K], Id> }

/** The library on this machine. */
export type Database = Dexie &
  RecordTables & {
    readonly contents: Table<DocumentContent, ContentId>
    readonly originals: Table<Original, OriginalHash>
    readonly history: Table<HistoryEntry, number, Omit<HistoryEntry, 'seq'>>
    readonly steps: Table<Step, number>
    readonly places: Table<Place, Id>
    readonly settings: Table<Setting, Setting['name']>
  }

export interface OpenOptions {
  /**
   * Whether a write is confirmed only once it is on the disk (`strict`, the default), or as soon as the operating
   * system has it (`relaxed`, Chromium's own default: a crash of the machine may lose the last writes).
   */
  readonly durability?: 'strict' | 'relaxed'
  /** Another window opened this library with a newer program: this one was closed and has to be loaded again. */
  readonly onOutdated?: () => void
  /** The library cannot be upgraded until other windows that have it open are closed; opening waits for that. */
  readonly onBlocked?: () => void
  /** For tests of upgrades. */
  readonly versions?: readonly SchemaVersion[]
}

/** The database's name in IndexedDB. */
export const DATABASE_NAME = 'pingdian'

/**
 * Opens the library, and makes or upgrades it where needed.
 * Throws a ProblemError when the library was made by a newer program; it is not touched then.
 */
export async function openDatabase(name: string = DATABASE_NAME, options: OpenOptions = {}): Promise<Database> {
  const versions = options.versions ?? VERSIONS
  const db = new Dexie(name, {
    chromeTransactionDurability: options.durability ?? 'strict',
    // Nothing is shown that was not read back from the database.
    cache: 'disabled',
  }) as Database
  db.use(calmObservation)
  declare(db, versions)
  db.on('versionchange', () => {
    closeDatabase(db)
    options.onOutdated?.()
    return false
  })
  db.on('blocked', () => options.onBlocked?.())
  await db.open()
  const known = Math.max(...versions.map(({ version }) => version))
  // IndexedDB counts in Dexie's versions times ten.
  const found = db.backendDB().version / 10
  if (found > known) {
    closeDatabase(db)
    throw new ProblemError({ key: 'store.newer', params: { found, known } })
  }
  return db
}

/** Closes the library in this window. Nothing more is heard of other windows' writes. */
export function closeDatabase(db: Database): void {
  stopAnnouncing(db)
  db.close()
}
