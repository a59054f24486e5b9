// @ts-check
import { Converter } from 'opencc-js/cn2t'

// A corpus as it is met among official texts, with borrowings planted in it of which the bench knows where they are.

/** Numbers from 0 (inclusive) to 1 (exclusive), the same ones for the same seed (mulberry32). @param {number} seed */
export function numbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** The 3,755 characters of the first level of GB 2312, the commonest ones. */
function characters() {
  const bytes = []
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell)
  }
  return [...new TextDecoder('gbk').decode(Uint8Array.from(bytes))]
}

/** Says how a character is written in Traditional script. @param {readonly string[]} all */
function traditional(all) {
  const convert = Converter({ from: 'cn', to: 'tw' })
  const table = new Map(all.map((each) => [each, convert(each)]))
  return (/** @type {string} */ text) => Array.from(text, (each) => table.get(each) ?? each).join('')
}

/**
 * @typedef {{ readonly text: number, readonly start: number, readonly end: number }} Place UTF-16 offsets, end exclusive
 * @typedef {{ readonly changed: number, readonly acrossScripts: boolean, readonly from: Place, readonly to: Place }} Plant
 */

const RATES = [0, 0.1, 0.2, 0.3]

/**
 * `documents` texts of about `length` characters: words by Zipf's law out of 20,000, every twentieth a set phrase out of
 * 600 (by Zipf's law too), stops; three in ten end with one of 20 notices; every other text is in Traditional script. One
 * text in ten gets a passage of 60 to 120 characters from an earlier one, of whose characters none, 10%, 20% or 30% are
 * changed (seven in ten of the changes replace one, the others leave one out or put one in).
 * @param {number} documents
 * @param {number} length
 * @param {number} seed
 * @returns {{ texts: { id: string, text: string }[], plants: Plant[] }}
 */
export function makeCorpus(documents, length, seed) {
  const chance = numbers(seed)
  const below = (/** @type {number} */ count) => Math.floor(chance() * count)
  /** A rank out of `count` by the law of Zipf and Mandelbrot: the first is met once in about 75 times. */
  const ranked = (/** @type {number} */ count) => Math.floor(10 * (1 + count / 10) ** chance()) - 10
  const signs = characters()
  const toTraditional = traditional(signs)
  /** Signs have ranks of their own, not their order in GB 2312. */
  const sign = () => signs[(ranked(signs.length) * 1009) % signs.length] ?? ''
  const word = () => Array.from({ length: [1, 2, 2, 2, 2, 2, 3, 4][below(8)] ?? 2 }, sign).join('')
  const words = Array.from({ length: 20_000 }, word)
  const anyWord = () => words[ranked(words.length)] ?? ''
  const phrase = () => Array.from({ length: 2 + below(3) }, () => words[below(words.length)]).join('')
  const phrases = Array.from({ length: 600 }, phrase)
  /** @param {number} count */
  const prose = (count) => {
    let text = ''
    let untilStop = 8
    while (text.length < count) {
      const next = chance() < 0.05 ? (phrases[ranked(phrases.length)] ?? '') : anyWord()
      text += next
      untilStop -= next.length
      if (untilStop > 0) continue
      text += chance() < 0.6 ? '，' : '。'
      untilStop = 6 + below(14)
    }
    return text
  }
  const notices = Array.from({ length: 20 }, () => prose(60 + below(60)))
  /** @param {string} passage @param {number} rate */
  const changed = (passage, rate) => {
    let text = ''
    for (const each of passage) {
      if (chance() >= rate || !/\p{L}/u.test(each)) text += each
      else if (chance() < 0.7) text += sign()
      else if (chance() < 0.5) text += each + sign()
    }
    return text
  }

  /** @type {{ id: string, text: string }[]} */
  const texts = []
  /** @type {Plant[]} */
  const plants = []
  for (let i = 0; i < documents; i++) {
    const isTraditional = i % 2 === 1
    const notice = chance() < 0.3 ? `\n${notices[below(notices.length)]}` : ''
    let text = `${prose(length)}${notice}`
    if (isTraditional) text = toTraditional(text)
    if (i >= 20 && i % 10 === 5) {
      const rate = RATES[((i - 5) / 10) % RATES.length] ?? 0
      const from = below(i)
      const source = texts[from]?.text ?? ''
      const [start, taken] = [below(length - 200), 60 + below(60)]
      const copy = toTraditional(changed(source.slice(start, start + taken), rate))
      const at = below(text.length - 200)
      text = `${text.slice(0, at)}。${copy}。${text.slice(at)}`
      plants.push({
        changed: rate,
        acrossScripts: from % 2 === 0,
        from: { text: from, start, end: start + taken },
        to: { text: i, start: at + 1, end: at + 1 + copy.length },
      })
    }
    texts.push({ id: String(i), text })
  }
  return { texts, plants }
}
