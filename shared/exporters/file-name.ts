/** Most file systems allow 255 bytes; this leaves room for a number, an extension and a sync program's own additions. */
const MOST_BYTES = 180
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what file names must not have.
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu

function shortened(name: string): string {
  const encoder = new TextEncoder()
  let bytes = 0
  let kept = ''
  for (const character of name) {
    bytes += encoder.encode(character).length
    if (bytes > MOST_BYTES) break
    kept += character
  }
  return kept
}

/**
 * A file name for `title` that Windows, macOS and Linux all accept, with `extension` (without the dot). Names already in
 * `taken` (compared without case) are avoided by a number, and the new one is added. `untitled` stands for a title of
 * which nothing is left.
 */
export function fileName(title: string, extension: string, taken: Set<string>, untitled: string): string {
  const plain = title.normalize('NFC').replace(FORBIDDEN, '-').replace(/\s+/g, ' ').trim()
  const trimmed = shortened(plain.replace(/^[. ]+/, '')).replace(/[. ]+$/, '')
  const stem = /^[-\s]*$/.test(trimmed) ? untitled : RESERVED.test(trimmed) ? `_${trimmed}` : trimmed
  let name = `${stem}.${extension}`
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${stem} (${number}).${extension}`
  taken.add(name.toLowerCase())
  return name
}
