import { Buffer } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, signedIn } from '#tests/site.ts'

/** The jobs of official and staff in a browser that runs no script: each form is sent as it is, and after a refusal what was
 *  typed stands in it again. */

const site = { address: inject('siteAddress') }
const milestone = '/UZ-KR/milestones/UZ-KR-AG-07-02'
let browser: Browser
let official: Page
let staff: Page
let korea: Page

beforeAll(async () => {
  browser = await openBrowser()
  const plain = async (who: string) => (await signedIn(browser, site, who, { javaScript: false })).page
  ;[official, staff, korea] = [
    await plain('official.uz-quar'),
    await plain('staff.uz'),
    await plain('staff.kr'),
  ]
})
afterAll(() => browser.close())

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()
const reason = (page: Page) => page.locator('textarea[name=reason]').filter({ visible: true })

test('a file and a link that came with a refused report need not be chosen again', async () => {
  await official.goto(`${milestone}/progress-reports`)
  await official.getByLabel('What happened?').fill('The laboratory works.')
  const buffer = Buffer.from('The act of acceptance.')
  await official
    .locator('input[name=files]')
    .setInputFiles({ name: 'Act.txt', mimeType: 'text/plain', buffer })
  await official.locator('textarea[name=links]').fill('https://example.org/act')
  await press(official, /^Send to/)
  await official.waitForURL(/attempt=/)
  expect(await official.getByLabel('What happened?').inputValue()).toBe('The laboratory works.')
  expect(await official.locator('textarea[name=links]').inputValue()).toBe('https://example.org/act')
  expect(await official.getByRole('checkbox', { name: 'Act.txt' }).isChecked()).toBe(true)
  await official.getByLabel('How far is it?').fill('100')
  await press(official, /^Send to/)
  await official.waitForURL((url) => url.pathname === milestone)
  await official
    .getByRole('link', { name: /Act\.txt/ })
    .first()
    .waitFor()
  await official
    .getByRole('link', { name: /example\.org/ })
    .first()
    .waitFor()
})

test('a report is returned; a reason that was refused stands there to be mended', async () => {
  await toReview('The laboratory works.')
  await press(staff, 'Return…')
  const pasted = 'The act is not \u001bsigned.' // with a letter that is none
  await reason(staff).fill(pasted)
  await press(staff, /^Return$/)
  await staff.waitForURL(/attempt=/)
  expect(await reason(staff).inputValue()).toBe(pasted)
  await reason(staff).fill('The act is not signed.')
  await press(staff, /^Return$/)
  await staff.waitForURL(/done=progress-reports\.return/)

  await official.goto('/my-work')
  await official.getByText('The act is not signed.').waitFor()
  await official.goto(`${milestone}/progress-reports`)
  await official.getByLabel('How far is it?').fill('100')
  await official.getByLabel('What happened?').fill('The act is signed.')
  await press(official, /^Send to/)
  await official.waitForURL((url) => url.pathname === milestone)
})

test('a report is accepted and the key is turned', async () => {
  await toReview('The act is signed.')
  await press(staff, /^Accept/)
  await staff.waitForURL(/done=progress-reports\.accept/)
  await staff.goto(milestone)
  await press(staff, 'Confirm complete')
  await staff.getByText('Claimed by Uzbekistan').first().waitFor()
})

test('who confirms what has changed meanwhile reads both versions first', async () => {
  await korea.goto(milestone)
  await weigh('2')
  await press(korea, 'Confirm complete')
  await korea.waitForURL(/attempt=/)
  expect(await changed()).toMatch(/Weight1 →became 2/)
})

test('so does who disputes, and keeps the words; then it is disputed, and completed once the dispute is settled', async () => {
  await korea.goto(milestone)
  await press(korea, 'Dispute…')
  await weigh('3')
  await reason(korea).fill('The second laboratory is missing.')
  await press(korea, /^Dispute$/)
  await korea.waitForURL(/attempt=/)
  expect(await changed()).toMatch(/Weight2 →became 3/)
  expect(await reason(korea).inputValue()).toBe('The second laboratory is missing.')
  await press(korea, /^Dispute$/)
  await korea.waitForURL((url) => url.pathname === milestone && !url.search.includes('attempt'))
  await staff.goto(milestone)
  await staff.getByText('The second laboratory is missing.').first().waitFor()
  await korea.goto(milestone)
  await press(korea, 'Confirm')
  await korea.locator('main header').getByText('Completed', { exact: true }).waitFor()
  await staff.goto('/UZ-KR/board?direction=AG')
  await staff
    .getByRole('region', { name: /^Completed/ })
    .getByText('AG-07-02')
    .waitFor()
})

