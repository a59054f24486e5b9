/** The toneless readings of one Chinese character, lower case; none for a character that is not Chinese. */
export type Readings = (character: string) => readonly string[]

/** A text made ready to be matched by its pinyin. */
export interface Readable {
  /** What each character can be typed as: its readings, or itself. */
  readonly characters: readonly (readonly string[])[]
  /** The UTF-16 offset of each character. */
  readonly offsets: readonly number[]
}

/** Looks every character of a text up, once. */
export function readable(text: string, readings: Readings): Readable {
  const characters: (readonly string[])[] = []
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    const known = readings(character)
    characters.push(known.length > 0 ? known : [character.toLowerCase()])
    offsets.push(at)
    at += character.length
  }
  return { characters, offsets }
}

/**
 * Finds where Latin letters match a text's pinyin: each of some neighbouring characters by the beginning of one of its
 * readings (so by its initial, too), and a character that is not Chinese by itself. Returns the UTF-16 offsets of the
 * matched characters, or null. `letters` is lower case; spaces and apostrophes in it are passed over.
 */
export function matchPinyin({ characters, offsets }: Readable, letters: string): number[] | null {
  const typed = letters.replace(/[\s']/g, '')
  const [first] = typed
  if (first === undefined) return null
  let dead: Uint8Array | null = null
  /** The index after the last character that is needed to type what is left, or -1. */
  const endFrom = (index: number, done: number): number => {
    if (done === typed.length) return index
    const readings = characters[index]
    if (!readings || dead?.[index * typed.length + done] === 1) return -1
    for (const reading of readings) {
      let length = 0
      while (length < reading.length && reading[length] === typed[done + length]) length += 1
      for (; length > 0; length -= 1) {
        const end = endFrom(index + 1, done + length)
        if (end >= 0) return end
      }
    }
    dead ??= new Uint8Array((characters.length + 1) * typed.length)
    dead[index * typed.length + done] = 1
    return -1
  }
  for (let index = 0; index < characters.length; index += 1) {
    if (!characters[index]?.some((reading) => reading.startsWith(first))) continue
    const end = endFrom(index, 0)
    if (end >= 0) return offsets.slice(index, end)
  }
  return null
}
