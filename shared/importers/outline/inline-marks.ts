import { NOUNS, type Numbering } from './numbering'
import { CHINESE, chineseNumber, wordNumber } from './numerals'

/** A sign of order inside a paragraph: 一是, 首先, Second. */
export interface InlineMark extends Numbering {
  /** The UTF-16 offset in the paragraph's text. */
  readonly at: number
  /** How sure its family is to order what is said, 0 to 1, where a whole sequence of it stands. */
  readonly certainty: number
}

/** Number of the last of a sequence, whichever it is (最后, finally). */
export const LAST = Number.POSITIVE_INFINITY

const C = `[${CHINESE}]{1,3}`
const KOREAN = ['첫째', '둘째', '셋째', '넷째', '다섯째', '여섯째', '일곱째', '여덟째', '아홉째', '열째']

interface Kind {
  readonly pattern: RegExp
  /** What it stands at the beginning of; a clause unless it says otherwise. */
  readonly begins?: 'sentence' | 'clauseInside'
  /** The family is this, with `$2` as the second group has it. */
  readonly family: string
  readonly certainty: number
  readonly value: (sign: string) => number | undefined
}

const connective = (first: string, second: string, third: string, last: string) => (sign: string) =>
  [first, second, third].findIndex((each) => new RegExp(`^(?:${each})$`, 'iu').test(sign)) + 1 ||
  (new RegExp(`^(?:${last})$`, 'iu').test(sign) ? LAST : undefined)

const KINDS: readonly Kind[] = [
  { pattern: new RegExp(`(${C})([是要])`, 'g'), family: '一$2', certainty: 0.8, value: chineseNumber },
  { pattern: new RegExp(`(${C})([抓靠看])`, 'g'), family: '一$2', certainty: 0.6, value: chineseNumber },
  {
    pattern: new RegExp(`第(${C})(?:[，,、：:]|是)`, 'g'),
    family: '第一',
    certainty: 0.7,
    value: chineseNumber,
  },
  { pattern: new RegExp(`第(${C})に[、は]?`, 'g'), family: '第一に', certainty: 0.7, value: chineseNumber },
  {
    pattern: new RegExp(`第(${C})(${NOUNS})[，,：:、是]`, 'g'),
    family: '第$2',
    begins: 'clauseInside',
    certainty: 0.7,
    value: chineseNumber,
  },
  { pattern: new RegExp(`其(${C})[，,、：:是]`, 'g'), family: '其一', certainty: 0.7, value: chineseNumber },
  {
    pattern: /(首先|其次|再次|再者|最后|最後)(?:[，,：:是要])/g,
    family: '首先',
    begins: 'sentence',
    certainty: 0.5,
    value: connective('首先', '其次', '再次|再者', '最后|最後'),
  },
  {
    pattern: /(まず|次に|さらに|最後に)、?/g,
    family: 'まず',
    begins: 'sentence',
    certainty: 0.4,
    value: connective('まず', '次に', 'さらに', '最後に'),
  },
  {
    pattern: /(First|Second|Third|Fourth|Fifth|Sixth|Finally|Last)(?:ly)?(?: of all)?[,:]\s/g,
    family: 'First',
    begins: 'sentence',
    certainty: 0.5,
    value: (word) => (/^(?:finally|final|last)$/i.test(word) ? LAST : wordNumber(word)),
  },
  {
    pattern: new RegExp(`(${KOREAN.join('|')})[,，]\\s*`, 'g'),
    family: '첫째',
    begins: 'sentence',
    certainty: 0.7,
    value: (word) => KOREAN.indexOf(word) + 1,
  },
]

/** No letter stands before a clause, so that 十一是 is not 一是, and 分为三是 is none. Looking behind in the patterns is slow. */
const beginsClause = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}\udc00-\udfff]/u.test(text[at - 1] as string)
const BEGINS = {
  clause: beginsClause,
  clauseInside: (text: string, at: number) => at > 0 && beginsClause(text, at),
  sentence: (text: string, at: number) =>
    /[。！？!?；;：:.\n][”’」』"]?[\s\u3000]*$/u.test((at < 5 ? '\n' : '') + text.slice(Math.max(0, at - 4), at)),
} as const

/** Most paragraphs have none: that is seen in one go. */
const ANY = new RegExp(KINDS.map(({ pattern }) => pattern.source).join('|'))

/** The signs of order inside a paragraph, in text order; of two at one place only the first kind's. */
export function inlineMarks(text: string): InlineMark[] {
  if (!ANY.test(text)) return []
  const found = new Map<number, InlineMark>()
  for (const { pattern, family, certainty, value, begins = 'clause' } of KINDS) {
    for (const match of text.matchAll(pattern)) {
      const number = value(match[1] as string)
      if (number === undefined || found.has(match.index) || !BEGINS[begins](text, match.index)) continue
      found.set(match.index, {
        at: match.index,
        family: family.replace('$2', match[2] ?? ''),
        rank: 100,
        number,
        length: match[0].length,
        certainty,
        floating: true,
      })
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at)
}
