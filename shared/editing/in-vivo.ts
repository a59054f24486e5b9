/** A theme's name is cut to this many characters as readers count them. */
const LONGEST = 40

const EDGES = /^[\p{P}\p{S}\p{Z}\s]+|[\p{P}\p{S}\p{Z}\s]+$/gu

/**
 * The name of a theme that is taken from the words of a passage (in vivo): on one line, without the punctuation around
 * it, cut after at most 40 characters (after a whole word where words are parted by spaces), and never a path. Empty
 * when the words have neither letter nor digit.
 */
export function nameInVivo(words: string): string {
  const line = words
    .replace(/\s+/gu, ' ')
    .replace(/ ?\/ ?/g, '/')
    .replace(EDGES, '')
  const characters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)].map(
    ({ segment }) => segment,
  )
  if (characters.length <= LONGEST) return line
  const cut = characters.slice(0, LONGEST - 1).join('')
  const whole = characters[LONGEST - 1] === ' ' ? cut : cut.replace(/(?<=.{12}) \S*$/u, '')
  return `${whole.replace(EDGES, '')}…`
}
