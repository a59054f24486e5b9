/** The Symbol font from 0x20 to 0x7e and from 0xa1 to 0xfe (Adobe's table, the one that Unicode publishes). */
const SYMBOL_LOW = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const SYMBOL_HIGH = 'ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪�〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'

/** The signs of Wingdings that texts use: bullets, ticks, boxes, arrows, circled numbers. */
const WINGDINGS: Readonly<Record<number, string>> = {
  34: '✂',
  40: '☎',
  42: '✉',
  54: '⌛',
  70: '☞',
  74: '☺',
  76: '☹',
  108: '●',
  109: '❍',
  110: '■',
  111: '□',
  113: '❑',
  114: '❒',
  115: '⬧',
  116: '⧫',
  117: '◆',
  118: '❖',
  119: '⬥',
  128: '⓪',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [0x81 + i, String.fromCodePoint(0x2460 + i)])),
  139: '⓿',
  ...Object.fromEntries(Array.from({ length: 10 }, (_, i) => [0x8c + i, String.fromCodePoint(0x2776 + i)])),
  158: '·',
  159: '•',
  161: '○',
  167: '▪',
  168: '◻',
  171: '★',
  178: '⯐',
  216: '➢',
  223: '←',
  224: '→',
  225: '↑',
  226: '↓',
  232: '➔',
  251: '✗',
  252: '✓',
  253: '☒',
  254: '☑',
}

/**
 * The character that a sign of a font of symbols shows; undefined when it is not known. `code` is the sign's, as it is
 * or moved to the private area of Unicode (U+F000 and more), as word processors write it.
 */
export function symbolOf(font: string, code: number): string | undefined {
  const sign = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (/^symbol/i.test(font)) {
    const found = sign < 0x80 ? [...SYMBOL_LOW][sign - 0x20] : [...SYMBOL_HIGH][sign - 0xa1]
    return found === '�' ? undefined : found
  }
  if (/^wingdings$/i.test(font)) return WINGDINGS[sign]
  const isPrivate = (code >= 0xe000 && code <= 0xf8ff) || code > 0x10ffff || code < 0x20
  return isPrivate || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code)
}

/** The sign before an item of a list without numbers; a bullet where it is not known, or is an image. */
export function bulletOf(text: string, font = ''): string {
  const [sign = ''] = text.trim()
  if (sign === '') return '•'
  if (sign === 'o' && /courier/i.test(font)) return '◦'
  const written = symbolOf(/symbol|wingdings/i.test(font) ? font : '', sign.codePointAt(0) as number)
  if (written !== undefined) return written
  return symbolOf('Symbol', sign.codePointAt(0) as number) ?? '•'
}
