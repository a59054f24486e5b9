import type { Remarks } from '../remarks'
import type { NoteCalls } from './note-calls'
import type { Numbering } from './numbering'
import type { DocumentPages } from './pages'
import type { Styles } from './styles'

/** What the parts of a document that hold text share while they are read. */
export interface Context {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly notes: NoteCalls
  readonly pages: DocumentPages
  readonly remarks: Remarks
}
