import { expect, test } from 'vitest'
import { type Block, plainText } from '../../model/document'
import { ProblemError } from '../../result'
import type { ReadDocument } from '../importer'
import { importerFor, readDocument, readFile } from '../index'
import { h, list, odtOf, p, type WrittenOdt } from './odt-by-hand'

const read = (body: string, parts?: WrittenOdt): Promise<ReadDocument> =>
  readDocument({ name: 'a.odt', bytes: odtOf(body, parts) }, {})
const blocksOf = async (body: string, parts?: WrittenOdt): Promise<readonly Block[]> => (await read(body, parts)).blocks
const problemOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readFile({ name: 'a.odt', bytes }, {})
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.key
    throw error
  }
  return 'none'
}
const style = (family: string, name: string, inside: string, attributes = ''): string =>
  `<style:style style:name="${name}" style:family="${family}" ${attributes}>${inside}</style:style>`
const LONG = '会议强调，要坚持以人民为中心的发展思想，扎实推进各项重点工作，确保全年目标任务顺利完成。'

test('headings have their outline level, the title heads them, and numbers before headings are part of their words', async () => {
  const blocks = await blocksOf(
    p('关于推进乡村振兴的意见', 'P1') +
      h(1, '总体要求') +
      p(LONG) +
      h(2, '原则') +
      h(1, '保障措施') +
      p(LONG, 'Quotations'),
    {
      automatic: style('paragraph', 'P1', '', 'style:parent-style-name="Title"'),
      styles:
        style('paragraph', 'Quotations', '') +
        '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>' +
        '<text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>',
    },
  )
  expect(blocks.map(({ kind, level, text }) => [kind, level, text])).toEqual([
    ['heading', 1, '关于推进乡村振兴的意见'],
    ['heading', 2, '一、总体要求'],
    ['paragraph', undefined, LONG],
    ['heading', 3, '原则'],
    ['heading', 2, '二、保障措施'],
    ['quotation', 1, LONG],
  ])
})

const LISTS =
  '<text:list-style style:name="L1">' +
  '<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-prefix="（" style:num-suffix="）"/>' +
  '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/>' +
  '<text:list-level-style-bullet text:level="3" text:bullet-char="▪"/></text:list-style>' +
  '<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1" loext:num-list-format="第%1%条" text:start-value="3"/></text:list-style>'

test('items of lists have the markers that are counted, and lists that go on go on', async () => {
  const blocks = await blocksOf(
    list(
      'text:style-name="L1" xml:id="one"',
      p('甲') + p('甲二'),
      p('乙') + list('', p('丙'), p('丁') + list('', p('戊'))),
    ) +
      p('between.') +
      list('text:style-name="L1" text:continue-list="one"', p('己')) +
      list('text:style-name="L1"', p('庚')) +
      list('text:style-name="L2"', p('辛')) +
      '<text:list text:style-name="L2"><text:list-header><text:p>head</text:p></text:list-header><text:list-item text:start-value="9"><text:p>壬</text:p></text:list-item></text:list>',
    { automatic: LISTS },
  )
  expect(blocks.map(({ kind, level, marker, text }) => [kind, level, marker, text])).toEqual([
    ['listItem', 1, '（一）', '甲'],
    ['listItem', 1, undefined, '甲二'],
    ['listItem', 1, '（二）', '乙'],
    ['listItem', 2, '二.1.', '丙'],
    ['listItem', 2, '二.2.', '丁'],
    ['listItem', 3, '▪', '戊'],
    ['paragraph', undefined, undefined, 'between.'],
    ['listItem', 1, '（三）', '己'],
    ['listItem', 1, '（一）', '庚'],
    ['listItem', 1, '第3条', '辛'],
    ['listItem', 1, undefined, 'head'],
    ['listItem', 1, '第9条', '壬'],
  ])
})

