import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { emptyProject } from '../../exporters/empty-project'
import { plainText } from '../../model/document'
import type { Problem } from '../../result'
import type { Incoming } from '../incoming'
import { qdpx } from '../qdpx'
import { readingInto } from '../round-trip.fixture'

// Projects in the manner of other programs, as their exports and their users' reports show it; none of it is theirs.

const empty = emptyProject({ id: '0193a000-0000-7000-8000-000000000001', name: 'New', created: 1 })
type Files = Readonly<Record<string, string | Uint8Array>>
const packed = (files: Files): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, words]) => [path, typeof words === 'string' ? strToU8(words) : words]),
    ),
  )
const read = async (files: Files): Promise<Incoming> =>
  qdpx.read({ name: 'p.qdpx', bytes: packed(files) }, readingInto(empty))
const keysOf = (problems: readonly Problem[]): string[] => problems.map(({ key }) => key.replace('exchange.', ''))
const toldOf = ({ report }: Incoming) => ({
  repaired: keysOf(report.repaired),
  unrepresented: keysOf(report.unrepresented),
  missing: keysOf(report.missing),
})
const NOTHING = { repaired: [], unrepresented: [], missing: [] }
const quotesOf = ({ records }: Incoming): string[] => (records.highlights ?? []).map(({ passage }) => passage.quote)
const g = (number: number): string => `0193a000-0000-7000-8000-${String(number).padStart(12, '0')}`
const project = (inside: string, more = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="P" ${more}>${inside}</Project>`
const codes = `<CodeBook><Codes><Code guid="${g(900)}" name="Code" isCodable="true" color="#ff8000"/></Codes></CodeBook>`
const coding = (number: number): string => `<Coding guid="${g(number)}"><CodeRef targetGUID="${g(900)}"/></Coding>`
const selection = (number: number, start: number, end: number, name = '', inside = coding(number + 500)): string =>
  `<PlainTextSelection guid="${g(number)}" name="${name}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`

test('MAXQDA: braces around GUIDs, a rich text beside the plain one, cases with values, a case for each document', async () => {
  const incoming = await read({
    'project.qde': project(
      `<Users><User guid="{${g(1).toUpperCase()}}" name="Anna"/></Users>${codes}` +
        `<Variables><Variable guid="${g(2)}" name="Age" typeOfVariable="Integer"/><Variable guid="${g(3)}" name="Urban" typeOfVariable="Boolean"/></Variables>` +
        `<Cases><Case guid="${g(4)}" name="Interview 1"><VariableValue><VariableRef targetGUID="${g(2)}"/><IntegerValue>42</IntegerValue></VariableValue>` +
        `<VariableValue><VariableRef targetGUID="${g(3)}"/><BooleanValue>true</BooleanValue></VariableValue><SourceRef targetGUID="${g(10)}"/></Case></Cases>` +
        `<Sources><TextSource guid="${g(10)}" name="Interview 1" richTextPath="internal://${g(10)}.docx" plainTextPath="internal://${g(10)}.txt" creatingUser="{${g(1)}}">` +
        `${selection(11, 4, 9, 'Hello')}</TextSource></Sources>`,
      'origin="MAXQDA 2022"',
    ),
    [`Sources/${g(10).toUpperCase()}.TXT`]: 'I: \nHello there',
    [`Sources/${g(10)}.docx`]: 'no Word document, but it stays beside the text',
  })
  expect(quotesOf(incoming)).toEqual(['Hello'])
  expect(Object.values(incoming.records.documents?.[0]?.attributes ?? {})).toEqual([42, 'true'])
  expect(toldOf(incoming)).toEqual(NOTHING)
})

test('ATLAS.ti: positions that count a line end as two where the file has one, two projects in one archive', async () => {
  const qde = project(
    `${codes}<Sources><TextSource guid="${g(10)}" name="D" plainTextPath="internal://D.txt">` +
      `${selection(11, 5, 8, '乙丙丁')}${selection(12, 10, 12, '戊己')}</TextSource></Sources>`,
  )
  const incoming = await read({
    'project.qde': qde,
    'backup/project.qde': project(''),
    'sources/D.txt': '甲甲甲\n乙丙丁\n戊己',
  })
  expect(quotesOf(incoming)).toEqual(['乙丙丁', '戊己'])
  expect(toldOf(incoming)).toEqual({
    ...NOTHING,
    repaired: ['countsLineEndsTwo'],
    unrepresented: ['otherProject'],
  })
})

test('NVivo: alpha before the colour, the first day of the calendar, users who are not listed, texts in folders', async () => {
  const incoming = await read({
    'Study.QDE': project(
      `<CodeBook><Codes><Code guid="${g(900)}" name="Code" isCodable="true" color="#FF0070C0"/><Code guid="${g(901)}" name="Other" isCodable="1" color="rgb(255, 0, 128)"/></Codes></CodeBook>` +
        `<Sources><TextSource guid="${g(10)}" name="Memo" plainTextPath="internal://a/T.txt" creationDateTime="0001-01-01T00:00:00">${selection(11, 0, 1, '甲')}</TextSource>` +
        `<TextSource guid="${g(12)}" name="Memo 2" plainTextPath="internal://b/T.txt" creatingUser="${g(77)}">${selection(13, 0, 1, '乙')}</TextSource></Sources>`,
      'creationDateTime="2019-12-17T10:20:30.1234567Z"',
    ),
    'Sources/a/T.txt': '\ufeff甲',
    'Sources/b/T.txt': '乙',
  })
  expect(quotesOf(incoming)).toEqual(['甲', '乙'])
  expect(incoming.records.themes?.map(({ colour }) => colour)).toEqual(['#0070c0', '#ff0080'])
  expect(incoming.records.documents?.[0]?.created).toBe(Date.UTC(2019, 11, 17, 10, 20, 30, 123))
  expect(toldOf(incoming)).toEqual({ ...NOTHING, repaired: ['colour'] })
})

test('a user who is not in the file is told where something is given to him', async () => {
  const inside = `<Coding guid="${g(20)}" creatingUser="${g(77)}"><CodeRef targetGUID="${g(900)}"/></Coding>`
  const incoming = await read({
    'project.qde': project(
      `${codes}<Sources><TextSource guid="${g(10)}" name="D"><PlainTextContent>words</PlainTextContent>${selection(11, 0, 5, 'words', inside)}</TextSource></Sources>`,
    ),
  })
  expect(toldOf(incoming)).toEqual({ ...NOTHING, repaired: ['unknownUser'] })
})

test('QualCoder and others: paths on the disk of who exported, names without a scheme, accents written in two ways', async () => {
  const incoming = await read({
    'project.qde': project(
      `<Sources><TextSource guid="${g(10)}" name="A" plainTextPath="relative:///documents/A.txt"/>` +
        `<TextSource guid="${g(11)}" name="B" plainTextPath="C:\\Users\\me\\B.txt"/>` +
        `<TextSource guid="${g(12)}" name="C" plainTextPath="re\u0301sume\u0301.txt"/>` +
        `<TextSource guid="${g(13)}" name="D" plainTextPath="internal://a%20b.txt"/>` +
        `<TextSource guid="${g(14)}" name="Gone" plainTextPath="file:///etc/passwd"/></Sources>`,
    ),
    'sources/A.txt': 'a',
    'sources/B.txt': 'b',
    'sources/r\u00e9sum\u00e9.txt': 'c',
    'sources/a b.txt': 'd',
  })
  expect(incoming.contents.map(({ blocks }) => plainText(blocks))).toEqual(['a', 'b', 'c', 'd', ''])
  expect(toldOf(incoming)).toEqual({ ...NOTHING, missing: ['missingUnmarked'] })
})

test('Transana and f4: transcripts of recordings are documents, their selections go from moment to moment', async () => {
  const point = (number: number, position: number): string =>
    `<SyncPoint guid="${g(number)}" timeStamp="${number * 1000}" position="${position}"/>`
  const marked = (number: number, ends: string): string =>
    `<TranscriptSelection guid="${g(number)}" ${ends}>${coding(number + 500)}</TranscriptSelection>`
  const incoming = await read({
    'project.qde': project(
      `${codes}<Variables><Variable guid="${g(2)}" name="Place" typeOfVariable="Text"/></Variables>` +
        `<Sources><AudioSource guid="${g(10)}" name="Talk" path="internal://talk.mp3"><Transcript guid="${g(11)}" name="Talk, written" plainTextPath="internal://talk.txt">` +
        `${point(20, 0)}${point(21, 3)}${point(22, 6)}${marked(30, `fromSyncPoint="${g(21)}" toSyncPoint="${g(22)}"`)}${marked(31, `fromSyncPoint="${g(22)}"`)}${marked(32, `fromSyncPoint="${g(99)}" toSyncPoint="${g(22)}"`)}</Transcript>` +
        `<AudioSelection guid="${g(33)}" begin="0" end="10"/><VariableValue><VariableRef targetGUID="${g(2)}"/><TextValue>Lhasa</TextValue></VariableValue></AudioSource>` +
        `<PictureSource guid="${g(40)}" name="Photo"><TextDescription guid="${g(41)}"><PlainTextContent>A house</PlainTextContent>${selection(42, 2, 7, 'house')}</TextDescription>` +
        `<PictureSelection guid="${g(43)}" firstX="0" firstY="0" secondX="9" secondY="9"/></PictureSource></Sources>`,
    ),
    'sources/talk.txt': '一二三四𠮷六七',
  })
  expect(incoming.records.documents?.map(({ title }) => title)).toEqual(['Talk, written', 'Photo'])
  expect(quotesOf(incoming)).toEqual(['四𠮷六', '七', '…', 'house'])
  expect(incoming.records.highlights?.map(({ lost }) => lost !== undefined)).toEqual([false, false, true, false])
  expect(incoming.records.documents?.[0]?.attributes).toEqual({ [g(2)]: 'Lhasa' })
  expect(incoming.records.taggings).toHaveLength(4)
  expect(toldOf(incoming)).toEqual({
    ...NOTHING,
    repaired: ['notInText'],
    unrepresented: ['audio', 'syncPoints', 'picture'],
  })
  expect(incoming.report.unrepresented.map(({ params }) => params?.selections ?? params?.count)).toEqual([1, 3, 1])
})

test('a PDF counts in its plain text; what is marked on the page only, graphs, and cases without texts are told', async () => {
  const incoming = await read({
    'project.qde': project(
      `${codes}<Sources><PDFSource guid="${g(10)}" name="Report" path="internal://r.pdf"><PDFSelection guid="${g(11)}" page="1" firstX="0" firstY="0" secondX="5" secondY="5"/>` +
        `<PDFSelection guid="${g(12)}" page="1" firstX="0" firstY="0" secondX="5" secondY="5"/>` +
        `<Representation guid="${g(13)}" plainTextPath="internal://r.txt">${selection(11, 0, 2, '报告')}</Representation></PDFSource></Sources>` +
        `<Cases><Case guid="${g(20)}" name="Nobody"/><Case guid="${g(21)}" name="Ministry"><Description>of what</Description><SourceRef targetGUID="${g(10)}"/></Case></Cases>` +
        `<Graphs><Graph guid="${g(30)}" name="Map"><Vertex guid="${g(31)}" representedGUID="${g(10)}" firstX="0" firstY="0"/></Graph></Graphs>`,
    ),
    'sources/r.pdf': '%PDF-1.4 and more',
    'sources/r.txt': '报告全文',
  })
  expect(quotesOf(incoming)).toEqual(['报告'])
  expect(incoming.records.documents?.[0]?.format).toBe('pdf')
  expect(toldOf(incoming)).toEqual({
    ...NOTHING,
    unrepresented: ['onPage', 'graphs', 'caseAlone', 'caseName', 'caseDescription'],
  })
})

test('what is marked on a page with words of its own is placed where they stand, however the lines run', async () => {
  const onPage = (number: number, more: string, inside = '') =>
    `<PDFSelection guid="${g(number)}" page="0" firstX="0" firstY="0" secondX="5" secondY="5" ${more}>${inside}${coding(number + 500)}</PDFSelection>`
  const own = (number: number, words: string): string =>
    `<Representation guid="${g(number)}"><PlainTextContent>${words}</PlainTextContent></Representation>`
  const incoming = await read({
    'project.qde': project(
      `${codes}<Sources><PDFSource guid="${g(10)}" name="Report" path="internal://r.pdf">` +
        onPage(11, 'name="PDF"', own(21, '三年来，全市\n上下 团结')) +
        onPage(12, 'name="twice"', own(22, '奋斗')) +
        onPage(13, 'name="over two lines of the page"') +
        onPage(14, 'name="a picture on the page"') +
        `<Representation guid="${g(15)}" plainTextPath="internal://r.txt"/></PDFSource></Sources>`,
    ),
    'sources/r.pdf': '%PDF-1.4 and more',
    'sources/r.txt': '三年来，\n全市上下团结奋斗，再奋斗。\nIt goes over two lines\nof the page here.',
  })
  expect((incoming.records.highlights ?? []).map(({ passage, lost }) => [passage.quote, lost === undefined])).toEqual([
    ['三年来，\n全市上下团结', true],
    ['奋斗', false],
    ['over two lines\nof the page', true],
  ])
  expect(incoming.records.taggings).toHaveLength(3)
  expect(toldOf(incoming)).toEqual({ ...NOTHING, repaired: ['notInText'], unrepresented: ['onPage'] })
})

test('cases and sets of recordings are those of their transcripts, also where a transcript stands among the texts', async () => {
  const recording = (number: number, inside: string): string =>
    `<AudioSource guid="${g(number)}" name="R${number}" path="internal://r${number}.mp3">${inside}</AudioSource>`
  const incoming = await read({
    'project.qde': project(
      `<CodeBook><Codes><Code guid="${g(901)}" name="" isCodable="true"/></Codes></CodeBook><Variables><Variable guid="${g(2)}" name="Age" typeOfVariable="Integer"/></Variables>` +
        `<Cases><Case guid="${g(4)}" name="Anna"><VariableValue><VariableRef targetGUID="${g(2)}"/><IntegerValue>42</IntegerValue></VariableValue><SourceRef targetGUID="${g(10)}"/></Case></Cases>` +
        `<Sources>${recording(10, `<Transcript guid="${g(11)}" name="T"><PlainTextContent>one</PlainTextContent></Transcript>`)}` +
        `${recording(12, `<Transcript guid="${g(13)}" plainTextPath="internal://t.txt"/>`)}${recording(14, coding(17))}` +
        `<TextSource guid="${g(15)}" name="T2" plainTextPath="internal://T.txt"/><TextSource guid="${g(16)}" name="T3" richTextPath="internal://t3.rtf"/></Sources>` +
        `<Sets><Set guid="${g(40)}" name="All"><MemberSource targetGUID="${g(10)}"/><MemberSource targetGUID="${g(12)}"/><MemberSource targetGUID="${g(14)}"/></Set>` +
        `<Set guid="${g(41)}" name="Twice"><MemberSource targetGUID="${g(16)}"/><MemberSource targetGUID="${g(16)}"/></Set></Sets>`,
    ),
    'sources/t.txt': 'two',
    'sources/t3.rtf': '{\\rtf1\\ansi three\\par}',
  })
  const { documents = [], documentGroups = [], themes = [] } = incoming.records
  expect(documents.map(({ title, attributes = {} }) => [title, ...Object.values(attributes)])).toEqual([
    ['T', 42],
    ['T2'],
    ['T3'],
  ])
  expect(plainText(incoming.contents.at(-1)?.blocks ?? [])).toBe('three')
  expect(documentGroups.map((group) => [group.name, group.documents])).toEqual([
    ['All', [g(11), g(15)]],
    ['Twice', [g(16)]],
  ])
  expect(themes.map(({ name }) => name)).toEqual(['Untitled'])
  expect(toldOf(incoming)).toEqual({
    ...NOTHING,
    repaired: ['unnamedTheme', 'readFromWord'],
    unrepresented: ['audio', 'audio', 'audio', 'wholeSource', 'setOfOthers', 'caseName'],
  })
})

test('sets hold codes, sources and notes; links join notes to selections, in any direction', async () => {
  const incoming = await read({
    'project.qde': project(
      `${codes}<Sources><TextSource guid="${g(10)}" name="D"><PlainTextContent>one two three</PlainTextContent>${selection(11, 0, 3, 'one')}${selection(12, 4, 7, 'two')}${selection(13, 8, 13, 'three', '')}</TextSource></Sources>` +
        `<Notes><Note guid="${g(20)}" name="Memo"><PlainTextContent>of two</PlainTextContent></Note><Note guid="${g(21)}"><PlainTextContent>of one</PlainTextContent></Note></Notes>` +
        `<Links><Link guid="${g(30)}" originGUID="${g(20)}" targetGUID="${g(12)}" direction="Associative"/><Link guid="${g(31)}" originGUID="${g(11)}" targetGUID="${g(21)}"/>` +
        `<Link guid="${g(32)}" name="explains" originGUID="${g(11)}" targetGUID="${g(13)}" direction="oneway"/><Link guid="${g(33)}" originGUID="${g(900)}" targetGUID="${g(11)}"/></Links>` +
        `<Sets><Set guid="${g(40)}" name="Mixed"><MemberCode targetGUID="${g(900)}"/><MemberSource targetGUID="${g(10)}"/><MemberNote targetGUID="${g(20)}"/></Set></Sets>`,
    ),
  })
  const quotes = new Map(incoming.records.highlights?.map(({ id, passage }) => [id, passage.quote]))
  expect(incoming.records.notes?.map(({ about, text }) => [quotes.get(about.id), text])).toEqual([
    ['two', '**Memo**\n\nof two'],
    ['one', 'of one'],
  ])
  expect(incoming.records.links?.map(({ from, relation, to }) => [quotes.get(from), relation, quotes.get(to)])).toEqual(
    [['one', 'explains', 'three']],
  )
  expect(incoming.records.themeGroups?.map(({ name, themes }) => [name, themes.length])).toEqual([['Mixed', 1]])
  expect(incoming.records.documentGroups?.map(({ name, documents }) => [name, documents.length])).toEqual([
    ['Mixed', 1],
  ])
  expect(toldOf(incoming)).toEqual({ ...NOTHING, unrepresented: ['otherLink', 'setOfNotes'] })
})
