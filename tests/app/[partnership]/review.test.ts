import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { drawn } from '#tests/drawn.ts'
import { openBrowser, signedIn } from '#tests/site.ts'

const site = { address: inject('siteAddress') }
const page = '/UZ-KR/milestones/UZ-KR-IU-03-05'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function logged(official: Page, percent: string, narrative: string): Promise<void> {
  await official.goto(`${page}/progress-reports`)
  await drawn(official.getByRole('button', { name: `${percent} %` }))
  await official.getByRole('button', { name: `${percent} %` }).click()
  await official.getByLabel('What happened?').fill(narrative)
  await official.getByRole('button', { name: /^Send to/ }).click()
  await official.getByText('Your report is on its way').waitFor()
}

test('R opens the return, the reason goes back to the sender, A accepts the corrected report', async () => {
  const official = await signedIn(browser, site, 'official.uz-airports')
  const staff = await signedIn(browser, site, 'staff.uz')
  const log = (percent: string, narrative: string) => logged(official.page, percent, narrative)
  const open = async (narrative: string) => {
    await staff.page.goto('/UZ-KR/review')
    await staff.page.getByRole('link', { name: /New terminal built/ }).click()
    await staff.page.getByText(narrative).waitFor()
    await drawn(staff.page.getByRole('button', { name: /^Return/ }))
  }

  await log('25', 'The terminal stands, says the contractor.')
  await open('The terminal stands, says the contractor.')
  const letters = staff.page.getByRole('checkbox', { name: 'Use the keys A to accept and R to return' })
  await letters.uncheck()
  await staff.page.reload() // it is kept in this browser
  await drawn(letters)
  await staff.page.getByText('The terminal stands, says the contractor.').click()
  await staff.page.keyboard.press('r')
  expect(await letters.isChecked()).toBe(false)
  expect(await staff.page.locator('textarea').count()).toBe(0)
  await letters.check()
  await staff.page.getByText('The terminal stands, says the contractor.').click()
  await staff.page.keyboard.press('r')
  await staff.page.locator('textarea:focus').waitFor()
  await staff.page.keyboard.type('Attach the act of acceptance.')
  await staff.page.getByRole('button', { name: 'Return', exact: true }).click()
  await staff.page.getByText('Returned to the sender.').waitFor()

  await official.page.goto('/my-work')
  await official.page.getByRole('heading', { name: /^Returned to you/ }).waitFor()
  await official.page.getByText('Attach the act of acceptance.').waitFor()

  await log('50', 'The act of acceptance is signed for the first half.')
  await open('The act of acceptance is signed for the first half.')
  await staff.page.keyboard.press('a')
  await staff.page.getByText('Accepted.', { exact: true }).waitFor()
  await staff.page.goto(page)
  const report = staff.page.getByRole('listitem').filter({ hasText: 'signed for the first half' })
  await report.getByText('50 %', { exact: true }).waitFor()
  await report.getByText('accepted', { exact: true }).waitFor()
  await staff.page.getByText('“Attach the act of acceptance.”').waitFor()
  for (const { context } of [official, staff]) await context.close()
})

test('a key turned, disputed or withdrawn from the review is told as what it is', async () => {
  const official = await signedIn(browser, site, 'official.uz-airports')
  const staff = await signedIn(browser, site, 'staff.uz')
  const korea = await signedIn(browser, site, 'staff.kr')
  const item = '/UZ-KR/review?item=UZ-KR-IU-03-05'
  await logged(official.page, '100', 'The act of acceptance is signed.')
  await staff.page.goto('/UZ-KR/review')
  await staff.page.getByRole('link', { name: /New terminal built/ }).click()
  await staff.page.getByText('The act of acceptance is signed.').waitFor()
  await drawn(staff.page.getByRole('button', { name: /^Accept/ }))
  await staff.page.getByRole('button', { name: /^Accept/ }).click()
  await staff.page.getByText('Accepted.', { exact: true }).waitFor()
  await staff.page.goto(item)
  await drawn(staff.page.getByRole('button', { name: 'Confirm complete' }))
  await staff.page.getByRole('button', { name: 'Confirm complete' }).click()
  await staff.page.getByText('Your side’s key is turned.').waitFor()
  for (const [act, told] of [
    ['Dispute', 'Your side disputes it, with your reason.'],
    ['Withdraw', 'Your side’s key is withdrawn, with your reason.'],
  ] as const) {
    await korea.page.goto(item)
    await drawn(korea.page.getByRole('button', { name: `${act}…` }))
    await korea.page.getByRole('button', { name: `${act}…` }).click()
    await korea.page.getByRole('dialog').getByRole('textbox').fill('The second hall is not open.')
    await korea.page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click()
    await korea.page.getByText(told).waitFor()
  }
  for (const { context } of [official, staff, korea]) await context.close()
})

test('an observer has nothing to review and is told so', async () => {
  const observer = await signedIn(browser, site, 'observer.kr')
  await observer.page.goto('/UZ-KR/review')
  await observer.page.getByText('Nothing waits for you').waitFor()
  expect(await observer.page.getByRole('button', { name: /^Accept/ }).count()).toBe(0)
  await observer.context.close()
})
