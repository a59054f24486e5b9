import { expect, test } from 'vitest'
import type { Block } from '../../model/document'
import { ProblemError } from '../../result'
import type { ReadDocument } from '../importer'
import { readDocument, readFile } from '../index'
import { docxOf, packed, paragraph, row, run, table, type WrittenDocument } from './docx-by-hand'

const read = (body: string, parts?: WrittenDocument, name = 'a.docx'): Promise<ReadDocument> =>
  readDocument({ name, bytes: docxOf(body, parts) }, {})
const blocksOf = async (body: string, parts?: WrittenDocument): Promise<readonly Block[]> =>
  (await read(body, parts)).blocks
const textsOf = async (body: string, parts?: WrittenDocument): Promise<string[]> =>
  (await blocksOf(body, parts)).map(({ text }) => text)
const problemOf = async (bytes: Uint8Array, name = 'a.docx'): Promise<string> => {
  try {
    await readFile({ name, bytes }, {})
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.key
    throw error
  }
  return 'none'
}
const styled = (style: string, text: string): string => paragraph(run(text), `<w:pStyle w:val="${style}"/>`)
const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const inList = (list: number, level: number, text: string): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const LONG = '会议强调，要坚持以人民为中心的发展思想，扎实推进各项重点工作，确保全年目标任务顺利完成。'

test('headings are known by the names of their styles in any language, by the styles those are based on, and by outline level', async () => {
  const blocks = await blocksOf(
    styled('a3', '关于推进乡村振兴的意见') +
      styled('1', '总体要求') +
      paragraph(run(LONG)) +
      styled('own', '基本原则') +
      paragraph(run(LONG)) +
      paragraph(run('保障措施'), '<w:outlineLvl w:val="2"/>') +
      styled('level2', '组织领导') +
      paragraph(run(LONG), '<w:pStyle w:val="1"/><w:outlineLvl w:val="9"/>'),
    {
      styles:
        style('a3', '标题') +
        style('1', 'heading 1') +
        style('2', '标题 2') +
        style('own', '我的样式', '<w:basedOn w:val="2"/>') +
        style('level2', '二级标题'),
    },
  )
  expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 1],
    ['heading', 2],
    ['paragraph', undefined],
    ['heading', 3],
    ['paragraph', undefined],
    ['heading', 4],
    ['heading', 3],
    ['paragraph', undefined],
  ])
})

const NUMBERING =
  '<w:abstractNum w:abstractNumId="0">' +
  '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>' +
  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>' +
  '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2.%3"/></w:lvl>' +
  '</w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0d8"/>' +
  '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' +
  '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>'

test('items of lists have the markers that Word counts, on all levels, and lists that start anew', async () => {
  const blocks = await blocksOf(
    inList(1, 0, '甲') +
      inList(1, 1, '乙') +
      inList(1, 1, '丙') +
      inList(1, 2, '丁') +
      inList(1, 0, '戊') +
      inList(1, 1, '己') +
      inList(2, 0, '庚') +
      inList(3, 0, '辛') +
      inList(0, 0, '壬') +
      inList(9, 0, '癸'),
    { numbering: NUMBERING },
  )
  expect(blocks.map(({ kind, level, marker, text }) => [kind, level, marker, text])).toEqual([
    ['listItem', 1, '一、', '甲'],
    ['listItem', 2, '（一）', '乙'],
    ['listItem', 2, '（二）', '丙'],
    ['listItem', 3, '1.2.1', '丁'],
    ['listItem', 1, '二、', '戊'],
    ['listItem', 2, '（一）', '己'],
    ['listItem', 1, '➢', '庚'],
    ['listItem', 1, '十一、', '辛'],
    ['paragraph', undefined, undefined, '壬'],
    ['paragraph', undefined, undefined, '癸'],
  ])
})

