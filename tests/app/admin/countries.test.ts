import { randomUUID } from 'node:crypto'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axe } from '#tests/axe.ts'
import { drawn } from '#tests/drawn.ts'
import { Keyboard } from '#tests/keyboard.ts'
import { openBrowser, signedIn, startSite, type Site } from '#tests/site.ts'

/** An admin of the installation opens a pair of countries that nobody thought of before, by keyboard alone, and sees at each
 *  stop where he is. On a program of its own: whatever else is tried elsewhere knows of two countries only. */

let site: Site
let browser: Browser
let admin: Page
let keyboard: Keyboard

beforeAll(async () => {
  site = await startSite()
  browser = await openBrowser()
  admin = (await signedIn(browser, site, 'admin')).page
  keyboard = new Keyboard(admin)
})
afterAll(async () => {
  await browser?.close()
  await site?.stop()
})

const group = (page: Page, name: string | RegExp) =>
  page.getByRole('group', { name, exact: typeof name === 'string' })
const press = (name: string | RegExp) => keyboard.press(admin.getByRole('button', { name }))
const follow = (name: string | RegExp) => keyboard.press(admin.getByRole('link', { name }))
const type = (field: Locator, words: string) => keyboard.type(field, words)
/** As one chooses without a mouse: the first letters lead to it. */
async function choose(select: Locator, option: string) {
  await keyboard.to(select)
  await admin.keyboard.type(option)
  await expect.poll(() => select.locator('option:checked').textContent()).toContain(option)
}

test('adds Kazakhstan: what the standards know stands there already', async () => {
  await admin.goto('/')
  await follow('Go on')
  await admin.waitForURL('**/admin/partnerships')
  await follow('Countries')
  await admin.waitForURL('**/admin/countries')
  await axe(admin)
  await choose(admin.getByLabel('Which one?'), 'Kazakhstan')
  await press('Go on')
  await admin.waitForURL('**/admin/countries?code=KZ')
  expect(await admin.getByLabel('Three-letter code').inputValue()).toBe('KAZ')
  expect(await admin.getByLabel('Number (ISO 3166)').inputValue()).toBe('398')
  expect(await group(admin, 'Name').getByLabel('Russian').inputValue()).toBe('Казахстан')
  await type(group(admin, 'Official name').getByLabel('English'), 'Republic of Kazakhstan')
  await type(group(admin, 'Capital').getByLabel('English'), 'Astana')
  await choose(admin.getByLabel('Currency'), 'KZT')
  await type(admin.getByLabel('Languages'), 'kk, ru')
  await press('Add the country')
  await admin.getByText('Something is missing or wrong.').waitFor()
  const zone = admin.getByLabel('Time zone')
  expect(await zone.getAttribute('aria-invalid')).toBe('true')
  await axe(admin)
  await choose(zone, 'Asia/Almaty')
  await press('Add the country')
  await admin.waitForURL('**/admin/countries/KZ?done=countries.create')
  await admin.getByText('KZ KAZ 398').waitFor()
  await axe(admin)
})

test('a country that is not used is archived, is offered nowhere any more, and comes back', async () => {
  await admin.goto('/admin/countries/KZ')
  await follow(/^Archive$/)
  await admin.getByText('Nothing that you see depends on it.').waitFor()
  await admin.getByText('Another country’s people are not shown to you.').waitFor()
  await axe(admin)
  await press('Archive the country')
  await admin.waitForURL('**/admin/countries?done=countries.archive')
  await admin.getByText('The country is archived.').waitFor()
  const kazakhstan = admin.getByRole('link', { name: 'Kazakhstan' })
  expect(await kazakhstan.count()).toBe(0)
  const offered = (field: string, country: string) =>
    admin.getByLabel(field).locator('option', { hasText: country }).count()
  expect(await offered('Which one?', 'Kazakhstan')).toBe(0)
  await admin.goto('/admin/partnerships?act=open')
  expect(await offered('First country', 'Uzbekistan')).toBe(1)
  expect(await offered('First country', 'Kazakhstan')).toBe(0)

  await admin.goto('/admin/countries')
  await follow('Archived')
  await admin.waitForURL('**/admin/countries?archived=yes')
  await axe(admin)
  await keyboard.press(kazakhstan)
  await admin.getByText('This country is archived').waitFor()
  expect(await admin.getByRole('link', { name: /^(Change|Archive|Enter a decree)$/ }).count()).toBe(0)
  await axe(admin)
  await press('Bring it back')
  await admin.getByText('The country is back, with its calendar.').waitFor()
  await admin.goto('/admin/countries?archived=yes')
  await admin.getByText('No country is archived.').waitFor()
})

test('what depends on a country that is used is shown, and it stays', async () => {
  await admin.goto('/admin/countries/UZ?act=archive')
  const form = admin.locator('section', { has: admin.getByRole('heading', { name: 'Archive the country?' }) })
  await form.getByText('1 partnership of which it is a side').waitFor()
  await form.getByText(/^\d+ people with an account$/).waitFor()
  expect(await form.getByRole('link', { name: /organisations$/ }).getAttribute('href')).toBe(
    '/UZ-KR/organisations?country=UZ',
  )
  await axe(admin)
  await press('Archive the country')
  await admin
    .getByText('This country is a side of a partnership, so it cannot be archived.')
    .first()
    .waitFor()
  await axe(admin)
})

