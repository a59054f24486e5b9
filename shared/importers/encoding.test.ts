import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProblemError } from '../result'
import { canonicalLabel, decode } from './encoding'
import { ENCODINGS } from './encoding-labels'
import { Remarks } from './remarks'

const read = (bytes: readonly number[] | Uint8Array, encoding?: string) =>
  decode({ name: 'a.txt', bytes: Uint8Array.from(bytes) }, encoding === undefined ? {} : { encoding }, new Remarks())
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), order === 'le')
  return new Uint8Array(view.buffer)
}
const ZHONGGUO_GBK = [0xd6, 0xd0, 0xb9, 0xfa]

test('every encoding offered to the reader is one the platform can read, under its own name', () => {
  for (const label of ENCODINGS) expect(canonicalLabel(label)).toBe(label)
  expect(canonicalLabel('GB2312')).toBe('gb18030')
  expect(canonicalLabel('gbk')).toBe('gb18030')
  expect(canonicalLabel('no-such')).toBeUndefined()
})

test('UTF-8 text comes back as it was, but for line ends and the byte order mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      if (text.includes('\0')) return
      expect(read(new TextEncoder().encode(text)).text).toBe(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'))
    }),
  )
  expect(read(new TextEncoder().encode('\ufeffa\r\nb\rc\n'))).toEqual({
    text: 'a\nb\nc\n',
    encoding: { label: 'utf-8', by: 'byte order mark' },
  })
})

test('UTF-16 is read with and without its mark, in both byte orders', () => {
  const text = '一是抓项目，　　二是抓环境。\n三是 2023 年。𠮷'
  for (const order of ['le', 'be'] as const) {
    expect(read(utf16(`\ufeff${text}`, order))).toEqual({
      text,
      encoding: { label: `utf-16${order}`, by: 'byte order mark' },
    })
    expect(read(utf16(text, order))).toEqual({ text, encoding: { label: `utf-16${order}`, by: 'detection' } })
    expect(read(utf16('plain words, no Chinese', order)).text).toBe('plain words, no Chinese')
  }
})

test('a declared encoding is believed when the bytes are valid in it, and GB 2312 is read as GB 18030', () => {
  const html = [...new TextEncoder().encode('<meta charset="gb2312">'), ...ZHONGGUO_GBK]
  expect(read(html)).toEqual({ text: '<meta charset="gb2312">中国', encoding: { label: 'gb18030', by: 'declaration' } })
  const wrong = new TextEncoder().encode('<meta charset="gb2312">中国')
  expect(read(wrong).encoding).toEqual({ label: 'utf-8', by: 'valid UTF-8' })
  const xml = [...new TextEncoder().encode('<?xml version="1.0" encoding="GBK"?>'), ...ZHONGGUO_GBK]
  expect(read(xml).encoding.by).toBe('declaration')
})

test('the reader’s choice overrides everything, and a choice that is no encoding is refused by name', () => {
  expect(read(ZHONGGUO_GBK, 'gbk')).toEqual({ text: '中国', encoding: { label: 'gb18030', by: 'reader' } })
  expect(() => read(ZHONGGUO_GBK, 'klingon')).toThrow(ProblemError)
})

test('characters that could not be read are counted in a remark', () => {
  const remarks = new Remarks()
  const bytes = Uint8Array.from([0x61, 0xff, 0x62, 0xff])
  expect(decode({ name: 'a.txt', bytes }, { encoding: 'utf-8' }, remarks).text).toBe('a\ufffdb\ufffd')
  expect(remarks.all()).toEqual([{ key: 'import.undecoded', params: { count: 2 } }])
})

test('Windows-1252 has its quotation marks and dashes, on every Node', () => {
  const bytes = Uint8Array.of(0x93, 0x63, 0x92, 0x94, 0x20, 0x96, 0x20, 0x80)
  const { text } = decode({ name: 'a.txt', bytes }, { encoding: 'windows-1252' }, new Remarks())
  expect(text).toBe('“c’” – €')
})
