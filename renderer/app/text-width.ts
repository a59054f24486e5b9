/** How wide words are at most at 12 px, in CSS pixels: a Chinese character is as wide as high. */
export const textWidth = (words: string): number =>
  [...words].reduce((sum, each) => sum + (each > '\u2e80' ? 12 : 7), 0)