test('a decree is shown with what it moves before it is saved, and stays listed', async () => {
  await admin.goto('/admin/countries/UZ?act=decree')
  await axe(admin)
  await type(admin.getByLabel('Date, row 1', { exact: true }), '03232026') // month first: so is this Chromium
  await choose(admin.getByLabel('Becomes, row 1', { exact: true }), 'Ordinary')
  await type(admin.getByLabel('Title'), 'On days off at Nowruz')
  await type(admin.getByLabel('Date of the decree'), '03022026')
  await type(admin.getByLabel('Address of the page'), 'no address')
  await press('Show what it moves')
  await admin.getByText('Something is missing or wrong.').waitFor()
  expect(await admin.getByLabel('Address of the page').getAttribute('aria-invalid')).toBe('true')
  await type(admin.getByLabel('Address of the page'), 'https://lex.uz/docs/1')
  await press('Show what it moves')
  await admin.getByText('Nothing is saved yet.').waitFor()
  await admin.getByText('day off → ordinary day').waitFor()
  await axe(admin)
  await press('Save the decree')
  await admin.waitForURL(/done=calendars\.decree/)
  await admin.getByText('day off → ordinary day').waitFor()
})

test('opens Kazakhstan–Korea with two directions of its own, in order', async () => {
  await admin.goto('/admin/partnerships')
  await follow('Open a partnership')
  await choose(admin.getByLabel('First country'), 'Kaz')
  await choose(admin.getByLabel('Second country'), 'South')
  await type(group(admin, 'Title').getByLabel('English'), 'Kazakhstan – Republic of Korea')
  await type(group(admin, 'Programme').getByLabel('English'), 'Fresh wind')
  await type(group(admin, /^Begins/).getByLabel('Year', { exact: true }), '2024')
  await type(group(admin, /^Ends/).getByLabel('Year', { exact: true }), '2029')
  await type(admin.getByLabel('Languages of its texts'), 'kk, ru, ko, en')
  await axe(admin)
  await press('Open the partnership')
  await admin.waitForURL('**/admin/partnerships/KZ-KR?done=partnerships.create')
  for (const [code, title] of [
    ['TR', 'Transport corridors'],
    ['WM', 'Water management'],
  ] as const) {
    await follow('Add a direction')
    await type(admin.getByLabel('Code, two letters'), code)
    await type(group(admin, 'Title').getByLabel('English'), title)
    await type(admin.getByLabel('Sector codes'), '21010')
    await press('Add the direction')
    await admin.locator('#directions li', { hasText: title }).waitFor()
  }
  await press('Move Water management up')
  await admin.getByText('The directions stand in their new order.').waitFor()
  await expect.poll(() => admin.locator('#directions ol > li .code').allTextContents()).toEqual(['WM', 'TR'])
  // At the top it leads no further, and keeps the focus.
  expect(await admin.evaluate(() => document.activeElement?.textContent)).toBe('Move Water management up')
  expect(await admin.locator(':focus').getAttribute('aria-disabled')).toBe('true')
  expect(await admin.locator(':focus').getAttribute('type')).toBe('button')
  await axe(admin)
})

test.each([
  ['KZ', 'Kazakhstan', 'First admin, Kazakhstan', 'first.admin.kz@example.org'],
  ['KR', 'Republic of Korea', 'First admin, Korea', 'first.admin.kr@example.org'],
])('names the first admin of %s, who opens the link and signs in', async (side, country, name, email) => {
  await admin.goto('/admin/partnerships/KZ-KR')
  await follow(new RegExp(`Name the first admin.*${country}`))
  await admin.waitForURL(new RegExp(`side=${side}`))
  await type(admin.getByLabel('Name', { exact: true }), name)
  await type(admin.getByLabel('E-mail'), email)
  await type(group(admin, 'Title of the post').getByLabel('English'), 'Administrator')
  await type(group(admin, /^Name of the new organisation/).getByLabel('English'), `Secretariat of ${country}`)
  await type(admin.getByLabel('Its acronym'), 'SECR')
  await axe(admin)
  await press('Name the admin and make the link')
  const link = (await admin.locator('#sides code').textContent()) ?? ''
  expect(link).toMatch(new RegExp(`^${RegExp.escape(site.address)}/sign-in/[\\w-]{43}$`))
  await axe(admin)

  const page = await withPassword(link, email)
  await page.waitForURL('**/KZ-KR/overview')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText('Transport corridors').first().waitFor()
  const administration = page.getByRole('navigation', { name: 'Administration' }).first()
  await administration.getByText('People').waitFor()
  expect(await administration.getByText('Countries').count()).toBe(0)
  await page.goto('/admin/countries')
  await page.getByRole('heading', { name: 'This is not here' }).waitFor()
  firstAdmins[side] = page
})

