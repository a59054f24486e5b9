import { zipSync } from 'fflate'

/** A page of a book by its path below `OEBPS/`, and the XML inside its body. */
export type WrittenPages = Readonly<Record<string, string>>

/** The parts of a book beside its pages. */
export interface WrittenBook {
  /** What stands in the metadata, with the prefixes dc and opf. */
  readonly metadata?: string
  /** The list inside the navigation document. Without it there is none. */
  readonly nav?: string
  /** The points inside the NCX's map. Without it there is none. */
  readonly ncx?: string
  readonly guide?: string
  /** Further files, or others in the place of those made here, by their paths in the archive. */
  readonly files?: Readonly<Record<string, string>>
}

const CONTAINER =
  '<?xml version="1.0"?><container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">' +
  '<rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'

/** A book for tests: its pages in this order. */
export function epubOf(
  pages: WrittenPages,
  { metadata = '', nav, ncx, guide, files = {} }: WrittenBook = {},
): Uint8Array {
  const paths = Object.keys(pages)
  const items = paths.map((path, n) => `<item id="p${n}" href="${path}" media-type="application/xhtml+xml"/>`)
  if (nav !== undefined)
    items.push('<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>')
  if (ncx !== undefined) items.push('<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>')
  const opf =
    '<?xml version="1.0" encoding="utf-8"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">' +
    `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata>` +
    `<manifest>${items.join('')}</manifest>` +
    `<spine${ncx === undefined ? '' : ' toc="ncx"'}>${paths.map((_, n) => `<itemref idref="p${n}"/>`).join('')}</spine>` +
    `${guide === undefined ? '' : `<guide>${guide}</guide>`}</package>`
  const all: Record<string, string> = {
    'META-INF/container.xml': CONTAINER,
    'OEBPS/content.opf': opf,
    ...Object.fromEntries(Object.entries(pages).map(([path, body]) => [`OEBPS/${path}`, xhtml(body)])),
    ...(nav === undefined ? {} : { 'OEBPS/nav.xhtml': xhtml(`<nav epub:type="toc">${nav}</nav>`) }),
    ...(ncx === undefined ? {} : { 'OEBPS/toc.ncx': ncxOf(ncx) }),
    ...files,
  }
  const encoder = new TextEncoder()
  const mtime = new Date(2020, 0, 1)
  return zipSync({
    mimetype: [encoder.encode('application/epub+zip'), { level: 0, mtime }],
    ...Object.fromEntries(
      Object.entries(all).map(([path, text]) => [path, [encoder.encode(text), { mtime }] as const]),
    ),
  } as Parameters<typeof zipSync>[0])
}

const xhtml = (body: string): string =>
  body.startsWith('<?xml')
    ? body
    : '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" ' +
      `xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>${body.startsWith('<body') ? body : `<body>${body}</body>`}</html>`

const ncxOf = (points: string): string =>
  '<?xml version="1.0"?><!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">' +
  `<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1"><navMap>${points}</navMap></ncx>`

/** A point of an NCX, with those below it. */
export const navPoint = (title: string, target: string, inner = ''): string =>
  `<navPoint><navLabel><text>${title}</text></navLabel><content src="${target}"/>${inner}</navPoint>`
