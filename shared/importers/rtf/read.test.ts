import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Block, plainText } from '../../model/document'
import type { ReadDocument } from '../importer'
import { importerFor, readDocument } from '../index'
import { readingFaults } from '../reading-faults'

/** The bytes of a file that is written in ASCII here: `\xHH` are its bytes. */
const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const HEAD =
  "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f1\\fnil\\fcharset134 \\'cb\\'ce\\'cc\\'e5{\\*\\falt SimSun};}" +
  '{\\f2\\fcharset2 Symbol;}{\\f3\\fcharset128 MS Mincho;}{\\f4\\fcharset136 PMingLiU;}{\\f5\\fcharset204 Arial Cyr;}{\\f6\\fcharset2 Wingdings;}}' +
  '{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\ql \\snext0 Normal;}{\\s1\\outlinelevel0\\b \\sbasedon0 heading 1;}' +
  "{\\s2 \\'b1\\'ea\\'cc\\'e2 2;}{\\s3\\sbasedon2 own;}{\\s4 Quote;}{\\s5 \\u26631 ?\\u-26472 ?;}{\\*\\cs10 Default Paragraph Font;}}\n"
const read = (body: string): Promise<ReadDocument> =>
  readDocument({ name: 'a.rtf', bytes: bytesOf(`${HEAD}${body}}`) }, {})
const blocksOf = async (body: string): Promise<readonly Block[]> => (await read(body)).blocks
const textsOf = async (body: string): Promise<string[]> => (await blocksOf(body)).map(({ text }) => text)
const LONG = 'The whole day was spent on the question of the harvest, and on what was to be done about it.'

test('bytes are read in the code page of their font, over line ends, and characters in Unicode once', async () => {
  expect(
    await textsOf(
      "\\pard\\f1 \\'d6\\'d0\n\\'b9\\'fa{\\f0 , caf\\u233?}.\\par" +
        "\\f3 \\'93\\'fa\\'96\\'7b.\\par" +
        "\\f4\\'a4\\'a4\\'a4\\'e5.\\par\\f5 \\'cc\\'e8\\'f0.\\par" +
        "\\f0\\uc2\\u20013\\'d6\\'d0\\uc1\\u-10179?\\u-8704?\\u24220?.\\par\\f3\\'83A.\\par",
    ),
  ).toEqual(['中国, café.', '日本.', '中文.', 'Мир.', '中😀府.', 'ア.'])
})

test('signs, spaces and fonts of symbols are read as what they show', async () => {
  const { blocks, remarks } = await read(
    "\\pard a\\emdash b\\~c\\_d\\-e\\tab f\\{\\\\\\}\\ldblquote g\\rdblquote{\\f2 a\\u-3933 ?}{\\f6\\'fc\\'01\\'21}\\line next.\\par",
  )
  expect(blocks.map(({ text }) => text)).toEqual(['a—b\u00a0c\u2011de\tf{\\}“g”α≤✓\ufffd', 'next.'])
  expect(remarks).toContainEqual({ key: 'import.symbols', params: { count: 1 } })
})

test('headings are known by the names of their styles, in any encoding, and by outline level', async () => {
  const blocks = await blocksOf(
    '\\pard\\plain\\s5 The title\\par\\pard\\plain\\s1\\b One\\par' +
      `\\pard\\plain ${LONG}\\par\\pard\\plain\\s2 Two\\par\\pard\\plain\\s3 Three\\par\\pard\\plain\\outlinelevel2 Four\\par` +
      `\\pard\\plain\\s4 ${LONG}\\par\\pard\\plain\\s1\\outlinelevel9 ${LONG}\\par`,
  )
  expect(blocks.map(({ kind, level, marks }) => [kind, level, marks])).toEqual([
    ['heading', 1, undefined],
    ['heading', 2, undefined],
    ['paragraph', undefined, undefined],
    ['heading', 3, undefined],
    ['heading', 3, undefined],
    ['heading', 4, undefined],
    ['quotation', 1, undefined],
    ['paragraph', undefined, undefined],
  ])
})

