import { legalXml } from '../legal-xml'

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Words as they stand in HTML, in text and in attributes between double quotes; what HTML may not contain is U+FFFD. */
export const escapeHtml = (words: string): string =>
  legalXml(words)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u007f-\u009f]/g, '\ufffd')
    .replace(/[&<>"]/g, (sign) => SIGNS[sign] as string)
