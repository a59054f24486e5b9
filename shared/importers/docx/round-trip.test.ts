import {
  AlignmentType,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainText } from '../../model/document'
import type { ReadDocument } from '../importer'
import { readDocument } from '../index'

const readBack = async (document: Document): Promise<ReadDocument> =>
  readDocument({ name: 'a.docx', bytes: new Uint8Array(await Packer.toArrayBuffer(document)) }, {})
const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] })

test('what the docx library writes is read back whole', async () => {
  const read = await readBack(
    new Document({
      title: '关于推进乡村振兴的意见',
      creator: '王某',
      comments: {
        children: [
          { id: 0, author: '李某', date: new Date(Date.UTC(2024, 0, 2)), children: [new Paragraph('为什么？')] },
        ],
      },
      footnotes: { 1: { children: [new Paragraph('数据来自统计局。')] } },
      numbering: {
        config: [
          {
            reference: 'own',
            levels: [
              { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '（%1）', alignment: AlignmentType.START },
            ],
          },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ text: '总体要求', heading: HeadingLevel.HEADING_1 }),
            new Paragraph({
              children: [
                new TextRun('各地要'),
                new CommentRangeStart(0),
                new TextRun({ text: '提高站位', bold: true }),
                new CommentRangeEnd(0),
                new TextRun({ children: [new CommentReference(0)] }),
                new TextRun('，见'),
                new ExternalHyperlink({ link: 'https://example.org/', children: [new TextRun('附件')] }),
                new FootnoteReferenceRun(1),
              ],
            }),
            new Paragraph({ text: '加强领导', numbering: { reference: 'own', level: 0 } }),
            new Paragraph({ text: '落实责任', numbering: { reference: 'own', level: 0 } }),
            new Paragraph({ text: '小标题', heading: HeadingLevel.HEADING_2 }),
            new Table({ rows: [new TableRow({ children: [cell('年份'), cell('数量')] })] }),
          ],
        },
      ],
    }),
  )
  expect(read).toMatchObject({
    title: '关于推进乡村振兴的意见',
    language: 'zh-Hans',
    metadata: { author: '王某' },
    remarks: [],
  })
  expect(read.blocks).toEqual([
    { kind: 'heading', level: 1, text: '总体要求' },
    {
      kind: 'paragraph',
      text: '各地要提高站位，见附件1',
      marks: [
        { start: 3, end: 7, kind: 'strong' },
        { start: 9, end: 11, kind: 'link', href: 'https://example.org/' },
        { start: 11, end: 12, kind: 'superscript' },
      ],
    },
    { kind: 'listItem', level: 1, marker: '（一）', text: '加强领导' },
    { kind: 'listItem', level: 1, marker: '（二）', text: '落实责任' },
    { kind: 'heading', level: 2, text: '小标题' },
    { kind: 'tableRow', text: '年份\t数量' },
    { kind: 'footnote', marker: '1', text: '数据来自统计局。' },
  ])
  const [comment] = read.comments ?? []
  expect(comment).toMatchObject({ text: '为什么？', author: '李某', at: Date.UTC(2024, 0, 2) })
  expect(plainText(read.blocks).slice(comment?.start, comment?.end)).toBe('提高站位')
})

const words = fc.stringMatching(/^[一-龥a-z𠮷😃，。 ]{0,12}$/u)
const looks = fc.record({ bold: fc.boolean(), italics: fc.boolean() })
const paragraphs = fc.array(fc.array(fc.tuple(words, looks), { maxLength: 5 }), { minLength: 1, maxLength: 6 })

test('any words in any print are read back as they were, each mark on its own', async () => {
  await fc.assert(
    fc.asyncProperty(paragraphs, async (given) => {
      fc.pre(given.some((runs) => runs.some(([text]) => text.trim() !== '')))
      const document = new Document({
        sections: [
          {
            children: [
              new Paragraph({ text: '标题', heading: HeadingLevel.TITLE }),
              ...given.map(
                (runs) => new Paragraph({ children: runs.map(([text, look]) => new TextRun({ text, ...look })) }),
              ),
            ],
          },
        ],
      })
      const { blocks } = await readBack(document)
      const expected = given
        .map((runs) =>
          runs
            .map(([text]) => text)
            .join('')
            .trim(),
        )
        .filter((text) => text !== '')
      expect(blocks.slice(1).map(({ text }) => text)).toEqual(expected)
      const boldIn = (kind: 'strong' | 'emphasis'): string =>
        blocks
          .slice(1)
          .flatMap(({ text, marks = [] }) =>
            marks.filter((mark) => mark.kind === kind).map(({ start, end }) => text.slice(start, end)),
          )
          .join('')
          .replaceAll(' ', '')
      const wanted = (look: 'bold' | 'italics'): string =>
        given
          .flat()
          .map(([text, style]) => (style[look] ? text : ''))
          .join('')
          .replaceAll(' ', '')
      expect(boldIn('strong')).toBe(wanted('bold'))
      expect(boldIn('emphasis')).toBe(wanted('italics'))
    }),
    { numRuns: 25 },
  )
})
