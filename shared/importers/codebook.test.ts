import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bringInCodebook } from '../editing/theme-codebook'
import { makeTheme } from '../editing/themes'
import { codebookCsv } from '../exporters/codebook-csv'
import type { CodebookSnapshot } from '../exporters/codebook-entries'
import { codebookMarkdown } from '../exporters/codebook-markdown'
import { spreadsheet } from '../exporters/spreadsheet'
import { LANGUAGES, type Language } from '../messages'
import { isEmpty } from '../model/changes'
import type { CodebookEntry } from '../model/codebook'
import type { Highlight, Tagging } from '../model/highlight'
import { passageOf } from '../model/passage'
import { type Theme, themePath } from '../model/theme'
import { ProblemError } from '../result'
import { problemOf } from '../trial-problem'
import { readCodebook } from './codebook'
import { tableOfWorkbook } from './codebook-workbook'

const by = { coder: 'lin', now: 5 }
const languages = Object.keys(LANGUAGES) as Language[]
const project = { id: 'p', name: '公报 *研究*', created: 1 }
const snapshotOf = (themes: readonly Theme[]): CodebookSnapshot => ({ project, themes, taggings: [], highlights: [] })
const read = (name: string, words: string) => readCodebook({ name, bytes: new TextEncoder().encode(words) })
const lines = (words: string): string =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
const says = ({ colour, description, inclusion = '', exclusion = '' }: Omit<CodebookEntry, 'path'> | Theme) => ({
  colour,
  description: lines(description),
  inclusion: lines(inclusion ?? ''),
  exclusion: lines(exclusion ?? ''),
})
const contents = (themes: readonly Theme[]) => {
  const byId = new Map(themes.map((each) => [each.id, each]))
  const rows = themes.map((each) => [themePath(each, byId).map(({ name }) => name), says(each)] as const)
  return rows.sort(([a], [b]) => (a.join('\n') < b.join('\n') ? -1 : 1))
}

const unit = fc.constantFrom(
  ...[
    'a',
    '红',
    '旗',
    '𠮷',
    ' ',
    '\u3000',
    '*',
    '_',
    '#',
    '-',
    '=',
    "'",
    '"',
    ',',
    ';',
    '\t',
    '/',
    '1',
    '.',
    ':',
    '：',
  ],
  ...['<', '>', '&', '[', ']', '(', ')', '`', '|', '\\', '+', '@', '~', '!', '$', '%', '。', '“'],
)
const words = fc.string({ unit, maxLength: 12 })
const paragraphs = fc.string({ unit: fc.oneof({ weight: 6, arbitrary: unit }, fc.constant('\n')), maxLength: 24 })
const trees = fc
  .array(
    fc.record({
      name: words,
      under: fc.nat(),
      description: paragraphs,
      inclusion: paragraphs,
      exclusion: paragraphs,
      colour: fc.constantFrom('azurite', 'rosewood', '#12ab9f'),
    }),
    { maxLength: 14 },
  )
  .map((wanted) => {
    const themes: Theme[] = []
    for (const { name, under, inclusion, exclusion, ...rest } of wanted) {
      const parent = under % 3 === 0 ? null : (themes.at(-1)?.id ?? null)
      try {
        const { theme } = makeTheme(
          { project: 'p', name, parent, themes, ...(rest as Pick<Theme, 'colour' | 'description'>) },
          by,
        )
        themes.push({ ...theme, ...(inclusion.trim() && { inclusion }), ...(exclusion.trim() && { exclusion }) })
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error
      }
    }
    return themes
  })

