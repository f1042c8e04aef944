import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { drawn } from '#tests/drawn.ts'
import { Keyboard } from '#tests/keyboard.ts'
import { openBrowser } from '#tests/site.ts'
import { idOf } from '../../prisma/seed/rows.ts'

/** The jobs of this program from the first page to the last act with the keyboard alone, and at every stop one sees where
 *  one is. */

const address = inject('siteAddress')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Signs in on the first page, without a mouse. `who`: a demo account as its mail address has it. */
async function arrived(who: string) {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto('/')
  const keyboard = new Keyboard(page)
  const account = page.locator(`form:has(input[value="${idOf('post', `${who}@example.org`)}"]) button`)
  await drawn(account)
  for (const folded of await page.locator('details:not([open])').filter({ has: account }).all())
    await keyboard.press(folded.locator('> summary'))
  await keyboard.press(account)
  return { page, context, keyboard }
}

test('an official finds what is due, logs progress and sends it', async () => {
  const { page, context, keyboard } = await arrived('official.uz-forest')
  await page.waitForURL('**/my-work')
  await keyboard.press(page.getByRole('link', { name: /AG-08-02/ }))
  await keyboard.type(page.getByLabel('How far is it?'), '100')
  await keyboard.type(page.getByLabel('What happened?'), 'The nursery has its first seedlings.')
  await keyboard.press(page.getByRole('button', { name: /^Send to/ }))
  await page.waitForURL(/\/milestones\/UZ-KR-AG-08-02\?/)
  await page.getByText('Your report is on its way').waitFor()
  await context.close()
})

test('staff accept it, turn the key, and move a card of the board', async () => {
  const { page, context, keyboard } = await arrived('staff.uz')
  await page.waitForURL('**/UZ-KR/**')
  await keyboard.press(page.getByRole('link', { name: /^Review/ }))
  await page.waitForURL('**/review')
  await keyboard.press(page.getByRole('link', { name: /AG-08-02/ }))
  await page.getByText('The nursery has its first seedlings.').waitFor()
  await keyboard.press(page.getByRole('button', { name: /^Accept/ }))
  await page.waitForURL(/done=/)

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'What are you looking for?' }).waitFor()
  await page.keyboard.type('AG-08-02')
  await page
    .getByRole('option', { name: /AG-08-02/ })
    .first()
    .waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL('**/milestones/UZ-KR-AG-08-02')
  await keyboard.press(page.getByRole('button', { name: 'Confirm complete' }))
  await page.getByText('Claimed by Uzbekistan').first().waitFor()

  await keyboard.press(page.getByRole('link', { name: 'Board' }))
  await page.waitForURL('**/board')
  await keyboard.press(page.locator('summary', { hasText: 'Direction:' }))
  await keyboard.press(page.locator('a[href*="direction=EN"]'))
  await page.waitForURL(/direction=EN/)
  const card = page.getByRole('article').filter({ has: page.getByText('EN-09-02', { exact: true }) })
  await keyboard.press(card.getByRole('link').first(), 'm')
  await page.getByRole('menuitem', { name: 'In progress' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('EN-09-02 moved to: In progress.').waitFor()
  await page
    .getByRole('region', { name: /^In progress: / })
    .getByText('EN-09-02')
    .waitFor()
  await context.close()
})

test('the admin of the installation sees what a decree moves, and saves it', async () => {
  const { page, context, keyboard } = await arrived('admin')
  await page.waitForURL('**/admin/partnerships')
  await keyboard.press(page.getByRole('link', { name: 'Countries' }))
  await page.waitForURL('**/admin/countries')
  await keyboard.press(page.getByRole('main').getByRole('link', { name: /Uzbekistan/ }))
  await page.waitForURL('**/admin/countries/UZ')
  await keyboard.press(page.getByRole('link', { name: 'Enter a decree' }))
  await page.waitForURL('**/admin/countries/UZ?act=decree')
  await keyboard.to(page.getByLabel('Date, row 1', { exact: true }))
  await page.keyboard.type('12312030') // month first, in whatever language the page is: so is this Chromium
  await keyboard.type(page.getByLabel('Holiday, row 1', { exact: true }), 'Last day of the year')
  await keyboard.type(page.getByLabel('Title'), 'On the last day of 2030')
  await keyboard.to(page.getByLabel('Date of the decree'))
  await page.keyboard.type('03022026')
  await keyboard.type(page.getByLabel('Address of the page'), 'https://lex.uz/docs/1')
  await keyboard.press(page.getByRole('button', { name: 'Show what it moves' }))
  await page.getByText('Nothing is saved yet.').waitFor()
  await keyboard.press(page.getByRole('button', { name: 'Save the decree' }))
  await page.waitForURL(/done=calendars\.decree/)
  await context.close()
})

test('the admin of a side makes a post with a role, opens an account, appoints its person and makes the link', async () => {
  const { page, context, keyboard } = await arrived('side-admin.uz')
  await keyboard.press(page.getByRole('link', { name: 'Organisations' }))
  await page.waitForURL('**/admin/organisations')
  await keyboard.type(page.getByRole('main').getByRole('searchbox'), 'UZ-ENERGY')
  await page.keyboard.press('Enter')
  await page.getByText('1 organisation', { exact: true }).waitFor()
  await keyboard.press(page.getByRole('link', { name: /Ministry of Energy/ }))
  await page.waitForURL('**/admin/organisations/UZ-ENERGY')
  await keyboard.press(page.getByRole('link', { name: 'Add a post' }))
  await keyboard.type(page.getByRole('textbox', { name: /^Uzbek/ }), 'Bosh mutaxassis')
  await keyboard.press(page.getByRole('button', { name: 'Add a post' }))
  await page.getByText('The post is there.').waitFor()
  await keyboard.press(page.getByRole('link', { name: 'Give a role' }))
  await keyboard.press(page.getByRole('button', { name: 'Give the role' }))
  await page.getByText('The role is given.').waitFor()
  await keyboard.press(page.getByRole('link', { name: 'People' }))
  await page.waitForURL('**/admin/people')
  await keyboard.press(page.getByRole('link', { name: 'Add a person' }))
  await keyboard.type(page.getByLabel('Name', { exact: true }), 'Chief specialist, Energy')
  await keyboard.type(page.getByLabel('E-mail', { exact: true }), 'chief.specialist@example.org')
  await keyboard.press(page.getByRole('button', { name: 'Add a person' }))
  await page.getByText('The account is there.').waitFor()
  await keyboard.press(page.getByRole('link', { name: 'Appoint to a post' }))
  const vacant = page.getByLabel('Vacant post')
  await keyboard.to(vacant)
  await page.keyboard.type('Bosh')
  await expect.poll(() => vacant.locator('option:checked').textContent()).toContain('Bosh mutaxassis')
  await keyboard.press(page.getByRole('button', { name: 'Appoint' }))
  await page.getByText('The person is appointed.').waitFor()
  await keyboard.press(page.getByRole('link', { name: 'Make a one-time link' }))
  await keyboard.press(page.getByRole('button', { name: 'Make the link' }))
  await page.getByText('/sign-in/').waitFor()
  await context.close()
})
