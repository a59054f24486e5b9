/** What a part of a regular expression says about the work it can make. */
interface Part {
  /** In how many ways, at most, it can match from one place; infinite where that grows with every repetition. */
  readonly ways: number
}

interface Reader {
  readonly source: string
  /** What an unbounded repetition counts as: the length of the text it may run over. */
  readonly reach: number
  at: number
}

/** The bounds of the quantifier at the reader's place, which is passed over; null where there is none. */
function quantifier(reader: Reader): { least: number; most: number } | null {
  const [found, sign, least, comma, most] =
    /^(?:([*+?])|\{(\d+)(,(\d*))?\})\??/.exec(reader.source.slice(reader.at, reader.at + 40)) ?? []
  if (found === undefined) return null
  reader.at += found.length
  if (sign === '*') return { least: 0, most: reader.reach }
  if (sign === '+') return { least: 1, most: reader.reach }
  if (sign === '?') return { least: 0, most: 1 }
  return { least: Number(least), most: comma ? (most ? Number(most) : reader.reach) : Number(least) }
}

/** Passes over one atom: an escape, a class, a group or a character. */
function atom(reader: Reader): Part {
  const { source } = reader
  const sign = source.charAt(reader.at)
  if (sign === '\\') {
    reader.at += /^\\(?:[pPu]\{[^}]*\}|k<[^>]*>|.)/su.exec(source.slice(reader.at))?.[0].length ?? 1
    return { ways: 1 }
  }
  if (sign === '[') {
    reader.at += /^\[(?:\\.|[^\]\\])*\]/su.exec(source.slice(reader.at))?.[0].length ?? 1
    return { ways: 1 }
  }
  if (sign === '(') {
    reader.at += /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/u.exec(source.slice(reader.at))?.[0].length ?? 1
    const inner = alternatives(reader)
    reader.at += 1
    return inner
  }
  reader.at += 1
  return { ways: 1 }
}

/** One alternative: the ways of its parts, multiplied, and the plain character it begins with, if it does. */
function sequence(reader: Reader): Part & { readonly head: string | null } {
  let ways = 1
  let head: string | null = null
  const from = reader.at
  while (reader.at < reader.source.length && !'|)'.includes(reader.source.charAt(reader.at))) {
    const first = reader.at === from
    const start = reader.at
    const part = atom(reader)
    const times = quantifier(reader)
    if (first && (times?.least ?? 1) > 0 && !'\\[(.^$'.includes(reader.source.charAt(start))) {
      head = reader.source.charAt(start)
    }
    if (!times) {
      ways *= part.ways
    } else if (part.ways > 1 && times.most >= reader.reach) {
      ways = Number.POSITIVE_INFINITY
    } else {
      ways *= part.ways ** times.most * Math.max(1, times.most - times.least + 1)
    }
  }
  return { ways, head }
}

/** Alternatives up to a closing bracket. Those that begin with different characters exclude each other. */
function alternatives(reader: Reader): Part {
  const all = [sequence(reader)]
  while (reader.source.charAt(reader.at) === '|') {
    reader.at += 1
    all.push(sequence(reader))
  }
  const heads = new Set(all.map(({ head }) => head))
  const most = Math.max(...all.map(({ ways }) => ways))
  const apart = all.length === 1 || (heads.size === all.length && !heads.has(null))
  return { ways: apart ? most : most * all.length }
}

/**
 * In how many ways, at most, a valid regular expression can be tried from one place of a text of `reach` UTF-16 units:
 * an upper bound on the steps that a backtracking engine takes there. It is infinite where a repetition holds another
 * one, or alternatives that begin alike, for that is what makes an expression run for ever.
 */
export const expressionCost = (source: string, reach: number): number =>
  alternatives({ source, reach: Math.max(2, reach), at: 0 }).ways
