import type { RecordKind } from '../../model/changes'

/**
 * The layout of a Pingdian archive, a ZIP file:
 *
 *     mimetype            application/vnd.pingdian+zip
 *     manifest.json       {"format": "pingdian", "version": 1, "written": ISO 8601}
 *     records/KIND.json   an array of the records of a kind (projects, coders, attributes, documents, documentGroups,
 *                         revisions, themes, themeGroups, liveThemes, savedSearches, wordLists, highlights, taggings, links,
 *                         notes), each as `shared/model` describes it; times are milliseconds since 1970, positions UTF-16
 *                         offsets, ends exclusive
 *     contents/ID.json    {"id", "blocks", "original"}: a text; documents and revisions name it by its id
 *     originals/HASH      the file that a text was read from, as it came in, by its SHA-256
 *
 * A version is never changed once it was released: a change of the layout is a new version, and `UPGRADES` takes the records
 * of each version to the next.
 */
export const ARCHIVE = { format: 'pingdian', version: 1, mediaType: 'application/vnd.pingdian+zip' } as const

/** The records of an archive as they stand in it: not yet known to be what they should be. */
export type RawRecords = { readonly [K in RecordKind]?: readonly unknown[] }

/** What takes records of version `i + 1` to version `i + 2`. */
export const UPGRADES: readonly ((records: RawRecords) => RawRecords)[] = []
