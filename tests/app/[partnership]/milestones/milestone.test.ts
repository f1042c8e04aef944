import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { drawn } from '#tests/drawn.ts'
import { openBrowser, signedIn } from '#tests/site.ts'

const site = { address: inject('siteAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('what was typed survives a closed tab, for the same person alone', async () => {
  const page = '/UZ-KR/milestones/UZ-KR-AG-02-01/progress-reports'
  const official = await signedIn(browser, site, 'official.uz-akis')
  await official.page.goto(page)
  await drawn(official.page.getByRole('button', { name: '75 %' }))
  await official.page.getByRole('button', { name: '75 %' }).click()
  await official.page.getByLabel('What happened?').fill('Forty-five specialists came back from Korea.')
  await official.page.getByText('Draft saved').waitFor()
  const kept = () => official.page.evaluate(() => JSON.stringify(localStorage))
  await expect.poll(kept).toContain('Forty-five specialists came back from Korea.')
  await official.page.close()

  const again = await official.context.newPage()
  await again.goto(page)
  await again.getByText('Your draft is back').waitFor()
  await expect
    .poll(() => again.getByLabel('What happened?').inputValue())
    .toBe('Forty-five specialists came back from Korea.')
  await expect.poll(() => again.getByLabel('How far is it?').inputValue()).toBe('75')
  await official.context.close()
})

test('what was typed before the script came is still there when it has come', async () => {
  const { page, context } = await signedIn(browser, site, 'official.uz-akis')
  const { promise: come, resolve: letCome } = Promise.withResolvers<void>()
  await page.route('**/*.js', async (route) => {
    await come
    await route.continue()
  })
  await page.goto('/UZ-KR/milestones/UZ-KR-AG-02-01/progress-reports', { waitUntil: 'commit' })
  await page.getByLabel('How far is it?').fill('65')
  await page.getByLabel('What happened?').fill('The greenhouse has its roof.')
  letCome()
  await page.getByRole('button', { name: '75 %' }).waitFor()
  // The draft is saved a moment after the typing: typed more often, it never would be.
  const draftSaved = async () => {
    await page.getByLabel('What comes next?').pressSequentially('Heating. ')
    await page.waitForTimeout(1_000)
    return page.getByText('Draft saved').count()
  }
  await expect.poll(draftSaved).toBe(1)
  expect(await page.getByLabel('How far is it?').inputValue()).toBe('65')
  expect(await page.getByLabel('What happened?').inputValue()).toBe('The greenhouse has its roof.')
  await context.close()
})

test('the second of two people reads what changed, and what he typed is still there', async () => {
  const page = '/UZ-KR/milestones/UZ-KR-CH-05-02'
  const official = await signedIn(browser, site, 'official.uz-kimyo')
  const staff = await signedIn(browser, site, 'staff.uz')
  const block = async (who: typeof staff, words: string) => {
    await who.page.getByRole('button', { name: 'Something is in the way…' }).click()
    const dialog = who.page.getByRole('dialog')
    await dialog.getByLabel('Cause').selectOption('permit')
    await dialog.getByLabel('In your words').fill(words)
    return dialog.getByRole('button', { name: 'Mark as blocked' })
  }
  for (const { page: shown } of [official, staff]) {
    await shown.goto(page)
    await drawn(shown.getByRole('button', { name: 'Something is in the way…' }))
  }
  await (await block(official, 'The permit waits for a signature.')).click()
  await official.page.getByText('Blocked: permit').waitFor()

  await (await block(staff, 'No permit for the construction site.')).click()
  const dialog = staff.page.getByRole('dialog')
  await dialog.getByText('What you saw, and what is there now').waitFor()
  await dialog.getByText('The permit waits for a signature.').waitFor()
  expect(await dialog.getByLabel('In your words').inputValue()).toBe('No permit for the construction site.')
  await dialog.getByRole('button', { name: 'Show it as it is now' }).click()
  await staff.page.getByText('Blocked: permit').waitFor()

  await staff.page.getByRole('button', { name: 'Nothing is in the way any more' }).click()
  await staff.page.getByText('Blocked: permit').waitFor({ state: 'detached' })
  await staff.page.locator('main header').getByText('In progress', { exact: true }).waitFor()
  await staff.page.locator('summary', { hasText: 'History' }).click()
  await staff.page.getByText('Nothing in the way any more').waitFor()
  for (const { context } of [official, staff]) await context.close()
})

test('a milestone that the import closed says that no person confirmed it', async () => {
  const observer = await signedIn(browser, site, 'observer.uz')
  await observer.page.goto('/UZ-KR/milestones/UZ-KR-SC-01-01')
  const closed = observer.page.getByText('Closed by the import; no person confirmed it.')
  await expect.poll(() => closed.count()).toBe(2)
  expect(await observer.page.getByRole('button', { name: /Confirm|Dispute|Withdraw/ }).count()).toBe(0)
  await observer.context.close()
})
