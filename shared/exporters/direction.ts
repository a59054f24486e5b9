/** The first letter has the direction of all (Unicode Standard Annex 9, P2). */
const FIRST_LETTER = /\p{L}/u
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Whether words run from right to left, by their first letter. */
export function isRightToLeft(words: string): boolean {
  const [letter] = FIRST_LETTER.exec(words) ?? []
  return letter !== undefined && RIGHT_TO_LEFT.test(letter)
}
