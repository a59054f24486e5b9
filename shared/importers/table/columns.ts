import { fold } from '../../queries/fold'
import type { TableMapping } from '../importer'

/** A column that says where a document comes from. */
export type KnownColumn = 'title' | 'date' | 'author' | 'source' | 'url'

/** The headers by which a column is known, folded: Traditional and Simplified, width and case make no difference. */
const HEADERS: Readonly<Record<KnownColumn | 'text', string>> = {
  text: '正文 内容 全文 文本 文章内容 新闻内容 正文内容 原文 本文 text content body fulltext full_text article',
  title: '标题 题目 题名 篇名 文章标题 新闻标题 主题 title headline heading',
  date: '日期 时间 发布时间 发布日期 发表时间 发表日期 出版日期 刊登日期 年份 date time published pubdate publish_date published_at publication_date year created_at',
  author: '作者 记者 撰稿 撰稿人 发布者 作者姓名 author authors byline writer creator',
  source: '来源 出处 媒体 报纸 报刊 刊名 文献来源 新闻来源 source publication newspaper journal outlet publisher',
  url: '网址 链接 地址 原文链接 文章链接 链接地址 url link href address permalink',
}

const KNOWN = new Map<string, KnownColumn | 'text'>(
  Object.entries(HEADERS).flatMap(([field, names]) =>
    names.split(' ').map((name): [string, KnownColumn | 'text'] => [fold(name), field as KnownColumn | 'text']),
  ),
)

/** What a header says that its column is; undefined when it is no header that is known. */
export const knownColumn = (header: string): KnownColumn | 'text' | undefined =>
  KNOWN.get(
    fold(header.trim())
      .replace(/[:：*]$/u, '')
      .replaceAll(' ', '_'),
  ) ?? KNOWN.get(fold(header.replace(/\s/gu, '')))

/** The letters by which spreadsheets name a column: A, B ... Z, AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter
}

/** The name of each column: its header, else its letters; a name that another has already carries its letters too. */
export function columnNames(rows: readonly (readonly string[])[], hasHeader: boolean): string[] {
  const [first = []] = rows
  const names: string[] = []
  first.forEach((cell, column) => {
    const header = hasHeader ? cell.trim().replace(/\s+/gu, ' ') : ''
    const letters = columnLetters(column)
    names.push(header === '' ? letters : names.includes(header) ? `${header} (${letters})` : header)
  })
  return names
}

/**
 * Whether the first row holds names and no values: one of its cells is a header that is known; or all its cells are
 * filled, different and short, and in some column every value below is a number or a date, or far longer.
 */
export function hasHeaderRow(rows: readonly (readonly string[])[]): boolean {
  const [first, ...below] = rows
  if (!first || below.length === 0) return false
  if (first.some((cell) => knownColumn(cell) !== undefined)) return true
  const names = first.map((cell) => cell.trim())
  if (names.some((name) => name === '' || name.length > 60) || new Set(names).size < names.length) return false
  return names.some((name, column) => {
    const values = below.map((row) => (row[column] ?? '').trim()).filter((value) => value !== '')
    if (values.length === 0) return false
    const isFigure = (value: string): boolean => /^[-+]?[\d.,:/\-年月日\s]+%?$/u.test(value)
    if (!isFigure(name) && values.every(isFigure)) return true
    const mean = values.reduce((sum, { length }) => sum + length, 0) / values.length
    return mean > 80 && name.length * 3 < mean
  })
}

/**
 * What the columns of a table are most likely to be. The text is the column under a header that says so, else the one
 * whose values are longest in all; columns under other headers that are known are the origin (each once); all others
 * that hold anything become attributes. `rows` are the table's first rows, the header with them where there is one.
 */
export function suggestMapping(
  rows: readonly (readonly string[])[],
  { sheet = 0, hasHeader = hasHeaderRow(rows) }: { sheet?: number; hasHeader?: boolean } = {},
): TableMapping {
  const names = columnNames(rows, hasHeader)
  const values = hasHeader ? rows.slice(1) : rows
  const lengths = names.map((_, column) => values.reduce((sum, row) => sum + (row[column] ?? '').trim().length, 0))
  const known = names.map((name) => (hasHeader ? knownColumn(name) : undefined))
  const longest = (columns: readonly number[]): number | undefined =>
    columns.reduce<number | undefined>(
      (best, each) => (best === undefined || (lengths[each] ?? 0) > (lengths[best] ?? 0) ? each : best),
      undefined,
    )
  const all = names.map((_, column) => column)
  const text =
    longest(all.filter((column) => known[column] === 'text')) ?? longest(free(all, known)) ?? longest(all) ?? 0
  const found: { [F in KnownColumn]?: number } = {}
  for (const column of all) {
    const field = known[column]
    if (field !== undefined && field !== 'text' && column !== text && (lengths[column] ?? 0) > 0)
      found[field] ??= column
  }
  const taken = new Set([text, ...Object.values(found)])
  const attributes = all
    .filter((column) => !taken.has(column) && (lengths[column] ?? 0) > 0)
    .map((column) => ({ column, name: names[column] as string }))
  return { hasHeader, sheet, text: [text], ...found, attributes }
}

/** Columns that no header claims; a column of addresses or dates is not looked for the text while there is another. */
const free = (all: readonly number[], known: readonly (string | undefined)[]): number[] =>
  all.filter((column) => known[column] === undefined)
