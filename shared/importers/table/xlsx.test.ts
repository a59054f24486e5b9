import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ProblemError } from '../../result'
import { readFile } from '../index'
import { readTable } from './preview'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'

/** A workbook with these sheets, whose rows are given as XML; the style `s="1"` is a date. */
function workbook(sheets: Readonly<Record<string, string>>, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const names = Object.keys(sheets)
  const files: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATIONS}"><sheets>${names
      .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="r${i}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships ${PACKAGE}>${names
      .map((_, i) => `<Relationship Id="r${i}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}><si><t>标题</t></si><si><r><t>正</t></r><r><t>文</t></r></si></sst>`,
    ...Object.fromEntries(
      names.map((name, i) => [
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet ${MAIN}><sheetData>${sheets[name]}</sheetData></worksheet>`,
      ]),
    ),
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, xml]) => [path, encode(xml)])))
}

const inline = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const ROWS =
  `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>${inline('C1', '日期')}${inline('D1', '得分')}${inline('E1', '核实')}</row>` +
  `<row r="3">${inline('A3', '红旗')}${inline('B3', '一\n二')}<c r="C3" s="1"><v>44147.5</v></c><c r="D3"><v>0.30000000000000004</v></c><c r="E3" t="b"><v>1</v></c></row>` +
  `<row r="4"><c r="A4" s="1"/>${inline('B4', '三')}<c r="C4" s="1"><v>44148</v></c></row>`

const problemOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readFile({ name: 'a.xlsx', bytes }, {})
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.key
    throw error
  }
  return 'none'
}

test('a workbook becomes one document for each row, its dates as ISO 8601 and its numbers as they are shown', async () => {
  const { documents } = await readFile({ name: '表.xlsx', bytes: workbook({ 空: '', 新闻: ROWS }) }, {})
  expect(documents.map(({ title, metadata, attributes }) => [title, metadata.date, attributes])).toEqual([
    ['红旗', '2020-11-12T12:00:00', { 得分: '0.3', 核实: 'TRUE' }],
    ['表 4', '2020-11-13', undefined],
  ])
  expect(documents[0]).toMatchObject({ format: 'xlsx', language: 'zh-Hans' })
  expect(documents[0]?.blocks.map(({ text }) => text)).toEqual(['一', '二'])
})

test('a preview names the sheets and shows the one that is asked for', async () => {
  const bytes = workbook({ 甲: ROWS, 乙: `<row r="1">${inline('A1', '别的')}</row>` })
  const first = await readTable({ name: 'a.xlsx', bytes }, {})
  expect(first).toMatchObject({ sheets: ['甲', '乙'], columns: ['标题', '正文', '日期', '得分', '核实'], rowCount: 3 })
  expect((await readTable({ name: 'a.xlsx', bytes }, { sheet: 1 })).rows).toEqual([['别的']])
  await expect(readTable({ name: 'a.xlsx', bytes }, { sheet: 2 })).rejects.toThrow(ProblemError)
})

test('a sheet with a cell at the end of the world is refused before any row is filled', async () => {
  expect(await problemOf(workbook({ a: `<row r="1">${inline('AAAAAAAA1', 'x')}</row>` }))).toBe('table.tooFar')
  expect(await problemOf(workbook({ a: `<row r="999999999">${inline('A999999999', 'x')}</row>` }))).toBe('table.tooFar')
  const diagonal = `<row r="1">${inline('XFD1', 'x')}</row><row r="1048576">${inline('A1048576', 'x')}</row>`
  expect(await problemOf(workbook({ a: diagonal }))).toBe('table.tooFar')
})

test('a damaged workbook is refused with the reason', async () => {
  expect(await problemOf(workbook({ a: '<row r="1"><c r="A1" t="s"><v>99</v></c></row>' }))).toBe('table.damaged')
  expect(await problemOf(workbook({ a: '<row r="1"><c>' }))).toBe('table.damaged')
  expect(await problemOf(workbook({ a: ROWS }, { 'xl/workbook.xml': '<workbook/>' }))).toBe('table.damaged')
  expect(
    await problemOf(workbook({ a: ROWS }, { 'xl/sharedStrings.xml': '<!DOCTYPE x [<!ENTITY a "b">]><sst/>' })),
  ).toBe('table.doctype')
})
