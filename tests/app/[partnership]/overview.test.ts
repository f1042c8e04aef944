import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, signedIn } from '#tests/site.ts'

const site = { address: inject('siteAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('who comes again is told since when what changed is new to him', async () => {
  const { page, context } = await signedIn(browser, site, 'observer.uz')
  await page.goto('/UZ-KR/overview')
  await page.getByRole('heading', { name: 'What changed lately' }).waitFor()
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain('langar-visit:')
  expect(await page.getByText('You were here before').count()).toBe(0)
  const tomorrow = await context.newPage()
  await tomorrow.goto('/UZ-KR/overview')
  await tomorrow.getByText(/You were here before on \d+ \w+ \d{4}, \d\d:\d\d\./).waitFor()
  await context.close()
})

test('the overview leads to the map, and the map to what is in a region', async () => {
  const { page, context } = await signedIn(browser, site, 'observer.uz')
  await page.goto('/UZ-KR/overview')
  await page.getByRole('link', { name: 'Regions on the map' }).click()
  const onMap = page.getByRole('link', { name: /^Jizzakh: \d+ initiatives$/ })
  const size = Number(/\d+/.exec((await onMap.getAttribute('aria-label')) ?? '')?.[0])
  expect(size).toBeGreaterThan(1)
  await onMap.click()
  const region = page.locator(':target')
  await region.getByRole('heading', { name: /Jizzakh/ }).waitFor()
  await expect.poll(() => region.getByRole('link').count()).toBe(size)
  await context.close()
})

test('a cell of due dates leads to the milestones that it counts, and their filter can be taken away', async () => {
  const { page, context } = await signedIn(browser, site, 'observer.uz')
  for (const column of ['before', 'Q4 2024', 'Q1 2026', 'later', 'no date']) {
    await page.goto('/UZ-KR/overview')
    const table = page.getByRole('region', { name: 'When milestones fall due' })
    const names = await table.getByRole('columnheader').allInnerTexts()
    const place = names.indexOf(column)
    const cells = table.locator(`tr > :nth-child(${place + 1}) a`)
    if ((await cells.count()) === 0) throw new Error(`no milestone in ${names.join(', ')}: ${column}`)
    const all = Number((await cells.first().innerText()).split('/').at(-1))
    await cells.first().click()
    const filter = page.getByText(/^Due: (?!any)/)
    await filter.waitFor()
    expect(await page.locator('[data-card]').count()).toBe(all)
    await filter.click()
    await page.getByRole('link', { name: 'any', exact: true }).filter({ visible: true }).click()
    await page.waitForURL((url) => !url.searchParams.has('quarter'))
    await page.getByText('Due: any').waitFor()
    expect(await page.locator('[data-card]').count()).toBeGreaterThan(all)
  }
  await context.close()
})