test('white space is read as OpenDocument means it, and words have the marks and links of their spans', async () => {
  const [first, second] = await blocksOf(
    p(
      '\n  a <text:span text:style-name="T1">  bold</text:span> <text:s text:c="2"/>x<text:tab/>y<text:line-break/>next ' +
        '<text:a xlink:href="https://example.org/">link</text:a>2<text:span text:style-name="T2">nd</text:span>',
    ),
    {
      automatic:
        style('text', 'T1', '<style:text-properties fo:font-weight="bold"/>') +
        style('text', 'T2', '<style:text-properties style:text-position="super 58%" fo:font-style="italic"/>'),
    },
  )
  expect(first).toMatchObject({ text: 'a bold   x\ty', marks: [{ start: 2, end: 6, kind: 'strong' }] })
  expect(second).toMatchObject({
    text: 'next link2nd',
    marks: [
      { start: 5, end: 9, kind: 'link', href: 'https://example.org/' },
      { start: 10, end: 12, kind: 'emphasis' },
      { start: 10, end: 12, kind: 'superscript' },
    ],
  })
})

test('tables, notes, text boxes, contents and captions are blocks of their own', async () => {
  const cell = (text: string): string => `<table:table-cell>${p(text)}</table:table-cell>`
  const { blocks, remarks } = await read(
    `<text:table-of-content><text:table-of-content-source><text:index-title-template>x</text:index-title-template></text:table-of-content-source><text:index-body>${p('一、总体要求<text:tab/>1')}</text:index-body></text:table-of-content>` +
      p(
        'Words<text:note text:note-class="footnote"><text:note-citation>①</text:note-citation><text:note-body><text:p>said <text:span>there</text:span></text:p></text:note-body></text:note> go on.' +
          `<draw:frame><draw:text-box>${p('in a box')}</draw:text-box></draw:frame><draw:frame><draw:image xlink:href="a.png"/><svg:desc>a picture</svg:desc></draw:frame>` +
          '<draw:frame><draw:object/><draw:image/></draw:frame>',
      ) +
      `<table:table><table:table-column/><table:table-header-rows><table:table-row>${cell('年')}${cell('数')}</table:table-row></table:table-header-rows><table:table-row>${cell('2020')}<table:covered-table-cell/>${cell('7')}</table:table-row></table:table>` +
      p('图1', 'Figure'),
    {
      styles: style('paragraph', 'Caption', '') + style('paragraph', 'Figure', '', 'style:parent-style-name="Caption"'),
    },
  )
  expect(blocks.map(({ kind, debris, marker, text }) => [kind, debris ?? marker, text])).toEqual([
    ['paragraph', 'navigation', '一、总体要求\t1'],
    ['paragraph', undefined, 'Words① go on.'],
    ['paragraph', undefined, 'in a box'],
    ['tableRow', undefined, '年\t数'],
    ['tableRow', undefined, '2020\t7'],
    ['caption', undefined, '图1'],
    ['footnote', '①', 'said there'],
  ])
  expect(blocks[1]?.marks).toEqual([{ start: 5, end: 6, kind: 'superscript' }])
  expect(remarks.map(({ key, params }) => [key, params?.count])).toEqual([
    ['import.images', 1],
    ['import.embedded', 1],
  ])
})

test('comments stand on their words, in their paragraph when they have no range, and answers with what they answer', async () => {
  const annotation = (attributes: string, who: string, text: string): string =>
    `<office:annotation ${attributes}><dc:creator>${who}</dc:creator><dc:date>2024-03-05T10:20:30.123</dc:date>${p(text)}</office:annotation>`
  const { blocks, comments = [] } = await read(
    p(`one ${annotation('office:name="a"', '李', '为何*？')}𠮷 two`) +
      p(`three<office:annotation-end office:name="a"/> four${annotation('loext:parent-name="a"', 'B', 'answer')}`) +
      p(`five${annotation('', '', 'point')}`),
  )
  const text = plainText(blocks)
  expect(text).toBe('one 𠮷 two\nthree four\nfive')
  expect(comments.map(({ start, end, text: words, author }) => [text.slice(start, end), words, author])).toEqual([
    ['𠮷 two\nthree', '为何\\*？', '李'],
    ['𠮷 two\nthree', 'answer', 'B'],
    ['five', 'point', undefined],
  ])
  expect(comments[0]?.at).toBe(Date.UTC(2024, 2, 5, 10, 20, 30))
})

