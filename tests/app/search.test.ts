import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { axe } from '#tests/axe.ts'
import { drawn } from '#tests/drawn.ts'
import { openBrowser, signedIn } from '#tests/site.ts'

const site = { address: inject('siteAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('Ctrl K, a few letters and Enter lead to a record, and to a page by its name', async () => {
  const { page, context } = await signedIn(browser, site, 'staff.kr')
  await page.goto('/UZ-KR/board')
  await drawn(page.getByRole('article'))
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'What are you looking for?' })
  await field.fill('полупровод')
  await page
    .getByRole('option', { name: /Semiconductors/ })
    .first()
    .waitFor()
  await axe(page)
  await field.press('ArrowDown')
  await field.press('ArrowUp')
  await field.press('Enter')
  await page.waitForURL('**/UZ-KR/directions/SC')
  await page.keyboard.press('Control+k')
  await field.fill('agreem')
  await page.getByRole('option', { name: 'Agreements', exact: true }).click()
  await page.waitForURL('**/UZ-KR/agreements')
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'hidden' })
  await context.close()
})

test('Enter before the answer is there waits for it, and goes to no result of what was typed before', async () => {
  const { page, context } = await signedIn(browser, site, 'staff.kr')
  const held = Promise.withResolvers<void>()
  await page.route('**/api/v1/search?words=AG-08-02', async (route) => {
    await held.promise
    await route.continue()
  })
  await page.goto('/UZ-KR/board')
  await drawn(page.getByRole('article'))
  await page.keyboard.press('Control+k')
  await page.keyboard.type('AG-08-0')
  await page.getByRole('option', { name: /AG-08-01/ }).waitFor()
  await page.keyboard.type('2')
  await page.keyboard.press('Enter')
  held.resolve()
  await page.waitForURL('**/milestones/UZ-KR-AG-08-02')
  await context.close()
})

test('the search is a page too, without JavaScript, in the reader’s language', async () => {
  const { page, context } = await signedIn(browser, site, 'official.uz-uty', {
    javaScript: false,
    language: 'ru',
    width: 390,
  })
  await page.goto('/search')
  await page.getByLabel('Что вы ищете?').fill('poyezd')
  await page.getByRole('button', { name: 'Найти' }).click()
  await page
    .getByRole('link', { name: /высокоскоростных поездов/ })
    .first()
    .waitFor()
  await page.goto('/search?words=zzzzqqqq')
  await page.getByText('По запросу «zzzzqqqq» ничего не найдено').waitFor()
  await context.close()
})
