import { finish, importReport, openTitle } from './desk'
import { GAZETTEER_ODT, MINUTES_RTF, NOTICE_DOCX } from './documents'
import { expect, test } from './launch'
import { problemsOf, readLibrary } from './library'
import { plainText } from './text'

const ENGLISH = ['--lang=en-US']

test('a Word document comes in with its comments as highlights with notes, and says what was left out', async ({
  launch,
}) => {
  const { page } = await launch({ args: ENGLISH, files: [NOTICE_DOCX] })
  await expect(importReport(page)).toContainText('2 tracked changes were read as if they were accepted')
  await expect(importReport(page)).toContainText('One stretch of hidden text was left out.')
  await finish(page)
  await expect(openTitle(page)).toHaveText('关于做好春季农业生产工作的通知')
  const text = await plainText(page)
  expect(text).toContain('（一）抓好备耕')
  expect(text).toContain('各地要把粮食生产摆在首位，确保播种面积只增不减。')
  const library = await readLibrary(page)
  const quoted = new Map(library.highlights.map(({ id, passage }) => [id, passage.quote]))
  const said = library.notes.map(({ about, text: words }) => [quoted.get(about.id), words])
  expect(said).toEqual(
    expect.arrayContaining([
      ['把粮食生产摆在首位', '这一提法是否与去年一致？'],
      ['把粮食生产摆在首位', '一致，见去年第3号文件。'],
      ['4.5', '表中数字待核。'],
    ]),
  )
  expect(problemsOf(library)).toEqual([])
})

test('an OpenDocument text and a Rich Text file come in beside it', async ({ launch }) => {
  const { page } = await launch({ args: ENGLISH, files: [GAZETTEER_ODT, MINUTES_RTF] })
  await finish(page)
  const library = await readLibrary(page)
  expect(library.documents.map(({ title, language }) => [title, language])).toEqual(
    expect.arrayContaining([
      ['在地方志編纂座談會上的講話', 'zh-Hant'],
      ['全县农业工作会议纪要', 'zh-Hans'],
    ]),
  )
  expect(library.highlights.map(({ passage }) => passage.quote)).toEqual(
    expect.arrayContaining(['存史資政', '王县长强调']),
  )
  expect(problemsOf(library)).toEqual([])
})
