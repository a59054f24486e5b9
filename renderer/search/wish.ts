import type { LineOrder } from '#shared/corpus/search/order'
import type { BesideText, Question } from '#shared/corpus/search/question'
import type { DocumentGroup } from '#shared/model/document-group'
import type { DocumentId } from '#shared/model/ids'
import type { SearchScope, Sought } from '#shared/model/saved-search'
import { themePath } from '#shared/model/theme'
import type { Hit } from '#shared/queries/find'
import { parseQuery } from '#shared/queries/search/parse-query'
import { documentsIn } from '#shared/queries/search/scope'
import type { LivePassages } from '../analysis/annotations'
import type { OpenProject } from '../app/library'
import type { Store } from '../store'

/** What the search window asks for, as it stands in its fields. */
export interface Wish extends Sought {
  readonly order: LineOrder
}

export const NO_WISH: Wish = {
  typed: '',
  exact: false,
  cased: false,
  wholeWords: false,
  scope: {},
  order: 'text',
}

/** Where passages with a theme, or one below it, or of a live theme stand in each document. */
async function taggedWith(
  store: Store,
  open: OpenProject,
  live: readonly LivePassages[],
  id: string,
): Promise<Map<DocumentId, Hit[]>> {
  const within = new Map<DocumentId, Hit[]>()
  for (const [document, passages] of live.find(({ theme }) => theme.id === id)?.byDocument ?? []) {
    within.set(
      document,
      passages.map(({ highlight: { passage } }) => ({ start: passage.start, end: passage.end })),
    )
  }
  for (const theme of open.themes) {
    if (!themePath(theme, open.themesById).some((each) => each.id === id)) continue
    for (const { highlight } of await store.read.highlightsOfTheme(open.project.id, theme.id)) {
      const { start, end } = highlight.passage
      const there = within.get(highlight.document)
      if (there) there.push({ start, end })
      else within.set(highlight.document, [{ start, end }])
    }
  }
  return within
}

async function besideTexts(store: Store, open: OpenProject, { also = [] }: SearchScope): Promise<BesideText[]> {
  const notes = also.includes('notes') ? await store.read.notes(open.project.id) : []
  const titles = new Map(open.documents.map(({ id, title }) => [id, title]))
  const titleOf = ({ kind, id }: (typeof notes)[number]['about']): string =>
    (kind === 'document' ? titles.get(id) : kind === 'theme' ? open.themesById.get(id)?.name : undefined) ?? ''
  const themes = also.includes('themes') ? open.themes : []
  return [
    ...notes.map(({ id, about, text }) => ({ kind: 'note' as const, id, title: titleOf(about), text })),
    ...themes.map(({ id, name, description, inclusion, exclusion }) => ({
      kind: 'theme' as const,
      id,
      title: name,
      text: [name, description, inclusion, exclusion].filter((each) => each).join('\n'),
    })),
  ]
}

/** The question that is asked for what is looked for, as the project is now. Throws a ProblemError for a query that cannot be read. */
export async function questionOf(
  sought: Sought,
  store: Store,
  open: OpenProject,
  groups: readonly DocumentGroup[],
  live: readonly LivePassages[],
): Promise<Question> {
  const { scope, exact, cased, wholeWords } = sought
  const query = parseQuery(sought.typed)
  const documents = documentsIn(scope, open.documents, groups)
  const within = scope.theme === undefined ? undefined : await taggedWith(store, open, live, scope.theme)
  const beside = await besideTexts(store, open, scope)
  return {
    query,
    options: { script: !exact, width: !exact, quotes: !exact, case: !cased, wholeWords },
    ...(documents && { documents }),
    ...(within && { within }),
    ...(scope.also?.includes('debris') && { debris: true }),
    ...(scope.also?.includes('metadata') && { metadata: true }),
    ...(beside.length > 0 && { beside }),
  }
}
