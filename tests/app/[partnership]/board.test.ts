import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { drawn } from '#tests/drawn.ts'
import { openBrowser, signedIn } from '#tests/site.ts'

/** The board as staff work with it: every move is an act of the table of states, whichever way it is made. */

const site = { address: inject('siteAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const card = (page: Page, code: string) =>
  page.getByRole('article').filter({ has: page.getByText(code, { exact: true }) })
const column = (page: Page, status: string) =>
  page.getByRole('region', { name: new RegExp(`^${status}: \\d`) })
const sizeOf = async (page: Page, status: string) =>
  Number(/: ([\d,]+)/.exec((await column(page, status).getAttribute('aria-label')) ?? '')?.[1])

async function open(who: string, address: string, wanted?: Parameters<typeof signedIn>[3]) {
  const someone = await signedIn(browser, site, who, wanted)
  await onBoard(someone.page, address)
  return someone
}

async function onBoard(page: Page, address: string) {
  await page.goto(address)
  await drawn(page.getByRole('article'))
}

const focusIn = (place: Locator) =>
  expect.poll(() => place.evaluate((element) => element.contains(document.activeElement))).toBe(true)

/** Takes a card and holds it over a column; what is done there comes before it is let go. */
async function drag(page: Page, code: string, to: string, whileHeld = async () => {}) {
  await card(page, code).scrollIntoViewIfNeeded()
  const from = await card(page, code).boundingBox()
  const over = await column(page, to).boundingBox()
  if (!from || !over) throw new Error(`${code} cannot be dragged to ${to}`)
  await page.mouse.move(from.x + 20, from.y + from.height - 8)
  await page.mouse.down()
  await page.mouse.move(from.x + 40, from.y + from.height, { steps: 3 })
  await page.mouse.move(over.x + over.width / 2, Math.max(over.y, 0) + 250, { steps: 5 })
  await whileHeld()
  await page.mouse.up()
}

test('a card dragged to “in progress” is started, counts move with it, and it stays there', async () => {
  const { page, context } = await open('staff.uz', '/UZ-KR/board?direction=MB')
  const before = [await sizeOf(page, 'Planned'), await sizeOf(page, 'In progress')]
  await drag(page, 'MB-06-01', 'In progress', () => page.getByText('Work has begun').waitFor())
  await page.getByText('MB-06-01 moved to: In progress.').waitFor()
  await column(page, 'In progress').getByText('MB-06-01').waitFor()
  await page.reload()
  await column(page, 'In progress').getByText('MB-06-01').waitFor()
  expect([await sizeOf(page, 'Planned'), await sizeOf(page, 'In progress')]).toEqual([
    Number(before[0]) - 1,
    Number(before[1]) + 1,
  ])
  await context.close()
})

test('an illegal move says why before the drop, and nothing is sent', async () => {
  const { page, context } = await open('staff.uz', '/UZ-KR/board?direction=MB')
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  await drag(page, 'MB-04-02', 'Completed', async () => {
    await page.getByText('The first key needs an accepted report of 100 %.').first().waitFor()
    await page.getByText('Only a claimed or completed milestone can be disputed.').waitFor()
  })
  await column(page, 'Planned').getByText('MB-04-02').waitFor()
  expect(sent).toEqual([])
  await context.close()
})

test('M, arrows and Enter block a milestone with its cause and unblock it', async () => {
  const { page, context } = await open('staff.uz', '/UZ-KR/board?direction=MB')
  await card(page, 'MB-01-04').getByRole('link').first().focus()
  await page.keyboard.press('m')
  await page.getByRole('menu', { name: 'Move MB-01-04 to…' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Mark as blocked' }).click()
  await dialog.getByRole('alert').first().waitFor()
  await dialog.getByLabel('Cause').selectOption('financing')
  await dialog.getByLabel('In your words').fill('The loan waits for its guarantee.')
  await dialog.getByRole('button', { name: 'Mark as blocked' }).click()
  await column(page, 'Blocked').getByText('MB-01-04').waitFor()
  await page.getByText('MB-01-04 moved to: Blocked.').waitFor()
  await expect.poll(() => card(page, 'MB-01-04').getAttribute('aria-busy')).toBeNull()
  await card(page, 'MB-01-04').getByText('financing').waitFor()

  await card(page, 'MB-01-04').getByRole('link').first().focus()
  await page.keyboard.press('m')
  await page.getByRole('menuitem', { name: 'In progress' }).press('Enter')
  await column(page, 'In progress').getByText('MB-01-04').waitFor()
  await context.close()
})

test('from the menu one side asks to cancel, the other agrees, and what is cancelled is restored likewise', async () => {
  const staff = await open('staff.uz', '/UZ-KR/board?direction=CH')
  const korea = await signedIn(browser, site, 'staff.kr')
  const agree = async () => {
    await korea.page.goto('/UZ-KR/milestones/UZ-KR-CH-08-01')
    await korea.page.getByRole('button', { name: 'Agree' }).click()
    await korea.page.getByText('Agreed. What was before stays in the history.').waitFor()
  }
  const choose = async (item: string) => {
    await card(staff.page, 'CH-08-01').hover()
    await staff.page.getByRole('button', { name: 'Move CH-08-01' }).click()
    await staff.page.getByRole('menuitem', { name: item }).click()
  }
  await choose('Cancelled')
  await staff.page.getByLabel('Why is it cancelled?').fill('Another plant is built instead.')
  await staff.page.getByRole('button', { name: 'Ask to cancel' }).click()
  await staff.page.getByText('CH-08-01: the other side has been asked.').waitFor()
  await expect.poll(() => card(staff.page, 'CH-08-01').getAttribute('aria-busy')).toBeNull()
  await choose('Cancelled')
  await staff.page.getByLabel('Why is it cancelled?').fill('Asked a second time.')
  await staff.page.getByRole('button', { name: 'Ask to cancel' }).click()
  await staff.page.getByText('This is asked already.').waitFor()

  await agree()
  await onBoard(staff.page, '/UZ-KR/board?direction=CH&status=cancelled')
  await card(staff.page, 'CH-08-01').hover()
  await staff.page.getByRole('button', { name: 'Move CH-08-01' }).click()
  await expect.poll(() => staff.page.getByRole('menuitem').count()).toBe(1)
  await staff.page.getByText('Ask the other side to restore it').click()
  await staff.page.getByLabel('Why is it restored?').fill('The plant is built after all.')
  await staff.page.getByRole('button', { name: 'Ask to restore' }).click()
  await staff.page.getByText('CH-08-01: the other side has been asked.').waitFor()
  await agree()
  await onBoard(staff.page, '/UZ-KR/board?direction=CH')
  await column(staff.page, 'Planned').getByText('CH-08-01').waitFor()
  for (const { context } of [staff, korea]) await context.close()
})

test('arrows go from card to card', async () => {
  const { page, context } = await open('observer.kr', '/UZ-KR/board?direction=MB')
  const cards = column(page, 'Planned').getByRole('article')
  await cards.first().getByRole('link').first().focus()
  await page.keyboard.press('ArrowDown')
  await focusIn(cards.nth(1))
  await page.keyboard.press('ArrowUp')
  await focusIn(cards.first())
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowDown')
  await focusIn(cards.nth(1)) // a menu would have kept it
  expect(await page.getByRole('menu').count()).toBe(0)
  expect(await page.getByRole('button', { name: /^Move / }).count()).toBe(0)
  await context.close()
})

test('further cards of a column come by one press, and arrows go on among them', async () => {
  const { page, context } = await open('observer.kr', '/UZ-KR/board')
  const size = await sizeOf(page, 'Planned')
  const cards = column(page, 'Planned').getByRole('article')
  const shown = await cards.count()
  await column(page, 'Planned')
    .getByRole('link', { name: /^\d+ more$/ })
    .press('Enter')
  await expect.poll(() => cards.count()).toBe(size)
  expect(size).toBeGreaterThan(shown)
  await cards
    .nth(shown - 1)
    .getByRole('link')
    .first()
    .focus()
  for (const [key, to] of [
    ['ArrowDown', cards.nth(shown)],
    ['ArrowDown', cards.nth(shown + 1)],
    ['Shift+Tab', cards.nth(shown)],
    ['ArrowUp', cards.nth(shown - 1)],
    ['ArrowRight', column(page, 'In progress')],
    ['ArrowLeft', column(page, 'Planned')],
  ] as const) {
    await page.keyboard.press(key)
    await focusIn(to)
  }
  await context.close()
})

test('on a phone one column is open, and a card’s button moves it', async () => {
  const { page, context } = await open('staff.uz', '/UZ-KR/board?direction=IU', { width: 390 })
  expect(await column(page, 'In progress').count()).toBe(0)
  await page.getByRole('button', { name: 'Move IU-05-02' }).click()
  await page.getByRole('menuitem', { name: 'In progress' }).click()
  await page.getByText('IU-05-02 moved to: In progress.').waitFor()
  await page
    .getByRole('navigation', { name: 'Columns' })
    .getByRole('link', { name: /In progress/ })
    .click()
  await column(page, 'In progress').getByText('IU-05-02').waitFor()
  await page.waitForURL(/column=in_progress/)
  await context.close()
})

test('who moves second reads what changed, and the card goes back', async () => {
  const address = '/UZ-KR/board?direction=IU'
  const first = await open('staff.uz', address)
  const second = await open('official.uz-uty', address)
  await first.page.bringToFront()
  await drag(first.page, 'IU-01-07', 'In progress')
  await first.page.getByText('IU-01-07 moved to: In progress.').waitFor()
  await second.page.bringToFront()
  await drag(second.page, 'IU-01-07', 'In progress')
  await second.page.getByText('IU-01-07 was put back.').waitFor()
  await second.page.getByText('What you saw, and what is there now').waitFor()
  await column(second.page, 'In progress').getByText('IU-01-07').waitFor()
  for (const { context } of [first, second]) await context.close()
})

test('a browser that knows nothing yet loads at most 180 kB of JavaScript, compressed', async () => {
  const { page, context } = await open('staff.uz', '/UZ-KR/board')
  await page.waitForLoadState('networkidle')
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ encodedBodySize }) => encodedBodySize),
  )
  expect(scripts.length).toBeGreaterThan(5)
  expect(scripts.reduce((sum, size) => sum + size)).toBeLessThan(180_000)
  await context.close()
})

