/** How the programs of Office up to 2003 name the stream that holds a document, and the name its format is known by. */
const STREAMS: readonly (readonly [string, string])[] = [
  ['EncryptedPackage', 'encrypted Office document'],
  ['WordDocument', 'DOC (Word 97–2003)'],
  ['Workbook', 'XLS (Excel 97–2003)'],
  ['PowerPoint Document', 'PPT (PowerPoint 97–2003)'],
]

/** Entries of the directory are 128 bytes, at places that are multiples of that (MS-CFB 2.6). */
const ENTRY = 128

/**
 * The format of a compound file (MS-CFB), in which the programs of Office kept their documents up to 2003, and later
 * keep those with a password: by the names in its directory.
 */
export function oleFormat(bytes: Uint8Array): string {
  const found = new Set<string>()
  for (let at = 512; at + ENTRY <= bytes.length; at += ENTRY) {
    const stream = STREAMS.find(([name]) => isNameAt(bytes, at, name))
    if (stream) found.add(stream[1])
  }
  return STREAMS.find(([, format]) => found.has(format))?.[1] ?? 'DOC (Word 97–2003)'
}

/** Whether the name, in UTF-16 and closed by a zero, stands there, with its length in bytes behind it. */
function isNameAt(bytes: Uint8Array, at: number, name: string): boolean {
  if (bytes[at + 64] !== 2 * (name.length + 1)) return false
  for (let index = 0; index < name.length; index++) {
    if (bytes[at + 2 * index] !== name.charCodeAt(index) || bytes[at + 2 * index + 1] !== 0) return false
  }
  return true
}
