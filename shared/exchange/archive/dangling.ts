import type { ChangeParts } from '../../model/changes'

type Created = NonNullable<ChangeParts['created']>

/** Records without those whose owners are not there, and how many these were. */
export function withoutDangling(
  records: Created,
  contents: ReadonlySet<string>,
): { readonly records: Created; readonly dropped: number } {
  let dropped = 0
  const kept = <T>(all: readonly T[] | undefined, isWhole: (record: T) => boolean): readonly T[] => {
    const whole = (all ?? []).filter(isWhole)
    dropped += (all ?? []).length - whole.length
    return whole
  }
  const ids = (all: readonly { readonly id: string }[] | undefined): Set<string> =>
    new Set((all ?? []).map(({ id }) => id))
  const coders = ids(records.coders)
  const documents = kept(records.documents, ({ content }) => contents.has(content))
  const documentIds = ids(documents)
  const themes = ids(records.themes)
  const highlights = kept(records.highlights, ({ document, coder }) => documentIds.has(document) && coders.has(coder))
  const highlightIds = ids(highlights)
  const about = { document: documentIds, highlight: highlightIds, theme: themes }
  return {
    records: {
      ...records,
      documents,
      revisions: kept(records.revisions, ({ document, content }) => documentIds.has(document) && contents.has(content)),
      liveThemes: kept(records.liveThemes, ({ coder }) => coders.has(coder)),
      wordLists: kept(records.wordLists, ({ coder }) => coders.has(coder)),
      savedSearches: kept(records.savedSearches, ({ coder }) => coders.has(coder)),
      highlights,
      taggings: kept(records.taggings, ({ highlight, theme }) => highlightIds.has(highlight) && themes.has(theme)),
      links: kept(records.links, ({ from, to }) => highlightIds.has(from) && highlightIds.has(to)),
      notes: kept(
        records.notes,
        (note) => note.about.kind === 'project' || (about[note.about.kind]?.has(note.about.id) ?? false),
      ),
    },
    get dropped() {
      return dropped
    },
  }
}