test('the number that Word sets before a heading is part of its words', async () => {
  const [first, second] = await blocksOf(styled('1', '总体要求') + styled('2', 'Aims') + paragraph(run(LONG)), {
    styles:
      style('1', 'heading 1', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>') +
      style('2', 'heading 2', '<w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
    numbering: NUMBERING,
  })
  expect(first).toMatchObject({ kind: 'heading', level: 1, text: '一、总体要求' })
  expect(second).toMatchObject({ kind: 'heading', level: 2, text: '1.1.1 Aims' })
})

test('marks are those of the words, of their style, and not those that make a heading look like one', async () => {
  const [heading, text] = await blocksOf(
    styled('1', 'Title words') +
      paragraph(
        run('bold', '<w:b/>') +
          run('er', '<w:b w:val="1"/>') +
          run(' plain ', '<w:b w:val="0"/>') +
          run('set', '<w:rStyle w:val="s"/>') +
          run('2', '<w:vertAlign w:val="superscript"/>') +
          run('点', '<w:em w:val="dot"/>'),
      ),
    {
      styles:
        style('1', 'heading 1', '<w:rPr><w:b/></w:rPr>') +
        '<w:style w:type="character" w:styleId="s"><w:name w:val="Strong"/><w:rPr><w:b/><w:i/></w:rPr></w:style>',
    },
  )
  expect(heading?.marks).toBeUndefined()
  expect(text?.text).toBe('bolder plain set2点')
  expect(text?.marks).toEqual([
    { start: 0, end: 6, kind: 'strong' },
    { start: 13, end: 16, kind: 'strong' },
    { start: 13, end: 16, kind: 'emphasis' },
    { start: 16, end: 17, kind: 'superscript' },
    { start: 17, end: 18, kind: 'emphasis' },
  ])
})

test('links keep web and mail addresses, whether they are elements or fields; others are counted', async () => {
  const field = (instruction: string, result: string): string =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r>` +
    `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const { blocks, remarks } = await read(
    paragraph(
      `<w:hyperlink r:id="web">${run('one')}</w:hyperlink> ${run(' ')}` +
        field(' HYPERLINK "mailto:a@b.example" ', run('two')) +
        `<w:hyperlink r:id="bad">${run(' three')}</w:hyperlink>` +
        `<w:hyperlink w:anchor="place">${run(' four')}</w:hyperlink>` +
        field(' PAGE ', run(' 7')) +
        `<w:fldSimple w:instr=" DATE ">${run(' today')}</w:fldSimple>` +
        field(` IF ${field('X', run('hidden'))}`, run(' if')),
    ),
    { links: { web: 'https://example.org/a', bad: 'file:///etc/passwd' } },
  )
  expect(blocks[0]?.text).toBe('one two three four 7 today if')
  expect(blocks[0]?.marks).toEqual([
    { start: 0, end: 3, kind: 'link', href: 'https://example.org/a' },
    { start: 4, end: 7, kind: 'link', href: 'mailto:a@b.example' },
  ])
  expect(remarks).toEqual([{ key: 'import.addresses', params: { count: 1 } }])
})

test('a table is a block for each row; a frame around a text, or around headings, is the text', async () => {
  const blocks = await blocksOf(
    table(
      row(paragraph(run('年份')), paragraph(run('数量', '<w:b/>'))),
      row(paragraph(run('2020')), paragraph(run('一')) + paragraph(run('二\t三'))),
      row(paragraph(''), paragraph('')),
    ) +
      table(row(paragraph(run('framed')) + paragraph(run('text')))) +
      table(row(paragraph(run('outer')), table(row(paragraph(run('in')), paragraph(run('ner')))))),
  )
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['tableRow', '年份\t数量'],
    ['tableRow', '2020\t一 二 三'],
    ['paragraph', 'framed'],
    ['paragraph', 'text'],
    ['tableRow', 'outer\tin ner'],
  ])
  expect(blocks[0]?.marks).toEqual([{ start: 3, end: 5, kind: 'strong' }])
})

