import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { axe } from '#tests/axe.ts'
import { drawn } from '#tests/drawn.ts'
import { openBrowser, signedIn } from '#tests/site.ts'

/** How a plan grows: an initiative and a milestone are created and changed by those who keep it. */

const site = { address: inject('siteAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first().click()
const field = (page: Page, group: string | RegExp, name: string) =>
  page.getByRole('group', { name: group }).getByLabel(name)

/** What was refused says so, and what was typed is still there. */
async function refused(page: Page, says: string) {
  await page.getByRole('alert').getByText('What you typed is kept.').waitFor()
  await page.getByRole('alert').getByRole('link', { name: says }).waitFor()
  await axe(page)
}

/** Where the initiative and its milestone are, once they are there. */
let initiative = ''
let milestone = ''

test('an initiative is written in Uzbek alone; what was refused keeps what was typed', async () => {
  const { page, context } = await signedIn(browser, site, 'staff.uz')
  await page.goto('/UZ-KR/initiatives')
  await follow(page, 'New initiative')
  await page.getByRole('heading', { name: 'New initiative' }).waitFor()
  await axe(page)
  await page.getByLabel('Direction').selectOption({ label: 'Smart agriculture' })
  await field(page, /^Description/, 'Uzbek').fill('Uchta viloyatda urugʻ laboratoriyalari')
  const regions = page.getByRole('group', { name: /^Regions/ })
  await regions.getByLabel('Narrow the list').fill('samark')
  await regions.getByRole('checkbox', { name: 'Samarkand (Uzbekistan)' }).check()
  await press(page, 'Create the initiative')
  await refused(page, 'Please fill this in.')
  expect(await field(page, /^Description/, 'Uzbek').inputValue()).toBe(
    'Uchta viloyatda urugʻ laboratoriyalari',
  )
  expect(await regions.getByRole('checkbox', { name: 'Samarkand (Uzbekistan)' }).isChecked()).toBe(true)
  await field(page, /^Title/, 'Uzbek').fill('Urugʻchilik laboratoriyalari')
  await press(page, 'Create the initiative')
  await page.getByText('The initiative is created. Add its milestones next.').waitFor()
  await page.getByRole('heading', { name: 'Urugʻchilik laboratoriyalari' }).waitFor()
  await page.getByText('Samarkand').waitFor()
  initiative = new URL(page.url()).pathname
  await context.close()
})

test('a milestone is added to it, and its form comes back filled', async () => {
  const { page, context } = await signedIn(browser, site, 'staff.uz')
  await page.goto(initiative)
  await follow(page, 'Add a milestone')
  await page.getByRole('heading', { name: 'New milestone' }).waitFor()
  await axe(page)
  await field(page, /^Title/, 'English').fill('The first laboratory works')
  await field(page, /^Due/, 'Day').fill('31')
  await field(page, /^Due/, 'Year').fill('2029')
  await page.getByLabel('Responsible side').selectOption({ label: 'Uzbekistan' })
  await press(page, 'Create the milestone')
  await refused(page, 'There is no such day. A day needs its month.')
  expect(await field(page, /^Title/, 'English').inputValue()).toBe('The first laboratory works')
  await field(page, /^Due/, 'Day').fill('')
  await press(page, 'Create the milestone')
  await page.getByText('The milestone is created.').waitFor()
  milestone = new URL(page.url()).pathname
  await context.close()
})

test('both sides change them; who comes second reads what changed, and decides anew', async () => {
  const uzbek = await signedIn(browser, site, 'staff.uz')
  const korean = await signedIn(browser, site, 'staff.kr')
  const openTo = async (address: string) => {
    for (const { page } of [uzbek, korean]) {
      await page.goto(address)
      await follow(page, 'Change')
      await drawn(page.getByRole('button', { name: 'Save the change' }))
    }
  }
  const save = (page: Page) => press(page, 'Save the change')
  const saved = (page: Page) => page.getByText('The change is saved.').waitFor()

  await openTo(initiative)
  await axe(uzbek.page)
  await uzbek.page.getByLabel('Place').fill('Toyloq')
  await uzbek.page.getByLabel('Standing, as reported').selectOption('agreed')
  await save(uzbek.page)
  await saved(uzbek.page)
  await field(korean.page, /^Title/, 'Korean').fill('종자 연구소')
  await save(korean.page)
  await korean.page.getByText('What you saw, and what is there now').waitFor()
  await korean.page.getByText('Toyloq').first().waitFor()
  await axe(korean.page)
  await press(korean.page, 'Show it as it is now')
  await expect.poll(() => korean.page.getByLabel('Place').inputValue()).toBe('Toyloq')
  await expect.poll(() => korean.page.getByLabel('Standing, as reported').inputValue()).toBe('agreed')
  await expect.poll(() => field(korean.page, /^Title/, 'Korean').inputValue()).toBe('종자 연구소')
  await save(korean.page)
  await saved(korean.page)
  await korean.page.getByText('Toyloq').filter({ visible: true }).waitFor()

  await openTo(milestone)
  await axe(uzbek.page)
  await uzbek.page.getByLabel('Weight').fill('3')
  await save(uzbek.page)
  await saved(uzbek.page)
  await field(korean.page, /^Title/, 'Korean').fill('첫 연구소 가동')
  await save(korean.page)
  await korean.page.getByText('What you saw, and what is there now').waitFor()
  expect(await field(korean.page, /^Title/, 'Korean').inputValue()).toBe('첫 연구소 가동')
  for (const { context } of [uzbek, korean]) await context.close()
})

test('what one side prepares alone is released with the milestone that it names, and the other side reads both', async () => {
  const { page, context } = await signedIn(browser, site, 'staff.uz')
  await page.goto('/UZ-KR/initiatives/new?direction=AG')
  await field(page, /^Title/, 'Russian').fill('Теплицы на солнечной энергии')
  await page.getByLabel('Visible to').selectOption({ label: 'our side only' })
  await press(page, 'Create the initiative')
  await page.getByText('The initiative is created. Add its milestones next.').waitFor()
  const own = new URL(page.url()).pathname
  expect(own).toMatch(/\/UZ-KR-AG-U-[A-Z0-9]{4}$/)
  for (const title of ['Site chosen', 'Our position on the price']) {
    await page.goto(own)
    await follow(page, 'Add a milestone')
    await field(page, /^Title/, 'English').fill(title)
    await page.getByLabel('Responsible side').selectOption({ label: 'Uzbekistan' })
    await press(page, 'Create the milestone')
    await page.getByText('The milestone is created.').waitFor()
  }
  const korean = await signedIn(browser, site, 'staff.kr')
  expect((await korean.page.goto(own))?.status()).toBe(404)

  await page.goto(own)
  await follow(page, 'Change')
  await follow(page, 'Release to both sides…')
  await axe(page)
  await press(page, 'Release to both sides')
  await refused(page, 'Please fill this in.')
  await page.getByLabel(/Site chosen/).check()
  await page.getByLabel('Why is it released?').fill('Agreed by telephone')
  await press(page, 'Release to both sides')
  await page.getByText('The initiative is released.').waitFor()
  const shared = new URL(page.url()).pathname
  expect(shared).toMatch(/\/UZ-KR-AG-\d+$/)
  await page.getByText('Our position on the price').filter({ visible: true }).first().waitFor()

  await korean.page.goto(shared)
  await korean.page.getByRole('heading', { name: 'Теплицы на солнечной энергии' }).waitFor()
  await korean.page.getByText('Site chosen').filter({ visible: true }).first().waitFor()
  for (const secret of ['Our position on the price', 'Agreed by telephone'])
    expect(await korean.page.content()).not.toContain(secret)
  for (const one of [context, korean.context]) await one.close()
})

test('an initiative is put away after what hangs on it was shown, is in no list, and comes back', async () => {
  const { page, context } = await signedIn(browser, site, 'staff.kr')
  await page.goto(initiative)
  await follow(page, 'Change')
  await page.getByText('1 milestone', { exact: true }).waitFor()
  await press(page, 'Archive it')
  const back = page.getByRole('button', { name: 'Bring it back' })
  await back.waitFor()
  await axe(page)
  const archived = page.url()
  await page.goto('/UZ-KR/initiatives?words=laboratoriyalari')
  await page.getByRole('heading', { name: 'Initiatives' }).waitFor()
  expect(await page.getByRole('link', { name: /Urugʻchilik/ }).count()).toBe(0)
  expect((await page.goto(milestone))?.status()).toBe(404)
  await page.goto(archived)
  await back.click()
  await page.getByText('The initiative is back').waitFor()
  expect((await page.goto(milestone))?.status()).toBe(200)
  await context.close()
})

test('an agreement is published by the staff of one side, with a reason', async () => {
  const { page, context } = await signedIn(browser, site, 'staff.uz')
  await page.goto('/UZ-KR/agreements/UZ-KR-AGR-02')
  await follow(page, 'Publish…')
  await axe(page)
  await press(page, 'Publish')
  await refused(page, 'Please fill this in.')
  await page.getByLabel('Why is it released?').fill('It was in the newspapers')
  await press(page, 'Publish')
  await page.getByText('The agreement is released.').waitFor()
  expect(await page.getByRole('link', { name: 'Publish…' }).count()).toBe(0)
  await context.close()
})
