import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { Keyboard } from '#tests/keyboard.ts'
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

test('who starts over takes back nothing that somebody else changed since the draft was begun', async () => {
  const milestone = '/UZ-KR/milestones/UZ-KR-IU-05-05'
  const uzbek = await signedIn(browser, site, 'staff.uz')
  const korean = await signedIn(browser, site, 'staff.kr')
  const title = uzbek.page.getByRole('group', { name: /^Title/ }).getByLabel('Korean')
  await open(uzbek.page, `${milestone}/change`)
  await title.fill('민간 파트너')
  await uzbek.page.getByText('Draft saved').waitFor()
  await weigh(korean.page, milestone, '2')
  await open(uzbek.page, `${milestone}/change`)
  await press(uzbek.page, 'Start over')
  await title.fill('민간 파트너 선정')
  await weigh(korean.page, milestone, '3')
  await press(uzbek.page, 'Save the change')
  await press(uzbek.page, 'Show it as it is now')
  await expect.poll(() => uzbek.page.getByLabel('Weight').inputValue()).toBe('3')
  expect(await title.inputValue()).toBe('민간 파트너 선정')
  for (const { context } of [uzbek, korean]) await context.close()
})

test('a form that is opened again after it was sent shows what it did', async () => {
  const { page, context } = await signedIn(browser, site, 'staff.uz')
  await page.goto('/UZ-KR/initiatives/UZ-KR-IU-05/milestones/new')
  await page
    .getByRole('group', { name: /^Title/ })
    .getByLabel('English')
    .fill('Toll agreed within')
  await page.getByLabel('Visible to').selectOption({ label: 'our side only' })
  await page.getByRole('group', { name: /^Due/ }).getByLabel('Year').fill('2029')
  await page.getByLabel('Responsible side').selectOption({ label: 'Uzbekistan' })
  await press(page, 'Create the milestone')
  await page.getByText('The milestone is created.').waitFor()
  await page.waitForLoadState('networkidle')

  const dialog = page.getByRole('dialog')
  const date = dialog.getByRole('group', { name: /^New date/ })
  await press(page, 'Ask for another date…')
  await dialog.getByText('Nobody else has to agree').waitFor()
  await date.getByLabel('Year', { exact: true }).fill('2031')
  await date.getByLabel('Month, quarter or half').selectOption({ label: 'Quarter 2' })
  await dialog.getByLabel('Cause', { exact: true }).selectOption('financing')
  await dialog.getByLabel('Why does it move?').fill('The bank decides a year later.')
  await press(page, 'Ask for this date')
  await page.getByText('Agreed. What was before stays in the history.').waitFor()
  await press(page, 'Ask for another date…')
  await expect.poll(() => date.getByLabel('Year', { exact: true }).inputValue()).toBe('2031')
  expect(await date.getByLabel('Month, quarter or half').inputValue()).toBe('Q2')
  expect(await dialog.getByLabel('Why does it move?').inputValue()).toBe('')
  await context.close()
})

test('who orders the directions by keyboard stays at the button', async () => {
  const { page, context } = await signedIn(browser, site, 'admin')
  await open(page, '/admin/partnerships/UZ-KR')
  const keyboard = new Keyboard(page)
  const codes = () => page.locator('#directions ol li .code').allTextContents()
  const down = page.getByRole('button', { name: /^Move .* down$/ })
  const name = (await down.nth(1).textContent()) ?? ''
  const before = await codes()
  for (const moves of [1, 2]) {
    if (moves === 1) await keyboard.press(page.getByRole('button', { name }))
    else await page.keyboard.press('Enter')
    await expect.poll(async () => (await codes()).indexOf(before[1] ?? '')).toBe(1 + moves)
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name)
  }
  for (const moves of [1, 0]) {
    await page.getByRole('button', { name: name.replace('down', 'up') }).click()
    await expect.poll(async () => (await codes()).indexOf(before[1] ?? '')).toBe(1 + moves)
  }
  await context.close()
})

/** Gives the milestone another weight. */
async function weigh(page: Page, milestone: string, weight: string): Promise<void> {
  await open(page, `${milestone}/change`)
  await page.getByLabel('Weight').fill(weight)
  await press(page, 'Save the change')
  await page.getByText('The change is saved.').waitFor()
}
