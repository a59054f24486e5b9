import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * What axe finds on the screen as it stands when nothing moves any more: a sentence for each rule that is broken, and
 * where. All rules are held, or those that are named.
 */
export async function violations(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished.catch(() => null))))
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const found = (await (rules.length > 0 ? axe.withRules([...rules]) : axe).analyze()).violations
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
}

/** Holds the screen against axe. */
export const accessible = async (page: Page): Promise<void> => expect(await violations(page)).toEqual([])