test('filters and rows stand in the address, and the way back leads to the view before', async () => {
  const { page, context } = await open('observer.uz', '/UZ-KR/board')
  const all = await sizeOf(page, 'Planned')
  await page.getByText('Direction:').click()
  await page.getByRole('link', { name: 'Chemical industry' }).click()
  await page.waitForURL(/direction=CH/)
  await expect.poll(() => sizeOf(page, 'Planned')).toBeLessThan(all)
  await page.getByRole('link', { name: 'Only late' }).click()
  await page.waitForURL(/due=late/)
  await expect.poll(() => column(page, 'Completed').getByRole('article').count()).toBe(0)
  await page.goBack()
  await page.waitForURL((url) => !url.searchParams.has('due'))
  await page.goBack()
  await page.waitForURL((url) => url.search === '')
  await expect.poll(() => sizeOf(page, 'Planned')).toBe(all)
  await page.goto('/UZ-KR/board?rows=direction')
  await page.getByRole('heading', { name: 'Semiconductors' }).waitFor()
  await expect.poll(() => page.getByRole('heading', { level: 2 }).count()).toBeGreaterThan(8)
  await page.goto('/UZ-KR/board?direction=NO&due=never&rows=colour')
  await expect.poll(() => sizeOf(page, 'Planned')).toBe(all)
  await context.close()
})

