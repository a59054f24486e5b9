import {
  type AnnotationQuery,
  allOf,
  COMPARISONS,
  type Comparison,
  DOCUMENT_FIELDS,
  type DocumentField,
  isDistant,
  RELATIONS,
  type Relation,
} from '../../model/annotation-query'
import type { Id } from '../../model/ids'
import type { NearUnit } from '../search/query'
import { NAMED, type NamedKind, type QueryNames } from './names'
import { type Token, tokensOf, wrong } from './tokens'

/** Deeper than this nobody nests a query. */
const DEEPEST = 100
/** How far BEFORE and AFTER reach without a number, in characters. */
const NEAR = 100

const UNITS: Readonly<Record<string, NearUnit>> = { '': 'characters', s: 'sentences', p: 'paragraphs' }
const RELATION = new RegExp(`^(${RELATIONS.join('|').toUpperCase()})(?:/(\\d{1,9})([sp]?))?$`)

/**
 * Reads a query over passages as it is typed:
 *
 *     theme:"经济 / 增长"+ AND NOT star          a theme with those below it, and no star
 *     theme:甲 OVERLAPS theme:乙                 also SAME, INSIDE, AROUND
 *     theme:甲 BEFORE/50 theme:乙                followed within 50 characters; /1s sentences, /0p paragraphs; also AFTER
 *     group:"报 / 日报" attribute:"版面"=1 date>=2021-03 source~日报 coder:"甲" weight>=3 words:"发展" note:"问" untagged all
 *
 * A space is AND; a relation is said of what stands before it in the same AND; words alone are words in the passage. NOT
 * and relations bind tightest, then AND, OR. Names are found by `names`; `#` stands before an id.
 * Throws a ProblemError that says at which character what was expected.
 */
export function parseAnnotationQuery(typed: string, names: QueryNames): AnnotationQuery {
  return new Reading(typed, names).whole()
}

class Reading {
  private readonly tokens: readonly Token[]
  private at = 0
  private depth = 0

  constructor(
    private readonly typed: string,
    private readonly names: QueryNames,
  ) {
    this.tokens = tokensOf(typed)
  }

  whole(): AnnotationQuery {
    if (this.tokens.length === 0) throw wrong('query.empty', this.typed, 0)
    const query = this.either()
    if (this.token) throw this.unexpected()
    return query
  }

  private get token(): Token | undefined {
    return this.tokens[this.at]
  }

  private isWord(...words: readonly string[]): boolean {
    return this.token?.kind === 'word' && words.includes(this.token.text)
  }

  private isSign(text: string): boolean {
    return this.token?.kind === 'sign' && this.token.text === text
  }

  private unexpected(): Error {
    const token = this.token
    if (!token) return wrong('query.unfinished', this.typed, this.typed.length)
    return wrong('query.unexpected', this.typed, token.at, { found: this.typed.slice(token.at, token.end) })
  }

  private deeper<T>(read: () => T): T {
    if (++this.depth > DEEPEST) throw wrong('query.tooDeep', this.typed, this.token?.at ?? this.typed.length)
    const made = read()
    this.depth--
    return made
  }

  private either(): AnnotationQuery {
    const any = [this.both()]
    while (this.isWord('OR', '||')) {
      this.at++
      any.push(this.both())
    }
    return any.length === 1 ? (any[0] as AnnotationQuery) : { kind: 'or', any }
  }

  private both(): AnnotationQuery {
    const all = [this.prefixed()]
    while (this.token && !this.isWord('OR', '||') && !this.isSign(')')) {
      if (this.isWord('AND', '&&')) this.at++
      all.push(this.prefixed())
    }
    return allOf(all)
  }