for (const [kind, write] of [
  ['table', codebookCsv],
  ['Markdown', codebookMarkdown],
] as const) {
  test(`a codebook that is taken out as ${kind} and brought into an empty project is the same`, () => {
    fc.assert(
      fc.property(trees, fc.constantFrom(...languages), (themes, language) => {
        if (themes.length === 0) return
        const { entries, remarks } = readCodebook(write(snapshotOf(themes), { language }))
        expect(remarks).toEqual([])
        const { made } = bringInCodebook({ project: 'p', entries, themes: [] }, by)
        expect(contents(made)).toEqual(contents(themes))
      }),
      { numRuns: 150 },
    )
  })

  test(`a codebook that is taken out as ${kind} and brought back into its project changes nothing`, () => {
    fc.assert(
      fc.property(trees, (themes) => {
        if (themes.length === 0) return
        const tidy = themes.map((each): Theme => {
          const { inclusion, exclusion } = says(each)
          return {
            ...each,
            description: lines(each.description),
            ...(inclusion && { inclusion }),
            ...(exclusion && { exclusion }),
          }
        })
        const { entries } = readCodebook(write(snapshotOf(tidy), { language: 'en' }))
        expect(isEmpty(bringInCodebook({ project: 'p', entries, themes: tidy }, by).changes)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
}

const top = makeTheme(
  { project: 'p', name: '=经济', parent: null, themes: [], description: '关于钱。\n税、费。' },
  by,
).theme
const under = {
  ...makeTheme({ project: 'p', name: '税', parent: top.id, themes: [top], colour: '#12ab9f' }, by).theme,
  inclusion: '征税',
  example: 'h',
}
const highlight: Highlight = {
  id: 'h',
  project: 'p',
  document: 'd',
  passage: passageOf('减税 1.3 万亿元', 0, 2),
  coder: 'lin',
  created: 1,
}
const tagging: Tagging = { ...highlight, id: 't', highlight: 'h', theme: under.id }
const snapshot: CodebookSnapshot = { project, themes: [under, top], taggings: [tagging], highlights: [highlight] }

test('the table has a row for each theme, with example and count, and no cell runs as a formula', () => {
  const { name, bytes } = codebookCsv(snapshot, { language: 'en' })
  expect(name).toBe('Codebook of 公报 -研究-.csv')
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)).toBe(
    '\ufeffPath,Name,Colour,Description,Belongs here,Does not belong here,Example,Taggings\r\n' +
      '"\'=经济","\'=经济",cinnabar,"关于钱。\n税、费。",,,,0\r\n' +
      '"\'=经济 / 税",税,#12ab9f,,征税,,减税,1\r\n',
  )
})

test('the Markdown reads as a book of headings', () => {
  const { bytes } = codebookMarkdown(snapshot, { language: 'zh-Hans' })
  expect(new TextDecoder().decode(bytes)).toBe(
    [
      '# 公报 \\*研究\\* 编码本',
      '## =经济',
      '关于钱。',
      '税、费。',
      '- **颜色**: 朱砂\n- **标注数**: 0',
      '### 税',
      '- **纳入标准**: 征税\n- **示例**: 减税\n- **颜色**: \\#12ab9f\n- **标注数**: 1\n',
    ].join('\n\n'),
  )
})

test('a table from elsewhere is read by its column names, and what is wrong with it is told by line', () => {
  const { entries, remarks } = read(
    'codes.csv',
    'name;description;colour\n人事;"任免\n调动";azurite\n;无名;\n经济 / 税;;grün\n\n人事;又;\n',
  )
  expect(entries.map(({ path, colour, description }) => [path, colour, description])).toEqual([
    [['人事'], 'azurite', '任免\n调动'],
    [['经济', '税'], undefined, ''],
  ])
  expect(remarks).toEqual([
    { key: 'codebook.noName', params: { line: 4 } },
    { key: 'codebook.colour', params: { line: 5, colour: 'grün', theme: '经济 / 税' } },
    { key: 'codebook.twice', params: { line: 7, theme: '人事' } },
  ])
})

test('a codebook of Taguette, and a list of codes with memos, are read by what they call their columns', () => {
  const tags =
    'tag,description,number of highlights,number of documents\r\n强首府,About the capital,3,1\r\nA / B,,0,0\r\n'
  expect(read('tags.csv', tags).entries.map(({ path, description }) => [path, description])).toEqual([
    [['强首府'], 'About the capital'],
    [['A', 'B'], ''],
  ])
  const codes = 'Code name;Memo;Color\nSlow;Read twice;#ff0000\n'
  expect(read('codes.csv', codes).entries).toMatchObject([
    { path: ['Slow'], description: 'Read twice', colour: '#ff0000' },
  ])
})

test('a name that no theme can have, with a slash that stands alone, is read as a path, and that is said', () => {
  const { entries, remarks } = read('codes.csv', '甲>>乙 / 丙,""\n/ 丁,""\nA/B,""\n/,""\n')
  expect(entries.map(({ path }) => path)).toEqual([['甲', '乙', '丙'], ['丁'], ['A/B']])
  expect(remarks).toEqual([
    { key: 'codebook.slash', params: { line: 1, name: '甲 › 乙 / 丙', theme: '甲 / 乙 / 丙' } },
    { key: 'codebook.slash', params: { line: 2, name: '/ 丁', theme: '丁' } },
    { key: 'codebook.noName', params: { line: 4 } },
  ])
})

test('lists and headings from elsewhere are read as themes', () => {
  const { entries, remarks } = read(
    'codes.md',
    '# 政治\n\n- 会议\n  - 开幕\n  - 闭幕\n- **人事**\n\n  任免。\n\n# 经济\n\n关于钱。\n\n### 税\n\n- **Colour**: 石青\n\n##\n',
  )
  expect(entries.map(({ path, description }) => [path.join(' / '), description])).toEqual([
    ['政治', ''],
    ['政治 / 会议', ''],
    ['政治 / 会议 / 开幕', ''],
    ['政治 / 会议 / 闭幕', ''],
    ['政治 / 人事', '任免。'],
    ['经济', '关于钱。'],
    ['经济 / 税', ''],
  ])
  expect(entries.at(-1)?.colour).toBe('azurite')
  expect(remarks).toEqual([{ key: 'codebook.noName', params: { line: 18 } }])
})

test('bringing in makes what is missing above, updates what is said anew, and leaves what is blank', () => {
  const entry = { description: '', inclusion: '', exclusion: '' }
  const entries: CodebookEntry[] = [
    { ...entry, path: ['=经济'], exclusion: '军费' },
    { ...entry, path: ['=经济', '费', '过路费'], description: '路' },
    { ...entry, path: ['=经济', '费'], colour: '#000000' },
  ]
  const { changes, made, updated } = bringInCodebook({ project: 'p', entries, themes: [top, under] }, by)
  expect(changes.updated.themes).toEqual([{ before: top, after: { ...top, exclusion: '军费' } }])
  expect(made.map(({ name, order }) => [name, order])).toEqual([
    ['费', 1],
    ['过路费', 0],
  ])
  expect(made[0]?.colour).toBe('#000000')
  expect(changes.summary).toEqual({ key: 'changes.broughtInCodebook', params: { count: 2, updated } })
})

test('a file of another kind, without columns or without themes is refused', () => {
  expect(problemOf(() => read('codes.xlsx', ''))).toBe('codebook.otherKind')
  expect(problemOf(() => read('codes.csv', 'a,b\n1,2'))).toBe('codebook.noColumns')
  expect(problemOf(() => read('codes.csv', 'path\n'))).toBe('codebook.empty')
  expect(problemOf(() => read('codes.md', 'words'))).toBe('codebook.empty')
})

test('a list of codes for QualCoder is read from a plain text too', () => {
  const bytes = new TextEncoder().encode('fruit>>apple\nfruit>>pear,sweet\n')
  const { entries } = readCodebook({ name: 'codes.txt', bytes })
  expect(entries.map(({ path, description }) => [path.join('/'), description])).toEqual([
    ['fruit/apple', ''],
    ['fruit/pear', 'sweet'],
  ])
})

test('a workbook has its codebook in the sheet whose columns are called so', async () => {
  const bytes = spreadsheet([
    { name: 'Counts', header: ['title', 'sum'], rows: [['a', 1]] },
    {
      name: 'Codebook',
      header: ['tag', 'description', 'number of highlights'],
      rows: [['fruit / pear', 'sweet, soft', 2]],
    },
  ])
  const { entries } = readCodebook(await tableOfWorkbook({ name: 'codebook.XLSX', bytes }))
  expect(entries.map(({ path, description }) => [path.join('>'), description])).toEqual([['fruit>pear', 'sweet, soft']])
  const other = { name: 'a.csv', bytes }
  expect(await tableOfWorkbook(other)).toBe(other)
})
