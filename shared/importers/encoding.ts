import jschardet from 'jschardet'
import type { Encoding } from '../model/document'
import { ProblemError } from '../result'
import { declaredLabel } from './declared-encoding'
import type { ReadOptions, SourceFile } from './importer'
import type { Remarks } from './remarks'
import { unmarkedUtf16 } from './utf-16'
import { withWindowsSigns } from './windows-1252'

/** A file's characters, and how they became known. */
export interface DecodedText {
  /** Without byte order mark; every line end is `\n`. Nothing else differs from the file. */
  readonly text: string
  readonly encoding: Encoding
}

/** How much of a file the detector sees, in bytes; its own limit too. */
const DETECTED_BYTES = 200_000

/**
 * Reads bytes as characters. In this order: the reader's choice, a byte order mark, strict UTF-8 (text in another
 * encoding is almost never valid UTF-8 by chance), what the file declares, UTF-16 by its pattern, and detection
 * by jschardet. Characters that could not be read are counted in `remarks` and stand as U+FFFD.
 * `said` is the label that what the file came in gives it (a header of MIME); it goes before what the file declares.
 * Throws a ProblemError when the reader's choice is not a WHATWG encoding label.
 */
export function decode(file: SourceFile, options: ReadOptions, remarks: Remarks, said?: string): DecodedText {
  const { bytes } = file
  if (options.encoding !== undefined) {
    const label = canonicalLabel(options.encoding)
    if (label === undefined) {
      throw new ProblemError({ key: 'import.unknownEncoding', params: { name: file.name, label: options.encoding } })
    }
    return decoded(bytes, { label, by: 'reader' }, remarks)
  }
  const marked = byByteOrderMark(bytes)
  if (marked !== undefined) return decoded(bytes, { label: marked, by: 'byte order mark' }, remarks)
  const utf16 = unmarkedUtf16(bytes)
  if (utf16 === undefined && isValid(bytes, 'utf-8')) {
    return decoded(bytes, { label: 'utf-8', by: 'valid UTF-8' }, remarks)
  }
  const declared = canonicalLabel(said ?? '') ?? canonicalLabel(declaredLabel(bytes) ?? '')
  if (declared !== undefined && !declared.startsWith('utf-16') && isValid(bytes, declared)) {
    return decoded(bytes, { label: declared, by: 'declaration' }, remarks)
  }
  if (utf16 !== undefined) return decoded(bytes, { label: utf16, by: 'detection' }, remarks)
  return decoded(bytes, { label: detect(bytes, file.name, remarks), by: 'detection' }, remarks)
}

/**
 * The WHATWG name of an encoding; undefined when there is none by this label. GB 2312 and GBK are read as GB 18030,
 * which holds them both.
 */
export function canonicalLabel(label: string): string | undefined {
  let name: string
  try {
    name = new TextDecoder(label).encoding
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
  return name === 'gbk' || name === 'gb2312' ? 'gb18030' : name
}

function byByteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function isValid(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes)
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

function detect(bytes: Uint8Array, name: string, remarks: Remarks): string {
  const { encoding } = jschardet.detect(bytes.subarray(0, DETECTED_BYTES))
  const label = encoding === null ? undefined : canonicalLabel(encoding)
  if (label !== undefined) return label
  remarks.add({ key: 'import.encodingNotFound', params: { name, label: 'windows-1252' } })
  return 'windows-1252'
}

function decoded(bytes: Uint8Array, encoding: Encoding, remarks: Remarks): DecodedText {
  const raw = new TextDecoder(encoding.label).decode(bytes)
  const text = encoding.label === 'windows-1252' ? withWindowsSigns(raw) : raw
  const broken = text.split('\ufffd').length - 1
  if (broken > 0) remarks.count('import.undecoded', broken)
  return { text: text.replace(/\r\n?/g, '\n'), encoding }
}
