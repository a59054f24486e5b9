import { Inflate } from 'fflate'
import { ProblemError } from '../result'
import { crc32 } from './crc-32'
import { type DirectoryEntry, zipDirectory } from './zip-directory'

/** How much an archive may hold. Sizes are in bytes, unpacked. */
export interface ZipLimits {
  /** The most entries it may list. */
  readonly entries: number
  /** The most that all entries together may declare, and that may be unpacked in all. */
  readonly total: number
  /** The most that an entry may grow when it is unpacked, for entries larger than `ratioFrom`. */
  readonly ratio: number
  readonly ratioFrom: number
}

/**
 * For files that are an archive inside (DOCX, ODT, XLSX, EPUB). The longest novels make some 30 MB of XML; XML packs
 * about 1 : 10, and 1 : 100 where it is mere repetition, while a bomb needs 1 : 1,000.
 */
export const OFFICE_LIMITS: ZipLimits = { entries: 20_000, total: 256 * 2 ** 20, ratio: 200, ratioFrom: 16 * 2 ** 20 }

/** For archives of documents. */
export const ARCHIVE_LIMITS: ZipLimits = { entries: 50_000, total: 1024 * 2 ** 20, ratio: 200, ratioFrom: 32 * 2 ** 20 }

/** A file in an archive. */
export interface ZipEntry {
  /** Its path with `/` between the names, without `.`, `..` or a root. */
  readonly path: string
  /** Unpacked, in bytes, as the archive says. */
  readonly size: number
}

/** An archive whose entries are unpacked one by one, when they are asked for. */
export interface Zip {
  /** Its files by their paths, in the archive's order; folders are left out. Of two with one path the last counts. */
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** Entries that are not offered because their names lead out of the archive (`../x`, `/x`, `C:\x`), as written. */
  readonly refused: readonly string[]
  /**
   * The bytes of a file; undefined when there is none with this path. Throws a ProblemError when the entry is damaged
   * (its checksum is wrong), encrypted, packed in an unknown way, or larger than the archive says or the limits allow.
   */
  read(path: string): Uint8Array | undefined
}

/** How many packed bytes are unpacked in one go: they make 17 MB at most, and then it is looked at the size again. */
const STEP = 16_384

/**
 * Opens a ZIP archive held in memory; nothing is unpacked yet. `name` is the file's, for problems. Names that are
 * not UTF-8 are read in `nameEncoding`, or in the encoding of Chinese, Japanese or Korean Windows that fits them.
 * Throws a ProblemError when its directory is missing or damaged, or when it declares more than `limits` allow.
 */
export function openZip(name: string, bytes: Uint8Array, limits: ZipLimits, nameEncoding?: string): Zip {
  const listed = zipDirectory(name, bytes, limits.entries, nameEncoding)
  const entries = new Map<string, DirectoryEntry>()
  const refused: string[] = []
  let declared = 0
  for (const entry of listed) {
    declared += entry.size
    const path = safePath(entry.path)
    if (path === undefined) refused.push(entry.path)
    else if (!/[\\/]$/.test(entry.path) && path !== '') entries.set(path, { ...entry, path })
  }
  if (declared > limits.total) throw tooLarge(name, limits)
  let unpacked = 0

  function read(path: string): Uint8Array | undefined {
    const entry = entries.get(path)
    if (!entry) return undefined
    if (entry.encrypted) throw new ProblemError({ key: 'import.zipEncrypted', params: { name, entry: path } })
    if (entry.size > limits.ratioFrom && entry.size > entry.packed.length * limits.ratio) throw tooLarge(name, limits)
    unpacked += entry.size
    if (unpacked > limits.total * 2) throw tooLarge(name, limits)
    const content = unpack(name, entry)
    if (content.length !== entry.size || crc32(content) !== entry.checksum) throw damaged(name, path)
    return content
  }

  return { entries, refused, read }
}

function unpack(name: string, entry: DirectoryEntry): Uint8Array {
  if (entry.method === 0) return entry.packed
  if (entry.method !== 8) {
    throw new ProblemError({
      key: 'import.zipMethod',
      params: { name, entry: entry.path, method: entry.method },
    })
  }
  const content = new Uint8Array(entry.size)
  let length = 0
  const inflate = new Inflate((chunk) => {
    if (length + chunk.length > content.length) throw damaged(name, entry.path)
    content.set(chunk, length)
    length += chunk.length
  })
  try {
    for (let at = 0; at === 0 || at < entry.packed.length; at += STEP) {
      inflate.push(entry.packed.subarray(at, at + STEP), at + STEP >= entry.packed.length)
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw damaged(name, entry.path)
    throw error
  }
  return content.subarray(0, length)
}

/** The path with plain separators; undefined when it leads out of the archive. */
function safePath(written: string): string | undefined {
  const plain = written.replaceAll('\\', '/')
  if (plain.startsWith('/') || /^[a-z]:/i.test(plain) || plain.includes('\0')) return undefined
  const names = plain.split('/').filter((part) => part !== '' && part !== '.')
  return names.includes('..') ? undefined : names.join('/')
}

const damaged = (name: string, entry: string): ProblemError =>
  new ProblemError({ key: 'import.zipEntryDamaged', params: { name, entry } })

const tooLarge = (name: string, { total, ratio }: ZipLimits): ProblemError =>
  new ProblemError({ key: 'import.zipTooLarge', params: { name, megabytes: Math.round(total / 2 ** 20), ratio } })
