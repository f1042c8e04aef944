import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import { axe } from '#tests/axe.ts'
import { drawn } from '#tests/drawn.ts'
import { openBrowser, signedIn } from '#tests/site.ts'

/** The main job, as people do it: an official logs progress, staff accept and turn the keys. */

const site = { address: inject('siteAddress') }
const code = 'UZ-KR-SC-01-04'
const page = `/UZ-KR/milestones/${code}`
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** How many milestones of the direction are completed, and its progress in percent, as its page says. */
async function directionOn(shown: Page): Promise<{ completed: number; percent: number }> {
  await shown.goto('/UZ-KR/directions/SC')
  const text = (await shown.locator('main').textContent()) ?? ''
  const [, completed] = /(\d+) \/ \d+/.exec(text) ?? []
  const [, percent] = /Progress: ([\d.]+)/.exec(text) ?? []
  return { completed: Number(completed), percent: Number(percent) }
}

/** A PDF of so many bytes. */
const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size - 9)])

test('one click on the first page signs in', async () => {
  const context = await browser.newContext({ baseURL: site.address, locale: 'en-GB' })
  const shown = await context.newPage()
  await shown.goto('/')
  await axe(shown)
  await shown
    .getByRole('button', { name: /Semiconductors/ })
    .first()
    .click()
  await shown.waitForURL('**/my-work')
  await axe(shown)
  await context.close()
})

test('an official logs progress with a file, staff accept and confirm, Korea confirms', async () => {
  const official = await signedIn(browser, site, 'official.uz-uzelt')
  const before = await directionOn(official.page)
  await official.page.goto(`${page}/progress-reports`)
  await axe(official.page)
  await drawn(official.page.getByLabel('How far is it?'))
  await official.page.getByLabel('How far is it?').fill('100')
  await official.page.getByLabel('What happened?').fill('The master plan was approved.')
  const bytes = pdf(24 * 1024 * 1024)
  const folder = await mkdtemp(join(tmpdir(), 'langar-story-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'Master plan.pdf')
  await writeFile(file, bytes)
  await official.page.locator('input[type=file]').first().setInputFiles(file)
  await official.page.getByText('Master plan.pdf').first().waitFor()
  await official.page.getByRole('button', { name: /^Send to/ }).click()
  await official.page.waitForURL((url) => url.pathname === page)
  await official.page.getByText('The master plan was approved.').waitFor()

  const korea = await signedIn(browser, site, 'staff.kr')
  await korea.page.goto(page)
  await expect.poll(() => korea.page.getByText('The master plan was approved.').count()).toBe(0)

  const staff = await signedIn(browser, site, 'staff.uz')
  await staff.page.goto('/UZ-KR/review')
  await staff.page.getByRole('link', { name: /SC-01-04/ }).click()
  await staff.page.getByText('The master plan was approved.').waitFor()
  await axe(staff.page)
  await staff.page.getByRole('button', { name: /^Accept/ }).click()
  await staff.page.waitForURL(/done=/)
  await staff.page.goto(page)
  await staff.page.getByRole('button', { name: 'Confirm complete' }).click()
  await staff.page.getByText('Claimed by Uzbekistan').first().waitFor()

  await korea.page.goto(page)
  await korea.page.getByText('The master plan was approved.').waitFor()
  await axe(korea.page)
  const download = korea.page.waitForEvent('download')
  await korea.page.getByRole('link', { name: /Master plan\.pdf/ }).click()
  const stored = await (await download).createReadStream()
  const hash = createHash('sha256')
  for await (const piece of stored) hash.update(piece)
  expect(hash.digest('hex')).toBe(createHash('sha256').update(bytes).digest('hex'))
  await korea.page.getByRole('button', { name: 'Confirm complete' }).click()
  await korea.page.locator('main header').getByText('Completed', { exact: true }).waitFor()

  for (const { page: shown } of [korea, official]) {
    await shown.goto('/UZ-KR/board?direction=SC')
    await shown
      .getByRole('region', { name: /^Completed/ })
      .getByText('SC-01-04')
      .waitFor()
    const after = await directionOn(shown)
    expect(after.completed).toBe(before.completed + 1)
    expect(after.percent).toBeGreaterThan(before.percent)
    await shown.goto(page)
    await shown.locator('summary', { hasText: 'History' }).click()
    const history = shown.locator('details', { hasText: 'History' }).getByRole('listitem')
    const acts = (await history.allTextContents()).filter((act) => !act.includes('import'))
    expect(acts.map((act) => /Report accepted|Key turned/.exec(act)?.[0])).toEqual([
      'Key turned',
      'Key turned',
      'Report accepted',
    ])
  }
  for (const { context } of [official, staff, korea]) await context.close()
})

test('while a file goes up over a slow line, it is shown how far it is', async () => {
  const { page: shown, context } = await signedIn(browser, site, 'official.uz-miit')
  await shown.goto('/UZ-KR/milestones/UZ-KR-XC-01-02/progress-reports')
  await drawn(shown.locator('input[type=file]'))
  const line = await context.newCDPSession(shown)
  await line.send('Network.enable')
  const limitUploadTo = (uploadThroughput: number) =>
    line.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput,
    })
  await limitUploadTo(100 * 1024) // for longer than anybody has to look
  const buffer = pdf(4 * 1024 * 1024)
  await shown
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'Plan.pdf', mimeType: 'application/pdf', buffer })
  const bar = shown.getByRole('progressbar')
  await bar.waitFor()
  await expect.poll(async () => Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(0)
  await limitUploadTo(-1)
  await bar.waitFor({ state: 'detached' })
  await shown.getByText('Plan.pdf').first().waitFor()
  await context.close()
})

