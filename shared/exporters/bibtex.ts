import { translator } from '../messages'
import type { SourceDocument } from '../model/document'
import { type CslItem, cslItem, dateParts, isoDate } from './citation/item'
import { citationKeys } from './citation/keys'
import { type CslName, isHanName } from './citation/names'
import type { ExportedFile, Exporter, ExportOptions } from './exporter'
import { fileName } from './file-name'
import { stepsOf } from './progress'

const TYPES: Readonly<Record<CslItem['type'], string>> = {
  'article-newspaper': 'article',
  'article-journal': 'article',
  webpage: 'misc',
  speech: 'misc',
  document: 'misc',
}
const SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** Words in braces, with what TeX would take for its own written as TeX writes it. */
const braced = (words: string): string =>
  `{${words
    .replace(/\s+/g, ' ')
    .trim()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters have no place in a bibliography.
    .replace(/[\u0000-\u001f\u007f]/g, '')
    .replace(/[\\~^]|[&%$#_{}]/g, (sign) => SIGNS[sign] ?? `\\${sign}`)}}`

/** An address, in which TeX changes nothing: only what would end the field is written as an address writes it. */
const address = (url: string): string =>
  `{${url.replace(/[{}\\%]/g, (sign) => (sign === '%' ? '%' : encodeURIComponent(sign)))}}`

/** A Chinese name is one word, or styles would put a space or a comma into it. */
function nameOf(name: CslName): string {
  if (name.literal !== undefined) return braced(name.literal)
  if (isHanName(name)) return braced(`${name.family}${name.given ?? ''}`)
  return [name.family ?? '', name.given ?? ''].map((part) => braced(part).slice(1, -1)).join(', ')
}

function entry(item: CslItem): string {
  const [year, month, day] = dateParts(item.issued)
  const container = item['container-title']
  const isArticle = TYPES[item.type] === 'article'
  const fields: (readonly [string, string])[] = [
    ['title', braced(item.title)],
    ...(item.author ? [['author', `{${item.author.map(nameOf).join(' and ')}}`] as const] : []),
    ...(container ? [[isArticle ? 'journal' : 'howpublished', braced(container)] as const] : []),
    ...(year === undefined
      ? isoDate(item.issued)
        ? [['year', braced(isoDate(item.issued))] as const]
        : []
      : [['year', `{${year}}`] as const]),
    ...(month === undefined ? [] : [['month', `{${month}}`] as const]),
    ...(day === undefined ? [] : [['day', `{${day}}`] as const]),
    ...(item.section ? [['chapter', braced(item.section)] as const] : []),
    ...(item.type === 'speech' ? [['type', '{Speech}'] as const] : []),
    ...(item.URL ? [['url', address(item.URL)] as const, ['urldate', `{${isoDate(item.accessed)}}`] as const] : []),
    ...(item.language ? [['language', braced(item.language)] as const] : []),
  ]
  return `@${TYPES[item.type]}{${item.id},\n${fields.map(([name, value]) => `  ${name} = ${value}`).join(',\n')}\n}\n`
}

/** The bibliography of these documents in UTF-8, with the keys they are cited by. */
export function bibliography(
  documents: readonly SourceDocument[],
  name: string,
  onProgress?: ExportOptions['onProgress'],
): ExportedFile {
  const keys = citationKeys(documents)
  const step = stepsOf(onProgress, documents.length)
  const entries = documents.map((document) => {
    step()
    return entry(cslItem(document, keys.get(document.id) ?? document.id))
  })
  return { name, bytes: new TextEncoder().encode(entries.join('\n')) }
}

/** The documents as BibTeX, which BibLaTeX, Zotero, JabRef and Pandoc read as well. */
export const bibtex: Exporter = {
  id: 'bibtex',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  arranges: [],
  write({ project, documents }, { language, onProgress }) {
    const name = fileName(project.name, 'bib', new Set(), translator(language)('export.untitled'))
    return [bibliography(documents, name, onProgress)]
  },
}