test('marks, links and items of lists come with their words', async () => {
  const blocks = await blocksOf(
    '\\pard\\plain plain {\\b bold {\\i both}} 10{\\super 2}H{\\sub 2}O \\b on\\b0 off ' +
      '{\\field{\\*\\fldinst{HYPERLINK "https://example.org/"}}{\\fldrslt{\\ul link}}}{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}.\\par' +
      "{\\listtext\\pard\\plain\\f2 \\'b7\\tab}\\pard\\ls1\\ilvl0 bullet\\par{\\pntext 2.\\tab}\\pard\\ilvl1 second\\par" +
      '{\\listtext 1.\\tab}\\pard\\s1 heading\\par',
  )
  expect(blocks[0]?.text).toBe('plain bold both 102H2O onoff link7.')
  expect(blocks[0]?.marks).toEqual([
    { start: 6, end: 15, kind: 'strong' },
    { start: 11, end: 15, kind: 'emphasis' },
    { start: 18, end: 19, kind: 'superscript' },
    { start: 20, end: 21, kind: 'subscript' },
    { start: 23, end: 25, kind: 'strong' },
    { start: 29, end: 33, kind: 'link', href: 'https://example.org/' },
  ])
  expect(blocks.slice(1).map(({ kind, level, marker, text }) => [kind, level, marker, text])).toEqual([
    ['listItem', 1, '•', 'bullet'],
    ['listItem', 2, '2.', 'second'],
    ['heading', 1, undefined, '1. heading'],
  ])
})

test('tables are a block for each row, tables in them are read into their cells', async () => {
  const blocks = await blocksOf(
    '\\trowd\\cellx1\\cellx2\\pard\\intbl a\\cell b\\par c\\cell\\row\\trowd\\pard\\intbl d\\cell\\cell\\row' +
      '\\trowd\\pard\\intbl e\\par\\pard\\intbl\\itap2 in\\nestcell ner\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}{\\nonesttables\\par}\\pard\\intbl f\\cell g\\cell\\row' +
      '\\pard after.\\par',
  )
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['tableRow', 'a\tb c'],
    ['tableRow', 'd\t'],
    ['tableRow', 'e in ner f\tg'],
    ['paragraph', 'after.'],
  ])
})

test('notes are called where they stand, by numbers or by signs of their own', async () => {
  const blocks = await blocksOf(
    '\\aftnnrlc\\pard One{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} first\\par second.} two{\\super *}{\\footnote{\\super *} starred.}' +
      ' three{\\super\\chftn}{\\footnote\\ftnalt{\\super\\chftn} at the end.} four{\\footnote unsigned.}.\\par',
  )
  expect(blocks.map(({ kind, marker, text }) => [kind, marker, text])).toEqual([
    ['paragraph', undefined, 'One1 two* threei four2.'],
    ['footnote', '1', 'first'],
    ['footnote', undefined, 'second.'],
    ['footnote', '*', '* starred.'],
    ['footnote', '2', 'unsigned.'],
    ['footnote', 'i', 'at the end.'],
  ])
  expect(blocks[0]?.marks?.map(({ kind, start }) => [kind, start])).toEqual([
    ['superscript', 3],
    ['superscript', 8],
    ['superscript', 15],
    ['superscript', 21],
  ])
})

test('comments stand on their words or in their paragraph, with author and date; answers with what they answer', async () => {
  const date = ((124 << 20) | (3 << 16) | (5 << 11) | (10 << 6) | 20) >>> 0
  const { blocks, comments = [] } = await read(
    '\\pard one {\\*\\atrfstart 1}\\u20013?two\\par three{\\*\\atrfend 1}{\\*\\atnid L}{\\*\\atnauthor Li}\\chatn' +
      `{\\*\\annotation{\\*\\atnref 1}{\\*\\atndate ${date}}\\pard\\plain why*\\par so?}` +
      '{\\*\\atnauthor B}{\\*\\annotation{\\*\\atnparent -1}answer} four.\\par ' +
      'five{\\*\\annotation point}.\\par',
  )
  const text = plainText(blocks)
  expect(text).toBe('one 中two\nthree four.\nfive.')
  expect(comments.map(({ start, end, text: words, author }) => [text.slice(start, end), words, author])).toEqual([
    ['中two\nthree', 'why\\*\n\nso?', 'Li'],
    ['中two\nthree', 'answer', 'B'],
    ['five.', 'point', undefined],
  ])
  expect(comments[0]?.at).toBe(Date.UTC(2024, 2, 5, 10, 20))
})

