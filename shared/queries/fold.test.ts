import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FoldOptions, fold, foldTable } from './fold'

const here = (name: string): string => new URL(name, import.meta.url).pathname
const option = fc.option(fc.boolean(), { nil: undefined })
const options: fc.Arbitrary<FoldOptions> = fc
  .record({ script: option, width: option, case: option, quotes: option })
  .map((each) => each as FoldOptions)
const text = fc.string({
  unit: fc.oneof(
    fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)),
    fc.constantFrom('臺', '瞭', 'Ａ', '⻚', '「', '𠮷', '😃', 'ς', 'ﬁ', '①'),
  ),
})

test('the table is what its script makes of the dictionaries today', () => {
  const made = execFileSync(process.execPath, [here('./make-fold-table.mjs')], { encoding: 'utf8' })
  expect(made === readFileSync(here('./fold-table.ts'), 'utf8'), 'run the script again').toBe(true)
})

test('variants of a word meet', () => {
  const pairs = [
    ['瞭解', '了解'],
    ['看著', '看着'],
    ['這裡', '这里'],
    ['這裏', '这里'],
    ['臺灣', '台湾'],
    ['⾸⻚第⼗⼀届', '首页第十一届'],
    ['１９７８', '1978'],
    ['憑藉', '凭借'],
    ['反覆', '反复'],
    ['計畫', '计划'],
    ['頭髮', '头发'],
    ['皇后', '皇後'],
    ['戸籍', '户籍'],
    ['強首府', '强首府'],
    ['「強首府」', '“强首府”'],
    ['ＣＰＣ　Central', 'cpc central'],
    ['Ὀδυσσεύς', 'ὈΔΥΣΣΕΎΣ'],
    ['it’s', "it's"],
  ]
  for (const [one, other] of pairs) expect(fold(one as string), one).toBe(fold(other as string))
})

test('words that share a variant meet as well: 乾隆 with 干隆, and what is no variant stays apart', () => {
  expect(fold('乾隆')).toBe(fold('干隆'))
  for (const [one, other] of [
    ['上海沪', '上海濾'],
    ['文芸', '文藝'],
    ['予', '豫'],
    ['大象', '大像'],
    ['俱', '具'],
    ['ı', 'i'],
  ]) {
    expect(fold(one as string), one).not.toBe(fold(other as string))
  }
})

test('folding twice is folding once, whatever is folded; length stays, and surrogates stay', () => {
  fc.assert(
    fc.property(text, options, (each, chosen) => {
      const folded = fold(each, chosen)
      expect(folded.length).toBe(each.length)
      expect(fold(folded, chosen)).toBe(folded)
      for (let i = 0; i < each.length; i++) {
        const unit = each.charCodeAt(i)
        if (unit >= 0xd800 && unit <= 0xdfff) expect(folded.charCodeAt(i)).toBe(unit)
      }
    }),
  )
})

test('every table is idempotent on every unit', () => {
  for (let bits = 0; bits < 16; bits++) {
    const table = foldTable({ script: !(bits & 1), width: !(bits & 2), case: !(bits & 4), quotes: !(bits & 8) })
    expect(table.every((unit) => table[unit] === unit)).toBe(true)
  }
})

test('each difference can be kept', () => {
  expect(fold('臺Ａ“', { script: false })).toBe('臺a"')
  expect(fold('臺Ａ“', { width: false })).toBe('台ａ"')
  expect(fold('臺Ａ“', { case: false })).toBe('台A"')
  expect(fold('臺Ａ“', { quotes: false })).toBe('台a“')
  expect(fold('臺Ａ“', { script: false, width: false, case: false, quotes: false })).toBe('臺Ａ“')
})

test('ten million characters are folded one to one', () => {
  const piece = '臺灣的１９７８年，「發展」是硬道理。abcDEF'
  const times = Math.ceil(10_000_000 / piece.length)
  expect(fold(piece.repeat(times)) === fold(piece).repeat(times)).toBe(true)
})
