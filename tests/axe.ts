import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What axe finds wrong with the page as it is shown, each as its rule and the first place. No page has a frame: without
 *  looking for one, and without telling of all that is right, axe is several times as fast. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.waitForFunction(() => document.title !== '') // of a page led to by script it comes a moment later
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

export async function axe(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([])
}