test('changes are read as accepted, hidden words, images and binary data are left out, and all are counted', async () => {
  const { blocks, remarks } = await read(
    '\\pard kept {\\deleted gone }{\\revised put in}{\\v hidden}{\\v too}.{\\pict\\pngblip 89504e47}{\\*\\shppict{\\pict\\bin4 }}}}}{\\nonshppict{\\pict 00}}' +
      '{\\object\\objemb{\\*\\objdata 0102}{\\result{\\pict 00}shown}}\\par' +
      '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt \\pard in a box.\\par}}{\\shprslt{\\*\\do twice}}}next.\\par',
  )
  expect(blocks.map(({ text }) => text)).toEqual(['kept put in.shown', 'next.', 'in a box.'])
  expect(remarks.map(({ key, params }) => [key, params?.count])).toEqual([
    ['import.trackedChanges', 2],
    ['import.hiddenText', 1],
    ['import.images', 2],
    ['import.embedded', 1],
  ])
})

test('properties become metadata, and running heads stand folded at the end', async () => {
  const { title, metadata, blocks } = await read(
    "{\\info{\\title \\'c4\\'ea\\'b6\\'c8\\'b1\\'a8\\'b8\\'e6}{\\author \\u29579?\\u26576?}{\\*\\company Office}{\\creatim\\yr2021\\mo5\\dy6\\hr7\\min8}{\\nofpages3}}" +
      `{\\header\\pard Internal\\par}{\\footerr\\pard{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}\\par}\\pard ${LONG}\\par`,
  )
  expect(title).toBe('年度报告')
  expect(metadata).toMatchObject({
    author: '王某',
    date: '2021-05-06T07:08',
    other: { company: 'Office' },
    evidence: { author: { by: 'properties', quote: '王某' } },
  })
  expect(blocks.slice(1).map(({ text, debris }) => [text, debris])).toEqual([
    ['Internal', 'repeated'],
    ['3', 'counter'],
  ])
})

test('a file is known by its content, and one that is cut off is read as far as it goes', async () => {
  expect(importerFor({ name: 'a.doc', bytes: bytesOf(HEAD) }).id).toBe('rtf')
  expect(await textsOf('\\trowd\\pard\\intbl a\\cell b{\\b c{\\footnote note')).toEqual(['a\tbc1', 'note'])
  expect(await textsOf('one.\\par}\\par outside')).toEqual(['one.'])
})

const words = fc.stringMatching(/^[a-z一-龥𠮷😃é ]{0,10}$/u)
const escaped = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
    .map((unit) => (unit < 0x80 ? String.fromCharCode(unit) : `\\u${unit > 0x7fff ? unit - 0x10000 : unit}?`))
    .join('')

test('any words in Unicode are read back as they were, however groups and print divide them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(words, { maxLength: 4 }), { minLength: 1, maxLength: 5 }), async (given) => {
      fc.pre(given.flat().some((text) => text.trim() !== ''))
      const body = given.map((runs) => `\\pard ${runs.map((text) => `{\\b ${escaped(text)}}`).join('')}\\par\n`)
      const document = await read(body.join(''))
      const expected = given.map((runs) => runs.join('').trim()).filter((text) => text !== '')
      expect(document.blocks.map(({ text }) => text)).toEqual(expected)
      expect(readingFaults({ documents: [document], failed: [] })).toEqual([])
    }),
    { numRuns: 100 },
  )
})
