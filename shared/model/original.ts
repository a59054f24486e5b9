import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { deflateSync, inflateSync } from 'fflate'

/** The SHA-256 of a file's bytes, as 64 lower-case hexadecimal digits. */
export type OriginalHash = string

/** A file as it came in. Each is kept once, by its hash, however many contents were read from it. Never changed. */
export interface Original {
  readonly hash: OriginalHash
  /** As `stored` says. */
  readonly bytes: Uint8Array
  /** The length of the file itself, in bytes. */
  readonly size: number
  /** `deflate` (RFC 1951) where that is smaller than the file, else `plain`. */
  readonly stored: 'deflate' | 'plain'
}

/** Files of these formats are packed already: trying to deflate them costs time and gains nothing. */
const PACKED = [
  [0x50, 0x4b, 0x03, 0x04], // ZIP, and with it DOCX, ODT, EPUB and XLSX
  [0x1f, 0x8b], // gzip
]

const isPacked = (bytes: Uint8Array): boolean =>
  PACKED.some((signature) => signature.every((byte, at) => bytes[at] === byte))

/** The file as the library keeps it. About a second for 50 MB, so large files are for the worker. */
export function packOriginal(bytes: Uint8Array): Original {
  const hash = bytesToHex(sha256(bytes))
  const deflated = isPacked(bytes) ? bytes : deflateSync(bytes)
  return deflated.length < bytes.length
    ? { hash, bytes: deflated, size: bytes.length, stored: 'deflate' }
    : { hash, bytes, size: bytes.length, stored: 'plain' }
}

/** The file's own bytes. Throws an Error when what is stored is damaged. */
export function unpackOriginal({ bytes, size, stored, hash }: Original): Uint8Array {
  const file = stored === 'plain' ? bytes : inflateSync(bytes, { out: new Uint8Array(size) })
  if (file.length !== size)
    throw new Error(`The original ${hash} was expected to have ${size} bytes, not ${file.length}.`)
  return file
}
