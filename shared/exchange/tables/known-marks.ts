import type { ProjectSnapshot } from '../../exporters/exporter'
import { type GivenTheme, type MarkedPassage, markedProject } from '../../exporters/marked-documents'
import type { Highlight } from '../../model/highlight'
import type { Id } from '../../model/ids'
import type { ForeignAnnotation, ForeignTagging } from '../annotations/annotation'
import type { TableMark, TableTagging } from './marks'
import type { PlacedMark } from './placed-marks'

const keyOf = (document: Id, { lost, passage }: Pick<Highlight, 'lost' | 'passage'>): string =>
  lost === undefined ? `${document} ${passage.start} ${passage.end}` : `${document} lost ${passage.quote}`

const isSame = (each: GivenTheme, { path, coder }: TableTagging): boolean =>
  each.path === path && (coder === undefined || each.coder === coder)

/**
 * Passages of a table as annotations, with the ids of what the project has already: tables have none. A highlight is met
 * again at its place, a tagging by its theme and coder there, and notes where they say the same.
 */
export function knownMarks(marks: readonly PlacedMark[], into: ProjectSnapshot): ForeignAnnotation[] {
  const known = new Map<string, MarkedPassage[]>()
  for (const { document, passages } of markedProject(into).documents) {
    for (const passage of passages) {
      const key = keyOf(document.id, passage.highlight)
      known.set(key, [...(known.get(key) ?? []), passage])
    }
  }
  const seen = new Set<Id>()
  const annotations = new Map<string, ForeignAnnotation>()
  for (const placed of marks) {
    const { mark, document } = placed
    const { passage: found, state } = placed.placed
    const asLost = keyOf(document.id, { passage: { ...found, quote: mark.row.quote }, lost: 0 })
    const place =
      state === 'lost' || (mark.isLost && known.has(asLost)) ? asLost : keyOf(document.id, { passage: found })
    for (const { passage, taggings } of shares(mark, known.get(place) ?? [], seen)) {
      const iri = passage?.highlight.id ?? freeIri(`csv ${place}`, annotations)
      if (passage) seen.add(passage.highlight.id)
      const before = annotations.get(iri)
      const made = annotationOf(iri, placed, passage, taggings, seen)
      annotations.set(iri, before ? { ...before, taggings: [...before.taggings, ...made.taggings] } : made)
    }
  }
  return [...annotations.values()]
}

function freeIri(iri: string, taken: ReadonlyMap<string, unknown>): string {
  let free = iri
  for (let number = 2; taken.has(free); number += 1) free = `${iri} ${number}`
  return free
}

interface Share {
  /** The highlight that is meant; absent for a new one. */
  readonly passage?: MarkedPassage
  readonly taggings: readonly TableTagging[]
}

/** Which of the highlights at a place a passage of the table is: of several, each has the taggings that are its own. */
function shares(mark: TableMark, there: readonly MarkedPassage[], seen: ReadonlySet<Id>): Share[] {
  const free = there.filter(({ highlight }) => !seen.has(highlight.id))
  if (mark.isWhole) {
    const [passage] = free.toSorted((a, b) => likeness(mark, b) - likeness(mark, a))
    return [{ ...(passage && { passage }), taggings: mark.taggings }]
  }
  const hasNote = ({ notes }: MarkedPassage): number => Number(wordsOf(notes) === mark.row.note.trim())
  const likeliest = there.toSorted((a, b) => hasNote(b) - hasNote(a))
  const owners = mark.taggings.map((tagging) =>
    likeliest.find(({ given }) => given.some((each) => isSame(each, tagging) && !seen.has(each.tagging.id))),
  )
  const owned = [...new Set(owners)].flatMap((passage): Share[] =>
    passage ? [{ passage, taggings: mark.taggings.filter((_, at) => owners[at] === passage) }] : [],
  )
  const others = mark.taggings.filter((_, at) => !owners[at])
  const [first, ...rest] = owned
  if (first) return [{ ...first, taggings: [...first.taggings, ...others] }, ...rest]
  const passage = likeliest.find((each) => free.includes(each)) ?? likeliest[0]
  return [{ ...(passage && { passage }), taggings: mark.taggings }]
}

/** How much of a whole passage a highlight has: its themes above all, then its coder, its notes, its star and weight. */
function likeness({ taggings, row }: TableMark, { given, coder, highlight, notes }: MarkedPassage): number {
  const paths = new Set(given.map(({ path }) => path))
  const hasAll = paths.size === taggings.length && taggings.every(({ path }) => paths.has(path))
  const isLike = highlight.star === (row.star || undefined) && highlight.weight === row.weight
  return (
    8 * Number(hasAll) +
    4 * Number(coder === row.coder) +
    2 * Number(wordsOf(notes) === row.note.trim()) +
    Number(isLike)
  )
}

const wordsOf = (notes: MarkedPassage['notes']): string => notes.map(({ text }) => text.trim()).join('\n\n')

function annotationOf(
  iri: string,
  { mark, document, placed }: PlacedMark,
  passage: MarkedPassage | undefined,
  taggings: readonly TableTagging[],
  seen: Set<Id>,
): ForeignAnnotation {
  const { coder, time, note, star, weight } = mark.row
  const name = (words: string) => (words.trim() === '' ? {} : { coder: { name: words } })
  const said = passage && wordsOf(passage.notes)
  return {
    iri,
    source: { iri: document.id, urls: [], title: document.title },
    place: placed.state === 'lost' ? { ...mark.place, start: null, end: null } : mark.place,
    ...name(coder),
    ...(time !== undefined && { created: time }),
    ...(star && { star: true }),
    ...(weight && { weight }),
    taggings: taggings.flatMap((each): ForeignTagging[] => {
      const same = passage?.given.filter((given) => isSame(given, each)) ?? []
      const own = same.find(({ tagging }) => !seen.has(tagging.id))
      if (own) seen.add(own.tagging.id)
      // A theme that is there and whose giver is not told stays as it is.
      if (same.length > 0 && (!own || each.coder === undefined)) return []
      return [
        {
          ...(own && { iri: own.tagging.id, theme: own.theme.id }),
          path: each.path.split(' / '),
          ...name(each.coder ?? coder),
          ...(each.time !== undefined && { created: each.time }),
        },
      ]
    }),
    notes: note.trim() === '' || note.trim() === said ? [] : [{ text: note }],
  }
}
