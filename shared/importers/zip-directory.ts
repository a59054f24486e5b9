import { ProblemError } from '../result'
import { crc32 } from './crc-32'
import { nameDecoder } from './zip-names'

/** One line of an archive's central directory. */
export interface DirectoryEntry {
  /** As it is written there. */
  readonly path: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly encrypted: boolean
  /** Unpacked, in bytes. */
  readonly size: number
  readonly checksum: number
  readonly packed: Uint8Array
}

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_PLACE = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const UTF_8 = 1 << 11
const FULL_16 = 0xffff
const FULL_32 = 0xffffffff

/**
 * The entries that a ZIP archive's central directory lists (PKWARE's APPNOTE 6.3, with ZIP64; archives in several
 * parts are refused). Throws a ProblemError when the directory cannot be found, leads outside the file, or lists more
 * than `most` entries.
 */
export function zipDirectory(name: string, bytes: Uint8Array, most: number, nameEncoding?: string): DirectoryEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    return directory(name, bytes, view, most, nameEncoding)
  } catch (error) {
    if (error instanceof RangeError) throw broken(name)
    throw error
  }
}

const broken = (name: string): ProblemError => new ProblemError({ key: 'import.zipDamaged', params: { name } })

function directory(
  name: string,
  bytes: Uint8Array,
  view: DataView,
  most: number,
  nameEncoding: string | undefined,
): DirectoryEntry[] {
  const end = endOf(view)
  if (end === undefined) throw broken(name)
  let count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if ((count === FULL_16 || at === FULL_32) && end >= 20 && view.getUint32(end - 20, true) === END_64_PLACE) {
    const end64 = large(view, end - 20 + 8)
    if (view.getUint32(end64, true) !== END_64) throw broken(name)
    count = large(view, end64 + 32)
    at = large(view, end64 + 48)
  }
  if (count > most) throw new ProblemError({ key: 'import.zipTooMany', params: { name, count, most } })
  const entries: Listed[] = []
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== ENTRY) throw broken(name)
    const entry = listed(bytes, view, at)
    entries.push(entry)
    at = entry.next
  }
  const decode = nameDecoder(
    entries.filter(({ utf8 }) => utf8 === undefined).map(({ rawName }) => rawName),
    nameEncoding,
  )
  return entries.map((entry) => ({
    path: entry.utf8 ?? decode(entry.rawName),
    method: entry.method,
    encrypted: entry.encrypted,
    size: entry.size,
    checksum: entry.checksum,
    packed: packedBytes(name, bytes, view, entry),
  }))
}

/** The place of the end record: it is the last thing in the file, except for a comment of up to 65,535 bytes. */
function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - FULL_16); at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return undefined
}

interface Listed extends Omit<DirectoryEntry, 'path' | 'packed'> {
  readonly rawName: Uint8Array
  /** The name, where the archive says that it is UTF-8. */
  readonly utf8: string | undefined
  readonly packedSize: number
  readonly local: number
  readonly next: number
}

function listed(bytes: Uint8Array, view: DataView, at: number): Listed {
  const flags = view.getUint16(at + 8, true)
  const nameLength = view.getUint16(at + 28, true)
  const extraLength = view.getUint16(at + 30, true)
  const rawName = bytes.subarray(at + 46, at + 46 + nameLength)
  const extra = new Extra(view, at + 46 + nameLength, extraLength)
  const size = view.getUint32(at + 24, true)
  const packedSize = view.getUint32(at + 20, true)
  const local = view.getUint32(at + 42, true)
  const wide = extra.wide([size, packedSize, local])
  const text = new TextDecoder()
  return {
    rawName,
    utf8: flags & UTF_8 ? text.decode(rawName) : extra.unicodePath(rawName),
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) === 1,
    checksum: view.getUint32(at + 16, true),
    size: wide[0] as number,
    packedSize: wide[1] as number,
    local: wide[2] as number,
    next: at + 46 + nameLength + extraLength + view.getUint16(at + 32, true),
  }
}

function packedBytes(name: string, bytes: Uint8Array, view: DataView, { local, packedSize }: Listed): Uint8Array {
  if (view.getUint32(local, true) !== LOCAL) throw broken(name)
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + packedSize > bytes.length) throw broken(name)
  return bytes.subarray(start, start + packedSize)
}

/** A 64-bit number; beyond 2^53 it is outside every file, and every reading at it throws a RangeError. */
const large = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))

/** The extra fields of an entry. */
class Extra {
  private readonly fields = new Map<number, { readonly at: number; readonly length: number }>()

  constructor(
    private readonly view: DataView,
    at: number,
    length: number,
  ) {
    for (let field = at; field + 4 <= at + length; ) {
      const size = view.getUint16(field + 2, true)
      this.fields.set(view.getUint16(field, true), { at: field + 4, length: size })
      field += 4 + size
    }
  }

  /** ZIP64: those of the numbers that are full stand here in 64 bits, in this order. */
  wide(numbers: readonly number[]): number[] {
    const field = this.fields.get(1)
    let at = field?.at ?? 0
    return numbers.map((number) => {
      if (number !== FULL_32 || !field) return number
      at += 8
      return large(this.view, at - 8)
    })
  }

  /** Info-ZIP's Unicode path, when it belongs to this name. */
  unicodePath(rawName: Uint8Array): string | undefined {
    const field = this.fields.get(0x7075)
    if (!field || field.length < 6 || this.view.getUint8(field.at) !== 1) return undefined
    if (this.view.getUint32(field.at + 1, true) !== crc32(rawName)) return undefined
    return new TextDecoder().decode(
      new Uint8Array(this.view.buffer, this.view.byteOffset + field.at + 5, field.length - 5),
    )
  }
}