test('a file of 26 MB is refused with a sentence, on the page and at the door', async () => {
  const { page: shown, context } = await signedIn(browser, site, 'official.uz-miit')
  const file = { name: 'large.pdf', mimeType: 'application/pdf', buffer: pdf(26 * 1024 * 1024) }
  await shown.goto('/UZ-KR/milestones/UZ-KR-XC-02-02/progress-reports')
  await drawn(shown.locator('input[type=file]'))
  await shown.getByLabel('What happened?').fill('The plan is drawn.')
  await shown.locator('input[type=file]').first().setInputFiles(file)
  await shown.getByText(/larger than 25\sMB/).waitFor()
  await shown.getByRole('button', { name: /^Send to/ }).click()
  await shown.getByText('Not sent yet').waitFor()
  expect(await shown.getByLabel('What happened?').inputValue()).toBe('The plan is drawn.')

  const answer = await shown.request.post('/api/v1/files', {
    multipart: { file },
    headers: { origin: site.address, 'sec-fetch-site': 'same-origin', accept: 'application/json' },
  })
  expect(answer.status()).toBe(422)
  expect(JSON.stringify(await answer.json())).toContain('larger than 25 MB')
  await context.close()
})

test('without JavaScript progress is logged, accepted and a refusal brings back what was typed', async () => {
  const milestone = '/UZ-KR/milestones/UZ-KR-SC-04-02'
  const official = await signedIn(browser, site, 'official.uz-h-syr', { javaScript: false })
  await official.page.goto(`${milestone}/progress-reports`)
  await official.page.getByLabel('What happened?').fill('Foundations are poured.')
  await official.page.getByRole('button', { name: /^Send to/ }).click()
  await official.page.waitForURL(/attempt=/)
  expect(await official.page.getByLabel('What happened?').inputValue()).toBe('Foundations are poured.')
  await official.page.getByLabel('How far is it?').fill('50')
  await official.page.getByRole('button', { name: /^Send to/ }).click()
  await official.page.waitForURL((url) => url.pathname === milestone)
  const staff = await signedIn(browser, site, 'staff.uz', { javaScript: false })
  await staff.page.goto('/UZ-KR/review')
  await staff.page.getByRole('link', { name: /SC-04-02/ }).click()
  await staff.page.getByText('Foundations are poured.').waitFor()
  await staff.page.getByRole('button', { name: /^Accept/ }).click()
  await staff.page.waitForURL(/done=/)
  await staff.page.goto(milestone)
  const report = staff.page.getByRole('listitem').filter({ hasText: 'Foundations are poured.' })
  await report.getByText('50 %', { exact: true }).waitFor()
  await report.getByText('accepted', { exact: true }).waitFor()
  for (const { context } of [official, staff]) await context.close()
})
