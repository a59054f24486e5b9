import { asciiStart } from './declared-encoding'
import { oleFormat } from './ole-format'
import { zipFormat } from './zip-format'

/** What a file that is not text begins with, as Latin-1, and the name its format is known by everywhere. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'PDF'],
  ['{\\rtf', 'RTF'],
  ['\x89PNG\r\n\x1a\n', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF87a', 'GIF'],
  ['GIF89a', 'GIF'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['\x1f\x8b\x08', 'GZIP'],
  ['7z\xbc\xaf\x27\x1c', '7-Zip'],
  ['Rar!\x1a\x07', 'RAR'],
  ['SQLite format 3\0', 'SQLite'],
  ['ID3\x03', 'MP3'],
  ['ID3\x04', 'MP3'],
  ['OggS\0', 'Ogg'],
  ['\x7fELF', 'ELF'],
]

/** Mail gateways and scanners put lines of their own before a PDF; readers look for it in the first 1,024 bytes. */
const PDF_AFTER_OTHERS = /(?:^|[\r\n\s])%PDF-[12]\.\d/

/** The format of a file that is certainly not text, by its first bytes; undefined for all others. */
export function formatBySignature(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 24))
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature))
  if (known) return known[1]
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return oleFormat(bytes)
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'WebP'
  if (start.slice(4, 8) === 'ftyp') return /^(?:avif|heic|mif1)/.test(start.slice(8, 12)) ? 'HEIF' : 'MP4'
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return zipFormat(bytes)
  if (PDF_AFTER_OTHERS.test(asciiStart(bytes, 1024)) && looksBinary(bytes)) return 'PDF'
  return undefined
}

/** How much of a file is looked at for control characters, in bytes. */
const LOOKED_AT = 65_536

/**
 * Whether bytes in no known encoding of text look binary: they hold zero bytes, and more than five bytes in a
 * hundred are control characters that text does not use (of random bytes it is ten). UTF-16 is to be ruled out first.
 */
export function looksBinary(bytes: Uint8Array): boolean {
  const looked = bytes.subarray(0, LOOKED_AT)
  let controls = 0
  let zeros = 0
  for (const byte of looked) {
    if (byte === 0) zeros += 1
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) controls += 1
  }
  return zeros > 0 && controls * 20 > looked.length
}
