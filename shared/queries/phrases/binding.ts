import { fold } from '../fold'

/**
 * Words that bind a phrase to the sentence around it and belong to no set phrase's end: what begins or ends with them is
 * cut short. Of Chinese and Japanese single characters and Chinese words of two, folded; of English whole words.
 */
const NOT_FIRST = new Set(fold('的了着和与及或之而且并也都就把被将在于对从由以为是使让等个们到要长のはがをにへともや'))
const NOT_LAST = new Set(fold('的了着和与及或而且并也都就把被将在于对从由以为是使让要のはがをにへともや'))
const WORDS = new Set(
  '关于 对于 由于 以及 因为 所以 但是 如果 而且 并且 或者 同时 根据 按照 其中 这个 这些 那些 我们 你们 他们 它们 这是 就是 不是 还有'
    .split(' ')
    .map((word) => fold(word)),
)
const ENGLISH = new Set(
  (
    'a an the of to in on at by for with from into upon about after before over under through during without within between ' +
    'as and or but nor so than then if because when while where how what why that which who whom whose ' +
    'this these those there here it its he she they we you him her them us our their his my your ' +
    'is are was were be been being has have had do does did will would shall should can could may might must ' +
    'not no only also all any some each both more most other such'
  ).split(' '),
)

/** Words with such characters that dictionaries of segmenters lack. Folded. */
const WHOLE = new Set(
  (
    '着力 着眼 着手 着重 着实 与时俱进 与会 从严 从优 从重 从业 从容 对口 对标 对接 为民 为人民服务 就业 以身作则 以案促改 以点带面 ' +
    '以旧换新 以工代赈 以人为本 在线 在建 将来 并轨 并网 碳中和 中和 要素 要求 要点 要闻 要领 要害 要义 要件 纪要 主要 重要 必要 摘要 ' +
    '参与 赋与 涉及 普及 成就 目的 标的 总和 关于 对于 由于 属于 应对 反对 面对 理由 自由 存在 所在 内在 首都 古都 服从 促使'
  )
    .split(' ')
    .map((word) => fold(word)),
)
/** The longest word that is looked for, in characters. */
const LONGEST = 5
/** So many characters are handed to the segmenter, which need not know more to part the first or the last word. */
const SEEN = 4

let segmenter: Intl.Segmenter | undefined
/** What was found out, by the characters. */
const known = new Map<string, boolean>()
const MOST_KNOWN = 100_000

/** Whether the first (or the last) character of a stretch is a part of a longer word. */
function isPart(characters: string, isFirst: boolean): boolean {
  for (let length = 2; length <= Math.min(LONGEST, characters.length); length++) {
    if (WHOLE.has(isFirst ? characters.slice(0, length) : characters.slice(-length))) return true
  }
  const seen = isFirst ? characters.slice(0, SEEN) : characters.slice(-SEEN)
  const key = `${isFirst} ${seen}`
  const before = known.get(key)
  if (before !== undefined) return before
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  const words = [...segmenter.segment(seen)]
  const found = ((isFirst ? words[0] : words.at(-1))?.segment.length ?? 0) > 1
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, found)
  return found
}

/** Whether a stretch that begins (or ends) with these characters, up to five, binds there. */
export function binds(characters: string, isFirst: boolean): boolean {
  const character = isFirst ? characters[0] : characters.at(-1)
  return (isFirst ? NOT_FIRST : NOT_LAST).has(character ?? '') && !isPart(characters, isFirst)
}

/** What a character may do at an end of a stretch; what it may not is not looked at further. */
export const MAY = { bindFirst: 1, bindLast: 2, beginWord: 4, endWord: 8 } as const
let table: Uint8Array | undefined

/** For each UTF-16 unit what it may do, as a sum of `MAY`. */
export function bindingTable(): Uint8Array {
  if (table) return table
  const made = new Uint8Array(0x10000)
  const mark = (character: string, bit: number): void => {
    made[character.charCodeAt(0)] = (made[character.charCodeAt(0)] as number) | bit
  }
  for (const each of NOT_FIRST) mark(each, MAY.bindFirst)
  for (const each of NOT_LAST) mark(each, MAY.bindLast)
  for (const word of WORDS) {
    mark(word, MAY.beginWord)
    mark(word.slice(-1), MAY.endWord)
  }
  table = made
  return made
}

/** Whether a Chinese word of two characters binds at either end. */
export const bindsAsWord = (word: string): boolean => WORDS.has(word)

/** Whether an English word, in small letters, binds at either end. */
export const bindsInEnglish = (word: string): boolean => ENGLISH.has(word)
