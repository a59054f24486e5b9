import type { ThemeColour } from './theme'

/** What a codebook says of one theme. */
export interface CodebookEntry {
  /** The names from the top of the tree down to the theme's own; at least one, none empty. */
  readonly path: readonly string[]
  readonly colour?: ThemeColour
  /** Empty where nothing is said, as are the criteria. */
  readonly description: string
  readonly inclusion: string
  readonly exclusion: string
}
