import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { accessible } from './accessible'
import { dropFiles, newProject, said } from './desk'
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
