import type { CoderId, ProjectId, Time } from './ids'

/** Everything together. The library can hold several. */
export interface Project {
  readonly id: ProjectId
  readonly name: string
  readonly created: Time
  /** When it was put away; absent while it is in use. Nothing of a project that was put away is lost. */
  readonly putAway?: Time
}

/** Who marks passages. */
export interface Coder {
  readonly id: CoderId
  readonly project: ProjectId
  readonly name: string
  readonly created: Time
}