test('notes are called by raised signs and stand at the end in the order of their calls', async () => {
  const call = (kind: string, id: string): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`
  const note = (kind: string, id: string, ...texts: readonly string[]): string =>
    `<w:${kind} w:id="${id}">${texts.map((text) => paragraph(`<w:r><w:${kind}Ref/></w:r>${run(` ${text}`)}`)).join('')}</w:${kind}>`
  const blocks = await blocksOf(
    paragraph(run('Words') + call('footnote', '3') + run(' more.') + call('endnote', '1') + call('footnote', '2')) +
      paragraph(
        `${run('own')}<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="4" w:customMarkFollows="1"/><w:t>*</w:t></w:r>`,
      ),
    {
      settings: '<w:footnotePr><w:numFmt w:val="decimalEnclosedCircle"/></w:footnotePr>',
      footnotes:
        `<w:footnote w:type="separator" w:id="0">${paragraph(run('----'))}</w:footnote>` +
        note('footnote', '2', 'second') +
        note('footnote', '3', 'first', 'goes on') +
        note('footnote', '4', 'starred'),
      endnotes: note('endnote', '1', 'at the end'),
    },
  )
  expect(blocks.map(({ kind, marker, text }) => [kind, marker, text])).toEqual([
    ['paragraph', undefined, 'Words① more.i②'],
    ['paragraph', undefined, 'own*'],
    ['footnote', '①', 'first'],
    ['footnote', undefined, 'goes on'],
    ['footnote', 'i', 'at the end'],
    ['footnote', '②', 'second'],
    ['footnote', '*', 'starred'],
  ])
  expect(blocks[0]?.marks?.map(({ kind }) => kind)).toEqual(['superscript', 'superscript'])
  expect(blocks[1]?.marks).toEqual([{ start: 3, end: 4, kind: 'superscript' }])
})

test('tracked changes are read as accepted, and counted', async () => {
  const by = 'w:author="王" w:date="2024-01-01T00:00:00Z"'
  const { blocks, remarks } = await read(
    paragraph(
      `${run('旧')}<w:del ${by}><w:r><w:delText>删去</w:delText></w:r></w:del><w:ins ${by}>${run('添加')}</w:ins>` +
        `<w:moveFrom ${by}>${run('移走')}</w:moveFrom><w:r><w:rPr><w:b/><w:rPrChange ${by}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>新</w:t></w:r>`,
    ) +
      paragraph(run('joined '), `<w:rPr><w:del ${by}/></w:rPr>`) +
      paragraph(run('to this')) +
      paragraph(`<w:del ${by}><w:r><w:delText>all of it</w:delText></w:r></w:del>`),
  )
  expect(blocks.map(({ text }) => text)).toEqual(['旧添加新', 'joined to this'])
  expect(blocks[0]?.marks).toEqual([{ start: 3, end: 4, kind: 'strong' }])
  expect(remarks).toEqual([{ key: 'import.trackedChanges', params: { count: 4 } }])
})

test('pages are those of Word’s last layout, numbered as the sections say', async () => {
  const turn = '<w:r><w:lastRenderedPageBreak/></w:r>'
  const blocks = await blocksOf(
    paragraph(run('序')) +
      paragraph(`${turn}${run('二')}`) +
      paragraph('', '<w:sectPr><w:pgNumType w:fmt="lowerRoman"/></w:sectPr>') +
      paragraph(`${turn}${run('正文')}${turn}${run('继续')}`) +
      table(row(paragraph(`${run('甲')}${turn}${run('乙')}`), paragraph(`${run('丙')}${turn}${run('丁')}`))) +
      paragraph(run('完')) +
      '<w:sectPr><w:pgNumType w:start="1"/></w:sectPr>',
  )
  expect(blocks.map(({ text, page, pageBreaks }) => [text, page, pageBreaks])).toEqual([
    ['序', 'i', undefined],
    ['二', 'ii', undefined],
    ['正文继续', '1', [{ at: 2, page: '2' }]],
    ['甲乙\t丙丁', '2', [{ at: 1, page: '3' }]],
    ['完', '3', undefined],
  ])
  expect((await blocksOf(paragraph(run('no pages'))))[0]).not.toHaveProperty('page')
})

test('sections number their notes in their own way, anew on each page', async () => {
  const call = (id: number): string => `${run('x')}<w:r><w:footnoteReference w:id="${id}"/></w:r>`
  const note = (id: number): string => `<w:footnote w:id="${id}">${paragraph(run(`note ${id}.`))}</w:footnote>`
  const blocks = await blocksOf(
    paragraph(`${call(1)}${call(2)}<w:r><w:lastRenderedPageBreak/></w:r>${call(3)}`) +
      '<w:sectPr><w:footnotePr><w:numFmt w:val="upperLetter"/><w:numRestart w:val="eachPage"/></w:footnotePr></w:sectPr>',
    { footnotes: note(1) + note(2) + note(3) },
  )
  expect(blocks.map(({ text, marker, page }) => [text, marker, page])).toEqual([
    ['xAxBxA', undefined, '1'],
    ['note 1.', 'A', '1'],
    ['note 2.', 'B', '1'],
    ['note 3.', 'A', '2'],
  ])
})

test('text boxes follow the paragraph they are tied to, once', async () => {
  const box = (text: string): string => `<w:txbxContent>${paragraph(run(text))}</w:txbxContent>`
  const texts = await textsOf(
    paragraph(
      `${run('before ')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('in the box')}</wps:txbx></mc:Choice>` +
        `<mc:Fallback><w:pict>${box('in the box')}</w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('after')}`,
    ) + paragraph(run('next')),
  )
  expect(texts).toEqual(['before after', 'in the box', 'next'])
})

test('signs, breaks, hidden words, readings and forms are read as they are meant', async () => {
  const { blocks, remarks } = await read(
    paragraph(
      `${run('a')}<w:r><w:noBreakHyphen/><w:softHyphen/><w:tab/></w:r><w:r><w:sym w:font="Symbol" w:char="F061"/>` +
        '<w:sym w:font="Webdings" w:char="F021"/></w:r>' +
        `${run('secret', '<w:vanish/>')}${run(' too', '<w:vanish/>')}${run('\uf0fc', '<w:rFonts w:ascii="Wingdings"/>')}`,
    ) +
      paragraph(`${run('line one')}<w:r><w:br/></w:r>${run('line two')}`) +
      paragraph(`${run('标题')}<w:r><w:br/></w:r>${run('两行')}`, '<w:outlineLvl w:val="0"/>') +
      paragraph(
        '<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>pīn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r>' +
          '<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>',
      ) +
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${paragraph(run('Click here'))}</w:sdtContent></w:sdt>` +
      `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${paragraph(run('filled in'))}</w:sdtContent></w:sdt>` +
      paragraph('<w:r><w:drawing><pic:pic/></w:drawing><w:object/></w:r>'),
  )
  expect(blocks.map(({ text }) => text)).toEqual([
    'a\u2011\tα�✓',
    'line one',
    'line two',
    '标题两行',
    '拼x+1',
    'filled in',
  ])
  expect(remarks.map(({ key, params }) => [key, params?.count])).toEqual([
    ['import.symbols', 1],
    ['import.hiddenText', 1],
    ['import.ruby', 1],
    ['import.images', 1],
    ['import.embedded', 1],
  ])
})

