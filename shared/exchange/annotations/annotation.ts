import type { WebSelectors } from '../../importers/web-annotation'
import type { Weight } from '../../model/highlight'
import type { Time } from '../../model/ids'

/** Who made something, as another program names them. */
export interface ForeignCoder {
  /** An IRI or an account; it tells two of the same name apart. */
  readonly iri?: string
  readonly name: string
}

/** A text that was annotated and is not in the file. */
export interface ForeignSource {
  /** What the file calls it: an IRI, an address, a name. Never empty. */
  readonly iri: string
  /** Where else it may be had. */
  readonly urls: readonly string[]
  /** What it is called; empty where the file does not say. */
  readonly title: string
}

/** Where a passage stands, as far as the file says: its words with context, or code points from 0, `end` exclusive. */
export type ForeignPlace = Pick<WebSelectors, 'exact' | 'prefix' | 'suffix' | 'start' | 'end'>

/** A theme that was given. */
export interface ForeignTagging {
  /** The IRI of the tagging; absent where it has none. */
  readonly iri?: string
  /** The IRI of the theme; absent where it has only a name. */
  readonly theme?: string
  /** The names from the top of the tree down to the theme's own; at least one. */
  readonly path: readonly string[]
  readonly coder?: ForeignCoder
  readonly created?: Time
}

export interface ForeignNote {
  readonly iri?: string
  /** Markdown. */
  readonly text: string
  readonly coder?: ForeignCoder
  readonly created?: Time
  readonly modified?: Time
}

/** One annotation of another program: a passage of a text, or the whole of it, with what is said of it. */
export interface ForeignAnnotation {
  /** Its IRI or id, the same each time the file is read. */
  readonly iri: string
  readonly source: ForeignSource
  /** null for the text as a whole. */
  readonly place: ForeignPlace | null
  readonly coder?: ForeignCoder
  readonly created?: Time
  readonly star?: true
  readonly weight?: Weight
  readonly taggings: readonly ForeignTagging[]
  readonly notes: readonly ForeignNote[]
}
