// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what XML must not have.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** The words with every code point that XML 1.0 has no place for (control characters, half pairs) as U+FFFD. */
export const legalXml = (words: string): string => words.replace(ILLEGAL, '\ufffd')
