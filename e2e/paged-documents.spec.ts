import { boxField, chooseInBox, finish, importReport, openTitle, step } from './desk'
import { RADICALS, TWO_COLUMNS } from './documents'
import { expect, test } from './launch'
import { problemsOf, readLibrary } from './library'
import { settled } from './screen'
import { drag, plainText, rangeOf } from './text'

const ENGLISH = ['--lang=en-US']

test('a PDF of two columns is read in order, and a passage of its second page is marked', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH, files: [TWO_COLUMNS] })
  await expect(importReport(page)).toContainText('15 words that were divided at line ends were put together again.')
  await expect(importReport(page)).toContainText('4 running heads, feet and page numbers were moved to the end')
  await finish(page)
  await expect(openTitle(page)).toHaveText('Marks in the Margin')
  const text = await plainText(page)
  expect(text.indexOf('The line beside the text')).toBeLessThan(text.indexOf('The pointing hand'))
  expect(text).toContain('it was found by someone who counted buttons for a winter.')
  const words = 'Silence is not a coding.'
  await drag(page, await rangeOf(page, words))
  await expect(boxField(page)).toBeFocused()
  await step(page, () => chooseInBox(page, 'silence'))
  const { library } = await settled(page)
  expect(library.highlights.map((each) => each.passage.quote)).toContain(words)
  expect(problemsOf(library)).toEqual([])
})

test('a Chinese PDF comes in with the characters it was written in', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH, files: [RADICALS] })
  await expect(importReport(page)).toContainText('157 characters that the file gives as radicals')
  await finish(page)
  const text = await plainText(page)
  expect(text).toContain('首页一人读，后页二人读，页页有人读。')
  expect(text).not.toMatch(/[\u2e80-\u2fdf]/)
  expect((await readLibrary(page)).documents.map(({ language }) => language)).toContain('zh-Hans')
})
