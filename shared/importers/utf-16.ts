/** How many 16-bit units are looked at. */
const LOOKED_AT = 50_000
/** Text read in the right byte order is nearly all of usual characters; in the wrong one, about half. */
const LEAST_SHARE = 0.9

/**
 * Whether a 16-bit unit is a character that texts use: ASCII, accented Latin, Greek, Cyrillic, Hebrew, Arabic,
 * general punctuation, kana, Han, Hangul, full-width forms, and the byte order mark.
 */
const isUsual = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) ||
  (unit >= 0x09 && unit <= 0x0d) ||
  (unit >= 0xa0 && unit <= 0x6ff) ||
  (unit >= 0x2000 && unit <= 0x206f) ||
  (unit >= 0x3000 && unit <= 0x30ff) ||
  (unit >= 0x4e00 && unit <= 0xdfff) ||
  (unit >= 0xff01 && unit <= 0xffef) ||
  unit === 0xfeff

/**
 * The byte order of UTF-16 that has no byte order mark; undefined when the bytes are something else. UTF-16 has zero
 * bytes (spaces, line ends, digits and Latin letters have one, and so has 一), text in any other encoding has none.
 * The order in which more of the units are usual characters is the right one.
 */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 === 1 || !bytes.includes(0)) return undefined
  const end = Math.min(bytes.length, 2 * LOOKED_AT)
  let little = 0
  let big = 0
  for (let at = 0; at < end; at += 2) {
    const [first, second] = [bytes[at] as number, bytes[at + 1] as number]
    if (isUsual(second * 256 + first)) little += 1
    if (isUsual(first * 256 + second)) big += 1
  }
  if (Math.max(little, big) < (end / 2) * LEAST_SHARE || little === big) return undefined
  return little > big ? 'utf-16le' : 'utf-16be'
}
