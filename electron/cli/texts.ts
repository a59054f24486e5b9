import type { ReadOptions } from '#shared/importers/importer'
import { plainText } from '#shared/model/document'
import { type Terminal, WrongUse } from './command'
import { documentsIn } from './documents'

/** A document's text as it is searched and compared. */
export interface CliText {
  /** The file as it was named, with the file inside it where it is an archive: `a.zip/one.txt`. */
  readonly id: string
  readonly title: string
  readonly language: string
  /**
   * The plain text; the letters of what was judged to be debris of the page are spaces, so that nothing is found there and
   * all offsets are offsets into the true text.
   */
  readonly text: string
  /** ISO 8601 as far as it is known. */
  readonly date?: string
}

/** The texts of files. Says why those that cannot be read are left out, and whether there were any. */
export async function textsIn(
  files: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
): Promise<{ readonly texts: readonly CliText[]; readonly allRead: boolean }> {
  const texts: CliText[] = []
  let allRead = true
  for await (const found of documentsIn(files, options, terminal)) {
    if ('problem' in found) {
      allRead = false
      terminal.say(terminal.t(found.problem.key, found.problem.params))
      continue
    }
    const { title, language, blocks, metadata } = found.document
    const text = plainText(
      blocks.map((block) => (block.debris ? { ...block, text: ' '.repeat(block.text.length) } : block)),
    )
    const id = found.inside === undefined ? found.path : `${found.path}/${found.inside}`
    texts.push({ id, title, language, text, ...(metadata.date !== undefined && { date: metadata.date }) })
  }
  return { texts, allRead }
}

/** An option's number; `usual` where it is not given. Throws a `WrongUse` when it is none, or below `least`. */
export function numberOf(
  option: string,
  value: string | undefined,
  { usual, least }: { readonly usual: number; readonly least: number },
  { t }: Terminal,
): number {
  if (value === undefined) return usual
  const number = Number(value)
  if (value.trim() === '' || !Number.isFinite(number) || number < least)
    throw new WrongUse(t('cli.notNumber', { option, value, least: String(least) }))
  return number
}

/** Words of a text on one line. */
export const onOneLine = (words: string): string => words.replace(/\s+/g, ' ')