test('quotations, captions and the table of contents are known by their styles; running heads stand folded at the end', async () => {
  const blocks = await blocksOf(
    styled('toc', '一、总体要求\t1') +
      styled('q', 'quoted') +
      styled('c', '图1') +
      '<w:sectPr><w:headerReference r:id="header"/><w:headerReference r:id="header"/></w:sectPr>',
    {
      styles: style('toc', 'toc 1') + style('q', 'Intense Quote') + style('c', 'caption'),
      header: paragraph(run('内部资料')) + paragraph(run('12')),
    },
  )
  expect(blocks.map(({ kind, debris, text }) => [kind, debris, text])).toEqual([
    ['paragraph', 'navigation', '一、总体要求\t1'],
    ['quotation', undefined, 'quoted'],
    ['caption', undefined, '图1'],
    ['paragraph', 'repeated', '内部资料'],
    ['paragraph', 'counter', '12'],
  ])
})

test('title, author and date come from the properties, and a title that a style marks before that', async () => {
  const core =
    '<dc:title>模板标题</dc:title><dc:creator>王某</dc:creator><cp:keywords>乡村；振兴</cp:keywords>' +
    '<dcterms:created>2021-05-06T07:08:09Z</dcterms:created><cp:lastModifiedBy>李某</cp:lastModifiedBy>'
  const { title, metadata, language } = await read(paragraph(run(LONG)), { core })
  expect([title, language]).toEqual(['模板标题', 'zh-Hans'])
  expect(metadata).toEqual({
    title: '模板标题',
    author: '王某',
    date: '2021-05-06T07:08:09Z',
    tags: ['乡村', '振兴'],
    other: { lastModifiedBy: '李某' },
    evidence: {
      title: { by: 'properties', quote: '模板标题' },
      author: { by: 'properties', quote: '王某' },
      date: { by: 'properties', quote: '2021-05-06T07:08:09Z' },
    },
  })
  const own = await read(styled('Title', '真标题') + styled('Subtitle', '副题') + paragraph(run(LONG)), { core })
  expect([own.title, own.metadata.subtitle, own.metadata.evidence?.title?.by]).toEqual(['真标题', '副题', 'markup'])
})

