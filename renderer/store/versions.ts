import type { Dexie, Transaction } from 'dexie'
import { packOriginal } from '#shared/model/original'

/** One version of the database's schema: which tables, with which keys and indexes. */
export interface SchemaVersion {
  readonly version: number
  /** Dexie's schema syntax. A table that is not named stays as it was. */
  readonly stores: Readonly<Record<string, string | null>>
  /** Brings the records of the version before to this one, inside the upgrade's transaction. */
  readonly upgrade?: (transaction: Transaction) => PromiseLike<unknown>
}

/** Files that lay in their contents, each whole, move to a table of their own. One at a time: they may be large. */
async function shareOriginals(transaction: Transaction): Promise<void> {
  const contents = transaction.table('contents')
  const originals = transaction.table('originals')
  for (const id of await contents.toCollection().primaryKeys()) {
    const content = await contents.get(id)
    const original = packOriginal(content.original)
    await originals.put(original)
    await contents.put({ ...content, original: original.hash })
  }
}

/**
 * Every version there ever was, oldest first. Append only: libraries in the world were made by the ones that were
 * released, so a released version is never edited, and each has a test of the upgrade from the one before.
 */
export const VERSIONS: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      projects: 'id',
      coders: 'id, project',
      documents: 'id, [project+order], content',
      contents: 'id, project',
      themes: 'id, project, parent',
      highlights: 'id, [project+document], [document+passage.start]',
      taggings: 'id, [project+theme], document, highlight',
      notes: 'id, project, [about.kind+about.id]',
      history: '++seq, [project+state], *contents',
      places: 'id',
      settings: 'name',
    },
  },
  {
    version: 2,
    stores: {
      themeGroups: 'id, project, *themes',
      links: 'id, project, from, to',
    },
  },
  {
    version: 3,
    stores: { steps: 'seq, [project+state]' },
    upgrade: (transaction) =>
      transaction.table('history').each(({ seq, project, at, coder, changes, state }) => {
        const founding = changes.created.projects !== undefined
        void transaction.table('steps').add({ seq, project, at, coder, summary: changes.summary, state, founding })
      }),
  },
  {
    version: 4,
    stores: {
      attributes: 'id, project',
      documentGroups: 'id, project, parent, *documents',
      revisions: 'id, project, document, content',
    },
  },
  {
    version: 5,
    stores: {
      originals: 'hash',
      contents: 'id, project, original',
      highlights: 'id, [project+document], [document+passage.start], [project+lost]',
    },
    upgrade: shareOriginals,
  },
  {
    version: 6,
    stores: { liveThemes: 'id, project' },
  },
  {
    version: 7,
    stores: { savedSearches: 'id, project' },
  },
  {
    version: 8,
    stores: { wordLists: 'id, project' },
  },
]

/** Declares `versions` on a database that is not open yet. */
export function declare(db: Dexie, versions: readonly SchemaVersion[]): void {
  for (const { version, stores, upgrade } of versions) {
    const declared = db.version(version).stores({ ...stores })
    if (upgrade) declared.upgrade(upgrade)
  }
}