  private prefixed(): AnnotationQuery {
    if (this.isWord('NOT')) {
      this.at++
      return { kind: 'not', of: this.deeper(() => this.prefixed()) }
    }
    const found = this.token?.kind === 'word' ? RELATION.exec(this.token.text) : null
    if (!found) return this.operand()
    const relation = found[1]?.toLowerCase() as Relation
    if (found[2] !== undefined && !isDistant(relation)) throw this.unexpected()
    this.at++
    const to = this.deeper(() => this.prefixed())
    const within = isDistant(relation) ? Number(found[2] ?? NEAR) : 0
    return { kind: 'relation', relation, to, within, unit: UNITS[found[3] ?? ''] as NearUnit }
  }

  private operand(): AnnotationQuery {
    const token = this.token
    if (this.isSign('(')) {
      this.at++
      const inside = this.deeper(() => this.either())
      if (!this.isSign(')'))
        throw token ? wrong('query.unclosed', this.typed, token.at, { sign: ')' }) : this.unexpected()
      this.at++
      return inside
    }
    if (token?.kind === 'quoted') {
      this.at++
      return { kind: 'words', words: token.text }
    }
    if (token?.kind !== 'word' || this.isWord('AND', '&&', 'OR', '||')) throw this.unexpected()
    this.at++
    if (token.text === 'all' || token.text === 'star' || token.text === 'untagged') return { kind: token.text }
    return this.isSign(':') || this.comparison() ? this.asked(token) : { kind: 'words', words: token.text }
  }

  /** What stands after the name of a question: `theme:`, `date>=`. */
  private asked({ text, at }: Token): AnnotationQuery {
    const kind = NAMED.find((each) => each === text)
    const field = DOCUMENT_FIELDS.find((each) => each === text)
    if (this.isSign(':')) {
      if (kind) {
        this.at++
        return this.naming(kind)
      }
      if (text === 'words' || text === 'note') {
        this.at++
        return { kind: text, words: this.value() }
      }
      if (text === 'weight' || field) throw this.unexpected()
    } else if (text === 'weight') return this.weighing()
    else if (field) return this.field(field)
    else if (kind || text === 'words' || text === 'note') throw this.unexpected()
    throw wrong('query.unknownField', this.typed, at, { found: text })
  }

  private naming(kind: NamedKind): AnnotationQuery {
    const id = this.record(kind)
    switch (kind) {
      case 'theme': {
        const below = this.isSign('+')
        if (below) this.at++
        return { kind, theme: id, below }
      }
      case 'document':
        return { kind, document: id }
      case 'group':
        return { kind, group: id }
      case 'coder':
        return { kind, coder: id }
      case 'attribute':
        return { kind, attribute: id, test: this.compared(), value: this.value() }
    }
  }

  private field(field: DocumentField): AnnotationQuery {
    return { kind: 'field', field, test: this.compared(), value: this.value() }
  }

  private weighing(): AnnotationQuery {
    const test = this.comparison()
    if (!test || test === '~') throw this.unexpected()
    this.at++
    const { token } = this
    const value = this.value()
    if (!/^[1-5]$/.test(value)) throw wrong('query.noWeight', this.typed, token?.at ?? 0, { found: value })
    return { kind: 'weight', test, value: Number(value) }
  }

  private comparison(): Comparison | undefined {
    const { token } = this
    return token?.kind === 'sign' ? COMPARISONS.find((each) => each === token.text) : undefined
  }

  private compared(): Comparison {
    const test = this.comparison()
    if (!test) throw this.unexpected()
    this.at++
    return test
  }

  private value(): string {
    const { token } = this
    if (token?.kind !== 'quoted' && token?.kind !== 'word') throw this.unexpected()
    this.at++
    return token.text
  }

  private record(kind: NamedKind): Id {
    const byId = this.isSign('#')
    if (byId) this.at++
    const at = this.token?.at ?? this.typed.length
    const written = this.value()
    if (byId) return written
    const found = this.names.find(kind, written)
    if (found === undefined) throw wrong(`query.unknown.${kind}`, this.typed, at, { name: written })
    if (found === 'several') throw wrong('query.ambiguous', this.typed, at, { name: written })
    return found
  }
}
