import { match } from 'pinyin-pro'
import { expect, test } from 'vitest'
import type { SourceDocument } from '#shared/model/document'
import type { Highlight } from '#shared/model/highlight'
import type { Theme } from '#shared/model/theme'
import { beginning, findTargets, linkTargets, plainBeginning } from './link-targets'

const theme = (id: string, name: string, parent: string | null = null) => ({ id, name, parent }) as Theme
const themes = [theme('t1', '政治'), theme('t2', '强首府', 't1'), theme('t3', '石榴籽')]
const targets = linkTargets({
  themes,
  themesById: new Map(themes.map((each) => [each.id, each])),
  documents: [{ id: 'd1', title: '工作报告' } as SourceDocument],
  notes: [],
  highlights: [
    {
      id: 'h1',
      document: 'd1',
      passage: { quote: '各族群众要像石榴籽一样紧紧抱在一起，守望相助，团结奋斗。' },
    } as Highlight,
  ],
})
const pinyin = (text: string, letters: string) => match(text, letters) ?? null
const found = (typed: string) => findTargets(targets, typed, pinyin, 9).map(({ link }) => link.id)

test('what is typed finds names first, then what stands around them', () => {
  expect(found('')).toEqual(['t1', 't2', 't3', 'd1', 'h1'])
  expect(found('石榴籽')).toEqual(['t3', 'h1'])
  expect(found('強首')).toEqual(['t2'])
  expect(found('政治')).toEqual(['t1', 't2'])
  expect(found('团结奋斗')).toEqual(['h1'])
  expect(found('工作')).toEqual(['d1', 'h1'])
})

test('names are found by pinyin and its initials', () => {
  expect(found('shiliu')).toEqual(['t3'])
  expect(found('gzbg')).toEqual(['d1'])
})

test('a beginning is one line, and cuts no character', () => {
  expect(beginning(' a\n b ', 9)).toBe('a b')
  expect(beginning('ab😃cd', 3)).toBe('ab…')
  expect(plainBeginning('- **要点** 见 [强首府](pingdian:theme/1)\n> 引文', 40)).toBe('要点 见 强首府 引文')
})
