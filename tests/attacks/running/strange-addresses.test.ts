import fc from 'fast-check'
import { expect, inject, test } from 'vitest'
import { z } from 'zod'
import { Asker } from '#tests/asking.ts'
import { wrongBodies } from '#tests/wrong-bodies.ts'

/** The doors of the sign-in library are sent what no form sends, and every kind of page is asked at addresses that no link
 *  has: none is a 500, and nobody is signed in. */

const address = inject('siteAddress')
const typed = z.object({
  email: z.string(),
  password: z.string(),
  post: z.string(),
  csrfToken: z.string(),
  callbackUrl: z.string(),
})
const word = () =>
  fc.constantFrom('staff.uz@example.org', '/', 'password', 'true', '00000000-0000-0000-0000-000000000000')
const posts = fc.record({
  door: fc.constantFrom(
    'callback/password',
    'callback/demo',
    'signout',
    'signin/password',
    'session',
    'callback',
    '_log',
    '%00',
    'error',
  ),
  body: wrongBodies(typed, word),
})

test('three hundred strange posts', async () => {
  for (const { door, body } of fc.sample(posts, { seed: 20240614, numRuns: 300 })) {
    const answer = await fetch(`${address}/api/auth/${door}`, {
      method: 'POST',
      redirect: 'manual',
      body: body.content,
      headers: { origin: address, ...(body.type && { 'content-type': body.type }) },
    })
    const what = `${door} ${body.type}: ${JSON.stringify(body.content).slice(0, 500)}`
    expect(answer.status, what).toBeLessThan(500)
    expect(answer.headers.getSetCookie().filter((cookie) => /^langar-session=[^;]/.test(cookie))).toEqual([])
    expect(await answer.text(), what).not.toMatch(/prisma|postgres|select |node_modules/i)
  }
})

const strangePaths = [
  '%ff',
  '%00',
  '%E0%A4%A',
  '%',
  'a%00b',
  '..%2f..%2fetc%2fpasswd',
  '%5c%5cevil.example',
  '%F0%9F%98%80',
  "'or'1'='1",
  '__proto__',
  'x'.repeat(5000),
]

test.each(strangePaths)(
  'an address with %j in it is no 500, to nobody and to staff, in paths and in questions',
  async (strange) => {
    const staff = new Asker(address)
    await staff.signIn('staff.uz')
    for (const asker of [staff, new Asker(address)])
      for (const path of [
        `/${strange}`,
        `/UZ-KR/${strange}`,
        `/UZ-KR/milestones/${strange}`,
        `/sign-in/${strange}`,
        `/api/v1/milestones/${strange}`,
        `/api/v1/evidence/${strange}`,
        `/api/auth/${strange}`,
        `/UZ-KR/board?direction=${strange}&due=${strange}&side=${strange}`,
        `/UZ-KR/review?item=${strange}&attempt=${strange}&done=${strange}&after=${strange}`,
        `/UZ-KR/sources?publisher=${strange}&after=${strange}`,
        `/search?words=${strange}`,
        `/api/v1/search?words=${strange}`,
        `/api/v1/partnerships/UZ-KR/board?only=column&column=completed&after=open.2020-06-30.${strange}`,
      ])
        expect((await asker.ask(path)).status, path).toBeLessThan(500)
  },
)
