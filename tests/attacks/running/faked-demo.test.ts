import { request } from 'node:http'
import { expect, inject, test } from 'vitest'
import { Asker } from '#tests/asking.ts'
import { idOf } from '../../../prisma/seed/rows.ts'

/** One click signs in where Langar and the browser are on one machine. From elsewhere nobody can make believe that he is
 *  there: not by a name, not by a header, not through a proxy or a tunnel. */

const address = inject('siteAddress')
const form = new URLSearchParams({ post: idOf('post', 'staff.uz@example.org') }).toString()

/** fetch sets the host itself; an attacker does not. */
async function clicked(headers: Record<string, string>): Promise<{ cookies: string[]; page: string }> {
  const send = (path: string, method: string, body = '') => {
    const { promise, resolve, reject } = Promise.withResolvers<{ cookies: string[]; page: string }>()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const sent = request(
      new URL(path, address),
      { method, headers: { ...(method === 'POST' && type), ...headers } },
      async (answer) => {
        let page = ''
        for await (const piece of answer) page += String(piece)
        resolve({ cookies: answer.headers['set-cookie'] ?? [], page })
      },
    )
    sent.on('error', reject).end(body)
    return promise
  }
  const { cookies } = await send('/api/auth/callback/demo', 'POST', form)
  return { cookies, page: (await send('/', 'GET')).page }
}
const isSession = (cookie: string) => cookie.startsWith('langar-session=')

test.each([
  { host: 'langar.example' },
  { host: 'localhost.evil.example' },
  { host: '127.0.0.1.nip.io' },
  { host: '127.0.0.1', forwarded: 'for=10.0.0.7' },
  { 'x-forwarded-for': '127.0.0.1' },
  { 'x-forwarded-host': 'localhost' },
  { 'x-real-ip': '127.0.0.1' },
  { via: '1.1 localhost' },
  { 'cf-connecting-ip': '127.0.0.1' },
  { host: 'langar.example', 'x-langar-direct': 'true' },
  { host: 'langar.example', 'x-langar-direct': '', 'x-langar-address': '127.0.0.1' },
])('with %j no click signs in, and no page offers one', async (headers) => {
  const { cookies, page } = await clicked(headers)
  expect(cookies.filter(isSession)).toEqual([])
  expect(page).not.toContain('/api/auth/callback/demo')
})

test('on this very machine it does', async () => {
  const { cookies, page } = await clicked({})
  expect(cookies.filter(isSession)).toHaveLength(1)
  expect(page).toContain('/api/auth/callback/demo')
})

test.each(['', '\0', 'x', '00000000-0000-0000-0000-000000000000', idOf('person', 'staff.uz@example.org')])(
  'a click on what is no demo account, %j, signs nobody in',
  async (post) => {
    const nobody = new Asker(address)
    await nobody.post('/api/auth/callback/demo', { post })
    expect(nobody.session).toBeUndefined()
  },
)
