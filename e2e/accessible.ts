import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** What axe finds on the screen as it stands when nothing moves any more: a sentence for each rule that is broken, and where. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))))
  const found = (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
}

/** Holds the screen against axe. */
export const accessible = async (page: Page): Promise<void> => expect(await violations(page)).toEqual([])
