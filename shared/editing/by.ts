import type { CoderId, Time } from '../model/ids'

/** Who edits, and when. Editing never asks the clock. */
export interface By {
  readonly coder: CoderId
  readonly now: Time
}
