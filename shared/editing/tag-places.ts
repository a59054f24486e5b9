import { type ChangeSet, changes } from '../model/changes'
import type { Highlight, Tagging } from '../model/highlight'
import type { Passage } from '../model/passage'
import type { Theme } from '../model/theme'
import type { By } from './by'
import { type Marked, tagPassages } from './highlights'

/** Passages of one document, with the highlights and taggings that it has already. */
export interface PlacesOf {
  readonly document: Marked
  readonly passages: readonly Passage[]
  readonly highlights: readonly Highlight[]
  readonly taggings: readonly Tagging[]
}

/** Tags passages of any number of documents, each named once, with one theme, as one step; see `tagPassages`. */
export function tagPlaces({ places, theme }: { places: readonly PlacesOf[]; theme: Theme }, by: By): ChangeSet {
  const marked = places.map((each) => tagPassages({ ...each, themes: [theme] }, by))
  const count = marked.reduce((sum, { highlights }) => sum + highlights.length, 0)
  return changes(
    { key: 'changes.tagged', params: { count, theme: theme.name } },
    {
      created: {
        highlights: marked.flatMap(({ changes }) => changes.created.highlights ?? []),
        taggings: marked.flatMap(({ changes }) => changes.created.taggings ?? []),
      },
    },
  )
}
