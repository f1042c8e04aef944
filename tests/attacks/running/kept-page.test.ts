import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { idOf } from '../../../prisma/seed/rows.ts'
import { Asker } from '#tests/asking.ts'

/** The page of the board is drawn once and sent again. It is somebody else's, or of yesterday, for nobody. */

const site = inject('siteAddress')
const board = '/UZ-KR/board?direction=SC'
const people = [
  'staff.uz',
  'official.uz-miit',
  'observer.uz',
  'side-admin.uz',
  'admin',
  'staff.kr',
  'official.kr-motie',
  'observer.kr',
]
const askers = new Map(people.map((who) => [who, new Asker(site)]))

beforeAll(async () => {
  for (const [who, asker] of askers) await asker.signIn(who)
})

type Page = { status: number; isKept: boolean; nonce: string; body: string; headers: Record<string, string> }

async function pageFor(
  who: string,
  headers: Record<string, string> = {},
  address: string = board,
): Promise<Page> {
  const answer = await asker(who).ask(address, { headers: { accept: 'text/html', ...headers } })
  const nonce = /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
  return {
    status: answer.status,
    // What is drawn is sent while it is drawn: nobody knows its length yet.
    isKept: answer.headers.has('content-length'),
    nonce,
    body: await answer.text(),
    headers: Object.fromEntries(answer.headers),
  }
}

function asker(who: string): Asker {
  const found = askers.get(who)
  if (!found) throw new Error(`${who} has not signed in`)
  return found
}

/** Once it is kept. */
async function keptFor(who: string, headers: Record<string, string> = {}, address = board): Promise<Page> {
  let page = await pageFor(who, headers, address)
  await expect
    .poll(async () => (page = await pageFor(who, headers, address)).isKept, { message: `${who} ${address}` })
    .toBe(true)
  return page
}

/** A header that was never sent before: so for this request alone. */
const freshFor = (who: string, headers: Record<string, string> = {}, address = board) =>
  pageFor(who, { ...headers, 'x-only-once': randomUUID() }, address)

const masked = ({ body, nonce }: Page) => body.replaceAll(nonce, 'nonce')

/** Headers but for when and in which way it is sent. */
function lasting({ headers, nonce }: Page): object {
  const { date: _1, 'content-length': _2, 'transfer-encoding': _3, ...rest } = headers
  return JSON.parse(JSON.stringify(rest).replaceAll(nonce, 'nonce'))
}

/** All but what React says to itself. Which files it names beforehand, and in which order it says what belongs in the head,
 *  hangs on what it had to wait for. */
const drawn = (page: Page) => {
  const [, head = '', body = ''] = /^(.*?)(<body.*)$/s.exec(masked(page)) ?? []
  return {
    head: [...new Set(head.match(/<title>[^<]*|<meta[^>]*>|<link (?!rel="preload")[^>]*>/g))].toSorted(),
    body: body.replaceAll(/<script.*?<\/script>/gs, ''),
  }
}

/** With a new quarter of an hour every page is drawn anew: none may begin within a test. */
beforeEach(async () => {
  const left = 900_000 - (Date.now() % 900_000)
  if (left < 60_000) await sleep(left)
})

