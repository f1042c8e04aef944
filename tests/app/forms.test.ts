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

test('whoever changes a word after a lost answer is told that the first version has arrived, and can send the second', async () => {
  const milestone = '/UZ-KR/milestones/UZ-KR-EN-08-02'
  const { page, context } = await signedIn(browser, site, 'official.uz-h-furkat')
  const happened = page.getByLabel('What happened?')
  await open(page, `${milestone}/progress-reports`)
  await press(page, '25 %')
  await happened.fill('The first boiler burns pellets.')
  await page.route(
    '**/api/v1/milestones/*/progress-reports',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
  await press(page, /^Send to/)
  await page.getByText('Langar could not be reached.').waitFor()
  await happened.fill('The first boiler burns pellets from straw.')
  await press(page, /^Send to/)
  await page.getByText('An earlier version of this form has arrived.').waitFor()
  await page.getByText('The first boiler burns pellets.').waitFor()
  expect(await happened.inputValue()).toBe('The first boiler burns pellets from straw.')
  await page.getByText('Draft saved').waitFor()

  await page.reload()
  await page.getByText('Your draft is back').waitFor()
  await press(page, /^Send to/)
  await page.waitForURL((url) => url.pathname === milestone)
  await page.getByText('The first boiler burns pellets from straw.').first().waitFor()
  await context.close()
})

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
