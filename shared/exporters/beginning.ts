import { type Block, blockStarts } from '../model/document'
import type { DocumentId } from '../model/ids'
import type { ProjectSnapshot } from './exporter'
import { passagesIn, type Scopable, type Scope } from './scope'

/** No beginning is made of more than this: what it is shown for is one page. */
const MOST_DOCUMENTS = 12
const MOST_PASSAGES = 60
/** In UTF-16 units, of all texts together. */
const MOST_TEXT = 30_000

/** Which documents the beginning of an export is made of. */
export interface Beginning {
  readonly documents: readonly DocumentId[]
  /** Whether that is everything that is in the scope. */
  readonly isAll: boolean
}

/**
 * The documents, in their order, that give an export enough to begin with. `withText`: the documents themselves go out,
 * so that the first ones are taken whether or not they have passages in the scope.
 */
export function beginningOf(
  order: readonly DocumentId[],
  project: Scopable,
  scope: Scope,
  withText: boolean,
): Beginning {
  const counts = new Map<DocumentId, number>()
  for (const { document } of passagesIn(project, scope).highlights)
    counts.set(document, (counts.get(document) ?? 0) + 1)
  const chosen = scope.documents && new Set(scope.documents)
  const wanted = order.filter((id) => chosen === undefined || chosen.has(id))
  const spoken = wanted.filter((id) => counts.has(id))
  const from = withText || spoken.length === 0 ? wanted : spoken
  const documents: DocumentId[] = []
  let passages = 0
  for (const id of from) {
    if (documents.length === MOST_DOCUMENTS || passages >= MOST_PASSAGES) break
    documents.push(id)
    passages += counts.get(id) ?? 0
  }
  return { documents, isAll: documents.length === from.length && passages <= MOST_PASSAGES }
}

/**
 * The snapshot with only the first of its passages, and, where the documents themselves go out (`withText`), only the
 * beginnings of their texts. What is left is whole in itself; `isAll` where nothing is left out.
 */
export function beginning(snapshot: ProjectSnapshot, withText: boolean): { part: ProjectSnapshot; isAll: boolean } {
  const texts = withText ? cutTexts(snapshot) : null
  const ends = texts?.ends
  const order = new Map(snapshot.documents.map(({ id }, at) => [id, at]))
  const highlights = snapshot.highlights
    .filter(({ document, passage }) => ends === undefined || passage.end <= (ends.get(document) ?? 0))
    .toSorted(
      (a, b) => (order.get(a.document) ?? 0) - (order.get(b.document) ?? 0) || a.passage.start - b.passage.start,
    )
    .slice(0, MOST_PASSAGES)
  const isAll = highlights.length === snapshot.highlights.length && (texts === null || texts.isAll)
  if (isAll) return { part: snapshot, isAll }
  const there = new Set(highlights.map(({ id }) => id))
  const part = {
    ...snapshot,
    ...(texts && { contents: texts.contents }),
    highlights,
    taggings: snapshot.taggings.filter(({ highlight }) => there.has(highlight)),
    links: (snapshot.links ?? []).filter(({ from, to }) => there.has(from) && there.has(to)),
    notes: snapshot.notes.filter(({ about }) => about.kind !== 'highlight' || there.has(about.id)),
  }
  return { part, isAll }
}

/** The contents cut off at a block's end, and where that is in each document's text. */
function cutTexts({ documents, contents }: ProjectSnapshot) {
  const ends = new Map<DocumentId, number>()
  const byId = new Map(contents.map((content) => [content.id, content]))
  const cut = new Map(byId)
  let room = MOST_TEXT
  let isAll = true
  for (const { id, content } of documents) {
    const whole = byId.get(content)
    if (!whole) continue
    const blocks = fitting(whole.blocks, room)
    const starts = blockStarts(blocks)
    const last = blocks.at(-1)
    const end = last ? (starts.at(-1) ?? 0) + last.text.length : 0
    ends.set(id, end)
    room -= end
    isAll &&= blocks.length === whole.blocks.length
    cut.set(content, { ...whole, blocks })
  }
  return { ends, contents: [...cut.values()], isAll }
}

/** The first blocks, one at least, as far as there is room for them. */
function fitting(blocks: readonly Block[], room: number): readonly Block[] {
  let length = 0
  const end = blocks.findIndex(({ text }, at) => {
    length += text.length + 1
    return at > 0 && length > room
  })
  return end < 0 ? blocks : blocks.slice(0, end)
}
