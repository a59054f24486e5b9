import { Zip, ZipDeflate } from 'fflate'
import { concatenated } from '../concatenated'

/** The earliest time that ZIP can write: so that the same project makes the same bytes. */
const NEVER = new Date(1980, 0, 1)

/** A ZIP archive that is written file by file. */
export interface ArchiveWriter {
  /** Adds a file by its path; `packed` where it is packed already (PDF, Word) and trying would only take time. */
  add(path: string, chunks: Iterable<Uint8Array>, packed?: 'packed'): void
  /** The archive's bytes; nothing can be added after it. */
  end(): Uint8Array
}

/** An archive to be written. What is added is packed at once, so that only the result is held in memory. */
export function archiveWriter(): ArchiveWriter {
  const pieces: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    pieces.push(piece)
  })
  return {
    add(path, chunks, packed) {
      const file = new ZipDeflate(path, { level: packed ? 0 : 6 })
      file.mtime = NEVER
      zip.add(file)
      for (const chunk of chunks) file.push(chunk)
      file.push(new Uint8Array(0), true)
    },
    end() {
      zip.end()
      return concatenated(pieces)
    },
  }
}
