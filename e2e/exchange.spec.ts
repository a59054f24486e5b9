import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessible } from './accessible'
import { dropFiles, newProject, said, step } from './desk'
import { exportAs } from './exports'
import { expect, test } from './launch'
import { readLibrary } from './library'
import { settled } from './screen'

// A project goes out as an archive and as REFI-QDA, and comes in again: into a project of its own, and into itself.

const dialog = (page: Page) => page.getByRole('dialog', { name: /^Take in / })

for (const [format, extension] of [
  ['Pingdian archive (.pingdian)', 'pingdian'],
  ['REFI-QDA project (.qdpx)', 'qdpx'],
] as const) {
  test(`a project comes back from a .${extension} file, into a new project or into itself`, async ({
    launch,
    folder,
  }) => {
    const { app, page } = await launch({ args: ['--lang=en-US'] })
    await settled(page)
    const out = join(folder, 'out')
    await exportAs(app, page, format, out, ['All documents'])
    const path = join(out, readdirSync(out).find((name) => name.endsWith(extension)) ?? 'no file')
    const before = await readLibrary(page)

    await test.step('into itself nothing is doubled', async () => {
      await dropFiles(page, [path])
      await expect(dialog(page)).toContainText('Documents3')
      await accessible(page)
      await dialog(page).getByRole('button', { name: 'Take in' }).click()
      await expect(dialog(page)).toHaveCount(0)
      await expect(said(page)).toContainText(extension === 'pingdian' ? 'Nothing changed' : /Nothing changed|Took in/)
      const after = await readLibrary(page)
      for (const kind of ['documents', 'themes', 'highlights', 'taggings', 'notes'] as const)
        expect(after[kind]).toHaveLength(before[kind].length)
    })

    await test.step('into a new project everything comes, in one step', async () => {
      await newProject(page, 'Another')
      await dropFiles(page, [path])
      await expect(dialog(page)).toBeVisible()
      await dialog(page).getByText('A new project').click()
      await dialog(page).getByRole('button', { name: 'Take in' }).click()
      await expect(page.locator('.library-pane [role=row]')).toHaveCount(3)
      const after = await readLibrary(page)
      for (const kind of ['documents', 'highlights', 'taggings'] as const)
        expect(after[kind]).toHaveLength(2 * before[kind].length)
      await page.keyboard.press('Control+z')
      await expect(page.locator('.library-pane [role=row]')).toHaveCount(0)
    })
  })
}

test('annotations of brat, W3C and Hypothesis, and a table, are dropped, looked at, taken in, and taken back', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ args: ['--lang=en-US'] })
  await settled(page)
  await newProject(page, 'Annotations')
  const put = (name: string, words: string): string => {
    const path = join(folder, name)
    writeFileSync(path, words)
    return path
  }
  const before = await readLibrary(page)
  const added = async () => {
    const after = await readLibrary(page)
    const count = (kind: 'documents' | 'highlights' | 'taggings' | 'notes') => after[kind].length - before[kind].length
    return [count('documents'), count('highlights'), count('taggings'), count('notes')]
  }
  const take = () => step(page, () => dialog(page).getByRole('button', { name: 'Take in' }).click())
  const TEXT = '𠮷野家 is read slowly.\nAnd read again.'
  const words = put('speech.txt', TEXT)
  const brat = put(
    'speech.ann',
    'T1\tShop 0 3\t𠮷野家\nT2\tManner 12 18\tslowly\nR1\tRead Arg1:T1 Arg2:T2\n#1\tAnnotatorNotes T2\thow?\nA1\tSure T2 High\n',
  )

  await test.step('a text with its annotations is one step, which can be undone', async () => {
    await dropFiles(page, [words, brat])
    await expect(dialog(page)).toContainText('Documents1Themes4Highlights2Taggings3Notes1Links1')
    await expect(dialog(page)).toContainText('Written by brat.')
    await expect(dialog(page)).toContainText('One attribute of a passage became a theme of it.')
    await accessible(page)
    await take()
    await expect(page.locator('.library-pane [role=row]')).toHaveCount(1)
    expect(await added()).toEqual([1, 2, 3, 1])
    await page.keyboard.press('Control+z')
    await expect(page.locator('.library-pane [role=row]')).toHaveCount(0)
    expect(await added()).toEqual([0, 0, 0, 0])
    await dropFiles(page, [words, brat])
    await take()
    await expect(page.locator('.library-pane [role=row]')).toHaveCount(1)
  })

  await test.step('of two files of annotations each is shown after the other', async () => {
    const target = (exact: string) => ({
      source: 'speech.txt',
      selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }],
    })
    const web = put(
      'marks.jsonld',
      JSON.stringify({
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        ...{ type: 'Annotation', id: 'urn:x:1', body: [{ type: 'TextualBody', purpose: 'tagging', value: 'Again' }] },
        target: target('read again'),
      }),
    )
    const tags = { uri: 'speech.txt', tags: ['Slow'], text: 'a word', user: 'acct:li@hypothes.is' }
    const hypothesis = put(
      'search.json',
      JSON.stringify({ total: 1, rows: [{ id: 'h1', ...tags, target: [target('slowly')] }] }),
    )
    await dropFiles(page, [web, hypothesis])
    await expect(dialog(page)).toContainText('Take in “marks.jsonld”')
    await expect(dialog(page)).toContainText('Another file waits after it.')
    await take()
    await expect(dialog(page)).toContainText('Take in “search.json”')
    await expect(dialog(page)).toContainText('Written by Hypothesis.')
    await take()
    await expect(dialog(page)).toHaveCount(0)
    expect(await added()).toEqual([1, 4, 5, 2])
    await step(page, () => page.keyboard.press('Control+z'), -1)
    expect(await added()).toEqual([1, 3, 4, 1])
  })

  await test.step('a table says which rows it cannot place, and what is left alone changes nothing', async () => {
    const table = put('marks.csv', 'document,start,end,quote,theme path\nspeech,0,3,𠮷野家,A / B\nspeech,0,2,no,C\n')
    await dropFiles(page, [table])
    await expect(dialog(page)).toContainText('Row 3: “no” is not in “speech”; it was left out.')
    await dialog(page).getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog(page)).toHaveCount(0)
    expect(await added()).toEqual([1, 3, 4, 1])
    await dropFiles(page, [table])
    await take()
    expect(await added()).toEqual([1, 3, 5, 1])
  })
})
