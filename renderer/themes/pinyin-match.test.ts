import { expect, test } from 'vitest'
import { loadPinyin } from './theme-search'

const found = async (text: string, letters: string): Promise<string | null> => {
  const offsets = (await loadPinyin())(text, letters)
  return offsets?.map((at) => String.fromCodePoint(text.codePointAt(at) as number)).join('') ?? null
}

test('initials, whole syllables and mixtures of both match neighbouring characters', async () => {
  expect(await found('高质量发展', 'gzl')).toBe('高质量')
  expect(await found('高质量发展', 'fazhan')).toBe('发展')
  expect(await found('高质量发展', 'zhilfz')).toBe('质量发展')
  expect(await found('新发展格局', "xin fa'zhan")).toBe('新发展')
  expect(await found('高质量发展', 'gfz')).toBeNull()
})

test('a character with several readings is found by each', async () => {
  expect(await found('重庆', 'cq')).toBe('重庆')
  expect(await found('重庆', 'zhongqing')).toBe('重庆')
  expect(await found('银行行长', 'yhhz')).toBe('银行行长')
})

test('both scripts and Latin words between are matched', async () => {
  expect(await found('強首府', 'qsf')).toBe('強首府')
  expect(await found('套语 Set phrases', 'tyset')).toBeNull()
  expect(await found('GDP增长', 'gdpzz')).toBe('GDP增长')
})

test('a long name with many likenesses is answered at once', async () => {
  expect(await found('啊'.repeat(200), `${'a'.repeat(199)}b`)).toBeNull()
})
