import { writeLetters } from './letters'
import { makeSeedTable, type SeedTable } from './seed-table'

/** The letters of all texts, and where each short stretch of them stands. About 9 bytes a letter. */
export interface LetterIndex {
  /** All letters, text after text; what lies behind the last text means nothing. */
  readonly letters: Uint16Array
  /** Where each text begins among the letters; one more at the end. */
  readonly bounds: readonly number[]
  /** Few tables, in the order of their texts; together they hold all. */
  readonly tables: readonly SeedTable[]
  /** The text that holds a letter. */
  textAt(letter: number): number
  /**
   * Puts texts behind those that are there, in steps that say how much is done, 0 to 1. Must be gone through to its end
   * before anything is asked.
   */
  append(texts: readonly string[]): Generator<number>
}

/** A table that is not at least so many times as large as the one behind it is made anew together with it. */
const LARGER = 4
/** The text that holds a letter is looked up by the first of so many letters. */
const BLOCK_BITS = 10

/** An index without texts. */
export function makeLetterIndex(): LetterIndex {
  let letters = new Uint16Array(0)
  const bounds = [0]
  let tables: SeedTable[] = []
  let blocks = new Uint32Array(0)

  function* append(texts: readonly string[]): Generator<number> {
    const before = bounds.length - 1
    let end = bounds[before] as number
    const most = texts.reduce((sum, text) => sum + text.length, end)
    if (most > letters.length) letters = grown(letters, before === 0 ? most : Math.ceil(most * 1.25))
    for (const [i, text] of texts.entries()) {
      end += writeLetters(text, letters, end)
      bounds.push(end)
      if (i % 256 === 255) yield (0.3 * i) / texts.length
    }
    blocks = blocksOf(bounds)
    let fromText = before
    for (let last = tables.at(-1); last && last.places.length < LARGER * (end - (bounds[fromText] as number)); ) {
      fromText = last.fromText
      tables = tables.slice(0, -1)
      last = tables.at(-1)
    }
    const making = makeSeedTable(letters, bounds, fromText, bounds.length - 1)
    const steps = Math.max(1, (2 * (end - (bounds[fromText] as number))) / 1_000_000)
    for (let step = 0; ; step++) {
      const { done, value } = making.next()
      if (done) {
        tables = [...tables, value]
        return
      }
      yield Math.min(1, 0.3 + (0.7 * step) / steps)
    }
  }

  return {
    get letters() {
      return letters
    },
    bounds,
    get tables() {
      return tables
    },
    textAt(letter) {
      let text = blocks[letter >>> BLOCK_BITS] as number
      while ((bounds[text + 1] as number) <= letter) text++
      return text
    },
    append,
  }
}

function grown(letters: Uint16Array, length: number): Uint16Array<ArrayBuffer> {
  const larger = new Uint16Array(length)
  larger.set(letters)
  return larger
}

/** For the first letter of each block the text that holds it. */
function blocksOf(bounds: readonly number[]): Uint32Array<ArrayBuffer> {
  const blocks = new Uint32Array(((bounds.at(-1) as number) >>> BLOCK_BITS) + 1)
  let text = 0
  for (let block = 0; block < blocks.length; block++) {
    while (text + 2 < bounds.length && (bounds[text + 1] as number) <= block << BLOCK_BITS) text++
    blocks[block] = text
  }
  return blocks
}
