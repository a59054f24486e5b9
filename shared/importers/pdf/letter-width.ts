const NARROW = /[ijltfrI.,;:'’‘|!()[\]\- ]/
const WIDE = /[mwMW—%@]/
const CAPITAL = /\p{Lu}/u

/** About how wide a text is set in an ordinary book face, in ems: most letters are half as wide as high. */
export function lettersWide(text: string): number {
  let width = 0
  for (const letter of text) {
    if (NARROW.test(letter)) width += 0.29
    else if (WIDE.test(letter)) width += 0.78
    else width += CAPITAL.test(letter) ? 0.66 : 0.48
  }
  return width
}
