import { strToU8, zipSync } from 'fflate'

const ODF = 'urn:oasis:names:tc:opendocument:xmlns'
const NAMESPACES = [
  ...['office', 'text', 'style', 'table', 'meta'].map((prefix) => `xmlns:${prefix}="${ODF}:${prefix}:1.0"`),
  `xmlns:draw="${ODF}:drawing:1.0"`,
  `xmlns:svg="${ODF}:svg-compatible:1.0"`,
  `xmlns:fo="${ODF}:xsl-fo-compatible:1.0"`,
  `xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
].join(' ')
const TYPE = 'application/vnd.oasis.opendocument.text'

/** The parts of a document beside its body, as the XML inside the elements named. */
export interface WrittenOdt {
  /** `office:styles` and `office:master-styles`. */
  readonly styles?: string
  readonly masters?: string
  /** `office:automatic-styles` of the content. */
  readonly automatic?: string
  /** `office:meta`. */
  readonly meta?: string
  /** Attributes of `office:text`. */
  readonly attributes?: string
  readonly files?: Readonly<Record<string, string>>
}

const part = (root: string, inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:${root} ${NAMESPACES} office:version="1.3">${inside}</office:${root}>`

/** An OpenDocument text for tests: `body` is the XML inside `office:text`. */
export function odtOf(body: string, parts: WrittenOdt = {}): Uint8Array {
  const { styles = '', masters = '', automatic = '', meta = '', attributes = '' } = parts
  const files: Record<string, string> = {
    mimetype: TYPE,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="${ODF}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}"/></manifest:manifest>`,
    'content.xml': part(
      'document-content',
      `<office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text ${attributes}>${body}</office:text></office:body>`,
    ),
    'styles.xml': part(
      'document-styles',
      `<office:styles>${styles}</office:styles><office:master-styles>${masters}</office:master-styles>`,
    ),
    'meta.xml': part('document-meta', `<office:meta>${meta}</office:meta>`),
    ...parts.files,
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [
        path,
        [strToU8(text), { mtime: new Date(2020, 0, 1), level: path === 'mimetype' ? 0 : 6 }],
      ]),
    ),
  )
}

/** A paragraph of XML, with the name of its style. */
export const p = (inside: string, style = 'Standard'): string => `<text:p text:style-name="${style}">${inside}</text:p>`
export const h = (level: number, inside: string, style = `Heading_20_${level}`): string =>
  `<text:h text:style-name="${style}" text:outline-level="${level}">${inside}</text:h>`
/** A list, its items given as XML. */
export const list = (attributes: string, ...items: readonly string[]): string =>
  `<text:list ${attributes}>${items.map((item) => `<text:list-item>${item}</text:list-item>`).join('')}</text:list>`
