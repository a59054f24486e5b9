import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Block } from '../../model/document'
import type { ReadDocument } from '../importer'
import { readDocument, readFile } from '../index'
import { epubOf, navPoint, type WrittenBook, type WrittenPages } from './epub-by-hand'

const read = (pages: WrittenPages, book?: WrittenBook): Promise<ReadDocument> =>
  readDocument({ name: 'x.epub', bytes: epubOf(pages, book) }, {})
const told = (blocks: readonly Block[]): string[] =>
  blocks.map(({ kind, level, text, debris }) => `${debris ?? kind}${level ?? ''} ${text}`)

test('a title of the table of contents heads a page that has none, at its depth', async () => {
  const nav = '<ol><li><a href="a.xhtml">One</a><ol><li><a href="b.xhtml">Two</a></li></ol></li></ol>'
  const { blocks } = await read({ 'a.xhtml': '<p>first</p>', 'b.xhtml': '<p>second</p>' }, { nav })
  expect(told(blocks)).toEqual(['heading1 One', 'paragraph first', 'heading2 Two', 'paragraph second'])
})

test('a line that is the title becomes the heading, and headings below it move with it', async () => {
  const nav = '<ol><li><a href="a.xhtml">One: Stone</a></li><li><a href="b.xhtml">Two</a></li></ol>'
  const pages = {
    'a.xhtml': '<p>One</p><p>One — Stone</p><p>first</p>',
    'b.xhtml': '<h2>Two</h2><p>x</p><h3>inner</h3><p>y</p>',
  }
  expect(told((await read(pages, { nav })).blocks)).toEqual([
    'paragraph One',
    'heading1 One — Stone',
    'paragraph first',
    'heading1 Two',
    'paragraph x',
    'heading2 inner',
    'paragraph y',
  ])
})

test('chapters are documents of their own when that is asked for', async () => {
  const ncx = navPoint('One', 'a.xhtml', navPoint('Part', 'a.xhtml#p')) + navPoint('Two', 'b.xhtml#t')
  const pages = {
    'title.xhtml': '<p>The book</p>',
    'a.xhtml': '<p>first</p><p id="p">in detail</p>',
    'b.xhtml': '<p>rest of one</p><div id="t"><p>second</p></div>',
  }
  const bytes = epubOf(pages, {
    ncx,
    metadata: '<dc:title>Book</dc:title><dc:creator>A. Bell</dc:creator><dc:publisher>P</dc:publisher>',
  })
  const { documents } = await readFile({ name: 'x.epub', bytes }, { chapters: 'documents' })
  expect(documents.map(({ title, blocks }) => [title, ...told(blocks)])).toEqual([
    ['Book', 'paragraph The book'],
    ['One', 'heading1 One', 'paragraph first', 'heading2 Part', 'paragraph in detail', 'paragraph rest of one'],
    ['Two', 'heading1 Two', 'paragraph second'],
  ])
  expect(documents[1]?.metadata).toMatchObject({
    title: 'One',
    author: 'A. Bell',
    source: 'Book',
    other: { publisher: 'P' },
  })
})

test('notes on a page of their own are notes to the pages that call them', async () => {
  const { blocks } = await read({
    'a.xhtml': '<p>water<a epub:type="noteref" href="notes.xhtml#n1">1</a></p>',
    'notes.xhtml': '<ol><li id="n1"><p>A river. <a href="a.xhtml">↩</a></p></li></ol>',
  })
  expect(blocks).toMatchObject([
    { text: 'water1', marks: [{ start: 5, end: 6, kind: 'superscript' }] },
    { kind: 'footnote', marker: '1', text: 'A river.' },
  ])
})

test('the pages of the printed book are kept', async () => {
  const { blocks } = await read({
    'a.xhtml':
      '<span epub:type="pagebreak" title="iv"/><p>one</p><p>two<span epub:type="pagebreak" id="p5" title="5"/> three</p><p>four <span role="doc-pagebreak" aria-label="Page 6"/></p><p>five</p>',
  })
  expect(blocks).toEqual([
    { kind: 'paragraph', text: 'one', page: 'iv' },
    { kind: 'paragraph', text: 'two three', page: 'iv', pageBreaks: [{ at: 3, page: '5' }] },
    { kind: 'paragraph', text: 'four', page: '5' },
    { kind: 'paragraph', text: 'five', page: '6' },
  ])
})

test('elements that close themselves, as in XHTML, swallow nothing', async () => {
  const { blocks } = await read({
    'a.xhtml': '<p><a id="x"/>one <i/>two</p><script src="x.js"/><div/><p>three &amp; <![CDATA[<four>]]></p>',
  })
  expect(told(blocks)).toEqual(['paragraph one two', 'paragraph three & <four>'])
})