test('they appoint people, who plan, log, accept and turn both keys; neither pair sees anything of the other', async () => {
  const staff = await appointed('KZ', 'staff')
  const official = await appointed('KZ', 'official')
  const korea = await appointed('KR', 'staff')

  await staff.goto('/KZ-KR/initiatives/new?direction=TR')
  await group(staff, 'Title').getByLabel('English').fill('Altynkol dry port')
  await staff.getByRole('button', { name: 'Create the initiative' }).click()
  await staff.waitForURL('**/KZ-KR/initiatives/KZ-KR-TR-01?done=*')
  for (const title of ['Design agreed', 'First train unloaded']) {
    await staff.goto('/KZ-KR/initiatives/KZ-KR-TR-01')
    await staff.getByRole('link', { name: 'Add a milestone' }).click()
    await group(staff, 'Title').getByLabel('English').fill(title)
    await staff.getByLabel('Responsible side').selectOption({ label: 'Kazakhstan' })
    await staff.getByLabel('Responsible body').selectOption('KZ-SECR')
    await group(staff, /^Due/).getByLabel('Year', { exact: true }).fill('2029')
    await staff.getByRole('button', { name: 'Create the milestone' }).click()
    await staff.waitForURL(/done=milestones\.create/)
  }

  await official.goto('/my-work')
  await official.getByText('Design agreed').first().waitFor()
  await official.goto('/KZ-KR/milestones/KZ-KR-TR-01-01/progress-reports')
  await drawn(official.getByLabel('How far is it?'))
  await official.getByLabel('How far is it?').fill('100')
  await official.getByLabel('What happened?').fill('Both ministers have signed the design.')
  await official.getByRole('button', { name: /^Send to/ }).click()
  await official.waitForURL(/done=progress-reports\.submit/)
  await staff.goto('/KZ-KR/review')
  await staff.getByText('Both ministers have signed the design.').waitFor()
  await staff.getByRole('button', { name: /^Accept/ }).click()
  await staff.waitForURL(/done=/)
  await staff.goto('/KZ-KR/milestones/KZ-KR-TR-01-01')
  await staff.getByRole('button', { name: 'Confirm complete' }).click()
  await staff.locator('main header').getByText('Claimed by Kazakhstan', { exact: true }).waitFor()
  await korea.goto('/KZ-KR/milestones/KZ-KR-TR-01-01')
  await korea.getByRole('button', { name: 'Confirm complete' }).click()
  await korea.locator('main header').getByText('Completed', { exact: true }).waitFor()

  const uzbek = await signedIn(browser, site, 'staff.uz')
  for (const [page, theirs, words] of [
    [staff, '/UZ-KR/milestones/UZ-KR-SC-01-04', 'Master plan'],
    [uzbek.page, '/KZ-KR/milestones/KZ-KR-TR-01-01', 'Altynkol'],
  ] as const) {
    expect((await page.goto(theirs))?.status()).toBe(404)
    await page.goto(`/search?words=${words}`)
    await page.getByText(/Nothing is found/).waitFor()
  }
})

const firstAdmins: Record<string, Page> = {}

/** Somebody whom the first admin of a side has appointed to a new post with a role, with a password of his own. What the
 *  admin does is tried on its pages in `people.test.ts`. */
async function appointed(side: 'KZ' | 'KR', role: 'staff' | 'official'): Promise<Page> {
  const language = { KZ: 'kk', KR: 'ko' }[side]
  const [post, person, email] = [
    randomUUID(),
    randomUUID(),
    `${role}.kz-kr.${side.toLowerCase()}@example.org`,
  ]
  await done(side, 'posts', { id: post, organisation: `${side}-SECR`, title: { [language]: role } })
  await done(side, `posts/${post}/grants`, { partnership: 'KZ-KR', role })
  await done(side, 'people', { id: person, name: `${role}, ${side}`, email })
  const [year = '', part = '', day = ''] = new Date().toISOString().slice(0, 10).split('-')
  await done(side, `people/${person}/appointments`, { post, from: { year, part, day } })
  const { path } = await done(side, `people/${person}/links`, {})
  return withPassword(site.address + path, email)
}

async function done(side: string, door: string, body: object) {
  const answer = await firstAdmins[side]?.request.post(`/api/v1/${door}`, {
    headers: { origin: site.address, 'sec-fetch-site': 'same-origin', accept: 'application/json' },
    data: { id: randomUUID(), ...body },
  })
  const said = await answer?.json()
  expect({ door, status: answer?.status(), problem: said.problem }).toEqual({ door, status: 201 })
  return said.value
}

/** Opens a one-time link, chooses a password and signs in with it. */
async function withPassword(link: string, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.address, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByLabel('New password').fill('a long walk by the sea')
  await page.getByLabel('The same password again').fill('a long walk by the sea')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await page.waitForURL('**/sign-in?done=people.choose-password')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill('a long walk by the sea')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  return page
}
