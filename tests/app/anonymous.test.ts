import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { settled } from '#tests/settled.ts'
import { openBrowser, signedIn } from '#tests/site.ts'

/** Who has not signed in learns nothing of what exists; who has, nothing of what is not for them. */

const site = { address: inject('siteAddress') }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each([
  ['/UZ-KR/milestones/UZ-KR-SC-01-04', '/UZ-KR/milestones/UZ-KR-SC-99-99'],
  ['/UZ-KR/sources/UZ-KR-SRC-001', '/UZ-KR/sources/UZ-KR-SRC-999999'],
  ['/UZ-KR/overview', '/UZ-XX/overview'],
])('a record that is there and one that is not send to sign in alike: %s, %s', async (there, missing) => {
  const answer = await askedBy({}, there)
  expect(answer.status).toBe(307)
  expect(answer.headers).toContainEqual(['location', '/sign-in'])
  expect(await askedBy({}, missing)).toEqual(answer)
})

test.each([
  '/UZ-KR',
  '/nothing',
  '/my-work',
  '/UZ-KR/nothing/at/all',
  '/UZ-KR/board?side=UZ',
  '/UZ-KR/boards',
])('so does every other address: %s', async (path) => {
  const { status, headers } = await askedBy({}, path)
  const known = await askedBy({}, '/UZ-KR/overview')
  expect({ status, headers }).toEqual({ status: known.status, headers: known.headers })
})

test.each([
  ['/api/v1/milestones/UZ-KR-SC-01-04', '/api/v1/milestones/UZ-KR-SC-99-99'],
  ['/api/v1/partnerships/UZ-KR/board', '/api/v1/partnerships/UZ-XX/board'],
  ['/api/v1/partnerships/UZ-KR/sources', '/api/v1/partnerships/UZ-XX/sources'],
])('so do the doors: %s, %s', async (there, missing) => {
  for (const accept of ['application/json', 'text/html']) {
    const answer = await askedBy({ accept }, there)
    expect(answer.status).toBe(accept === 'text/html' ? 303 : 401)
    expect(await askedBy({ accept }, missing)).toEqual(answer)
  }
})

test('what belongs to the other side is not to be told from what does not exist', async () => {
  const official = await signedIn(browser, site, 'official.uz-uty')
  const headers = { origin: site.address, 'sec-fetch-site': 'same-origin', accept: 'application/json' }
  const id = randomUUID()
  const sent = await official.page.request.post('/api/v1/milestones/UZ-KR-IU-13-03/progress-reports', {
    headers,
    data: { id, percent: 10, narrative: 'For our side alone.', language: 'en' },
  })
  expect(sent.status()).toBe(201)
  await official.context.close()

  const korea = await signedIn(browser, site, 'staff.kr')
  const cookie = (await korea.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  await korea.context.close()
  const accept = async (report: string) =>
    askedBy(
      { ...headers, cookie, 'content-type': 'application/json' },
      `/api/v1/progress-reports/${report}/acceptances`,
      {
        id: randomUUID(),
      },
    )
  const hidden = await accept(id)
  expect(hidden.status).toBe(404)
  expect(await accept(randomUUID())).toEqual(hidden)

  // Nothing stays in the queue that other tests look at.
  const staff = await signedIn(browser, site, 'staff.uz')
  const returned = await staff.page.request.post(`/api/v1/progress-reports/${id}/returns`, {
    headers,
    data: { id: randomUUID(), reason: 'Tried only.' },
  })
  expect(returned.status()).toBe(201)
  await staff.context.close()
})

test('choosing a language keeps the place and its question', async () => {
  const { page, context } = await signedIn(browser, site, 'observer.kr')
  await page.goto('/UZ-KR/organisations?side=UZ')
  await page.locator('summary:visible, button:visible').filter({ hasText: 'Language:' }).click()
  await page.getByRole('button', { name: '한국어' }).click()
  await page.locator('html[lang=ko]').waitFor()
  const { pathname, search } = new URL(page.url())
  expect(pathname + search).toBe('/UZ-KR/organisations?side=UZ')
  await context.close()
})

/** An answer as far as it can tell anything: without the moment, nonces and the address that was asked, which stands in
 *  the page of a redirect. */
async function askedBy(headers: Record<string, string>, path: string, sent?: unknown) {
  const answer = await fetch(new URL(path, site.address), {
    headers,
    redirect: 'manual',
    ...(sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) }),
  })
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? '\0'
  const asked = path.split('/').filter((part) => part.includes('-'))
  const mask = (text: string) =>
    [nonce, ...asked.toReversed()].reduce((masked, part) => masked.replaceAll(part, '…'), text)
  const told = [...answer.headers].filter(([name]) => name !== 'date')
  return {
    status: answer.status,
    headers: told.map(([name, value]) => [name, mask(value)]),
    body: settled(mask(await answer.text())),
  }
}