describe('a page that is kept', () => {
  test('goes out with a nonce of its own, in its policy and in its scripts, and else byte for byte', async () => {
    const headers = { 'x-only-once': randomUUID() }
    const first = await pageFor('staff.uz', headers)
    expect(first.isKept).toBe(false)
    const pages: Page[] = []
    while (pages.length < 10) pages.push(await keptFor('staff.uz', headers))
    expect(new Set([first, ...pages].map(({ nonce }) => nonce)).size).toBe(11)
    for (const page of pages) {
      expect(page.body.match(/<script/g)?.length).toBeGreaterThan(10)
      for (const [, nonce] of page.body.matchAll(/nonce="([^"]*)"/g)) expect(nonce).toBe(page.nonce)
      for (const other of [first, ...pages].filter((one) => one !== page))
        expect(page.body + JSON.stringify(page.headers)).not.toContain(other.nonce)
      expect(masked(page) === masked(first)).toBe(true)
      expect(lasting(page)).toEqual(lasting(first))
    }
  })

  test('is drawn once, however many windows ask for it at that moment', async () => {
    const headers = { 'x-only-once': randomUUID() }
    const all = await Promise.all(Array.from({ length: 16 }, () => pageFor('staff.uz', headers)))
    expect(all.filter(({ isKept }) => isKept).length).toBe(15)
    expect(new Set(all.map(masked)).size).toBe(1)
  })

  test.each(people)('says to %s what a fresh one says, in each language and at each address', async (who) => {
    for (const language of ['en', 'uz', 'ru', 'ko']) {
      const headers = { 'accept-language': language }
      expect(drawn(await keptFor(who, headers))).toEqual(drawn(await freshFor(who, headers)))
    }
    for (const address of [`${board}&due=late`, '/UZ-KR/board?rows=side'])
      expect(drawn(await keptFor(who, {}, address))).toEqual(drawn(await freshFor(who, {}, address)))
  })

  test('is, where two sessions are named, of the person of the last one, kept or fresh', async () => {
    const sessionOf = (who: string) => `langar-session=${asker(who).session}`
    const [here, there] = [await keptFor('staff.uz'), await keptFor('staff.kr')]
    expect(drawn(here)).not.toEqual(drawn(there))
    for (const [first, last, of] of [
      ['staff.kr', 'staff.uz', here],
      ['staff.uz', 'staff.kr', there],
    ] as const) {
      const headers = { cookie: `${sessionOf(first)}; ${sessionOf(last)}` }
      expect(drawn(await pageFor(first, headers))).toEqual(drawn(of))
      expect(drawn(await keptFor(first, headers))).toEqual(drawn(of))
    }
  })

  test('is in the language that was chosen since', async () => {
    const before = await keptFor('observer.kr')
    asker('observer.kr').cookies.set('langar-language', 'ko')
    const after = await pageFor('observer.kr')
    expect([before.body.includes('<html lang="en"'), after.body.includes('<html lang="ko"')]).toEqual([
      true,
      true,
    ])
  })

  test('is drawn anew for all who see it when something has changed', async () => {
    const energy = '/UZ-KR/board?direction=EN'
    const before = {
      staff: await keptFor('staff.uz', {}, energy),
      korea: await keptFor('staff.kr', {}, energy),
    }
    const door = '/api/v1/milestones/UZ-KR-EN-08-02' // which no other test touches
    const { milestone } = await (await asker('staff.uz').ask(door)).json()
    await send('staff.uz', `${door}/starts`, milestone.version)
    for (const [who, page] of [
      ['staff.uz', before.staff],
      ['staff.kr', before.korea],
    ] as const) {
      const after = await pageFor(who, {}, energy)
      expect([after.isKept, drawn(after).body === drawn(page).body]).toEqual([false, false])
      expect(drawn(await keptFor(who, {}, energy))).toEqual(drawn(after))
    }
  })

  test('is gone with its session, and with its person', async () => {
    await keptFor('official.kr-motie')
    const copied = new Map(asker('official.kr-motie').cookies)
    await asker('official.kr-motie').post('/api/auth/signout', { callbackUrl: '/' })
    asker('official.kr-motie').cookies.clear()
    for (const [name, value] of copied) asker('official.kr-motie').cookies.set(name, value)
    expect((await pageFor('official.kr-motie')).status).toBe(307)

    await keptFor('observer.uz')
    await act('deactivations')
    expect((await pageFor('observer.uz')).status).toBe(307)
    await act('reactivations')
    expect((await pageFor('observer.uz')).status).toBe(307)
  })

  test('is not given for what looks like a session, nor to who asks for no page', async () => {
    await keptFor('staff.kr')
    const cookie = `other=langar-session=${asker('staff.kr').session}`
    for (let n = 0; n < 3; n += 1) {
      expect((await pageFor('staff.kr', { cookie })).isKept).toBe(false)
      const answer = await asker('staff.kr').ask(board, { headers: { rsc: '1' } })
      expect(answer.headers.get('content-type') ?? '').not.toContain('text/html')
      await answer.text()
      expect((await pageFor('staff.kr', { 'accept-encoding': 'identity' })).isKept).toBe(false)
      expect((await pageFor('staff.kr', {}, '/UZ-KR/overview')).isKept).toBe(false)
      expect((await pageFor('staff.kr', {}, '/UZ-XX/board')).status).toBe(404)
    }
  })
})

/** Closes the account of a person, or opens it again. */
async function act(what: 'deactivations' | 'reactivations'): Promise<void> {
  const address = `/api/v1/people/${idOf('person', 'observer.uz@example.org')}`
  const found = await asker('side-admin.uz').ask(address)
  const { version } = await found.json()
  await send('side-admin.uz', `${address}/${what}`, version)
}

async function send(who: string, address: string, version: string): Promise<void> {
  const answer = await asker(who).ask(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site, 'sec-fetch-site': 'same-origin' },
    body: JSON.stringify({ id: randomUUID(), version }),
  })
  expect(answer.status).toBe(201)
}