test('an address that is none is named at the field for links', async () => {
  const { page, context } = await signedIn(browser, site, 'official.uz-waste', { javaScript: false })
  await page.goto('/UZ-KR/milestones/UZ-KR-EN-09-02/progress-reports')
  await page.getByLabel('How far is it?').fill('25')
  await page.getByLabel('What happened?').fill('The site is fenced in.')
  await page.locator('textarea[name=links]').fill('javascript:alert(1)')
  await press(page, /^Send to/)
  await page.waitForURL(/attempt=/)
  expect(await page.locator('textarea[name=links]').getAttribute('aria-invalid')).toBe('true')
  await page.getByRole('alert').getByRole('link').click()
  expect(await page.locator('textarea[name=links]:target').count()).toBe(1)
  await page.locator('textarea[name=links]').fill('')
  await press(page, /^Send to/)
  await page.getByText('Your report is on its way').waitFor()
  await context.close()
})

test('a reason for what somebody else decided meanwhile is shown, and in no other report’s form', async () => {
  await staff.goto('/UZ-KR/review')
  await staff.getByRole('link', { name: /Plants in operation/ }).click()
  await press(staff, 'Return…')
  await reason(staff).fill('The contract is missing.')
  const action = (await staff.locator('form[action$="/returns"]').getAttribute('action')) ?? ''
  const { page: colleague, context } = await signedIn(browser, site, 'staff.uz')
  const sent = { form: { id: randomUUID(), reason: 'Another one was faster.' } }
  expect((await colleague.request.post(action, { ...sent, headers: { origin: site.address } })).ok()).toBe(
    true,
  )
  await context.close()
  const { page: other, context: more } = await signedIn(browser, site, 'official.uz-hydro', {
    javaScript: false,
  })
  await other.goto('/UZ-KR/milestones/UZ-KR-EN-06-02/progress-reports')
  await other.getByLabel('How far is it?').fill('25')
  await other.getByLabel('What happened?').fill('The study is ordered.')
  await press(other, /^Send to/)
  await other.getByText('Your report is on its way').waitFor()
  await more.close()

  await press(staff, /^Return$/)
  await staff.waitForURL(/attempt=/)
  const alert = staff.getByRole('alert').filter({ visible: true })
  await alert.getByText('The contract is missing.').waitFor()
  const typed = staff.locator('textarea').evaluateAll((all) => all.map((one) => 'value' in one && one.value))
  expect(await typed).toEqual([''])
})

test('a refused archiving leaves the form beside it as it is', async () => {
  const initiative = '/UZ-KR/initiatives/UZ-KR-CH-06/change'
  await staff.goto(initiative)
  const ticked = () => staff.locator('input[type=checkbox]:checked').count()
  const before = await ticked()
  expect(before).toBeGreaterThan(0)
  await korea.goto(initiative)
  await korea.getByLabel('Place').fill('Tashkent and Andijan')
  await press(korea, 'Save the change')
  await korea.waitForURL(/done=initiatives\.change/)
  await press(staff, 'Archive it')
  await staff.waitForURL(/attempt=/)
  expect(await changed(staff)).toMatch(/Place.*Tashkent and Andijan/)
  expect(await ticked()).toBe(before)
})

/** Staff of Uzbekistan open the report on this milestone, whatever else waits for them. */
async function toReview(narrative: string): Promise<void> {
  await staff.goto('/UZ-KR/review')
  await staff.getByRole('link', { name: /AG-07-02/ }).click()
  await staff.getByText(narrative).waitFor()
}

/** What stands under “What you saw, and what is there now”. */
async function changed(page = korea): Promise<string> {
  const title = page.getByText('What you saw, and what is there now').filter({ visible: true })
  return (await title.locator('..').textContent()) ?? ''
}

/** Staff of Uzbekistan give the milestone another weight. */
async function weigh(weight: string): Promise<void> {
  await staff.goto(`${milestone}/change`)
  await staff.getByLabel('Weight').fill(weight)
  await press(staff, 'Save the change')
  await staff.waitForURL(/done=milestones\.change/)
}
