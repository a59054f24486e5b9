import type { Said } from './line'
import { isSurelyName } from './names'

/** A name with the word behind it that says that she reported, and whether that is no text for certain. */
export interface Signature {
  readonly said: Said
  /** Where it ends in the line, exclusive: UTF-16 offset. */
  readonly end: number
  readonly sure: boolean
}

/** With an address behind it: 김하늘 기자 sky@example.org. */
const KOREAN =
  /(?<name>[가-힣]{2,4}) ?(?:선임)?(?:기자|특파원|논설위원)(?: {1,3}(?<address>[\w.+-]{1,40}@[\w-]{1,30}(?:\.[\w-]{2,20}){1,3}))?(?=$|[\s|,/])/uy
/** All of the line, folded: 陈丽莎 报道. */
const CHINESE = /^\s{0,4}(?<name>\p{sc=Han}{2,4}) {1,3}(?:(?:综合|联合)?(?:报道|报导)|专电|发自\p{sc=Han}{2,4})\s*$/u

/** The signature of a reporter that begins at an offset of a line; `fold` is the line folded. */
export function signatureAt(line: string, fold: string, at: number): Signature | undefined {
  if (at > 0 && /[\p{L}\d]/u.test(fold[at - 1] as string)) return undefined
  KOREAN.lastIndex = at
  const found = KOREAN.exec(fold) ?? (fold.slice(0, at).trim() === '' ? CHINESE.exec(fold.slice(at)) : null)
  const { name, address } = (found?.groups ?? {}) as { name?: string; address?: string }
  if (!found || name === undefined || (/\p{sc=Han}/u.test(name) && !isSurelyName(name))) return undefined
  const end = at + found[0].trimEnd().length
  const value = line.slice(at, at + name.length)
  const said = { field: 'reporter', value, quote: line.slice(at, end), rank: 3 } as const
  return { said, end, sure: address !== undefined }
}