test('tracked changes are read as accepted, and counted; hidden words are left out, and counted', async () => {
  const { blocks, remarks } = await read(
    `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>` +
      p(
        'kept <text:change text:change-id="1"/><text:change-start text:change-id="2"/>put in<text:change-end text:change-id="2"/>.',
      ) +
      p('seen<text:span text:style-name="T1"> not</text:span><text:span text:style-name="T1"> this</text:span>.') +
      `<text:section text:display="none">${p('nor this')}</text:section>`,
    { automatic: style('text', 'T1', '<style:text-properties text:display="none"/>') },
  )
  expect(blocks.map(({ text }) => text)).toEqual(['kept put in.', 'seen.'])
  expect(remarks.map(({ key, params }) => [key, params?.count])).toEqual([
    ['import.trackedChanges', 2],
    ['import.hiddenText', 2],
  ])
})

test('pages are known where the document says where they begin', async () => {
  const body =
    p('one <text:soft-page-break/>two') +
    p('three', 'P1') +
    '<text:soft-page-break/>' +
    p('four') +
    p(
      'five<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note>',
    )
  const automatic = style(
    'paragraph',
    'P1',
    '<style:paragraph-properties fo:break-before="page" style:page-number="10"/>',
  )
  const blocks = await blocksOf(body, { automatic, attributes: 'text:use-soft-page-breaks="true"' })
  expect(blocks.map(({ text, page, pageBreaks }) => [text, page, pageBreaks])).toEqual([
    ['one two', '1', [{ at: 4, page: '2' }]],
    ['three', '10', undefined],
    ['four', '11', undefined],
    ['five1', '11', undefined],
    ['note', '11', undefined],
  ])
  expect((await blocksOf(body, { automatic }))[0]).not.toHaveProperty('page')
})

test('properties become metadata, and running heads stand folded at the end', async () => {
  const { title, metadata, blocks } = await read(p(LONG), {
    meta:
      '<dc:title>年度报告</dc:title><meta:initial-creator>王某</meta:initial-creator><dc:creator>李某</dc:creator>' +
      '<meta:creation-date>2021-05-06T07:08:09.5</meta:creation-date><meta:keyword>甲</meta:keyword><meta:keyword>乙</meta:keyword>' +
      '<meta:user-defined meta:name="档号">07</meta:user-defined>',
    masters: `<style:master-page><style:header>${p('内部资料')}</style:header><style:footer>${p('<text:page-number>7</text:page-number>')}</style:footer></style:master-page>`,
  })
  expect(title).toBe('年度报告')
  expect(metadata).toMatchObject({
    author: '王某',
    date: '2021-05-06T07:08:09',
    tags: ['甲', '乙'],
    other: { lastModifiedBy: '李某', 档号: '07' },
    evidence: { title: { by: 'properties' }, author: { by: 'properties', quote: '王某' } },
  })
  expect(blocks.slice(1).map(({ text, debris }) => [text, debris])).toEqual([
    ['内部资料', 'repeated'],
    ['7', 'counter'],
  ])
})

test('a document is known by its content, and refused when it is encrypted, damaged or without text', async () => {
  expect(importerFor({ name: 'a.zip', bytes: odtOf(p('x')) }).id).toBe('odt')
  const manifest = (inside: string): Readonly<Record<string, string>> => ({
    'META-INF/manifest.xml': `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${inside}</m:manifest>`,
  })
  expect(await problemOf(odtOf(p('x'), { files: manifest('<m:file-entry><m:encryption-data/></m:file-entry>') }))).toBe(
    'import.officePassword',
  )
  expect(await problemOf(odtOf(p('x').slice(0, -3)))).toBe('import.partDamaged')
  expect(await problemOf(odtOf(''))).toBe('import.noText')
})
