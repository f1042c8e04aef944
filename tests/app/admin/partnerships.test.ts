import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '#tests/axe.ts'
import { openBrowser, signedIn, startSite, type Site } from '#tests/site.ts'

/** The admin of the installation puts the real partnership away and brings it back; staff and the public look on. On a program
 *  of its own: elsewhere everybody works in it. */

let site: Site
let browser: Browser
let admin: Page
let staff: Page

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  admin = (await signedIn(browser, site, 'admin')).page
  staff = (await signedIn(browser, site, 'staff.uz')).page
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()
const review = (page: Page) => page.getByRole('navigation').getByRole('link', { name: /^Review/ })
const archived = (page: Page) => page.getByText('This partnership is archived: everything in it can be read')

test('what depends on it is shown, and then it is put away', async () => {
  await staff.goto('/UZ-KR/board')
  await staff.getByRole('heading', { level: 1 }).waitFor()
  await review(staff).first().waitFor()
  expect(await archived(staff).count()).toBe(0)

  await admin.goto('/admin/partnerships/UZ-KR')
  await follow(admin, 'Archive')
  await admin.getByText('This depends on it, as far as you see it:').waitFor()
  await admin.getByText(/^\d+ open milestones$/).waitFor()
  await admin.getByText(/^Uzbekistan: \d+ people with a role in it$/).waitFor()
  await axe(admin)
  await press(admin, 'Archive the partnership')
  await admin.getByText('The partnership is archived. From now on it is only read.').waitFor()
  await axe(admin)
  for (const act of ['Change', 'Archive', 'Add a direction'])
    expect(await admin.getByRole('link', { name: act, exact: true }).count(), act).toBe(0)
})

test('from the next request on staff only reads it, and is offered it nowhere', async () => {
  await staff.goto('/UZ-KR/board')
  await archived(staff).waitFor()
  await axe(staff)
  expect(await review(staff).count()).toBe(0)
  await staff.goto('/UZ-KR/milestones/UZ-KR-SC-01-04')
  await archived(staff).waitFor()
  expect(await staff.locator('main form').count()).toBe(0)
  await staff.goto('/my-work')
  await staff.getByRole('heading', { level: 1 }).waitFor()
  expect(await staff.locator('main').getByText('UZ-KR-').count()).toBe(0)
  expect(await archived(staff).count()).toBe(0)
  await staff.goto('/search?words=UZ-KR-SC-01-04')
  await staff.locator('main').getByText('UZ-KR-SC-01-04').first().waitFor()

  const stranger = await (await browser.newContext({ baseURL: site.address })).newPage()
  await stranger.goto('/')
  await stranger.getByText('Nothing has been published yet.').waitFor()
  await stranger.context().close()
})

test('it stands among the archived ones, and comes back with every role', async () => {
  await admin.goto('/admin/partnerships')
  await admin.getByText('Every partnership is archived.').waitFor()
  await axe(admin)
  await follow(admin, 'Archived')
  await admin.waitForURL('**/admin/partnerships?archived=yes')
  await axe(admin)
  await admin.locator('main li').getByRole('link').first().click()
  await admin.getByText('whoever had a role in it only reads it').waitFor()
  await press(admin, 'Bring it back')
  await admin.getByText('The partnership is back, with every role in it.').waitFor()
  await admin.goto('/admin/partnerships?archived=yes')
  await admin.getByText('No partnership is archived.').waitFor()

  await staff.goto('/UZ-KR/board')
  await review(staff).first().waitFor()
  expect(await archived(staff).count()).toBe(0)
})
