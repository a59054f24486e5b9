import { type Location, locateAll } from '../../anchoring/locate'
import { codePointIndex } from '../../model/code-points'
import { CONTEXT_LENGTH, type Passage, passageOf } from '../../model/passage'
import type { ForeignPlace } from './annotation'
import { squash, squashed } from './squashed'

/** A passage that was looked for. */
export interface Placed {
  /** Of a lost one: its words, where it may have stood. */
  readonly passage: Passage
  /** *changed*: it stands there in other words; see `Location`. */
  readonly state: 'found' | 'changed' | 'lost'
}

/** The words of a passage of which none are known. */
const UNKNOWN = '…'

/**
 * Where the places are in `text`. A position is believed where the quote stands there, counted in code points as the
 * standards say or in UTF-16 units as browsers do, or where there is no quote. Else the quote is looked for, at last
 * without regard to white space, which pages and the texts made of them have differently.
 */
export function placedIn(text: string, places: readonly ForeignPlace[]): Placed[] {
  const points = codePointIndex(text)
  const at = places.map((place) => positionIn(text, points, place))
  locateRest(at, places, text, (words) => words, { text, offset: (offset) => offset })
  if (places.some(({ exact }, number) => exact && !isFound(at[number])))
    locateRest(at, places, text, squash, squashed(text))
  return places.map((place, number): Placed => {
    const location = at[number]
    if (!location || location.state === 'lost') return { passage: lostPassage(place), state: 'lost' }
    const state = location.state === 'changed' ? 'changed' : 'found'
    return { passage: passageOf(text, location.start, location.end), state }
  })
}

const isFound = (location: Location | undefined): boolean => location?.state === 'exact' || location?.state === 'moved'

function positionIn(
  text: string,
  points: ReturnType<typeof codePointIndex>,
  { exact, start, end }: ForeignPlace,
): Location | undefined {
  if (start === null || end === null || start >= end) return undefined
  if (end <= points.length) {
    const [from, to] = [points.offset(start), points.offset(end)]
    if (exact === null || text.slice(from, to) === exact) return { state: 'exact', start: from, end: to }
  }
  return exact && text.slice(start, end) === exact ? { state: 'exact', start, end } : undefined
}

/** Looks for those that were not found yet in a text that is `text` in another form. */
function locateRest(
  found: (Location | undefined)[],
  places: readonly ForeignPlace[],
  whole: string,
  form: (words: string) => string,
  { text, offset }: { readonly text: string; offset(at: number): number },
): void {
  const asked = places.flatMap(({ exact }, number) =>
    form(exact ?? '') === '' || isFound(found[number]) ? [] : [number],
  )
  const passages = asked.map((number) => {
    const { exact, prefix, suffix, start } = places[number] as ForeignPlace
    const quote = form(exact as string)
    const from = start === null || start > whole.length ? -1 : start
    return {
      ...{ start: from, end: from + quote.length, quote },
      prefix: form(prefix ?? '').slice(-CONTEXT_LENGTH),
      suffix: form(suffix ?? '').slice(0, CONTEXT_LENGTH),
    }
  })
  locateAll(passages, text).forEach((location, index) => {
    const number = asked[index] as number
    if (location.state === 'lost') return
    if (location.state === 'changed' && found[number]) return
    const [start, end] = [offset(location.start), offset(location.end)]
    if (start < end) found[number] = { ...location, start, end }
  })
}

/** The passage of a place that is nowhere. */
export function lostPassage({ exact, prefix, suffix, start }: ForeignPlace): Passage {
  const quote = exact || UNKNOWN
  const from = Math.min(start ?? 0, Number.MAX_SAFE_INTEGER - quote.length)
  return {
    ...{ start: from, end: from + quote.length, quote },
    prefix: (prefix ?? '').slice(-CONTEXT_LENGTH),
    suffix: (suffix ?? '').slice(0, CONTEXT_LENGTH),
  }
}
