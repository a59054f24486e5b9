import { deflateSync, Zip, type ZipInputFile } from 'fflate'
import { concatenated } from '../concatenated'
import { crc32 } from './crc-32'

/** A file as it lies in an archive, so that tests pack it once and put it into many. */
export interface Packed {
  readonly deflated: Uint8Array<ArrayBuffer>
  /** Unpacked, in bytes. */
  readonly size: number
  readonly checksum: number
}

/** The bytes deflated. */
export const packed = (bytes: Uint8Array): Packed => ({
  deflated: deflateSync(bytes, { level: 6 }),
  size: bytes.length,
  checksum: crc32(bytes),
})

/** A ZIP archive of files that are packed already, under their paths. */
export function zipOfPacked(files: ReadonlyMap<string, Packed>): Uint8Array {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  for (const [filename, { deflated, size, checksum }] of files) {
    const file: ZipInputFile = { filename, size, crc: checksum, compression: 8 }
    zip.add(file)
    file.ondata?.(null, deflated, true)
  }
  zip.end()
  return concatenated(pieces)
}
