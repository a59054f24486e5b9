import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { accessible } from './accessible'
import { dropFiles, finish, openDocumentDialog, openTitle, said, step } from './desk'
import { expect, test } from './launch'
import { readLibrary } from './library'

// What is known of a document's origin says where it was found, and is corrected and taken away.

const ENGLISH = ['--lang=en-US']
const PAGE = `<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>红旗渠畔</title>
<meta name="author" content="陈贻泽"><meta property="article:published_time" content="2020-11-12">
</head><body><article><h1>红旗渠畔</h1><p>第一段说渠，各族群众要像石榴籽一样紧紧抱在一起。</p></article></body></html>`

test('each field says where it was found, and one that is corrected says so', async ({ launch, folder }) => {
  const path = join(folder, '渠.html')
  await writeFile(path, PAGE)
  const { page } = await launch({ args: ENGLISH })
  await dropFiles(page, [path])
  await expect(openTitle(page)).toHaveText('红旗渠畔')
  await openDocumentDialog(page)
  const dialog = page.getByRole('dialog')
  const field = (name: string) => dialog.getByRole('textbox', { name, exact: true })
  await expect(field('Author')).toHaveValue('陈贻泽')
  await expect(field('Author')).toHaveAccessibleDescription(/^in the page’s markup: “.*author.*陈贻泽/)
  await expect(field('Date')).toHaveAccessibleDescription(/^in the page’s markup: “.*published_time/)
  await expect(field('Title')).toHaveAccessibleDescription(/^in the page’s markup/)
  for (const name of ['Reporter', 'Editor', 'Place', 'Section', 'Subtitle', 'Source', 'Address'])
    await expect(field(name)).toHaveValue('')
  await accessible(page)

  await field('Date').fill('2020年11月13日')
  await step(page, () => field('Reporter').fill('李依环'))
  await expect(field('Date')).toHaveValue('2020-11-13')
  await expect(field('Date')).toHaveAccessibleDescription('as you say')
  await step(page, () => field('Author').fill(''))
  await step(page, () => field('Title').fill('渠畔'))
  await expect(field('Author')).toHaveAccessibleDescription('')
  await step(page, () => field('Date').fill('去年冬天'))
  await expect(field('Title')).toHaveAccessibleDescription('The source calls it “红旗渠畔”')
  await field('Place').focus()
  await expect(said(page)).toContainText('去年冬天')
  await step(page, () => dialog.getByRole('combobox', { name: 'Language' }).selectOption('zh-Hant'))
  await finish(page)
  const document = (await readLibrary(page)).documents.find(({ fileName }) => fileName === '渠.html')
  expect(document).toMatchObject({ title: '渠畔', language: 'zh-Hant' })
  expect(document?.metadata).toMatchObject({
    title: '红旗渠畔',
    date: '2020-11-13',
    reporter: '李依环',
    evidence: { date: { by: 'reader' }, reporter: { by: 'reader' } },
  })
  expect(document?.metadata).not.toHaveProperty('author')
  expect(document?.metadata.evidence).not.toHaveProperty('author')
})
