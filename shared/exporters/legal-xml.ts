import { plainText } from '../model/document'
import type { ProjectSnapshot } from './exporter'

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML must not have.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** The words with every code point that XML 1.0 has no place for (control characters, half pairs) as U+FFFD. */
export const legalXml = (words: string): string => words.replace(ILLEGAL, '\ufffd')

/** How many such characters the words, names and notes of a snapshot have. */
export function illegalIn({ documents, contents, themes, notes, coders }: ProjectSnapshot): number {
  const count = (words: string): number => words.match(ILLEGAL)?.length ?? 0
  const all = [
    ...documents.map(({ title }) => title),
    ...themes.flatMap(({ name, description }) => [name, description]),
    ...notes.map(({ text }) => text),
    ...coders.map(({ name }) => name),
  ]
  return (
    all.reduce((sum, words) => sum + count(words), 0) +
    contents.reduce((sum, { blocks }) => sum + count(plainText(blocks)), 0)
  )
}
