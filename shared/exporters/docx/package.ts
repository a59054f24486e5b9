import type { Time } from '../../model/ids'
import { type ArchiveWriter, archiveWriter } from '../archive-writer'
import { utf8Chunks } from '../bytes'
import { utc } from '../times'
import { type Face, numberingXml, stylesXml } from './styles'
import { BULLETS, paragraph, type WordXml, xmlWords } from './wordml'

/** What a Word document is made of. */
export interface WordDocument {
  readonly title: string
  readonly face: Face
  readonly now: Time
  /** What stands in it, asked for once. */
  readonly body: Iterable<WordXml>
  /** Its comments, and the addresses that the body points to as `rId…`; both are asked for after the body. */
  comments(): readonly WordXml[]
  links(): readonly string[]
}

/** Addresses that a body points to: the first is `rIdLink1`. */
export class Links {
  private readonly all = new Map<string, number>()

  linkTo(href: string): string {
    const known = this.all.get(href) ?? this.all.size + 1
    this.all.set(href, known)
    return `rIdLink${known}`
  }

  get addresses(): readonly string[] {
    return [...this.all.keys()]
  }
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
/** A4 with margins of an inch, and the last of `PARTS` at its foot. */
const PAGE =
  '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/><w:docGrid w:linePitch="360"/></w:sectPr>'
const PARTS = ['styles', 'numbering', 'settings', 'comments', 'footer'] as const

const relationships = (all: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"${mode}/>`

function* root(name: string, inside: Iterable<WordXml>): Generator<string> {
  yield `${HEAD}<w:${name} xmlns:w="${MAIN}" xmlns:r="${OFFICE}">`
  yield* inside
  yield `</w:${name}>`
}

function* bodyXml(body: Iterable<WordXml>): Generator<WordXml> {
  yield '<w:body>'
  yield* body
  yield `${PAGE}</w:body>`
}

/** Properties of the file, as the Open Packaging Conventions have them. */
function coreXml({ title, now }: WordDocument): string {
  const time = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${utc(now)}</dcterms:${name}>`
  return `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlWords(title)}</dc:title><dc:creator>Pingdian</dc:creator><cp:lastModifiedBy>Pingdian</cp:lastModifiedBy>${time('created')}${time('modified')}</cp:coreProperties>`
}

const contentTypes = (): string => {
  const part = (name: string, type: string): string => `<Override PartName="${name}" ContentType="${type}"/>`
  const parts = PARTS.map((name) => part(`/word/${name}.xml`, `${TYPE}.${name}+xml`)).join('')
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('/word/document.xml', `${TYPE}.document.main+xml`)}${parts}${part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`
}

/** The document as a file of Office Open XML (ECMA-376, transitional). The body is packed as it comes and not held. */
export function wordFile(document: WordDocument): Uint8Array {
  const archive: ArchiveWriter = archiveWriter()
  const add = (path: string, parts: Iterable<string>): void => archive.add(path, utf8Chunks(parts))
  add('[Content_Types].xml', [contentTypes()])
  add('_rels/.rels', [
    relationships([
      relationship('rId1', `${OFFICE}/officeDocument`, 'word/document.xml'),
      relationship('rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
    ]),
  ])
  add('docProps/core.xml', [coreXml(document)])
  add('word/document.xml', root('document', bodyXml(document.body)))
  add('word/comments.xml', root('comments', document.comments()))
  add('word/styles.xml', root('styles', [stylesXml(document.face)]))
  add('word/numbering.xml', root('numbering', [numberingXml(BULLETS)]))
  add('word/settings.xml', root('settings', [SETTINGS]))
  add('word/footer.xml', root('ftr', [FOOTER]))
  add('word/_rels/document.xml.rels', [
    relationships([
      ...PARTS.map((name, at) => relationship(`rId${at + 1}`, `${OFFICE}/${name}`, `${name}.xml`)),
      ...document
        .links()
        .map((href, at) =>
          relationship(`rIdLink${at + 1}`, `${OFFICE}/hyperlink`, xmlWords(href), ' TargetMode="External"'),
        ),
    ]),
  ])
  return archive.end()
}

/** The number of the page, which Word counts; without one of ours, that would be read as a word of the text. */
const FOOTER = paragraph({ style: 'Footer' }, '<w:fldSimple w:instr="PAGE"/>')
const SETTINGS =
  '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