test('a title without a style is the first short line; one of the middle where headings have styles', async () => {
  const plain = await read(paragraph(run('关于做好秋收工作的通知')) + paragraph(run(LONG)) + paragraph(run(LONG)))
  expect(plain).toMatchObject({ title: '关于做好秋收工作的通知', metadata: { evidence: { title: { by: 'text' } } } })
  expect(plain.blocks[0]).toMatchObject({ kind: 'heading', level: 1 })
  const centred = await read(
    paragraph(run('工作通知'), '<w:jc w:val="center"/>') + styled('Heading1', '要求') + paragraph(run(LONG)),
  )
  expect(centred.blocks.map(({ kind, level }) => [kind, level])).toEqual([
    ['heading', 1],
    ['heading', 2],
    ['paragraph', undefined],
  ])
  const other = await read(paragraph(run('工作通知')) + styled('Heading1', '要求') + paragraph(run(LONG)))
  expect(other.blocks[0]?.kind).toBe('paragraph')
})

test('documents with other prefixes and the strict namespace are read alike', async () => {
  const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
  const files = {
    'word/document.xml': `<x:document xmlns:x="${strict}"><x:body><x:p><x:pPr><x:outlineLvl x:val="0"/></x:pPr><x:r><x:t>words</x:t></x:r></x:p></x:body></x:document>`,
  }
  expect((await blocksOf('', { files }))[0]).toMatchObject({ kind: 'heading', level: 1, text: 'words' })
})

test('a document is refused with what is wrong with it, and read when only a part beside its text is damaged', async () => {
  expect(await problemOf(packed({ '[Content_Types].xml': '<Types/>', 'word/styles.xml': '<a/>' }))).toBe(
    'import.partMissing',
  )
  const broken = { 'word/document.xml': '<w:document xmlns:w="w"><w:body>' }
  expect(await problemOf(docxOf('', { files: broken }))).toBe('import.partDamaged')
  const laughs = '<!DOCTYPE a [<!ENTITY b "LAUGH">]><w:styles>&b;</w:styles>'
  expect(await problemOf(docxOf(paragraph(run('x')), { styles: '', files: { 'word/styles.xml': laughs } }))).toBe(
    'import.doctype',
  )
  const { blocks, remarks } = await read(paragraph(run('words')), {
    comments: '',
    files: { 'word/comments.xml': '<w:comments' },
  })
  expect(blocks.map(({ text }) => text)).toEqual(['words'])
  expect(remarks).toEqual([{ key: 'import.partLeftOut', params: { path: 'word/comments.xml' } }])
})
