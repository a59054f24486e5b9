import { v7 } from 'uuid'

/** Every record is named by a UUID (version 7, so that ids made later sort later). */
export type Id = string
export type ProjectId = Id
export type CoderId = Id
export type DocumentId = Id
export type ContentId = Id
export type HighlightId = Id
export type ThemeId = Id
export type TaggingId = Id
export type NoteId = Id
export type AttributeId = Id
export type GroupId = Id
export type RevisionId = Id

/** Milliseconds since 1970-01-01T00:00:00Z, as `Date.now()` gives them. */
export type Time = number

/** A new id. */
export const newId = (): Id => v7()