test('the other side disputes a claim, and both sides’ boards show it until it is settled', async () => {
  const code = 'UZ-KR-EN-05-01'
  const official = await signedIn(browser, site, 'official.uz-miit')
  await official.page.goto(`/UZ-KR/milestones/${code}/progress-reports`)
  await drawn(official.page.getByLabel('How far is it?'))
  await official.page.getByLabel('How far is it?').fill('100')
  await official.page.getByLabel('What happened?').fill('The study is finished.')
  await official.page.getByRole('button', { name: /^Send to/ }).click()
  await official.page.waitForURL((url) => url.pathname.endsWith(code))
  const staff = await signedIn(browser, site, 'staff.uz')
  await staff.page.goto('/UZ-KR/review')
  await staff.page.getByRole('link', { name: /EN-05-01/ }).click()
  await staff.page.getByText('The study is finished.').waitFor()
  await staff.page.getByRole('button', { name: /^Accept/ }).click()
  await staff.page.waitForURL(/done=/)
  await onBoard(staff.page, '/UZ-KR/board?direction=EN')
  await drag(staff.page, 'EN-05-01', 'Completed', () => staff.page.getByText('will be: Claimed').waitFor())
  await column(staff.page, 'Claimed').getByText('EN-05-01').waitFor()

  const korea = await open('staff.kr', '/UZ-KR/board?direction=EN')
  await korea.page.bringToFront()
  await drag(korea.page, 'EN-05-01', 'Disputed')
  const dialog = korea.page.getByRole('dialog')
  await dialog.getByLabel('What is missing?').fill('The annex on emissions is missing.')
  await dialog.getByRole('button', { name: 'Dispute' }).click()
  await column(korea.page, 'Disputed').getByText('EN-05-01').waitFor()

  await staff.page.reload()
  await column(staff.page, 'Disputed').getByText('EN-05-01').waitFor()
  await staff.page.goto(`/UZ-KR/milestones/${code}`)
  await staff.page.getByText('The annex on emissions is missing.').first().waitFor()
  expect(await staff.page.getByRole('button', { name: 'Withdraw the dispute' }).count()).toBe(0)
  for (const { context } of [official, staff, korea]) await context.close()
})
