import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { axe } from '#tests/axe.ts'
import { openBrowser, signedIn } from '#tests/site.ts'

/** What one side asks and the other agrees to, as people do it. */

const site = { address: inject('siteAddress') }
const milestone = '/UZ-KR/milestones/UZ-KR-IU-04-04'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** How the milestone stands, as the head of its page says. */
const standing = (page: Page, status: string) =>
  page.locator('main header').getByText(status, { exact: true })
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click()

test('an official asks without JavaScript, his secretariat puts it, the other agrees: both see the date with its slip', async () => {
  const official = await signedIn(browser, site, 'official.uz-airports', { javaScript: false })
  await official.page.goto(`${milestone}?act=change-due-date`)
  const date = official.page.getByRole('group', { name: /^New date/ })
  await date.getByLabel('Year', { exact: true }).fill('2031')
  await official.page.getByLabel('Why does it move?').fill('The loan is signed a year later.')
  await press(official.page, 'Ask for this date')
  await official.page.waitForURL(/attempt=/)
  expect(await official.page.getByLabel('Why does it move?').inputValue()).toBe(
    'The loan is signed a year later.',
  )
  await official.page.getByLabel('Cause', { exact: true }).first().selectOption('financing')
  await press(official.page, 'Ask for this date')
  await official.page.getByText('Asked for. Your secretariat puts it to the other side').waitFor()
  await official.context.close()

  const korea = await signedIn(browser, site, 'staff.kr')
  await korea.page.goto(milestone)
  expect(await korea.page.getByText('Another date has been asked for').count()).toBe(0)

  const staff = await signedIn(browser, site, 'staff.uz')
  await staff.page.goto(milestone)
  await axe(staff.page)
  await press(staff.page, 'Put to the other side')
  await staff.page.getByText('waits for an answer', { exact: true }).first().waitFor()

  await korea.page.goto(milestone)
  await axe(korea.page)
  await press(korea.page, 'Agree')
  await korea.page.getByText('Agreed. What was before stays in the history.').waitFor()
  for (const { page } of [korea, staff]) {
    await page.goto(milestone)
    const moved = page.getByRole('region', { name: 'Moved dates' }).or(page.locator('aside'))
    await moved.getByText('+730 d').first().waitFor()
    await moved.getByText('financing').first().waitFor()
    expect(await page.getByText('Another date has been asked for').count()).toBe(0)
  }
  await korea.context.close()
  await staff.context.close()
})

test('a cancellation that the other side refuses changes nothing; one that it agrees to is restored when both want it', async () => {
  const staff = await signedIn(browser, site, 'staff.uz')
  const korea = await signedIn(browser, site, 'staff.kr')
  const ask = async () => {
    await staff.page.goto(milestone)
    await press(staff.page, 'Cancel the milestone…')
    await staff.page.getByLabel('Why is it cancelled?').fill('Another airport is built instead.')
    await press(staff.page, 'Ask to cancel')
    await staff.page.getByText('Cancellation has been asked for').waitFor()
    await korea.page.goto(milestone)
  }
  await ask()
  await press(korea.page, 'Refuse…')
  await korea.page.getByLabel('Why not?').fill('It is in the programme.')
  await press(korea.page, /^Refuse$/)
  await korea.page.getByText('Refused, with your reason. Everything stays as it was.').waitFor()
  await standing(korea.page, 'Planned').waitFor()
  await ask()
  await press(korea.page, 'Agree')
  await standing(korea.page, 'Cancelled').waitFor()

  await press(korea.page, 'Restore the milestone…')
  await korea.page.getByLabel('Why is it restored?').fill('The other airport is not built after all.')
  await press(korea.page, 'Ask to restore')
  await korea.page.getByText('Restoration has been asked for').waitFor()
  await staff.page.goto(milestone)
  await axe(staff.page)
  await press(staff.page, 'Agree')
  await staff.page.getByText('Agreed. What was before stays in the history.').waitFor()
  await standing(staff.page, 'Planned').waitFor()
  expect(await standing(staff.page, 'Cancelled').count()).toBe(0)
  await staff.context.close()
  await korea.context.close()
})
