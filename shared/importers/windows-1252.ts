/** What Windows-1252 has from 0x80 to 0x9f; five places are empty. */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/**
 * Text that was decoded as Windows-1252, with the quotation marks and dashes of Windows. Before its version 22 Node reads
 * Windows-1252 as Latin-1, which has control characters in their places; browsers read it right.
 */
export const withWindowsSigns = (text: string): string =>
  text.replace(/[\u0080-\u009f]/g, (sign) => SIGNS[sign.charCodeAt(0) - 0x80] as string)
