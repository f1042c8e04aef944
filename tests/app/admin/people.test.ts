import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { axe } from '#tests/axe.ts'
import { openBrowser, signedIn } from '#tests/site.ts'

/** The job of a side's admin, as he does it: from a new post to a person who works with it, and out again. */

const site = { address: inject('siteAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()

/** Where the person's page is, once there is one. */
let at = ''

test('the admin makes a post, gives it a role, opens an account and appoints its person', async () => {
  const { page, context } = await signedIn(browser, site, 'side-admin.uz')
  await page.goto('/admin/organisations?words=UZ-ENERGY')
  await page.getByText('1 organisation', { exact: true }).waitFor()
  await page.goto('/admin/organisations/UZ-ENERGY?act=create-post')
  await page.getByRole('textbox', { name: /^Uzbek/ }).fill('Loyiha rahbari')
  await page.getByRole('textbox', { name: /^English/ }).fill('Project lead')
  await press(page, 'Add a post')
  await page.getByText('The post is there.').waitFor()
  await follow(page, 'Give a role')
  await press(page, 'Give the role')
  await page.getByText('The role is given.').waitFor()
  await axe(page)

  await page.goto('/admin/people?act=create')
  await page.getByLabel('E-mail', { exact: true }).fill('nobody')
  await page.getByLabel('Name', { exact: true }).fill('Project lead, Energy')
  await press(page, 'Add a person')
  await page.getByText('This is not an e-mail address.').first().waitFor()
  await page.getByLabel('E-mail', { exact: true }).fill('project.lead@example.org')
  await press(page, 'Add a person')
  await page.getByText('The account is there.').waitFor()
  at = new URL(page.url()).pathname
  await follow(page, 'Appoint to a post')
  await page.getByLabel('Vacant post').selectOption({ label: 'Project lead · Ministry of Energy' })
  await press(page, 'Appoint')
  await page.getByText('The person is appointed.').waitFor()
  await axe(page)
  await context.close()
})

test('the person opens the link, chooses a password, works, and is out with the next request', async () => {
  const { page, context } = await signedIn(browser, site, 'side-admin.uz')
  await page.goto(`${at}?act=link`)
  await press(page, 'Make the link')
  const link = (await page.getByText('/sign-in/').textContent()) ?? ''

  const hers = await browser.newContext({ baseURL: site.address, locale: 'en-GB' })
  const her = await hers.newPage()
  await her.goto(new URL(link, site.address).pathname)
  await her.getByLabel('New password').fill('a long walk by the sea')
  await her.getByLabel('The same password again').fill('a long walk by the sea')
  await press(her, 'Save the password')
  await her.waitForURL(/done=/)
  await her.getByLabel('E-mail').fill('project.lead@example.org')
  await her.getByLabel('Password').fill('a long walk by the sea')
  await press(her, 'Sign in')
  await her.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await her.goto('/my-work')
  await her.getByRole('heading', { name: 'My work' }).waitFor()

  await page.goto(`${at}?act=deactivate`)
  await press(page, 'Deactivate')
  await page.getByText('The account is closed').waitFor()
  await her.goto('/my-work')
  await her.waitForURL('**/sign-in')
  await page.goto('/admin/audit-events?act=people.deactivate')
  const deactivated = page.locator('details', { hasText: 'Project lead, Energy' })
  await deactivated.getByText('Account deactivated').click()
  await deactivated.getByText('Project lead, Energy').last().waitFor()
  await axe(page)
  for (const one of [context, hers]) await one.close()
})

test('without JavaScript the chain is set and set back, and a refused form brings back what was typed', async () => {
  const { page, context } = await signedIn(browser, site, 'side-admin.uz', { javaScript: false })
  await page.goto('/admin/people?act=create')
  await page.getByLabel('Name', { exact: true }).fill('Somebody')
  await press(page, 'Add a person')
  await page.waitForURL(/attempt=/)
  expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Somebody')
  await page.getByText('Please fill this in.').first().waitFor()
  const first = page.locator('ol > li').first()
  for (const { index, shown } of [
    { index: 2, shown: /, / }, // the first post: its title, its organisation
    { index: 1, shown: /Any staff of the side/ },
  ]) {
    await page.goto('/admin/acceptance-steps?act=change&partnership=UZ-KR')
    await page.getByLabel('Step 1').selectOption({ index })
    await press(page, 'Save the chain')
    await page.getByText('The chain is set.').waitFor()
    await first.filter({ hasText: shown }).waitFor()
  }
  await context.close()
})

test('a post and its organisation are put away after what depends on them was shown, and come back', async () => {
  const { page, context } = await signedIn(browser, site, 'side-admin.uz')
  await page.goto('/admin/organisations?act=create')
  await page.getByRole('textbox', { name: /^Uzbek/ }).fill('Suv agentligi')
  await page.getByRole('textbox', { name: /^Acronym/ }).fill('SUVA')
  await press(page, 'Add an organisation')
  await page.getByText('The organisation is added').waitFor()
  await follow(page, 'Add a post')
  await page.getByRole('textbox', { name: /^Uzbek/ }).fill('Kotib')
  await press(page, 'Add a post')
  await page.getByText('The post is there.').waitFor()
  await follow(page, 'Archive')
  await press(page, 'Archive')
  await page.getByText('The post is archived.').waitFor()

  await follow(page, 'Archive')
  await page.getByText('Nothing that you see depends on it.').waitFor()
  await press(page, 'Archive')
  await page.getByText('The organisation is archived.').waitFor()
  await page.goto('/admin/organisations?archived=yes')
  await page.getByRole('link', { name: 'Suv agentligi' }).click()
  await axe(page)
  await page.getByRole('link', { name: 'Kotib' }).click()
  await page.getByText('This post is archived').waitFor()
  await press(page, 'Bring it back')
  await page.getByText('Its organisation is archived. Bring that back first.').first().waitFor()
  await page.goto('/admin/organisations/UZ-SUVA')
  await press(page, 'Bring it back')
  await page.getByText('The organisation is back, with its code.').waitFor()
  await page.getByRole('link', { name: 'Kotib' }).click()
  await press(page, 'Bring it back')
  await page.getByText('The post is back, vacant and without a role.').waitFor()
  await axe(page)
  await context.close()
})
