import { type Original, packOriginal } from '../model/original'
import type { Problem } from '../result'
import type { ReadDocument, ReadOptions, SourceFile } from './importer'
import { readFile } from './index'

/** A document that was read, and its file as the library keeps it. */
export interface KeptDocument {
  readonly file: Omit<SourceFile, 'bytes'>
  readonly read: ReadDocument
  readonly original: Original
}

/** What was read in one file, ready to be stored. */
export interface KeptReading {
  readonly documents: readonly KeptDocument[]
  /** As of a `Reading`. */
  readonly failed: readonly { readonly name: string; readonly problem: Problem }[]
}

/** A part of a large buffer as a buffer of its own: what is sent from thread to thread takes its whole buffer along. */
const alone = (bytes: Uint8Array): Uint8Array => (bytes.length < bytes.buffer.byteLength ? bytes.slice() : bytes)

/**
 * Reads a file, and packs it and those inside it that are kept for themselves; each once, however many documents it
 * holds. Throws as `readFile` does.
 */
export async function readToKeep(file: SourceFile, options: ReadOptions): Promise<KeptReading> {
  const { documents, failed } = await readFile(file, options)
  const packed = new Map<SourceFile, Original>()
  const pack = (own: SourceFile): Original => {
    const before = packed.get(own)
    if (before) return before
    const original = packOriginal(own.bytes)
    const made = { ...original, bytes: alone(original.bytes) }
    packed.set(own, made)
    return made
  }
  const kept = documents.map(({ file: inner, ...read }): KeptDocument => {
    const own = inner ?? file
    const { bytes: _bytes, ...facts } = own
    return { file: facts, read, original: pack(own) }
  })
  return { documents: kept, failed }
}
