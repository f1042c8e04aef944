import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, signedIn } from '#tests/site.ts'

/** Forms on a bad line, beside somebody else who changes the same, and drawn anew. */

const site = { address: inject('siteAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const open = async (page: Page, address: string) => {
  await page.goto(address)
  await page.waitForLoadState('networkidle')
}

test('what has changed meanwhile can be archived all the same, once that was read', async () => {
  const milestone = '/UZ-KR/milestones/UZ-KR-IU-05-02'
  const uzbek = await signedIn(browser, site, 'staff.uz')
  const korean = await signedIn(browser, site, 'staff.kr')
  await open(uzbek.page, `${milestone}/change`)
  await weigh(korean.page, milestone, '2')
  await press(uzbek.page, 'Archive it')
  await press(uzbek.page, 'Show it as it is now')
  await expect.poll(() => uzbek.page.getByLabel('Weight').inputValue()).toBe('2')
  await press(uzbek.page, 'Archive it')
  await press(uzbek.page, 'Bring it back')
  await uzbek.page.getByText('The milestone is back.').waitFor()
  for (const { context } of [uzbek, korean]) await context.close()
})

/** Gives the milestone another weight. */
async function weigh(page: Page, milestone: string, weight: string): Promise<void> {
  await open(page, `${milestone}/change`)
  await page.getByLabel('Weight').fill(weight)
  await press(page, 'Save the change')
  await page.getByText('The change is saved.').waitFor()
}