test('cover, contents and imprint are folded, and a page full of links to the others is a table of contents', async () => {
  const links = ['a', 'b', 'c', 'd'].map((name) => `<p><a href="${name}.xhtml">Chapter ${name}</a></p>`).join('')
  const pages = {
    'cover.xhtml': '<body epub:type="cover"><p>Cover</p></body>',
    'links.xhtml': links,
    'a.xhtml': '<p>text</p>',
    'imprint.xhtml': '<section epub:type="copyright-page"><p>Printed in 1999</p></section>',
    'old.xhtml': '<p>Contents, too</p>',
  }
  const { blocks } = await read(pages, { guide: '<reference type="toc" href="old.xhtml"/>' })
  expect(blocks.map(({ debris }) => debris)).toEqual([
    ...Array(5).fill('navigation'),
    undefined,
    'footer',
    'navigation',
  ])
})

test('the metadata of EPUB 2 and 3 is read, each with its evidence', async () => {
  const { metadata, language } = await read(
    { 'a.xhtml': '<p>河水</p>' },
    {
      metadata:
        '<dc:title id="s">纪事</dc:title><meta refines="#s" property="title-type">subtitle</meta><dc:title id="m">修桥的人</dc:title><meta refines="#m" property="title-type">main</meta>' +
        '<dc:creator opf:role="aut">何秋</dc:creator><dc:creator opf:role="trl">Tom Reed</dc:creator><dc:date opf:event="modification">2020-01-02</dc:date><dc:date>1999-05</dc:date>' +
        '<dc:language>zh-TW</dc:language><dc:identifier id="id">urn:isbn:9787000000001</dc:identifier>',
    },
  )
  expect(metadata).toMatchObject({
    title: '修桥的人',
    subtitle: '纪事',
    author: '何秋',
    date: '1999-05',
    other: { translator: 'Tom Reed', isbn: '9787000000001' },
    evidence: { author: { by: 'properties', quote: 'dc:creator: 何秋' } },
  })
  expect(language).toBe('zh-Hant')
})

const LOCK = (algorithm: string, path: string): string =>
  '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData>' +
  `<enc:EncryptionMethod Algorithm="${algorithm}"/><enc:CipherData><enc:CipherReference URI="${path}"/></enc:CipherData></enc:EncryptedData></encryption>`
test('a book that is locked is refused, one whose fonts are obfuscated is read', async () => {
  const pages = { 'a.xhtml': '<p>text</p>' }
  const locked = { 'META-INF/encryption.xml': LOCK('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OEBPS/a.xhtml') }
  await expect(read(pages, { files: locked })).rejects.toMatchObject({ problem: { key: 'import.bookLocked' } })
  for (const font of [
    LOCK('http://www.idpf.org/2008/embedding', 'OEBPS/a.otf'),
    LOCK('http://www.w3.org/2001/04/xmlenc#aes128-cbc', 'OEBPS/a.otf'),
  ]) {
    expect((await read(pages, { files: { 'META-INF/encryption.xml': font } })).blocks).toHaveLength(1)
  }
})

test.each<[string, Record<string, string>, string]>([
  ['without a package document', { 'META-INF/container.xml': '<container/>', 'a.xhtml': '' }, 'import.partMissing'],
  ['whose package document is no XML', { 'OEBPS/content.opf': '<package' }, 'import.partDamaged'],
  ['without pages', { 'OEBPS/content.opf': '<package/>' }, 'import.noText'],
])('a book %s is refused', async (_, files, key) => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const own = { mimetype: encode('application/epub+zip') }
  const bytes = zipSync({
    ...own,
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [path, encode(text)])),
  })
  await expect(readDocument({ name: 'x.epub', bytes }, {})).rejects.toMatchObject({ problem: { key } })
})

test('pages that are listed twice, are missing or lead out of the book are passed over', async () => {
  const opf =
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="../../etc/passwd" media-type="application/xhtml+xml"/><item id="c" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>' +
    '<spine><itemref idref="a"/><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/><itemref idref="none"/></spine></package>'
  const { blocks } = await read({ 'a.xhtml': '<p>text</p>' }, { files: { 'OEBPS/content.opf': opf } })
  expect(told(blocks)).toEqual(['paragraph text'])
})

test('a table of contents that is damaged is done without', async () => {
  const { blocks } = await read({ 'a.xhtml': '<p>text</p>' }, { ncx: '<navPoint><broken>' })
  expect(told(blocks)).toEqual(['paragraph text'])
})
