import type { CoderId, Id, NoteId, ProjectId, Time } from './ids'

/** What a note is about. */
export interface NoteSubject {
  readonly kind: 'highlight' | 'theme' | 'document' | 'project'
  readonly id: Id
}

/** Words about a highlight, a theme, a document or the project. */
export interface Note {
  readonly id: NoteId
  readonly project: ProjectId
  readonly about: NoteSubject
  /** Markdown. */
  readonly text: string
  readonly coder: CoderId
  readonly created: Time
  readonly modified: Time
}
