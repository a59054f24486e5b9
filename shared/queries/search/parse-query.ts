import { ProblemError } from '../../result'
import type { NearUnit, SearchQuery } from './query'

type Token =
  | { readonly kind: 'operand'; readonly query: SearchQuery }
  | { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' }
  | { readonly kind: 'near'; readonly within: number; readonly unit: NearUnit }

/** How far apart words are for NEAR without a number, in characters. */
const NEAR = 10
/** Deeper than this nobody nests a query. */
const DEEPEST = 100

const UNITS: Readonly<Record<string, NearUnit>> = { '': 'characters', s: 'sentences', p: 'paragraphs' }

/**
 * Reads a query as it is typed: words as they stand (`高质量发展`, `"two words"`), `AND` (or a space), `OR`, `NOT` (or
 * `-`), parentheses, `NEAR/5` (characters), `NEAR/1s` (sentences), `NEAR/1p` (paragraphs), `?` for one character, `*` for
 * any number up to a stop, and `/…/` for a regular expression. `\` takes its meaning from the sign after it. Full-width
 * parentheses and Chinese quotation marks work as well. NEAR binds tightest, then NOT, AND, OR.
 * Throws a ProblemError that says where what was expected.
 */
export function parseQuery(typed: string): SearchQuery {
  const tokens = tokensOf(typed)
  let at = 0
  let depth = 0
  const refuse = (): never => {
    throw new ProblemError({ key: 'search.notUnderstood', params: { typed } })
  }

  const either = (): SearchQuery => {
    const any = [both()]
    while (tokens[at]?.kind === 'or') {
      at++
      any.push(both())
    }
    return any.length === 1 ? (any[0] as SearchQuery) : { kind: 'or', any }
  }
  const both = (): SearchQuery => {
    const all = [negated()]
    for (let next = tokens[at]?.kind; next && next !== 'or' && next !== 'close'; next = tokens[at]?.kind) {
      if (next === 'and') at++
      all.push(negated())
    }
    return all.length === 1 ? (all[0] as SearchQuery) : { kind: 'and', all }
  }
  const negated = (): SearchQuery => {
    if (tokens[at]?.kind !== 'not') return near()
    at++
    return { kind: 'not', of: deeper(negated) }
  }
  const near = (): SearchQuery => {
    let one = operand()
    for (let token = tokens[at]; token?.kind === 'near'; token = tokens[at]) {
      at++
      one = { kind: 'near', one, other: operand(), within: token.within, unit: token.unit }
    }
    return one
  }
  const operand = (): SearchQuery => {
    const token = tokens[at++]
    if (token?.kind === 'operand') return token.query
    if (token?.kind !== 'open') return refuse()
    const inside = deeper(either)
    if (tokens[at++]?.kind !== 'close') refuse()
    return inside
  }
  const deeper = (read: () => SearchQuery): SearchQuery => {
    if (++depth > DEEPEST) refuse()
    const query = read()
    depth--
    return query
  }

  const query = either()
  return at === tokens.length ? query : refuse()
}

const SIGNS: Readonly<Record<string, 'open' | 'close' | 'not'>> = {
  '(': 'open',
  '（': 'open',
  ')': 'close',
  '）': 'close',
}
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』', '＂': '＂' }

function tokensOf(typed: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  const until = (end: string): string => {
    let text = ''
    for (; at < typed.length && typed[at] !== end; at++) {
      if (typed[at] === '\\' && at + 1 < typed.length) text += typed[at++]
      text += typed[at]
    }
    if (at >= typed.length) throw new ProblemError({ key: 'search.unclosed', params: { typed, sign: end } })
    at++
    return text
  }
  while (at < typed.length) {
    const sign = typed[at] as string
    if (/\s/.test(sign)) at++
    else if (SIGNS[sign]) {
      tokens.push({ kind: SIGNS[sign] })
      at++
    } else if (QUOTES[sign]) {
      at++
      const words = until(QUOTES[sign])
      if (words.trim() !== '') tokens.push({ kind: 'operand', query: wordsOf(words) })
    } else if (sign === '/') {
      at++
      const source = until('/').replace(/\\\//g, '/')
      if (source !== '') tokens.push({ kind: 'operand', query: { kind: 'regex', source } })
    } else if (sign === '-' && /\S/.test(typed[at + 1] ?? ' ')) {
      tokens.push({ kind: 'not' })
      at++
    } else {
      const word = /^(?:\\[\s\S]|[^\s()（）"“「『＂\\]|\\$)+/.exec(typed.slice(at))?.[0] ?? sign
      at += word.length
      tokens.push(operatorOf(word) ?? { kind: 'operand', query: wordsOf(word) })
    }
  }
  if (tokens.length === 0) throw new ProblemError({ key: 'search.empty' })
  return tokens
}

function operatorOf(word: string): Token | undefined {
  if (word === 'AND' || word === '&&') return { kind: 'and' }
  if (word === 'OR' || word === '||') return { kind: 'or' }
  if (word === 'NOT') return { kind: 'not' }
  const near = /^NEAR(?:\/(\d{1,6})([sp]?))?$/.exec(word)
  return near ? { kind: 'near', within: Number(near[1] ?? NEAR), unit: UNITS[near[2] ?? ''] as NearUnit } : undefined
}

/** Words as they stand, or with gaps where they hold a sign that no backslash stands before. */
function wordsOf(written: string): SearchQuery {
  const plain = written.replace(/\\([\s\S])/g, '$1')
  if (!/[*?]/.test(written.replace(/\\[\s\S]/g, ''))) return { kind: 'phrase', text: plain }
  const text = written.replace(/\\([\s\S])/g, (whole, sign: string) => ('*?\\'.includes(sign) ? whole : sign))
  return { kind: 'wildcard', text }
}
