import type { MessageKey } from '../../messages/keys'
import { ProblemError } from '../../result'

/** A part of a typed query. `at` is the UTF-16 offset at which it begins, `end` that at which it ends, exclusive. */
export type Token = { readonly at: number; readonly end: number } & (
  | { readonly kind: 'word' | 'quoted'; readonly text: string }
  | { readonly kind: 'sign'; readonly text: '(' | ')' | ':' | '+' | '#' | '=' | '<' | '<=' | '>' | '>=' | '~' }
)

/** Where an offset is, as one counts: from 1, in characters. */
export const place = (typed: string, offset: number): number => [...typed.slice(0, offset)].length + 1

/** The error that something is wrong at an offset of what was typed. */
export const wrong = (
  key: MessageKey,
  typed: string,
  offset: number,
  params: Readonly<Record<string, string | number>> = {},
): ProblemError => new ProblemError({ key, params: { typed, at: place(typed, offset), ...params } })

const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '「': '」', '『': '』', '＂': '＂' }
const SIGN = /[()（）:：+＋#＃~～]|[<>＜＞][=＝]?|[=＝≤≥]/y
const PLAIN: Readonly<Record<string, string>> = {
  '（': '(',
  '）': ')',
  '：': ':',
  '＋': '+',
  '＃': '#',
  '～': '~',
  '＜': '<',
  '＞': '>',
  '＝': '=',
  '≤': '<=',
  '≥': '>=',
}
const WORD = /[^\s()（）:：+＋#＃~～<>＜＞=＝≤≥"“「『＂]+/y

function match(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at
  return expression.exec(text)?.[0]
}

/** The parts of what was typed. Full-width signs and Chinese quotation marks work as well. Throws where a quotation has no end. */
export function tokensOf(typed: string): Token[] {
  const tokens: Token[] = []
  for (let at = 0; at < typed.length; ) {
    const first = typed[at] as string
    if (/\s/.test(first)) {
      at++
      continue
    }
    const close = QUOTES[first]
    const sign = match(SIGN, typed, at)
    const begin = at
    if (close) {
      let text = ''
      for (at++; at < typed.length && typed[at] !== close; at++) {
        if (typed[at] === '\\' && at + 1 < typed.length) at++
        text += typed[at]
      }
      if (at >= typed.length) throw wrong('query.unclosed', typed, begin, { sign: close })
      at++
      tokens.push({ kind: 'quoted', text, at: begin, end: at })
    } else if (sign) {
      at += sign.length
      const text = [...sign].map((each) => PLAIN[each] ?? each).join('') as '='
      tokens.push({ kind: 'sign', text, at: begin, end: at })
    } else {
      const text = match(WORD, typed, at) ?? first
      at += text.length
      tokens.push({ kind: 'word', text, at: begin, end: at })
    }
  }
  return tokens
}
