import { zipSync } from 'fflate'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const NAMESPACES =
  `xmlns:w="${WORD}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

/** The roots of a document's parts, by the words that end the types of the relations to them. */
const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  settings: 'settings',
  comments: 'comments',
  commentsExtended: 'w15:commentsEx',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  header: 'hdr',
  footer: 'ftr',
} as const

/** The parts of a document beside its body, as the XML inside their roots. */
export interface WrittenDocument extends Partial<Readonly<Record<keyof typeof ROOTS, string>>> {
  /** What stands in the core properties, with the prefixes dc, dcterms and cp. */
  readonly core?: string
  /** The addresses of links by the ids of their relations. */
  readonly links?: Readonly<Record<string, string>>
  /** Further files, or others in the place of those above; by their paths. */
  readonly files?: Readonly<Record<string, string>>
}

/** A Word document for tests: `body` is the XML inside its body. Header and footer have the relations `header`, `footer`. */
export function docxOf(body: string, parts: WrittenDocument = {}): Uint8Array {
  const named = Object.entries(ROOTS).flatMap(([part, root]) => {
    const inside = parts[part as keyof typeof ROOTS]
    const element = root.includes(':') ? root : `w:${root}`
    return inside === undefined ? [] : [[part, `<${element} ${NAMESPACES}>${inside}</${element}>`] as const]
  })
  const relations = named.map(([part]) => relation(part, `${RELATIONS}/${part}`, `${part}.xml`))
  const links = Object.entries(parts.links ?? {}).map(([id, address]) =>
    relation(id, `${RELATIONS}/hyperlink`, `${address}" TargetMode="External`),
  )
  const core =
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
  return packed({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      `<Override PartName="/word/document.xml" ContentType="${MAIN_TYPE}"/></Types>`,
    '_rels/.rels': relationsPart([
      relation('main', `${RELATIONS}/officeDocument`, 'word/document.xml'),
      relation('core', `${PACKAGE.slice(7, -1)}/metadata/core-properties`, 'docProps/core.xml'),
    ]),
    'docProps/core.xml': `<cp:coreProperties ${core}>${parts.core ?? ''}</cp:coreProperties>`,
    'word/document.xml': `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationsPart([...relations, ...links]),
    ...Object.fromEntries(named.map(([part, xml]) => [`word/${part}.xml`, xml])),
    ...parts.files,
  })
}

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`

const relationsPart = (relations: readonly string[]): string =>
  `<Relationships ${PACKAGE}>${relations.join('')}</Relationships>`

/** An archive of texts. */
export const packed = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        [new TextEncoder().encode(text), { mtime: new Date(2020, 0, 1) }],
      ]),
    ),
  )

/** A run of words, with the XML of its properties. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`

/** A paragraph of runs, with the XML of its properties. */
export const paragraph = (runs: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`

/** A row of a table; each cell is the XML of its paragraphs. */
export const row = (...cells: readonly string[]): string =>
  `<w:tr>${cells.map((inside) => `<w:tc><w:tcPr><w:tcW w:w="1"/></w:tcPr>${inside}</w:tc>`).join('')}</w:tr>`

/** A table of rows. */
export const table = (...rows: readonly string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`
