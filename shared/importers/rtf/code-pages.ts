import { withWindowsSigns } from '../windows-1252'

/** What reads the bytes of a Windows code page: WHATWG encoding labels. Others are read as Western European. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  866: 'ibm866',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** The encodings of the characters sets that fonts name (`\fcharset`, RTF 1.9.1, "Font Table"). */
const CHARACTER_SETS: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
}

/** The encoding of a code page by its number (`\ansicpg936`). */
export const encodingOfCodePage = (page: number): string =>
  CODE_PAGES[page] ?? (page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252')

/** The encoding of a font's characters; undefined for a font that leaves it to the document. */
export const encodingOfCharacterSet = (set: number): string | undefined => CHARACTER_SETS[set]

const decoders = new Map<string, TextDecoder>()

/** Bytes as text. Bytes that are nothing in this encoding become �. */
export function decoded(bytes: Uint8Array, encoding: string): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { ignoreBOM: true })
  decoders.set(encoding, decoder)
  const text = decoder.decode(bytes)
  return encoding === 'windows-1252' ? withWindowsSigns(text) : text
}
