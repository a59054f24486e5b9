/** A hyphen at the end of a line of Latin, Greek or Cyrillic writing, after a letter. */
const AT_END = /\p{L}[-\u2010\u00ad]$/u
const LOWER_CASE = /^\p{Ll}/u

/** Words that usually keep their hyphen. */
const KEEPS = /(?:^|\P{L})(?:self|well|half|cross|ex|all|non|so|ill|mid|vice)-$/iu

/** Whether a line ends inside a word that goes on in the next. */
export const endsInHyphen = (line: string, next: string): boolean => AT_END.test(line) && LOWER_CASE.test(next)

/**
 * Whether the hyphen at the end of `line` was put in by the line end and goes: when the document has the word
 * elsewhere without it, or has it nowhere with it and it is no usual compound. A soft hyphen always goes.
 */
export function dropsHyphen(line: string, next: string, words: ReadonlySet<string>): boolean {
  if (line.endsWith('\u00ad')) return true
  const before = /[\p{L}\p{M}’'-]*$/u.exec(line.slice(0, -1))?.[0].toLowerCase() ?? ''
  const after = /^[\p{L}\p{M}’']*/u.exec(next)?.[0].toLowerCase() ?? ''
  if (words.has(before + after)) return true
  return !words.has(`${before}-${after}`) && !KEEPS.test(line)
}

/** The words of a text in lower case, hyphenated ones whole. */
export const wordsOf = (lines: readonly { readonly text: string }[]): Set<string> =>
  new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}[\p{L}\p{M}’'-]*[\p{L}\p{M}]/gu) ?? []))
